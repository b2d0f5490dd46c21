"""What people wrote down about a demo file: findings, minutes, decision, agreement, custody, request."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from demo.persona import Persona
from demo.sampang.opinions import judged
from demo.sampang.personas import BANK, TEAM_LEAD, TEAM_MEMBER
from demo.sampang.ways import DemoFile
from domain.regulation.law_in_force import LawInForce
from domain.sampang.application import Judgement
from domain.sampang.costs import upfront_costs
from domain.sampang.kinds import CollateralKind
from domain.sampang.origination.custody import CustodyEntry, CustodyEvent, thing_key
from domain.sampang.origination.records import (
    Agreement,
    Aspect,
    Decision,
    DecisionKind,
    Element,
    PaymentRequest,
    SurveyFinding,
    SurveyMinutes,
    Vote,
)

_MILLION: Final = 10**6
_AGREE: Final = dict.fromkeys((Element.AGENCY, Element.REVENUE, Element.BANK), Vote.AGREES)
_NOTES: Final = {
    Aspect.INSTITUTION: "Izin dan pengurus sesuai berkas",
    Aspect.BUSINESS: "Usaha berjalan, ada pembeli langganan",
    Aspect.PLAN: "Rencana sesuai kebutuhan modal kerja",
    Aspect.CHARACTER: "Keterangan tetangga dan perangkat desa baik",
    Aspect.REGION: "Lingkungan mendukung usaha",
}
_OF_SURVEY: Final = ("potential", "performance", "board_works", "repeat_standing")
_SURVEYORS: Final = ((BANK, Element.BANK), (TEAM_MEMBER, Element.AGENCY))


def findings_of(file: DemoFile, on: date) -> Iterator[tuple[Persona, SurveyFinding]]:
    """What each surveyor found; of a loan that was paid out long ago one finding is kept."""
    surveyors = _SURVEYORS[:1] if file.course.paid_on else _SURVEYORS
    for place, (persona, element) in enumerate(surveyors):
        less = file.way.surveyors_differ and place == 0
        yield (
            persona,
            SurveyFinding(
                surveyor=persona.name,
                element=element,
                on=on,
                notes=_NOTES,
                character_good=file.way.character_good,
                region_supports=True,
                amount=_recommended(file) - (2 * _MILLION if less else 0),
                term_months=file.application.term_months,
            ),
        )


def minutes_of(file: DemoFile, place: int, on: date) -> SurveyMinutes:
    """What the surveyors agreed on."""
    reason = "Kedua surveyor sependapat tentang usaha dan agunannya"
    if file.way.surveyors_differ:
        reason = "Surveyor berbeda Rp2.000.000; disepakati yang lebih besar karena agunan cukup"
    return SurveyMinutes(
        number=f"{place:03}/BA-S/contoh/{on.year}",
        on=on,
        character_good=file.way.character_good,
        region_supports=True,
        amount=_recommended(file),
        term_months=file.application.term_months or 0,
        reason=reason if file.way.character_good else "Keterangan pemohon tidak sesuai dengan keadaan usaha",
    )


def decision_of(file: DemoFile, on: date) -> Decision:
    """What the meeting said of it."""
    approves = file.way.kind is DecisionKind.APPROVE
    return Decision(
        kind=file.way.kind,
        on=on,
        by="",
        reason=file.way.reason,
        votes=_AGREE,
        amount=_recommended(file) if approves else None,
        term_months=file.application.term_months if approves else None,
        provisions=file.way.provisions,
    )


def agreement_of(file: DemoFile, place: int, on: date) -> Agreement:
    """The signed agreement, with a savings account that no bank has."""
    who = file.application.applicant
    return Agreement(
        number=f"{place:03}/PK/contoh/{on.year}",
        signed_on=on,
        account_number=f"0000-{place:04}",
        account_holders=" dan ".join(filter(None, (who.contact_name, who.spouse_name))),
        signed_by_lead=TEAM_LEAD.name,
        signed_by_bank=BANK.name,
    )


def custody_of(file: DemoFile, on: date) -> Iterator[CustodyEntry]:
    """What happens to each pledged thing before the money goes out (III.10)."""
    for thing in file.application.collateral:
        events = [CustodyEvent.RECEIVED, CustodyEvent.DEED]
        if thing.kind is CollateralKind.LAND:
            events.append(CustodyEvent.LAND_CHECK)
        for event in events:
            with_whom = "BPN" if event is CustodyEvent.LAND_CHECK else "Notaris contoh"
            yield CustodyEntry(
                thing=thing_key(thing),
                event=event,
                on=on,
                number=f"{event.value[:2].upper()}/contoh/{on.year}",
                with_whom="Bank Jatim" if event is CustodyEvent.RECEIVED else with_whom,
            )


def request_of(file: DemoFile, place: int, on: date, law: LawInForce) -> PaymentRequest:
    """The request for payment, with the costs by the office's rates."""
    land = sum(thing.kind is CollateralKind.LAND for thing in file.application.collateral)
    insurance, notary, land_check = (
        cost.amount or 0 for cost in upfront_costs(_recommended(file), land, law)
    )
    return PaymentRequest(
        number=f"{place:03}/SPP-LS/contoh/{on.year}",
        on=on,
        insurance_policy=f"POLIS-CONTOH-{place:03}",
        insurance=insurance,
        notary=notary,
        land_check=land_check,
    )


def opinions_of(file: DemoFile, on: date) -> Mapping[str, Judgement]:
    """The opinions that a survey gives besides the character; selection and amount are the meeting's."""
    return judged(file.application, on, only=_OF_SURVEY).judgements


def _recommended(file: DemoFile) -> int:
    return file.application.amount or 0
