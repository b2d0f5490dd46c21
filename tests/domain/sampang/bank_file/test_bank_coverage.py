"""Up to which day the bank's data is in, when it is late (VII.8), and when letters may count (O-09)."""

from datetime import date

import pytest

from domain.sampang.bank_file.bank_coverage import (
    Covered,
    counting_day,
    data_until,
    duties,
    is_late,
    missing_months,
    needed_until,
)
from domain.sampang.bank_file.bank_records import FileTold, check_told, first_after, usual_last


def october(came_in=date(2026, 11, 5)):
    return Covered(date(2026, 10, 1), date(2026, 10, 31), came_in)


def november(came_in=date(2026, 12, 12)):
    return Covered(date(2026, 11, 1), date(2026, 11, 30), came_in)


def test_the_data_reaches_the_end_of_what_follows_on_without_a_gap():
    assert data_until([]) is None
    assert data_until([november(), october()]) == date(2026, 11, 30)
    late = Covered(date(2026, 12, 2), date(2026, 12, 31), date(2027, 1, 4))
    assert data_until([october(), november(), late]) == date(2026, 11, 30)
    overlapping = Covered(date(2026, 10, 20), date(2026, 11, 12), date(2026, 11, 13))
    assert data_until([october(), overlapping]) == date(2026, 11, 12)
    within = Covered(date(2026, 10, 5), date(2026, 10, 9), date(2026, 11, 13))
    assert data_until([october(), within]) == date(2026, 10, 31)


@pytest.mark.parametrize(
    ("day", "needed"),
    [
        (date(2026, 12, 10), date(2026, 10, 31)),
        (date(2026, 12, 11), date(2026, 11, 30)),
        (date(2027, 1, 10), date(2026, 11, 30)),
        (date(2027, 1, 11), date(2026, 12, 31)),
        (date(2028, 3, 11), date(2028, 2, 29)),
    ],
)
def test_from_the_eleventh_the_month_before_must_be_in(day, needed):
    assert needed_until(day) == needed


def test_letters_count_on_the_last_day_with_data_and_not_at_all_while_a_month_is_missing():
    until = date(2026, 10, 31)
    assert counting_day(until, date(2026, 12, 10)) == until
    assert counting_day(until, date(2026, 12, 11)) is None
    assert counting_day(date(2026, 12, 31), date(2026, 12, 20)) == date(2026, 12, 20)
    assert counting_day(None, date(2026, 12, 1)) is None


def test_a_late_file_is_told_with_its_month_and_the_tenth():
    assert not is_late(date(2026, 10, 31), date(2026, 12, 10))
    assert missing_months(date(2026, 10, 31), date(2026, 12, 10)) == ""
    assert missing_months(date(2026, 10, 31), date(2026, 12, 11)) == (
        "Berkas November 2026 belum masuk; terlambat sejak 10 Desember 2026."
    )
    assert "Belum ada berkas bank" in missing_months(None, date(2026, 12, 11))


def test_the_duty_of_a_month_is_done_when_all_its_days_are_in():
    found = duties([october(), november()], date(2026, 12, 20), 3)
    assert [(one.month.month, one.came_in, one.is_late) for one in found] == [
        (11, date(2026, 12, 12), True),
        (10, date(2026, 11, 5), False),
        (9, None, True),
    ]
    assert found[0].told == "masuk 12 Desember 2026, terlambat"
    half = Covered(date(2026, 11, 1), date(2026, 11, 20), date(2026, 11, 21))
    rest = Covered(date(2026, 11, 21), date(2026, 12, 3), date(2026, 12, 4))
    (one,) = duties([half, rest], date(2026, 12, 20), 1)
    assert (one.came_in, one.is_late) == (date(2026, 12, 4), False)
    (open_one,) = duties([half], date(2026, 12, 10), 1)
    assert (open_one.came_in, open_one.is_late) == (None, False)


@pytest.mark.parametrize(
    ("first", "last", "newest", "because"),
    [
        (date(2026, 11, 2), date(2026, 11, 1), None, "mendahului"),
        (date(2026, 11, 1), date(2026, 12, 9), None, "belum terjadi"),
        (date(2026, 11, 1), date(2026, 11, 20), date(2026, 11, 21), "setoran 21 November 2026"),
        (date(2026, 11, 1), date(2026, 11, 30), date(2026, 11, 30), ""),
    ],
)
def test_the_days_of_a_file_are_held_against_its_rows_and_today(first, last, newest, because):
    told = FileTold(bank="Bank Jatim", name="nov.csv", first=first, last=last)
    days = (newest, newest) if newest else None
    problems = check_told(told, days, date(2026, 12, 8))
    assert [because in one.sentence for one in problems] == ([True] if because else [])


@pytest.mark.parametrize(
    ("until", "oldest", "first"),
    [
        (None, date(2026, 11, 13), date(2026, 11, 1)),
        (date(2026, 10, 31), date(2026, 11, 13), date(2026, 11, 1)),
        (date(2026, 10, 20), date(2026, 11, 13), date(2026, 10, 21)),
        (date(2026, 11, 30), date(2026, 11, 13), date(2026, 11, 1)),
        (date(2026, 10, 31), None, date(2026, 11, 1)),
    ],
)
def test_a_file_is_taken_to_go_on_after_the_last_one_or_to_repeat_its_months(until, oldest, first):
    assert first_after(until, oldest, date(2026, 12, 8)) == first


def test_a_file_is_taken_to_reach_the_end_of_the_last_month_or_today():
    assert usual_last(date(2026, 11, 28), date(2026, 12, 8)) == date(2026, 11, 30)
    assert usual_last(date(2026, 12, 3), date(2026, 12, 8)) == date(2026, 12, 8)
    assert usual_last(None, date(2026, 12, 8)) == date(2026, 11, 30)
