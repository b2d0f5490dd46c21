"""One order of day and month for a whole file; what reads only swapped or lies ahead is looked at."""

from datetime import date, datetime

import pytest

from domain.sampang.bank_file.bank_days import BankDay, DayOrder, find_order, read_bank_day
from domain.tabular.sheet_cells import Unread

TODAY = date(2026, 12, 8)


def read(cell, *others, told=None):
    found = find_order([cell, *others])
    return read_bank_day(cell, found.told(told) if told else found, TODAY)


def test_one_clear_day_tells_the_order_of_all():
    assert find_order(["02/03/2026", "13/03/2026", "2026-03-02"]).order is DayOrder.DAY_FIRST
    assert find_order(["02/03/2026", "03/13/2026"]).order is DayOrder.MONTH_FIRST
    assert read("02/03/2026", "13/03/2026") == BankDay(date(2026, 3, 2))
    assert read("02/03/2026", "03/13/2026") == BankDay(date(2026, 2, 3))


def test_where_no_day_is_clear_somebody_has_to_say_the_order():
    found = find_order(["02/03/2026", "04/05/2026"])
    assert (found.order, found.unclear, found.has_to_be_told) == (None, 2, True)
    assert read("02/03/2026", told=DayOrder.MONTH_FIRST) == BankDay(date(2026, 2, 3))
    assert not find_order(["2026-03-02", "05/05/2026", "2 Maret 2026"]).has_to_be_told


def test_what_reads_only_in_the_other_order_is_read_so_and_looked_at():
    found = read("03/25/2026", "13/03/2026", "14/03/2026")
    assert found.on == date(2026, 3, 25)
    assert "bulan/hari/tahun" in found.doubt


def test_in_a_file_of_both_orders_every_day_that_reads_both_ways_is_looked_at():
    found = read("02/03/2026", "13/03/2026", "14/03/2026", "03/25/2026")
    assert (found.on, "mencampur" in found.doubt) == (date(2026, 3, 2), True)
    assert read("05/05/2026", "13/03/2026", "03/25/2026") == BankDay(date(2026, 5, 5))
    # Saying the order does not make such a file clear.
    said = read("02/03/2026", "13/03/2026", "03/25/2026", told=DayOrder.DAY_FIRST)
    assert "mencampur" in said.doubt


def test_a_day_ahead_that_is_past_when_swapped_is_looked_at_and_any_other_is_refused():
    # 10 December is ahead; swapped it was 12 October.
    found = read("10/12/2026", "13/03/2026")
    assert (found.on, "belum terjadi" in found.doubt) == (date(2026, 10, 12), True)
    ahead = read("31/12/2026", "13/03/2026")
    assert isinstance(ahead, Unread)
    assert "31 Desember 2026 belum terjadi" in ahead.sentence
    assert isinstance(read("2026-12-31"), Unread)


def test_dates_of_excel_up_to_the_twelfth_among_texts_are_looked_at():
    found = read(datetime(2026, 3, 2), "13/02/2026")
    assert (found.on, "menukar" in found.doubt) == (date(2026, 3, 2), True)
    assert read(date(2026, 3, 2), date(2026, 3, 13), "14/03/2026") == BankDay(date(2026, 3, 2))
    assert read(datetime(2026, 5, 5), "13/02/2026") == BankDay(date(2026, 5, 5))
    assert read(46083) == BankDay(date(2026, 3, 2))


@pytest.mark.parametrize("cell", ["31/02/2026", "kemarin", "13/13/2026", 12, "02/03/50"])
def test_what_is_no_day_comes_back_with_the_reason(cell):
    assert isinstance(read(cell, "14/03/2026"), Unread)
    assert read(None) is None
