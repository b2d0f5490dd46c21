"""A swap (III.8): the new thing, and all that stays, by the rules that a loan itself must meet (S-63)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.regulation.assessment import Verdict
from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import NO_PRACTICE, Practice
from domain.sampang.application import Collateral, LoanApplication
from domain.sampang.case_of import ruling_key
from domain.sampang.hindrance import Hindrance
from domain.sampang.kinds import LandSituation, PriceLetter
from domain.sampang.law import law_on
from domain.sampang.origination.custody import CustodyEvent
from domain.sampang.origination.swap_hindrances import hindrances_of_swap, in_order
from domain.sampang.origination.swapping import Swap, SwapFound, examine_swap
from tests.domain.sampang.builders import (
    JUTA,
    barang,
    but,
    koperasi,
    lkm,
    mikro,
    mobil,
    motor,
    sentra,
    settled,
    tanah,
    usaha,
)
from tests.domain.sampang.origination.made_up import KEPT, line, loan_file, places, register, told

LAND = tanah(130 * JUTA)
DAY = date(2026, 6, 1)
OTHERS = {"owned_by_applicant": False}


def examined(
    new: Collateral,
    old: Collateral = LAND,
    *,
    owed: int = 20 * JUTA,
    staying: tuple[Collateral, ...] = (),
    build: Any = usaha,
    practice: Practice = NO_PRACTICE,
    ruling: bool | None = None,
) -> SwapFound:
    """A swap of `old` for `new`, of a borrower who owes so much principal."""
    opinions = {} if ruling is None else {ruling_key(new): ruling}
    application: LoanApplication = but(build(collateral=(old, *staying)), judgements=opinions)
    file = loan_file(application)
    swap = Swap(file, file.custody[0], new, owed)
    return examine_swap(swap, DAY, lambda day: law_on(day, practice))


def swapping(new: Collateral, *given: Any, **more: Any) -> tuple[Hindrance, ...]:
    """What stands in the way of a swap."""
    return hindrances_of_swap(examined(new, *given, **more))


# ---- the new thing itself (IV) -----------------------------------------------------------------
REFUSED: list[tuple[str, Collateral, str, str]] = [
    ("no price letter", tanah(price_letter=PriceLetter.NONE), "IV.2.g.1", "surat keterangan harga tanah"),
    ("another's, no kuasa", tanah(**OTHERS, power_of_attorney=False), "IV.2.g.1", "lengkapi surat kuasa"),
    ("motorcycle of 2012", motor(130 * JUTA, year=2012, title_year=2012), "IV.2.g.2", "2013"),
    ("car of 2004", mobil(130 * JUTA, year=2004, title_year=2004), "IV.2.g.2", "2005"),
    ("goods for a certificate", barang(900 * JUTA), "III.9", "bukan pengganti sertifikat"),
]
ACCEPTED: list[tuple[str, Collateral]] = [
    ("own land", tanah()),
    ("another's, with kuasa", tanah(**OTHERS, power_of_attorney=True, description="SHM 2")),
    ("motorcycle of 2013", motor(130 * JUTA, year=2013, title_year=2013)),
    ("car of 2005", mobil(130 * JUTA, year=2005, title_year=2005)),
]
WAITING: list[tuple[str, Collateral, str]] = [
    ("price letter not told", tanah(price_letter=None), "Siapa yang menandatangani surat"),
    ("owner not told", tanah(owned_by_applicant=None), "atas nama pemohon"),
    ("kuasa not told", tanah(**OTHERS), "surat kuasa bermeterai"),
    ("year not told", motor(130 * JUTA, year=None, title_year=None), "Tahun pembuatan?"),
    ("not assessed", mobil(130 * JUTA, assessed_by=""), "Siapa yang menaksir nilainya?"),
    ("value not told", mobil(None), "Berapa nilainya"),
]


@pytest.mark.parametrize(
    ("thing", "place", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_a_thing_that_would_not_count_for_a_loan_does_not_come_in_a_swap(
    thing: Collateral, place: str, words: str
) -> None:
    found = swapping(thing)
    assert place in places(found)
    assert words in told(found)


@pytest.mark.parametrize("thing", [row[1] for row in ACCEPTED], ids=[row[0] for row in ACCEPTED])
def test_a_thing_that_counts_for_a_loan_may_come_in_a_swap(thing: Collateral) -> None:
    # 130 million of land were pledged, described by nothing; the new thing is told apart by its data.
    assert swapping(replace(thing, description="yang baru")) == ()


@pytest.mark.parametrize(("thing", "asked"), [row[1:] for row in WAITING], ids=[row[0] for row in WAITING])
def test_a_fact_that_nobody_told_is_asked_for_and_refuses_nothing(thing: Collateral, asked: str) -> None:
    found = swapping(thing)
    assert asked in told(found)
    assert all(one.sentence.startswith("Belum dapat dihitung: ") for one in found)


@pytest.mark.parametrize(
    "thing",
    [
        mobil(130 * JUTA, wheels=3),
        tanah(situation=LandSituation.OUTSIDE),
        tanah(price_letter=PriceLetter.VILLAGE_HEAD),
    ],
    ids=["three wheels", "land elsewhere", "letter of the village head"],
)
def test_a_thing_that_only_the_team_can_accept_waits_for_its_ruling(thing: Collateral) -> None:
    waiting = examined(thing)
    assert waiting.waits_for_team_only
    assert "Apakah Pokjanis menerima agunan ini?" in told(hindrances_of_swap(waiting))
    assert swapping(thing, ruling=True) == ()
    refused = swapping(thing, ruling=False)
    assert "Agunan pengganti tidak dihitung" in told(refused)


def test_what_waits_for_more_than_a_ruling_is_no_question_to_the_team_yet() -> None:
    found = examined(mobil(130 * JUTA, wheels=3, assessed_by=""))
    assert not found.waits_for_team_only
    assert "Pokjanis" not in told(hindrances_of_swap(found))


def test_a_ruling_on_another_thing_says_nothing_of_this_one() -> None:
    three = mobil(130 * JUTA, wheels=3)
    application = but(usaha(collateral=(LAND,)), judgements={ruling_key(three): True})
    file = loan_file(application)
    other = replace(three, description="yang lain")
    found = examine_swap(Swap(file, file.custody[0], other, JUTA), DAY, lambda day: law_on(day, NO_PRACTICE))
    assert found.waits_for_team_only


# ---- the value (III.8, S-63) -------------------------------------------------------------------
@pytest.mark.parametrize(
    ("value", "under_a", "under_b"),
    [
        (130 * JUTA - 1, "tambahkan Rp1.", "tambahkan Rp1."),
        (130 * JUTA, "", ""),
        (130 * JUTA + 1, "", "lebih Rp1, padahal nilainya harus tepat sama"),
    ],
)
def test_the_new_thing_is_worth_at_least_what_is_given_back(value: int, under_a: str, under_b: str) -> None:
    new = tanah(value, description="yang baru")
    for practice, words in ((NO_PRACTICE, under_a), (settled("S-63", "B"), under_b)):
        found = swapping(new, practice=practice)
        assert places(found) == (["III.8"] if words else [])
        assert words in told(found)


def test_a_better_thing_hangs_on_the_reading_until_the_office_settles_it() -> None:
    found = examined(tanah(131 * JUTA))
    assert found.assessment.verdict is Verdict.DEPENDS_ON_READING
    assert {one.interpretation.id for one in found.assessment.deciding_readings} == {"S-63"}
    assert hindrances_of_swap(found) == ()


def test_a_thing_of_unknown_value_waits_for_its_value() -> None:
    found = swapping(tanah(900 * JUTA), tanah(None))
    assert "Berapa nilai agunan yang diserahkan kembali?" in told(found)


def test_goods_may_take_the_place_of_goods() -> None:
    assert swapping(barang(11 * JUTA), barang(10 * JUTA), staying=(LAND,)) == ()


@pytest.mark.parametrize("thing", [LAND, mobil(130 * JUTA)], ids=["itself", "what stays"])
def test_what_is_pledged_already_does_not_count_twice(thing: Collateral) -> None:
    found = swapping(thing, staying=(mobil(130 * JUTA),))
    assert "terhitung dua kali" in told(found)


# ---- 130 % of what is owed (IV.1.i, IV.2.g, IV.3.f, IV.4.f) --------------------------------------
KINDS = [(koperasi, "IV.1.i"), (usaha, "IV.2.g"), (lkm, "IV.3.f"), (sentra, "IV.4.f")]


@pytest.mark.parametrize(("build", "place"), KINDS)
@pytest.mark.parametrize(
    ("value", "owed", "lacking"),
    [
        # 130 % of 3,000,000 is 3,900,000.
        (3_900_000, 3_000_000, 0),
        (3_899_999, 3_000_000, 1),
        # 130 % of 3,000,001 is 3,900,001.3: a rupiah short is short.
        (3_900_001, 3_000_001, 1),
        (3_900_002, 3_000_001, 0),
        (1, 0, 0),
    ],
)
def test_all_that_is_pledged_afterwards_covers_130_percent_of_the_principal_still_owed(
    build: Any, place: str, value: int, owed: int, lacking: int
) -> None:
    found = swapping(tanah(value, description="baru"), tanah(value), owed=owed, build=build)
    assert places(found) == ([place] if lacking else [])
    if lacking:
        assert f"kurang Rp{lacking}." in told(found)


def test_a_small_micro_loan_is_covered_or_the_other_reading_is_named() -> None:
    old, new = tanah(3_899_999), tanah(3_899_999, description="baru")
    short, read_otherwise = swapping(new, old, owed=3 * JUTA, build=mikro)
    assert "kurang Rp1." in short.told
    assert "tafsir lain (S-12)" in read_otherwise.told
    assert swapping(new, old, owed=3 * JUTA, build=mikro, practice=settled("S-12", "C")) == ()


def test_what_is_short_names_the_figures_and_both_cures() -> None:
    found = swapping(tanah(19_500_000, description="baru"), tanah(19_500_000), owed=20 * JUTA)
    # 130 % of 20 million is 26 million; land of 19.5 million covers 15 million.
    for words in ("Rp19.500.000", "perlu Rp26.000.000", "kurang Rp6.500.000", "pokok Rp5.000.000"):
        assert words in told(found)
    assert "sehingga tinggal Rp15.000.000" in told(found)


def test_what_stays_covers_with_the_new_thing() -> None:
    old, new = tanah(13 * JUTA), tanah(13 * JUTA, description="baru")
    assert places(swapping(new, old, owed=20 * JUTA)) == ["IV.2.g"]
    assert swapping(new, old, owed=20 * JUTA, staying=(tanah(13 * JUTA, description="tetap"),)) == ()


@pytest.mark.parametrize("gone", [CustodyEvent.SWAPPED, CustodyEvent.RELEASED])
def test_what_is_gone_covers_nothing_any_more(gone: CustodyEvent) -> None:
    old, other = tanah(13 * JUTA), tanah(13 * JUTA, description="pergi")
    lines = [line(thing, event) for thing in (old, other) for event in KEPT]
    file = loan_file(usaha(collateral=(old, other)))
    file = replace(file, custody=register((old, other), *lines, line(other, gone)))
    swap = Swap(file, file.custody[0], tanah(13 * JUTA, description="baru"), 20 * JUTA)
    found = hindrances_of_swap(examine_swap(swap, DAY, lambda day: law_on(day, NO_PRACTICE)))
    assert places(found) == ["IV.2.g"]


# ---- the ceiling (VIII.1.b) --------------------------------------------------------------------
@pytest.mark.parametrize(
    ("build", "owed", "refused"),
    [
        (usaha, 40 * JUTA, True),
        (usaha, 30 * JUTA + 1, True),
        (usaha, 30 * JUTA, False),
        (lkm, 30 * JUTA + 1, True),
        (sentra, 30 * JUTA + 1, True),
        # A koperasi primer has a ceiling of its own, whatever it pledges (S-07).
        (koperasi, 40 * JUTA, False),
    ],
)
def test_the_only_land_does_not_go_for_a_car_while_more_is_owed_than_a_car_allows(
    build: Any, owed: int, refused: bool
) -> None:
    found = swapping(mobil(130 * JUTA), owed=owed, build=build)
    assert places(found) == (["VIII.1.b"] if refused else [])
    if refused:
        assert f"Angsur dahulu pokok Rp{owed - 30 * JUTA:,}".replace(",", ".") in told(found)


def test_the_floor_does_not_bind_what_is_left_of_a_loan() -> None:
    assert swapping(tanah(description="baru"), owed=1) == ()


# ---- what stays counts as it counted -----------------------------------------------------------
def test_what_stays_counts_as_it_counted_when_it_was_pledged_whatever_is_read_since() -> None:
    # A car of 2004 with a title of 2005 counts under S-20 B, which held when the loan was approved.
    stays = mobil(13 * JUTA, year=2004, title_year=2005)
    practice = Practice(
        settlements=(
            ("S-20", Settlement("B", date(2026, 1, 2), "Kepala", "SK 1")),
            ("S-20", Settlement("A", date(2026, 5, 4), "Kepala", "SK 2")),
        )
    )
    old = tanah(13 * JUTA)
    usual = {"owed": 20 * JUTA, "staying": (stays,), "practice": practice}
    assert swapping(tanah(13 * JUTA, description="baru"), old, **usual) == ()
    like_it = mobil(13 * JUTA, year=2004, title_year=2005, description="baru")
    assert places(swapping(like_it, old, **usual))[0] == "IV.2.g.2"


def test_what_did_not_count_before_and_counts_now_lends_nothing_to_a_new_thing_that_does_not() -> None:
    stays = mobil(130 * JUTA, year=2004, title_year=2005)
    practice = Practice(settlements=(("S-20", Settlement("B", date(2026, 5, 4), "Kepala", "SK 1")),))
    refused = tanah(**OTHERS, power_of_attorney=False)
    found = swapping(refused, staying=(stays,), practice=practice)
    assert "Agunan pengganti tidak dihitung" in told(found)


def test_what_came_in_an_earlier_swap_counts_as_on_the_day_of_that_swap() -> None:
    first, came = tanah(13 * JUTA), mobil(13 * JUTA, year=2004, title_year=2005)
    other = tanah(13 * JUTA, description="lain")
    lines = [line(thing, event) for thing in (first, other) for event in KEPT]
    swap_on = date(2026, 4, 20)
    lines.append(line(first, CustodyEvent.SWAPPED, replacement=came, on=swap_on))
    file = replace(loan_file(usaha(collateral=(first, other))), custody=register((first, other), *lines))
    for since, is_covered in ((date(2026, 4, 20), True), (date(2026, 4, 21), False)):
        practice = Practice(
            settlements=(
                ("S-20", Settlement("B", since, "Kepala", "SK 1")),
                ("S-20", Settlement("A", date(2026, 5, 4), "Kepala", "SK 2")),
            )
        )
        swap = Swap(file, file.custody[1], tanah(13 * JUTA, description="baru"), 20 * JUTA)
        found = examine_swap(swap, DAY, lambda day, told=practice: law_on(day, told))  # type: ignore[misc]
        assert (hindrances_of_swap(found) == ()) is is_covered


# ---- the receipt -------------------------------------------------------------------------------
def test_the_receipt_holds_what_was_owed_what_stayed_and_every_outcome() -> None:
    kept_receipt = examined(
        tanah(131 * JUTA), owed=25 * JUTA, staying=(mobil(39 * JUTA),), build=usaha
    ).receipt("1.0")
    assert kept_receipt.facts["principal"] == 25 * JUTA
    assert kept_receipt.facts["further_vehicle"] == 39 * JUTA
    assert kept_receipt.facts["given_back"] == 130 * JUTA
    assert kept_receipt.outcomes == {
        "III.9": 2, "III.8/ketentuan": 2, "III.8/nilai": 2, "IV.2.g": 2, "VIII.1.b": 2,
    }  # fmt: skip
    assert "S-63 B" in kept_receipt.others
    assert kept_receipt.evidence["principal"] == "sisa pokok Rp25.000.000"


def test_what_is_in_order_is_told_with_its_figures() -> None:
    lines = "\n".join(in_order(examined(tanah(131 * JUTA))))
    assert "Rp131.000.000, perlu Rp130.000.000" in lines
    assert "Rp131.000.000, perlu Rp26.000.000" in lines
