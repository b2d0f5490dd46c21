"""Days late in ranges: each number of days has one, and the due days of a range are those of its days."""

from datetime import date, timedelta

import pytest

from domain.sampang.servicing.days_late import DaysLate, DueDays, Pressing, days_late

DAY = date(2026, 12, 12)


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (1, "1-30 hari"), (30, "1-30 hari"), (31, "31-90 hari"), (90, "31-90 hari"), (91, "91-180 hari"),
        (180, "91-180 hari"), (181, "181-365 hari"), (365, "181-365 hari"), (366, "lebih dari 365 hari"),
        (4000, "lebih dari 365 hari"),
    ],
)  # fmt: skip
def test_every_late_loan_is_of_one_range(days, label):
    oldest = DAY - timedelta(days=days)
    ranges = [(one.label, one.due_days(DAY)) for one in DaysLate]
    assert [told for told, due in ranges if (due.first or oldest) <= oldest <= due.last] == [label]


def test_a_loan_is_late_from_the_day_after_its_due_day():
    assert days_late(DAY, DAY) == 0
    assert days_late(DAY + timedelta(days=9), DAY) == 0
    assert days_late(DAY - timedelta(days=1), DAY) == 1
    assert not any(one.due_days(DAY).last >= DAY for one in DaysLate)


def test_who_presses_is_due_from_today_for_seven_days_or_behind_for_at_most_thirty():
    day = date(2026, 11, 30)
    assert Pressing.DUE_SOON.due_days(day) == DueDays(date(2026, 11, 30), date(2026, 12, 6))
    assert Pressing.NEWLY_LATE.due_days(day) == DueDays(date(2026, 10, 31), date(2026, 11, 29))
