"""Which state of a loan wins over which, and how it is told."""

from datetime import date
from itertools import product

import pytest

from domain.sampang.servicing.collecting import Collector, Handover
from domain.sampang.servicing.loan_state import LoanState, standing_of

GIVEN = Handover(Collector.AUCTION, "S-1", date(2026, 3, 4))


@pytest.mark.parametrize(
    ("is_settled", "is_behind", "handed_over", "state"),
    [
        (False, False, None, LoanState.RUNNING),
        (False, True, None, LoanState.BEHIND),
        (False, True, GIVEN, LoanState.HANDED_OVER),
        # What was caught up stays with the collector until it comes back.
        (False, False, GIVEN, LoanState.HANDED_OVER),
        (True, False, None, LoanState.SETTLED),
        (True, False, GIVEN, LoanState.SETTLED),
    ],
)
def test_a_loan_that_was_handed_over_stays_so_until_it_is_paid(is_settled, is_behind, handed_over, state):
    found = standing_of(is_settled=is_settled, is_behind=is_behind, handed_over=handed_over)
    assert found.state is state


def test_a_loan_that_was_handed_over_tells_to_whom_and_since_when():
    found = standing_of(is_settled=False, is_behind=True, handed_over=GIVEN)
    assert found.told == "Diserahkan ke KPKNL Pamekasan sejak 4 Maret 2026"


def test_every_other_state_is_told_in_one_word():
    for settled, behind in product((True, False), repeat=2):
        found = standing_of(is_settled=settled, is_behind=behind, handed_over=None)
        assert found.told == found.state.label
