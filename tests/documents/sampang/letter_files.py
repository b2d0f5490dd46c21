"""Loan files, meetings and letterheads for the official papers: each says only what its tests look at."""

from dataclasses import replace
from datetime import date

from documents.sampang.letters.decided import Decided
from domain.sampang.application import LoanApplication
from domain.sampang.fund.position import Position
from domain.sampang.kinds import ApplicantKind, InterestMethod
from domain.sampang.loan import LoanTerms, Schedule, schedule_of
from domain.sampang.origination.custody import CustodyEntry, CustodyEvent, register_of, thing_key
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.records import (
    Agreement,
    Aspect,
    Attendee,
    Decision,
    DecisionKind,
    Element,
    Meeting,
    PaymentRequest,
    SurveyFinding,
    SurveyMinutes,
    Vote,
)
from domain.sampang.origination.stages import Stage
from tests.documents.sampang.applications import LAND, VEHICLE, business

MONDAY = date(2026, 3, 2)
SURVEYED = date(2026, 2, 26)
NO_HEAD = Letterhead()
HEAD = Letterhead(
    agency="Dinas Koperasi dan Usaha Kecil Menengah Kabupaten Sampang",
    address="Jalan Contoh Nomor 1 Sampang",
    lead_name="Drs. H. Abd. Rahman, M.Si",
    lead_rank="Pembina Utama Muda",
    lead_nip="19700101 199503 1 001",
)
ALL_AGREE = dict.fromkeys(Element, Vote.AGREES)


def finding(
    surveyor: str = "Dwi Lestari", element: Element = Element.BANK, **changed: object
) -> SurveyFinding:
    """What one surveyor found, with a note on every aspect."""
    notes = {aspect: f"Catatan {surveyor} tentang {aspect.label.lower()}." for aspect in Aspect}
    told = {"on": SURVEYED, "notes": notes, "character_good": True, "region_supports": True}
    return SurveyFinding(
        surveyor=surveyor,
        element=element,
        **{**told, "amount": 30_000_000, "term_months": 24, **changed},
    )


SURVEY = SurveyMinutes(
    number="BA/07/2026",
    on=MONDAY,
    character_good=True,
    amount=25_000_000,
    term_months=24,
    reason="Usaha lancar dan pembukuan ada.",
)


def approval(amount: int = 25_000_000, term_months: int = 24, **changed: object) -> Decision:
    """An approval by all five elements on 2 March 2026."""
    told = {"on": MONDAY, "by": "Rapat Pokjanis", "reason": "Usaha layak.", "votes": ALL_AGREE}
    return Decision(kind=DecisionKind.APPROVE, amount=amount, term_months=term_months, **{**told, **changed})


def refusal(*provisions: str, **changed: object) -> Decision:
    """A refusal on 2 March 2026 that rests on provisions."""
    told = {"on": MONDAY, "by": "Rapat Pokjanis", "reason": "Agunan belum mencukupi.", "votes": ALL_AGREE}
    return Decision(kind=DecisionKind.REFUSE, provisions=provisions, **{**told, **changed})


AGREEMENT = Agreement(
    number="PK/12/2026",
    signed_on=date(2026, 3, 9),
    account_number="0123456789",
    account_holders="Siti Aminah",
    signed_by_lead="Drs. H. Abd. Rahman, M.Si",
    signed_by_bank="Dewi Anggraini",
)
REQUEST = PaymentRequest(
    number="SPP/03/2026",
    on=date(2026, 3, 12),
    insurance_policy="POL-778",
    insurance=125_000,
    notary=750_000,
    land_check=50_000,
    requested_by="Moh. Hasan",
)


def loan_file(application: LoanApplication | None = None, **changed: object) -> LoanFile:
    """A file of Kerupuk Bu Siti with land and a vehicle, surveyed by two, approved, agreed and requested."""
    told = application or replace(business(), collateral=(LAND, VEHICLE))
    file = LoanFile(
        application=told,
        stage=Stage.REQUESTED,
        findings=(finding(), finding("Ach. Fauzi", Element.AGENCY, amount=20_000_000)),
        survey=SURVEY,
        decision=approval(),
        agreement=AGREEMENT,
        request=REQUEST,
        custody=register_of(told.collateral, ()),
    )
    return replace(file, **changed)


def kept(file: LoanFile) -> LoanFile:
    """The file with everything pledged in custody, bound, and checked."""
    events = (CustodyEvent.RECEIVED, CustodyEvent.DEED, CustodyEvent.LAND_CHECK)
    entries = [
        CustodyEntry(thing=thing_key(thing), event=event, on=MONDAY, number="T-1", with_whom="Notaris")
        for thing in file.application.collateral
        for event in events
    ]
    return replace(file, custody=register_of(file.application.collateral, entries))


def schedule(principal: int = 25_000_000, tenor: int = 24, grace: int = 4) -> Schedule:
    """A flat schedule at 6 % for a disbursement on 16 March 2026."""
    return schedule_of(LoanTerms(principal, tenor, grace, 6, InterestMethod.FLAT, date(2026, 3, 16)))


def decided(number: int = 1, decision: Decision | None = None, **changed: object) -> Decided:
    """A business of Kecamatan Sampang before the meeting."""
    told = {"kind": ApplicantKind.BUSINESS, "district_code": "35.27.03", "asked": 30_000_000}
    return Decided(
        number=f"DB-2026-{number:04}",
        decision=decision or approval(),
        **{**told, "name": f"Usaha {number}", **changed},
    )


MEETING = Meeting(
    held_on=MONDAY,
    place="Aula Dinas",
    attendees=(
        Attendee(Element.AGENCY, "Drs. H. Abd. Rahman, M.Si", "Kepala Dinas"),
        Attendee(Element.BANK, "Dewi Anggraini"),
        Attendee(Element.SECRETARY, "Moh. Zaini", "Asisten Perekonomian"),
    ),
    number="BA/09/2026",
)
POSITION = Position(
    is_open=True, capital=900_000_000, cash=500_000_000, committed=60_000_000, paid_out=0, returned=0
)
