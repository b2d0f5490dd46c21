"""What moved the fund's cash is told by its cause, the largest first."""

from datetime import date

from domain.sampang.fund.cash_moved import cash_moved
from domain.sampang.fund.entries import EntryKind

OCTOBER, NOVEMBER, DECEMBER = date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)
MOVED = {
    (EntryKind.PAYMENT, NOVEMBER): 140_000_000,
    (EntryKind.CAPITAL_WITHDRAWN, NOVEMBER): -620_000_000,
    (EntryKind.DISBURSEMENT, OCTOBER): -900_000_000,
}


def test_the_largest_cause_of_the_month_is_told_first_with_its_sign():
    found = cash_moved(MOVED, [OCTOBER, NOVEMBER])
    assert [kind for kind, _ in found.by_kind] == [EntryKind.CAPITAL_WITHDRAWN, EntryKind.PAYMENT]
    assert found.told == "Nov 26: modal ditarik −Rp620 juta"


def test_a_month_in_which_nothing_moved_yet_tells_of_the_one_before_it():
    assert cash_moved(MOVED, [NOVEMBER, DECEMBER]).month == NOVEMBER


def test_without_any_movement_nothing_is_told():
    found = cash_moved({}, [NOVEMBER, DECEMBER])
    assert (found.by_kind, found.told) == ((), "")


def test_what_came_in_has_a_plus():
    assert cash_moved({(EntryKind.OPENING, NOVEMBER): 5_000_000}, [NOVEMBER]).told.endswith("+Rp5 juta")
