"""Up to which claim without collateral of value nothing goes to KPKNL (PMK 137/2022, O-12), by hand."""

from datetime import date

import pytest

from domain.regulation.law_in_force import NO_PRACTICE, Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import OfficeDecision
from domain.sampang.fund.loan_course import Course, Received
from domain.sampang.law import law_on
from domain.sampang.loan import Row
from domain.sampang.parameters import AUCTION_LIMIT
from domain.sampang.servicing.collecting import Collected, Letter, LetterKind
from domain.sampang.servicing.next_step import outlook
from domain.sampang.servicing.reasons import Stance, Step

TODAY, LAST = date(2026, 12, 5), date(2026, 11, 30)
MINUTES = Collected(letters=(Letter(LetterKind.DEFAULT_MINUTES, "1", date(2026, 12, 1)),))


def stance(principal: int, interest: int, has_value: bool | None, *, paid: int = 0, limit: int | None = None):
    """One instalment, due on 31 January 2026, of which nothing but `paid` came in."""
    why = DatedValue(date(2026, 12, 1), limit or 0, OfficeDecision("SK contoh", "Kepala Dinas"))
    practice = NO_PRACTICE if limit is None else Practice(settings=((AUCTION_LIMIT.key, why),))
    row = Row(1, date(2026, 1, 31), principal, interest, 0, False)
    received = (Received(date(2026, 2, 1), paid, 0),) if paid else ()
    course = Course(principal, date(2025, 12, 31), (row,), received)
    found = outlook(
        course,
        MINUTES,
        today=TODAY,
        bank_data_until=LAST,
        has_value=has_value,
        rules=law_on(TODAY, practice),
    )
    return found.of(Step.AUCTION).stance


@pytest.mark.parametrize(
    ("principal", "interest", "has_value", "expected"),
    [
        (7_960_000, 40_000, False, Stance.BARRED),  # exactly the limit stays with the regency
        (7_960_000, 40_001, False, Stance.READY),
        (8_000_000, 0, None, Stance.NOT_KNOWN),
        (8_000_000, 0, True, Stance.READY),
        (8_000_001, 0, None, Stance.READY),  # above it the collateral decides nothing
    ],
)
def test_principal_and_interest_together_decide(principal, interest, has_value, expected):
    assert stance(principal, interest, has_value) is expected


def test_what_was_paid_is_owed_no_more():
    assert stance(8_000_000, 40_000, False) is Stance.READY
    assert stance(8_000_000, 40_000, False, paid=40_000) is Stance.BARRED


def test_the_office_s_own_limit_counts():
    assert stance(8_000_001, 0, False, limit=9_000_000) is Stance.BARRED
