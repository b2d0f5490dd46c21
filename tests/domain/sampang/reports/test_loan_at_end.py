"""Due days gone by before a day, by hand; they are those of the loan's own rows, and go on after them."""

from datetime import date

import pytest

from domain.sampang.reports.loan_at_end import due_days_gone
from domain.sampang.reports.report_shape import as_of, first_shown, months_to_report


@pytest.mark.parametrize(
    ("lent", "day", "gone"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 0),  # due on that day
        (date(2026, 1, 31), date(2026, 3, 1), 1),
        (date(2026, 1, 31), date(2026, 3, 31), 1),
        (date(2026, 1, 31), date(2026, 4, 1), 2),
        (date(2026, 1, 15), date(2026, 1, 31), 0),
        (date(2024, 2, 29), date(2025, 3, 1), 12),  # due on 28 February
        (date(2026, 1, 15), date(2030, 1, 16), 48),
        (date(2026, 5, 1), date(2026, 4, 1), 0),
    ],
)
def test_a_due_day_is_gone_on_the_day_after_it(lent, day, gone):
    assert due_days_gone(lent, lent.day, day) == gone


def test_a_report_is_of_the_months_last_day_or_of_today_while_it_runs():
    assert as_of(date(2026, 2, 1), date(2026, 3, 5)) == date(2026, 2, 28)
    assert as_of(date(2026, 3, 1), date(2026, 3, 5)) == date(2026, 3, 5)


def test_months_go_back_to_the_opening_and_the_last_whole_one_is_shown_first():
    since, today = date(2025, 12, 20), date(2026, 2, 10)
    assert months_to_report(since, today) == (date(2026, 2, 1), date(2026, 1, 1), date(2025, 12, 1))
    assert first_shown(since, today) == date(2026, 1, 1)
    assert first_shown(date(2026, 2, 3), today) == date(2026, 2, 1)
