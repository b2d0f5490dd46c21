"""A file that lacks nothing at any step, so that a test names only what it takes away."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from domain.regulation.law_in_force import LawInForce
from domain.sampang.application import Collateral, LoanApplication
from domain.sampang.fund.position import Position
from domain.sampang.hindrance import Hindrance
from domain.sampang.origination.conditions import Around, hindrances_to, hindrances_to_deciding
from domain.sampang.origination.custody import Custody, CustodyEntry, CustodyEvent, register_of, thing_key
from domain.sampang.origination.household import Kinship
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.records import (
    Agreement,
    Attendee,
    Decision,
    DecisionKind,
    Element,
    Meeting,
    PaymentRequest,
    SurveyMinutes,
    Vote,
)
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from tests.domain.sampang.builders import FILED, JUTA, law, usaha

MET_ON = date(2026, 4, 6)
PAID_ON = date(2026, 4, 20)
SURVEY = SurveyMinutes(
    number="BA/1", on=FILED, character_good=True, amount=20 * JUTA, term_months=36, reason="sesuai"
)
KEPT = (CustodyEvent.RECEIVED, CustodyEvent.DEED, CustodyEvent.LAND_CHECK)


def decision(**changes: Any) -> Decision:
    """An approval of 20 juta over 36 months, on which Dinas and Bank Jatim agree."""
    usual = Decision(
        kind=DecisionKind.APPROVE,
        on=MET_ON,
        by="Rapat Pokjanis",
        reason="layak",
        votes={Element.AGENCY: Vote.AGREES, Element.BANK: Vote.AGREES},
        amount=20 * JUTA,
        term_months=36,
    )
    return replace(usual, **changes)


def meeting(*present: Element) -> Meeting:
    """A meeting to which somebody of each of these elements came; Dinas and Bank Jatim if none is named."""
    came = present or (Element.AGENCY, Element.BANK)
    return Meeting(
        held_on=MET_ON, place="Aula", attendees=tuple(Attendee(one, f"Wakil {one.label}") for one in came)
    )


def line(thing: Collateral, event: CustodyEvent, **changes: Any) -> CustodyEntry:
    """One line of the register about a thing."""
    entry = CustodyEntry(thing=thing_key(thing), event=event, on=MET_ON, number="T/1", with_whom="Notaris")
    return replace(entry, **changes)


def register(things: Iterable[Collateral], *lines: CustodyEntry) -> tuple[Custody, ...]:
    """The register of these things after these lines."""
    return register_of(things, lines)


def kept(things: Sequence[Collateral], *events: CustodyEvent) -> tuple[Custody, ...]:
    """The register after these events happened to every thing; kept, bound and checked if none is named."""
    return register_of(things, [line(thing, event) for thing in things for event in events or KEPT])


def loan_file(application: LoanApplication | None = None, **changes: Any) -> LoanFile:
    """A file with everything from the survey to the request, at the approved 20 juta."""
    application = application or usaha()
    usual = LoanFile(
        application=application,
        stage=Stage.SURVEYED,
        survey=SURVEY,
        decision=decision(),
        agreement=Agreement(
            number="PK/1",
            signed_on=MET_ON,
            account_number="001",
            account_holders="Contoh",
            signed_by_lead="Halim",
            signed_by_bank="Dewi",
        ),
        request=PaymentRequest(
            number="SPP/1", on=PAID_ON, insurance_policy="POL/1", insurance=100_000, notary=0, land_check=0
        ),
        custody=kept(application.collateral),
    )
    return replace(usual, **changes)


def position(**changes: Any) -> Position:
    """A fund with one milyar of cash and nothing promised."""
    usual = Position(is_open=True, capital=10**9, cash=10**9, committed=0, paid_out=0, returned=0)
    return replace(usual, **changes)


def around(
    fund: Position | None = None, kinship: tuple[Kinship, ...] = (), under: LawInForce | None = None
) -> Around:
    """The law of the day of the meeting, the fund, and the borrower's other loans."""
    return Around(under or law(MET_ON), fund or position(), kinship)


def deciding(
    application: LoanApplication | None = None,
    what: Decision | None = None,
    *,
    where: Meeting | None = None,
    beside: Around | None = None,
    **changes: Any,
) -> tuple[Hindrance, ...]:
    """What stands in the way of a decision about an otherwise complete file."""
    file = loan_file(application, **changes)
    return hindrances_to_deciding(what or decision(), where or meeting(), file, beside or around())


def taking(step: Step, application: LoanApplication | None = None, **changes: Any) -> tuple[Hindrance, ...]:
    """What stands in the way of a step of an otherwise complete file; `beside` is what is around it."""
    beside = changes.pop("beside", None) or around()
    return hindrances_to(step, loan_file(application, **changes), beside)


def places(found: Iterable[Hindrance]) -> list[str]:
    """The provisions that stand in the way, in order."""
    return [one.place.short if one.place else "" for one in found]


def told(found: Iterable[Hindrance]) -> str:
    """Everything that is said, line by line."""
    return "\n".join(one.told for one in found)
