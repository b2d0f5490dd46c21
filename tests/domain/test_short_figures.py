"""Figures where there is little room: short rupiah, what changed, how long something has waited."""

from datetime import date

import pytest

from domain.blitar.instruments import at
from domain.dates import age_in_words, months_ends_before, months_up_to
from domain.headline import Counted, Headline
from domain.money import short_rupiah


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (0, "Rp0"),
        (999_999, "Rp999.999"),
        (1_000_000, "Rp1 juta"),
        (412_349_999, "Rp412,3 juta"),
        (412_350_000, "Rp412,4 juta"),
        (999_950_000, "Rp1.000 juta"),
        (1_250_000_000_000, "Rp1.250 miliar"),
        (-12_500_000, "-Rp12,5 juta"),
    ],
)
def test_rupiah_are_told_to_one_decimal_half_up(amount, told):
    assert short_rupiah(amount) == told


def test_a_wait_is_told_in_days():
    assert age_in_words(date(2026, 10, 16), date(2026, 11, 30)) == "45 hari"
    assert age_in_words(date(2026, 11, 30), date(2026, 11, 30)) == "hari ini"


def test_the_months_before_a_day_end_on_their_last_days():
    assert months_ends_before(date(2028, 3, 31), 2) == (date(2028, 1, 31), date(2028, 2, 29))
    assert months_up_to(date(2026, 1, 31), 2) == (date(2025, 12, 1), date(2026, 1, 1))


def headline(**changed):
    told = {
        "key": "x", "title": "x", "meaning": "x", "amount": 21, "parts": (), "parts_by": "x",
        "citation": at("3"),
    }  # fmt: skip
    return Headline(**(told | changed))


def test_a_change_is_told_with_a_sign():
    assert headline(before=18).change_in_short == "▲ 3"
    assert headline(before=22).change_in_short == "▼ 1"
    assert headline(before=21).change_in_short == "= tetap"
    assert headline().change_in_short == ""


def test_what_is_not_known_is_no_zero():
    unknown = headline(amount=0, is_known=False, counted=Counted.RUPIAH)
    assert unknown.in_short == "?"
    assert unknown.in_words == "belum diketahui"


def test_a_part_of_a_whole_is_told_with_it():
    assert headline(whole=22).in_short == "21/22"
