"""Reasons in the words of the thing itself, the easiest way first, and what does not apply is not "met"."""

from datetime import date
from typing import Any

import pytest

from domain.regulation.outcomes import Outcome, counts_of, outcome_of
from domain.sampang.kinds import LandSituation, Plate, Premises, PriceLetter
from domain.sampang.next_steps import first_ways, way_in_words
from domain.sampang.what_is_wrong import what_is_wrong
from tests.domain.sampang.builders import (
    JUTA,
    assessed,
    examined,
    koperasi,
    mikro,
    mobil,
    motor,
    tanah,
    usaha,
)


def why(thing: Any) -> tuple[str, ...]:
    (found,) = examined(usaha(collateral=(thing,))).collateral
    return found.why


@pytest.mark.parametrize(
    ("thing", "sentences"),
    [
        (
            mobil(description="Truk", year=2003, title_year=2003),
            ("Truk tahun 2003 terlalu tua: roda empat paling tua 2005",),
        ),
        (motor(year=2012, title_year=2012), ("kendaraan tahun 2012 terlalu tua: roda dua paling tua 2013",)),
        (
            mobil(owned_by_applicant=False, power_of_attorney=False),
            ("atas nama orang lain", "belum ada surat kuasa bermeterai dari semua pemilik"),
        ),
        (mobil(plate=Plate.OTHER), ("belum ada kuitansi jual beli",)),
        (
            mobil(plate=Plate.OTHER, sale_receipt=True, owned_by_applicant=False, power_of_attorney=True),
            ("nomor polisi daerah lain hanya diterima bila kendaraannya atas nama pemohon/pengurus",),
        ),
        (mobil(assessed_by=""), ("belum diketahui: Siapa yang menaksir nilainya?",)),
    ],
)
def test_a_thing_that_does_not_count_says_what_is_true_of_it(thing: Any, sentences: tuple[str, ...]) -> None:
    assert why(thing) == sentences


def test_a_thing_that_counts_says_so_too() -> None:
    assert "atas nama pemohon/pengurus" in why(tanah(price_letter=PriceLetter.LURAH))
    assert why(tanah(situation=LandSituation.OUTSIDE, price_letter=PriceLetter.CAMAT))


def ways(letter: dict[str, Any], amount: int = 4 * JUTA) -> list[str]:
    found = assessed(mikro(amount=amount, has_licence=False, **letter)).finding("IV.2.b")
    return [way_in_words(way) for way in first_ways(found)]


def test_a_better_letter_of_the_village_comes_before_a_licence() -> None:
    first, second = ways({"letter_states_small_capital": False})
    assert first == "minta surat desa/kelurahan yang juga menyebut permodalan sangat kecil"
    assert second == "urus izin usaha (NIB)"


def test_where_the_loan_is_too_large_for_the_exemption_the_licence_comes_before_a_smaller_loan() -> None:
    first, *_ = ways({"letter_states_small_capital": False}, amount=5 * JUTA)
    assert first == "urus izin usaha (NIB)"


@pytest.mark.parametrize(
    ("application", "rule_id", "expected"),
    [
        (usaha(), "III.7", Outcome.NOT_APPLICABLE),
        (usaha(), "VIII.5.f", Outcome.NOT_APPLICABLE),
        (usaha(), "Pasal II", Outcome.NOT_APPLICABLE),
        (usaha(premises=Premises.OWN), "IV.2.f", Outcome.NOT_APPLICABLE),
        (
            usaha(premises=Premises.RENTED, lease_from=date(2025, 1, 1), lease_until=date(2028, 1, 1)),
            "IV.2.f",
            Outcome.MET,
        ),
        (
            usaha(premises=Premises.RENTED, lease_from=date(2025, 1, 1), lease_until=date(2027, 12, 1)),
            "IV.2.f",
            Outcome.NOT_MET,
        ),
        (mikro(), "VIII.1.b/minimal", Outcome.NOT_APPLICABLE),
        (usaha(), "VIII.1.b/minimal", Outcome.MET),
        (usaha(), "IV.2.g", Outcome.MET),
        (koperasi(), "IV.1.j", Outcome.NOT_APPLICABLE),
        (koperasi(), "IV.1.i", Outcome.MET),
        (koperasi(functional=True, secondary_recommendation=True), "IV.1.i", Outcome.NOT_APPLICABLE),
    ],
)
def test_what_asks_nothing_of_this_applicant_does_not_apply(
    application: Any, rule_id: str, expected: Outcome
) -> None:
    assert outcome_of(assessed(application).finding(rule_id)) is expected


def test_what_does_not_apply_is_counted_apart_and_hinders_nobody() -> None:
    found = assessed(usaha(premises=Premises.OWN))
    counts = dict(counts_of(found))
    deciding = [one for one in found.findings if one.decides]
    assert counts[Outcome.NOT_APPLICABLE] >= 4
    assert sum(counts.values()) == len(deciding)


def test_what_is_wrong_names_what_fails_and_what_does_not_count_but_nothing_unknown() -> None:
    truck = mobil(26 * JUTA, description="Truk", year=2003, title_year=2003)
    found = examined(usaha(collateral=(truck,), owner_arrears=True, business_arrears=None))
    assert what_is_wrong(found) == (
        "Ada tunggakan kredit atas nama pemilik (IV.2.d)",
        "Agunan yang dihitung belum mencapai 130 % nilai kredit: Rp0, perlu Rp26.000.000 (IV.2.g)",
        "Agunan 1 tidak dihitung: Truk tahun 2003 terlalu tua: roda empat paling tua 2005 (IV.2.g.2)",
    )
