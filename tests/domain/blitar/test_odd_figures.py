"""A great leap of a figure and a change that nothing shows are pointed out; neither forbids anything."""

from datetime import date

import pytest

from domain.blitar.indicators import Indicator, Measured
from domain.blitar.visiting.odd_figures import figure_warnings, last_before
from domain.blitar.visiting.visit import IndicatorChange

SALES, CHANNELS, HALAL = Indicator.ANNUAL_SALES, Indicator.SALES_CHANNELS, Indicator.HALAL
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


def told(indicator, value, last, evidence="foto 1"):
    known = {} if last is None else {indicator: Measured(indicator, last, MARCH)}
    return figure_warnings([IndicatorChange(indicator=indicator, value=value, evidence=evidence)], known)


@pytest.mark.parametrize(
    ("indicator", "last", "value", "is_odd"),
    [
        (SALES, 50_000_000, 520_000_000, True),
        (SALES, 50_000_000, 250_000_000, True),  # five times exactly
        (SALES, 50_000_000, 249_999_999, False),
        (SALES, 50_000_000, 10_000_000, True),  # a fifth exactly
        (SALES, 50_000_000, 10_000_001, False),
        (SALES, 50_000_000, 0, True),
        (SALES, 0, 50_000_000, False),  # nothing to multiply
        (SALES, None, 50_000_000, False),  # not known before is not small
        (CHANNELS, 2, 10, True),
        (CHANNELS, 2, 9, False),
        (HALAL, 1, 0, False),
        (HALAL, 0, 1, False),
    ],
)
def test_five_times_the_last_value_or_a_fifth_of_it_is_a_leap(indicator, last, value, is_odd):
    assert len(told(indicator, value, last)) == is_odd


def test_a_leap_tells_both_values_and_how_far():
    (sentence,) = told(SALES, 520_000_000, 50_000_000)
    assert "Omzet setahun naik 10 kali lipat lebih: dari Rp50.000.000 menjadi Rp520.000.000." in sentence


@pytest.mark.parametrize(
    ("last", "value", "evidence", "is_odd"),
    [
        (None, 1, "", True),
        (0, 1, " ", True),
        (1, 1, "", False),  # measured again, and as before
        (None, 0, "", False),  # nothing was found
        (1, 0, "", True),
        (None, 1, "NIB 9120", False),
    ],
)
def test_a_change_without_evidence_is_pointed_out(last, value, evidence, is_odd):
    found = told(HALAL, value, last, evidence)
    assert len(found) == is_odd
    assert all("isian buktinya kosong" in one for one in found)


def test_only_what_was_known_on_the_day_of_the_visit_is_the_last_value():
    first, newest = Measured(SALES, 1, MARCH), Measured(SALES, 2, APRIL)
    assert last_before(APRIL, first, newest) == newest
    assert last_before(MARCH, first, newest) == first
    assert last_before(date(2026, 2, 1), first, newest, None) is None
