"""The size class of a micro business, by the limits of PP 7/2021 Pasal 35."""

from datetime import date

import pytest

from domain.blitar.caseload.scale import Criterion, ScaleClass, class_of, scale_of
from tests.domain.blitar.builders import JUTA, koperasi, law, mikro

MILIAR = 1_000 * JUTA
OLD, NEW = date(2021, 2, 1), date(2021, 2, 2)  # PP 7/2021 holds since 2 February 2021
TOLD_ON = date(2026, 3, 2)
MICRO, SMALL, MEDIUM, LARGE = ScaleClass


@pytest.mark.parametrize(
    ("criterion", "amount", "expected"),
    [
        (Criterion.CAPITAL, 0, MICRO),
        (Criterion.CAPITAL, 1 * MILIAR, MICRO),
        (Criterion.CAPITAL, 1 * MILIAR + 1, SMALL),
        (Criterion.CAPITAL, 5 * MILIAR, SMALL),
        (Criterion.CAPITAL, 5 * MILIAR + 1, MEDIUM),
        (Criterion.CAPITAL, 10 * MILIAR, MEDIUM),
        (Criterion.CAPITAL, 10 * MILIAR + 1, LARGE),
        (Criterion.SALES, 0, MICRO),
        (Criterion.SALES, 2 * MILIAR, MICRO),
        (Criterion.SALES, 2 * MILIAR + 1, SMALL),
        (Criterion.SALES, 15 * MILIAR, SMALL),
        (Criterion.SALES, 15 * MILIAR + 1, MEDIUM),
        (Criterion.SALES, 50 * MILIAR, MEDIUM),
        (Criterion.SALES, 50 * MILIAR + 1, LARGE),
    ],
)
def test_a_limit_belongs_to_the_class_below_it(criterion, amount, expected):
    assert class_of(criterion, amount, law()) is expected


@pytest.mark.parametrize(
    ("founded_on", "expected", "criterion", "place"),
    [
        (OLD, SMALL, Criterion.SALES, "Ps 35 ayat (5)"),
        (NEW, MICRO, Criterion.CAPITAL, "Ps 35 ayat (3)"),
    ],
)
def test_a_business_older_than_the_pp_is_measured_by_its_sales_a_newer_one_by_its_capital(
    founded_on, expected, criterion, place
):
    client = mikro(founded_on=founded_on, capital=900 * JUTA, annual_sales=3 * MILIAR)
    found = scale_of(client, TOLD_ON, law())
    assert (found.scale, found.criterion) == (expected, criterion)
    assert found.citation.short == place


def test_the_finding_is_told_with_its_criterion_and_amount():
    old = scale_of(mikro(founded_on=OLD, annual_sales=100 * JUTA), TOLD_ON, law())
    assert old.told == "Mikro menurut hasil penjualan tahunan, Rp100.000.000"
    new = scale_of(mikro(founded_on=NEW, capital=6 * MILIAR), TOLD_ON, law())
    assert new.told == "Menengah menurut modal usaha di luar tanah dan bangunan, Rp6.000.000.000"


@pytest.mark.parametrize(
    ("blanks", "word"),
    [
        ({"founded_on": None}, "tanggal berdiri"),
        ({"founded_on": NEW, "capital": None}, "modal usaha"),
        ({"founded_on": OLD, "annual_sales": None}, "hasil penjualan"),
    ],
)
def test_what_is_missing_is_named_and_is_never_a_class(blanks, word):
    found = scale_of(mikro(**blanks), TOLD_ON, law())
    assert (found.scale, found.criterion, found.amount, found.since, found.citation) == (None,) * 5
    assert word in found.told


def test_a_blank_that_does_not_measure_the_business_is_not_missed():
    assert scale_of(mikro(founded_on=OLD, capital=None), TOLD_ON, law()).scale is MICRO
    assert scale_of(mikro(founded_on=NEW, annual_sales=None), TOLD_ON, law()).scale is MICRO


def test_a_koperasi_has_no_size_class():
    assert scale_of(koperasi(), TOLD_ON, law()) is None


def _days(*told):
    return [(date(2026, month, 1), amount * MILIAR) for month, amount in told]


@pytest.mark.parametrize(
    ("sales", "expected", "since"),
    [
        ([], MICRO, TOLD_ON),
        (_days((5, 1)), MICRO, TOLD_ON),  # micro before and after
        (_days((5, 3)), SMALL, date(2026, 5, 1)),
        (_days((5, 3), (7, 4)), SMALL, date(2026, 5, 1)),
        (_days((5, 3), (7, 1), (9, 3)), SMALL, date(2026, 9, 1)),  # the run was broken in July
        (_days((5, 3), (7, 1)), MICRO, date(2026, 7, 1)),
    ],
)
def test_the_newest_sales_count_and_the_class_holds_since_its_last_unbroken_run(sales, expected, since):
    client = mikro(founded_on=OLD, annual_sales=100 * JUTA)
    found = scale_of(client, TOLD_ON, law(), sales)
    assert (found.scale, found.since) == (expected, since)


def test_figures_told_after_a_measurement_are_newer_than_it():
    client = mikro(founded_on=OLD, annual_sales=100 * JUTA)
    found = scale_of(client, date(2026, 9, 1), law(), _days((5, 3)))
    assert (found.scale, found.since, found.amount) == (MICRO, date(2026, 9, 1), 100 * JUTA)


def test_of_one_day_the_measured_sales_count():
    client = mikro(founded_on=OLD, annual_sales=100 * JUTA)
    assert scale_of(client, date(2026, 5, 1), law(), _days((5, 3))).scale is SMALL


def test_sales_measured_at_visits_do_not_move_a_business_that_is_measured_by_capital():
    client = mikro(founded_on=NEW, capital=50 * JUTA)
    found = scale_of(client, TOLD_ON, law(), _days((5, 3)))
    assert (found.scale, found.since) == (MICRO, NEW)
