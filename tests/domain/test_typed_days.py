"""A day that a person types is read as it was meant, or refused with its reason; never moved."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.problems import Problem
from domain.typed_days import FIRST_DAY, LAST_DAY, parse_day, typed_day

MARCH_5 = date(2026, 3, 5)
MONTHS = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
]  # fmt: skip
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


@pytest.mark.parametrize(
    "typed",
    [
        "5/3/26", "05/03/26", "5-3-2026", "05.03.2026", "5 Maret 2026", "5 mar 26", "5Mar2026", "5-Mar-26",
        "Kamis, 5 Maret 2026", "kamis 5/3/2026", "2026-03-05", "2026/3/5", "2026-03-05 00:00:00",
        " 5 / 3 / 2026 ", "05032026", "20260305", "5 3 2026", "５/３/２０２６", "5 Maret 2026.",
    ],
)  # fmt: skip
def test_the_ways_in_which_people_write_a_day_give_that_day(typed):
    assert parse_day(typed) == MARCH_5


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("29/02/2024", date(2024, 2, 29)),
        ("31/12/2100", date(2100, 12, 31)),
        ("1/1/1900", date(1900, 1, 1)),
        ("17/8/45", None),
        ("1/1/39", date(2039, 1, 1)),
        ("1/1/40", None),
        ("1/1/59", None),
        ("1/1/60", date(1960, 1, 1)),
        ("1/1/99", date(1999, 1, 1)),
        ("10 Nopember 2026", date(2026, 11, 10)),
        ("10 Pebruari 2026", date(2026, 2, 10)),
        ("Jum'at, 6 Maret 2026", date(2026, 3, 6)),
        ("Jum’at, 6 Maret 2026", date(2026, 3, 6)),
        ("Ahad 8 Maret 2026", date(2026, 3, 8)),
        ("12 May 2026", date(2026, 5, 12)),
        ("20102010", date(2010, 10, 20)),
        ("01022003", date(2003, 2, 1)),
        ("19991231", date(1999, 12, 31)),
    ],
)
def test_the_corners_of_days_and_of_short_years(typed, day):
    read = parse_day(typed)
    assert isinstance(read, Problem) if day is None else read == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/02/2026", "Februari 2026 hanya mempunyai tanggal 1 sampai 28"),
        ("29/2/2026", "sampai 28"),
        ("31 April 2026", "sampai 30"),
        ("0/3/2026", "tanggal 1 sampai 31"),
        ("5/13/2026", "Bila maksudnya 13 Mei 2026, tulis 13/5/2026"),
        ("31/13/2026", "Bulan 13 tidak ada"),
        ("2026-13-05", "dibaca tahun-bulan-hari"),
        ("17/8/45", "dapat berarti 1945 atau 2045"),
        ("5/3", "Tahunnya belum ditulis"),
        ("5 Maret", "Tahunnya belum ditulis"),
        ("5/3/202", "tidak terbaca"),
        ("5/3/20266", "tidak terbaca"),
        ("5/3/0026", "di luar 1900 sampai 2100"),
        ("1/1/2101", "di luar 1900 sampai 2100"),
        ("Jumat, 5 Maret 2026", "jatuh pada hari Kamis"),
        ("5 Marset 2026", "“marset” tidak dikenal"),
        ("31022026", "sampai 28"),
        ("besok", "tidak terbaca"),
        ("=TODAY()", "tidak terbaca"),
        ("46086", "tidak terbaca"),
        ("5/3/2026 08:30", "tidak terbaca"),
        ("9" * 5000, "tidak terbaca"),
        ("٥/٣/٢٠٢٦x", "tidak terbaca"),
    ],
)
def test_what_cannot_be_a_day_or_can_be_two_is_said(typed, said):
    read = parse_day(typed, "on")
    assert isinstance(read, Problem), read
    assert read.field == "on"
    assert said in read.sentence


@pytest.mark.parametrize("blank", ["", "   ", "\t\n", "."])
def test_a_blank_is_no_day_and_no_fault(blank):
    assert parse_day(blank) is None


DAYS = st.dates(FIRST_DAY, LAST_DAY)


@given(
    DAYS,
    st.sampled_from(["{0.day}/{0.month}/{0.year}", "{0:%d-%m-%Y}", "{0:%d.%m.%Y}", "{0:%Y-%m-%d}", "name"]),
)
def test_every_day_comes_back_from_every_spelling(day, spelling):
    named = f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"
    assert parse_day(named if spelling == "name" else spelling.format(day)) == day


@given(DAYS)
def test_a_day_shown_in_a_field_is_read_as_the_same_day(day):
    assert parse_day(typed_day(day)) == day


@given(st.integers(0, 40), st.integers(0, 20), st.integers(1890, 2110), st.sampled_from("/-. "))
def test_figures_give_the_day_that_the_calendar_knows_or_none(day, month, year, separator):
    typed = f"{day}{separator}{month}{separator}{year}"
    try:
        known = datetime.strptime(f"{day} {month} {year}", "%d %m %Y").date()
    except ValueError:
        known = None
    read = parse_day(typed)
    if known is not None and FIRST_DAY <= known <= LAST_DAY:
        assert read == known
    else:
        assert isinstance(read, Problem)


@given(st.text(max_size=30))
def test_any_text_gives_a_day_a_problem_or_nothing(text):
    assert isinstance(parse_day(text), date | Problem | None)


@pytest.mark.parametrize("shift", range(1, 7))
def test_a_weekday_that_is_not_the_days_own_is_refused(shift):
    read = parse_day(f"Kamis, {MARCH_5 + timedelta(days=shift):%d/%m/%Y}")
    assert isinstance(read, Problem)
    assert "jatuh pada hari" in read.sentence
