"""Where Excel may have swapped day and month a person is asked, and the answer holds for the whole column."""

from datetime import date, datetime

import pytest

from domain.blitar.visiting.pile_columns import Column
from domain.blitar.visiting.pile_rows import RawRow
from domain.blitar.visiting.pile_swaps import as_answered, swap_doubts

FEBRUARY_3, MAY_5 = date(2026, 2, 3), date(2026, 5, 5)


def rows(*days, column=Column.DAY):
    return tuple(RawRow(line, {column: day}) for line, day in enumerate(days, 2))


def test_dates_up_to_the_twelfth_among_texts_are_asked_about_with_an_example():
    (doubt,) = swap_doubts(rows(MAY_5, "13/02/2026", datetime(2026, 2, 3), "28-02-2026", None, "kemarin"))
    assert (doubt.column, doubt.dates, doubt.texts) == (Column.DAY, 2, 2)
    assert (doubt.line, doubt.on, doubt.swapped_on) == (4, FEBRUARY_3, date(2026, 3, 2))


@pytest.mark.parametrize(
    "days",
    [
        (FEBRUARY_3, date(2026, 2, 13), "14/02/2026"),  # the 13th is no month, so nothing was swapped
        (FEBRUARY_3, date(2026, 4, 5)),
        ("02/03/2026", "13/02/2026"),
        (FEBRUARY_3, "2 Maret 2026", "2026-03-02"),  # texts that read in one way only
        (MAY_5, "13/02/2026"),  # the same either way
    ],
)
def test_a_column_that_reads_in_one_way_is_not_asked_about(days):
    assert swap_doubts(rows(*days)) == ()


def test_a_number_that_excel_shows_as_a_date_counts_as_one_and_each_column_is_asked_about():
    both = (*rows(46056, "13/02/2026"), *rows(FEBRUARY_3, "13/02/2026", column=Column.DUE))
    assert [(one.column, one.on) for one in swap_doubts(both)] == [
        (Column.DAY, FEBRUARY_3), (Column.DUE, FEBRUARY_3),
    ]  # fmt: skip


@pytest.mark.parametrize(("is_swapped", "day"), [(True, date(2026, 3, 2)), (False, FEBRUARY_3)])
def test_the_answer_makes_every_readable_day_a_date_that_nobody_asks_about_again(is_swapped, day):
    told = as_answered(rows(datetime(2026, 2, 3), "13/02/2026", "31/02/2026", None), {Column.DAY: is_swapped})
    assert [row.cells[Column.DAY] for row in told] == [day, date(2026, 2, 13), "31/02/2026", None]
    assert swap_doubts(told[:2]) == ()
    assert [row.line for row in told] == [2, 3, 4, 5]
