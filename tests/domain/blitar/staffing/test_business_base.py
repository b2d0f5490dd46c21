"""The binaan per 1.000 usaha: exact, of the count that holds on the day, and unknown where nobody counted."""

from datetime import date
from fractions import Fraction

import pytest

from domain.blitar.parameters import BUSINESS_COUNTS
from domain.blitar.programme import BLITAR
from domain.blitar.staffing.business_base import base_on, base_told, in_tenths, per_thousand
from domain.regions.business_counts import BusinessCount, BusinessCounts
from domain.regulation.law_in_force import Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import OfficeDecision

HERE = "35.05.01"
FIRST, SECOND = date(2024, 12, 31), date(2025, 12, 31)


def entered(day, businesses):
    counts = BusinessCounts(f"Hitungan {day.year}", {HERE: BusinessCount(businesses, 10)})
    return BUSINESS_COUNTS.key, DatedValue(day, counts.written(), OfficeDecision("x", decided_by="Yuni"))


def base(day):
    practice = Practice(settings=(entered(FIRST, 900), entered(SECOND, 1100)))
    return base_on(BLITAR.law_on(day, practice))


@pytest.mark.parametrize(
    ("day", "businesses"),
    [(FIRST, 900), (date(2025, 12, 30), 900), (SECOND, 1100), (date(2026, 3, 1), 1100)],
)
def test_a_later_count_leaves_the_earlier_one_to_its_days(day, businesses):
    assert base(day).of(HERE) == BusinessCount(businesses, 10)


def test_before_the_first_count_there_is_none():
    assert base(date(2024, 12, 30)) is None


def test_a_kecamatan_that_was_not_counted_has_none():
    assert base(SECOND).of("35.05.02") is None


def test_source_and_day_are_told():
    told = "Jumlah usaha mikro dan koperasi keadaan 31 Desember 2025, sumber: Hitungan 2025."
    assert base_told(base(date(2026, 3, 1))) == told


def test_without_a_count_it_is_told_who_can_enter_it():
    assert "belum dimasukkan kantor" in base_told(None)


@pytest.mark.parametrize(
    ("clients", "count", "rate"),
    [
        (12, BusinessCount(2000, 400), Fraction(5)),
        (7, BusinessCount(2990, 10), Fraction(7, 3)),
        (0, BusinessCount(50, 0), Fraction(0)),
        (5, None, None),
        (5, BusinessCount(0, 0), None),
    ],
)
def test_the_rate_is_exact_and_unknown_without_a_count(clients, count, rate):
    assert per_thousand(clients, count) == rate


@pytest.mark.parametrize(
    ("rate", "tenths"),
    [
        (Fraction(7, 3), Fraction(23, 10)),
        (Fraction(1, 4), Fraction(3, 10)),
        (Fraction(35, 100), Fraction(4, 10)),
        (Fraction(1, 100), Fraction(1, 10)),
        (Fraction(0), Fraction(0)),
        (Fraction(12), Fraction(12)),
    ],
)
def test_half_a_tenth_goes_up_and_only_nothing_is_nought(rate, tenths):
    assert in_tenths(rate) == tenths
