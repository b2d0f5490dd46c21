"""Completed months, due dates, and days as letters print them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import (
    JAKARTA,
    add_months,
    completion_day,
    full_months,
    indonesian_date,
    indonesian_moment,
    months_in_words,
    year_of,
)

DAYS = st.dates(min_value=date(1980, 1, 1), max_value=date(2060, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 3, 2), date(2026, 3, 2), 0),
        (date(2026, 3, 2), date(2026, 4, 1), 0),
        (date(2026, 3, 2), date(2026, 4, 2), 1),
        (date(2024, 3, 2), date(2026, 3, 1), 23),
        (date(2024, 3, 2), date(2026, 3, 2), 24),
        (date(2024, 2, 29), date(2026, 2, 28), 23),
        (date(2024, 2, 29), date(2026, 3, 1), 24),
        (date(2024, 2, 29), date(2028, 2, 29), 48),
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 31), date(2026, 3, 1), 1),
        (date(2026, 1, 31), date(2026, 3, 31), 2),
        (date(2025, 12, 31), date(2026, 1, 1), 0),
    ],
)
def test_a_month_counts_once_it_is_complete(start: date, end: date, months: int) -> None:
    assert full_months(start, end) == months


def test_months_are_never_counted_backwards() -> None:
    with pytest.raises(ValueError, match="start <= end"):
        full_months(date(2026, 3, 2), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("start", "months", "day"),
    [
        (date(2024, 2, 29), 24, date(2026, 3, 1)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 3, 1)),
        (date(2025, 12, 31), 2, date(2026, 3, 1)),
        (date(2026, 3, 2), 0, date(2026, 3, 2)),
        (date(2025, 11, 15), 2, date(2026, 1, 15)),
    ],
)
def test_a_term_is_complete_on_its_own_day_number_or_the_next_first(
    start: date, months: int, day: date
) -> None:
    assert completion_day(start, months) == day


@given(DAYS, st.integers(min_value=0, max_value=480))
def test_the_completion_day_is_the_first_day_with_that_many_months(start: date, n: int) -> None:
    day = completion_day(start, n)
    assert full_months(start, day) >= n
    if day > start:
        assert full_months(start, day - timedelta(days=1)) < n


def test_a_term_of_negative_length_is_a_mistake_in_the_code() -> None:
    with pytest.raises(ValueError, match="months >= 0"):
        completion_day(date(2026, 3, 2), -1)


@pytest.mark.parametrize(
    ("day", "n", "due"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 5), -1, date(2025, 12, 5)),
        (date(2026, 1, 5), 0, date(2026, 1, 5)),
    ],
)
def test_a_due_date_is_clipped_to_the_end_of_its_month(day: date, n: int, due: date) -> None:
    assert add_months(day, n) == due


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2026, 1, 31), "31 Januari 2026"),
        (date(2026, 3, 2), "2 Maret 2026"),
        (date(2026, 8, 17), "17 Agustus 2026"),
        (date(2026, 12, 1), "1 Desember 2026"),
    ],
)
def test_a_day_is_printed_in_full_indonesian(day: date, printed: str) -> None:
    assert indonesian_date(day) == printed


def test_a_moment_is_printed_in_jakarta_time_even_when_the_day_differs() -> None:
    assert indonesian_moment(datetime(2026, 3, 2, 10, 14, tzinfo=JAKARTA)) == "2 Maret 2026 10.14"
    assert indonesian_moment(datetime(2026, 3, 1, 18, 5, tzinfo=UTC)) == "2 Maret 2026 01.05"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        indonesian_moment(datetime(2026, 3, 2, 10, 14))


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "0 bulan"),
        (8, "8 bulan"),
        (12, "1 tahun"),
        (13, "1 tahun 1 bulan"),
        (24, "2 tahun"),
        (61, "5 tahun 1 bulan"),
    ],
)
def test_a_tenor_is_printed_in_years_and_months(months: int, words: str) -> None:
    assert months_in_words(months) == words


def test_a_negative_tenor_is_a_mistake_in_the_code() -> None:
    with pytest.raises(ValueError, match="n >= 0"):
        months_in_words(-1)


def test_a_year_runs_from_its_first_day_to_its_last():
    assert year_of(date(2024, 2, 29)) == (date(2024, 1, 1), date(2024, 12, 31))
