"""How much at most, which limit binds, and the cheapest ways to the requested amount."""

from typing import Any

import pytest

from domain.sampang.application import LoanApplication
from domain.sampang.kinds import CooperativeLevel, Plate, PriceLetter
from domain.sampang.routes import Route
from tests.domain.sampang.builders import (
    JUTA,
    barang,
    examined,
    koperasi,
    law,
    lkm,
    mikro,
    mobil,
    most,
    sentra,
    settled,
    tanah,
    usaha,
)

SECONDARY = {"level": CooperativeLevel.SECONDARY}
NOT_YET: dict[str, Any] = {"owned_by_applicant": False, "power_of_attorney": False}


@pytest.mark.parametrize(
    ("application", "amount", "binding"),
    [
        (usaha(collateral=(tanah(26 * JUTA),)), 20 * JUTA, "collateral"),
        (usaha(collateral=(tanah(129_999_999),)), 99_999_999, "collateral"),
        (usaha(collateral=(tanah(260 * JUTA),)), 100 * JUTA, "ceiling"),
        (usaha(collateral=(mobil(26 * JUTA),)), 20 * JUTA, "collateral"),
        (usaha(collateral=(mobil(260 * JUTA),)), 30 * JUTA, "ceiling"),
        (usaha(collateral=()), 0, "collateral"),
        (mikro(), 5 * JUTA, "ceiling"),
        (mikro(collateral=(tanah(1_300_000),)), 1_000_000, "collateral"),
        (koperasi(collateral=(tanah(260 * JUTA),)), 150 * JUTA, "ceiling"),
        (koperasi(**SECONDARY, collateral=(tanah(260 * JUTA),)), 200 * JUTA, "collateral"),
        (koperasi(**SECONDARY, collateral=(tanah(400 * JUTA),)), 250 * JUTA, "ceiling"),
        (koperasi(functional=True, secondary_recommendation=True, collateral=()), 150 * JUTA, "ceiling"),
        (lkm(collateral=(tanah(65 * JUTA),)), 50 * JUTA, "collateral"),
        (sentra(collateral=(mobil(65 * JUTA),)), 30 * JUTA, "ceiling"),
    ],
)
def test_the_largest_loan_is_the_smallest_of_its_limits(
    application: LoanApplication, amount: int, binding: str
) -> None:
    found = most(application)
    assert (found.amount, found.binding.limit.id) == (amount, binding)
    assert found.is_certain


def test_every_limit_names_its_provision() -> None:
    for build, ratio in ((koperasi, "IV.1.i"), (usaha, "IV.2.g"), (lkm, "IV.3.f"), (sentra, "IV.4.f")):
        places = [figure.limit.citations[0].short for figure in most(build()).limits]
        assert places == ["VIII.1.b", ratio]


def test_what_is_not_known_counts_as_nothing_and_says_what_it_could_be() -> None:
    found = most(usaha(collateral=(tanah(26 * JUTA), tanah(None))))
    assert (found.amount, found.could_be) == (20 * JUTA, 100 * JUTA)
    assert not found.is_certain


def test_a_level_that_is_not_known_counts_as_the_lower_one() -> None:
    found = most(koperasi(level=None, collateral=(tanah(1_300 * JUTA),)))
    assert (found.amount, found.could_be) == (150 * JUTA, 250 * JUTA)


def test_the_largest_loan_under_other_readings_is_named() -> None:
    found = most(usaha(collateral=(tanah(26 * JUTA), mobil(1_000 * JUTA))))
    elsewhere = {f"{entry.id} {letter}": amount for entry, letter, amount in found.elsewhere}
    assert found.amount == 50 * JUTA
    assert elsewhere["S-06 A"] == 100 * JUTA
    assert elsewhere["S-06 B"] == 130 * JUTA
    assert elsewhere["S-06 C"] == 30 * JUTA


def test_under_the_reading_with_interest_the_same_collateral_carries_less() -> None:
    # 30,68 juta carry 20 juta for 36 months: 30.680.000 / 1,3 / 1,18.
    found = most(usaha(collateral=(tanah(30_680_000),)))
    assert {f"{e.id} {letter}": amount for e, letter, amount in found.elsewhere}["S-10 B"] == 20 * JUTA
    assert found.amount == 23_600_000


@pytest.mark.parametrize(
    ("collateral", "reading", "amount"),
    [
        ((), "S-12 C", 4_999_999),
        ((tanah(130),), "S-12 B", 4_999_999),
        ((barang(1, statement=False),), "S-12 B", 4_999_999),
        ((tanah(130),), "S-12 C", 4_999_999),
    ],
)
def test_a_small_micro_loan_without_130_per_cent_stays_below_five_million(
    collateral: Any, reading: str, amount: int
) -> None:
    found = most(mikro(collateral=collateral))
    assert {f"{e.id} {letter}": value for e, letter, value in found.elsewhere}[reading] == amount


@pytest.mark.parametrize("nothing", [(), (barang(0),)])
def test_a_small_micro_loan_rests_on_something_where_any_collateral_will_do(nothing: Any) -> None:
    found = most(mikro(collateral=nothing), law(practice=settled("S-12", "B")))
    assert found.amount == 0


def test_the_loan_may_not_exceed_the_micro_ceiling_though_another_reading_lifts_it() -> None:
    found = most(mikro(collateral=(tanah(130 * JUTA),)))
    assert {f"{e.id} {letter}": value for e, letter, value in found.elsewhere} == {"S-02 B": 100 * JUTA}


# ---- routes ------------------------------------------------------------------------------------
def routes(application: LoanApplication) -> tuple[Route, ...]:
    return examined(application).routes


def sentences(application: LoanApplication) -> list[str]:
    return [route.sentence for route in routes(application)]


def test_within_reach_there_is_nothing_to_do() -> None:
    assert routes(usaha()) == ()
    assert routes(usaha(amount=None)) == ()


def test_the_routes_are_a_smaller_loan_or_13_more_of_any_collateral() -> None:
    # 13 juta carry 10 juta; the other 10 juta need 13 juta more.
    assert sentences(usaha(collateral=(tanah(13 * JUTA),))) == [
        "turunkan pinjaman ke Rp10.000.000",
        "tambah agunan tanah bersertifikat senilai Rp13.000.000",
        "tambah agunan kendaraan (BPKB) senilai Rp13.000.000",
        "tambah agunan barang sebagai jaminan tambahan senilai Rp13.000.000",
    ]


def test_where_a_paper_is_enough_it_comes_first() -> None:
    application = usaha(collateral=(tanah(26 * JUTA, **NOT_YET),))
    first = routes(application)[0]
    assert first.sentence == "agunan 1: lengkapi surat kuasa bermeterai dari semua pemilik"
    assert (first.reaches, first.citations[0].short) == (20 * JUTA, "IV.2.g.1")


def test_two_papers_that_only_help_together_are_one_route() -> None:
    land = tanah(26 * JUTA, **NOT_YET, price_letter=PriceLetter.NONE)
    first = sentences(usaha(collateral=(land,)))[0]
    assert first == (
        "agunan 1: lengkapi surat kuasa bermeterai dari semua pemilik dan "
        "minta surat keterangan harga tanah dari Camat atau Lurah"
    )


def test_papers_come_before_money_and_what_they_leave_is_told_with_them() -> None:
    # 100 juta need 130 juta: land of 74 juta, once its price is told, leaves 56 juta, or carries 56.923.076.
    paper = "agunan 1: minta surat keterangan harga tanah dari Camat atau Lurah; lalu"
    application = usaha(amount=100 * JUTA, collateral=(tanah(74 * JUTA, price_letter=PriceLetter.NONE),))
    assert sentences(application) == [
        f"{paper} turunkan pinjaman ke Rp56.923.076",
        f"{paper} tambah agunan tanah bersertifikat senilai Rp56.000.000",
        f"{paper} tambah agunan barang sebagai jaminan tambahan senilai Rp56.000.000",
    ]


def test_papers_of_two_things_are_one_way_where_neither_is_enough_alone() -> None:
    half = tanah(13 * JUTA, price_letter=PriceLetter.NONE)
    first = sentences(usaha(collateral=(half, half)))[0]
    paper = "minta surat keterangan harga tanah dari Camat atau Lurah"
    assert first == f"agunan 1: {paper}; agunan 2: {paper}"


def test_a_thing_that_no_paper_can_mend_is_no_part_of_the_way() -> None:
    old = mobil(100 * JUTA, year=2003, title_year=2003, assessed_by="")
    assert not any("taksiran" in sentence for sentence in sentences(usaha(collateral=(old,))))


@pytest.mark.parametrize(
    ("thing", "sentence"),
    [
        (mobil(plate=Plate.OTHER), "serahkan kuitansi jual beli kendaraan"),
        (mobil(assessed_by=""), "catat taksiran dan nama penaksir"),
        (
            tanah(price_letter=PriceLetter.VILLAGE_HEAD),
            "minta surat keterangan harga tanah dari Camat atau Lurah",
        ),
    ],
)
def test_the_paper_that_is_lacking_is_named(thing: Any, sentence: str) -> None:
    assert sentences(usaha(collateral=(thing,)))[0] == f"agunan 1: {sentence}"


def test_goods_can_add_but_never_start_the_collateral() -> None:
    bare = sentences(usaha(collateral=()))
    assert not any("barang" in sentence for sentence in bare)
    assert not any("turunkan" in sentence for sentence in bare)


def test_a_statement_makes_goods_count() -> None:
    application = usaha(collateral=(tanah(13 * JUTA), barang(13 * JUTA, statement=False)))
    assert sentences(application)[0] == "agunan 2: lengkapi surat pernyataan jaminan barang"


def test_above_the_ceiling_of_a_vehicle_land_is_the_way() -> None:
    # D: 40 juta on a car need land that covers 10 juta, which is 13 juta.
    application = usaha(amount=40 * JUTA, collateral=(mobil(100 * JUTA),))
    assert sentences(application) == [
        "turunkan pinjaman ke Rp30.000.000",
        "tambah agunan tanah bersertifikat senilai Rp13.000.000",
    ]


def test_above_every_ceiling_only_a_smaller_loan_is_left() -> None:
    assert sentences(usaha(amount=100 * JUTA + 1, collateral=(tanah(1_000 * JUTA),))) == [
        "turunkan pinjaman ke Rp100.000.000"
    ]


@pytest.mark.parametrize(
    ("letter", "title"), [("A", "nilai agunan / 130 %"), ("B", "nilai agunan / 130 % pokok dan jasa")]
)
def test_the_limit_of_the_collateral_is_named_as_the_office_reads_it(letter: str, title: str) -> None:
    application = usaha(collateral=(tanah(26 * JUTA),))
    assert most(application, law(practice=settled("S-10", letter))).binding.limit.title == title
