"""Closed months: what belongs to them is booked on the day of its entry, and they follow one another."""

from datetime import date

import pytest

from domain.sampang.fund.accounts import Account
from domain.sampang.fund.closed_months import (
    day_of_booking,
    is_over,
    next_to_close,
    said_of_closed,
)
from domain.sampang.fund.entries import Entry, EntryKind
from domain.sampang.fund.made_of_entries import booked_from

UNTIL_SEPTEMBER = date(2026, 9, 30)
OCTOBER_1 = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("closed_until", "on", "entered_on", "booked"),
    [
        (None, date(2020, 1, 1), date(2026, 10, 9), date(2020, 1, 1)),
        (UNTIL_SEPTEMBER, date(2026, 9, 30), date(2026, 11, 9), date(2026, 11, 9)),
        (UNTIL_SEPTEMBER, date(2026, 2, 3), OCTOBER_1, OCTOBER_1),
        (UNTIL_SEPTEMBER, OCTOBER_1, date(2026, 11, 9), OCTOBER_1),
        (UNTIL_SEPTEMBER, date(2026, 11, 5), date(2026, 11, 9), date(2026, 11, 5)),
        # A clock that was put back never reaches into what is closed.
        (UNTIL_SEPTEMBER, date(2026, 9, 5), date(2026, 9, 30), OCTOBER_1),
    ],
)
def test_money_of_a_closed_month_is_booked_on_the_day_of_its_entry(closed_until, on, entered_on, booked):
    assert day_of_booking(closed_until, on, entered_on) == booked


def test_the_first_month_to_close_is_that_of_the_opening_then_one_after_the_other():
    opened = date(2026, 1, 15)
    assert next_to_close(opened, None) == date(2026, 1, 1)
    assert next_to_close(opened, date(2026, 1, 31)) == date(2026, 2, 1)
    assert next_to_close(opened, date(2026, 12, 31)) == date(2027, 1, 1)


def test_a_month_is_over_on_the_first_day_of_the_next():
    assert not is_over(date(2028, 2, 1), date(2028, 2, 29))
    assert is_over(date(2028, 2, 1), date(2028, 3, 1))


def test_who_writes_down_money_of_a_closed_month_is_told_where_it_is_booked():
    told = said_of_closed(UNTIL_SEPTEMBER, date(2026, 8, 20))
    assert "dibukukan pada hari pencatatan; tanggal uangnya tetap 20 Agustus 2026" in told
    assert said_of_closed(UNTIL_SEPTEMBER, OCTOBER_1) == ""
    assert said_of_closed(None, date(2026, 8, 20)) == ""


def test_an_entry_that_is_booked_later_keeps_the_day_of_its_money():
    amounts = {Account.FUND_CASH: 5, Account.LOANS: -5}
    entry = Entry(EntryKind.PAYMENT, date(2026, 8, 20), "uji", amounts)
    moved = booked_from(OCTOBER_1, entry)
    assert (moved.on, moved.counts_on, moved.amounts) == (OCTOBER_1, date(2026, 8, 20), amounts)
    assert booked_from(entry.on, entry) is entry
