"""Arrears by age and class, what is at risk, and the provision; all amounts by hand."""

from fractions import Fraction

import pytest

from domain.sampang.servicing.ageing import AGES, Ageing, Held, Sum, provision_of
from domain.sampang.servicing.ageing_words import at_risk_in_words, lines_by_age, lines_by_class
from domain.sampang.servicing.quality import ClassLimits, Quality

LIMITS = ClassLimits(3, 6)
FOUND = Ageing(
    (
        Held(0, 4, 40_000_000, 0),
        Held(1, 1, 10_000_000, 100_000),
        Held(3, 1, 5_000_000, 50_000),
        Held(4, 1, 5_000_000, None),
        Held(13, 1, 20_000_000, 20_000_000),
    ),
    LIMITS,
)


@pytest.mark.parametrize(
    ("months", "label"),
    [
        (0, "Tidak menunggak"),
        (1, "1-3 bulan"),
        (3, "1-3 bulan"),
        (4, "4-6 bulan"),
        (6, "4-6 bulan"),
        (7, "7-12 bulan"),
        (12, "7-12 bulan"),
        (13, "Lebih dari 12 bulan"),
        (99, "Lebih dari 12 bulan"),
    ],
)
def test_every_number_of_months_has_one_age(months: int, label: str) -> None:
    assert [age.label for age in AGES if age.holds(months)] == [label]


def test_ages_and_classes_part_all_loans() -> None:
    assert [(one.told, one.sum.loans, one.sum.owed) for one in lines_by_age(FOUND)] == [
        ("Tidak menunggak", 4, 40_000_000),
        ("1-3 bulan", 2, 15_000_000),
        ("4-6 bulan", 1, 5_000_000),
        ("7-12 bulan", 0, 0),
        ("Lebih dari 12 bulan", 1, 20_000_000),
        ("Jumlah", 8, 80_000_000),
    ]
    assert [(one.told, one.sum.owed, one.provision, one.net) for one in lines_by_class(FOUND)] == [
        ("Lancar (0 bulan)", 40_000_000, "Rp0", "Rp40.000.000"),
        ("Kurang lancar (1-3 bulan)", 15_000_000, "Rp150.000", "Rp14.850.000"),
        ("Diragukan (4-6 bulan)", 5_000_000, "belum ditetapkan", "belum ditetapkan"),
        ("Macet (lebih dari 6 bulan)", 20_000_000, "Rp20.000.000", "Rp0"),
        ("Jumlah", 80_000_000, "belum ditetapkan", "belum ditetapkan"),
    ]


def test_a_class_without_loans_needs_no_percentage() -> None:
    assert Ageing((Held(0, 0, 0, None), Held(1, 1, 100, 5)), LIMITS).all == Sum(1, 100, 5)
    assert Ageing((), LIMITS).of_class(Quality.LOSS).provision == 0


def test_all_that_is_left_of_a_loan_is_at_risk_from_its_first_day_behind() -> None:
    assert FOUND.at_risk.owed == 40_000_000
    assert FOUND.share_at_risk == Fraction(1, 2)
    assert "Berisiko Rp40.000.000 pada 4 pinjaman, 50,0 % dari pokok" in at_risk_in_words(FOUND)
    assert at_risk_in_words(Ageing((), LIMITS)) == "Belum ada pinjaman yang berjalan."


@pytest.mark.parametrize(
    ("owed", "percent", "provision"),
    [
        (1_000_000, Fraction(5, 2), 25_000),
        (20, Fraction(5, 2), 1),  # 0,5 rupiah is rounded up
        (19, Fraction(5, 2), 0),
        (0, Fraction(100), 0),
        (99_999_999_999, Fraction(100), 99_999_999_999),
    ],
)
def test_a_provision_is_half_up_to_the_rupiah(owed: int, percent: Fraction, provision: int) -> None:
    assert provision_of(owed, percent) == provision
