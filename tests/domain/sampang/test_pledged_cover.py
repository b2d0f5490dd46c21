"""What the collateral recorded so far covers: figures from IV.1.i, IV.2.g and III.9, worked out by hand."""

from typing import Any

import pytest

from domain.regulation.law_in_force import LawInForce
from domain.regulation.truth import MET, NOT_MET, UNBOUNDED, UNKNOWN, Interval
from domain.sampang.application import Collateral, LoanApplication
from domain.sampang.kinds import LandSituation, PriceLetter
from domain.sampang.pledged_cover import PledgedCover, cover_of, is_unbounded, open_questions
from tests.domain.sampang.builders import (
    JUTA,
    barang,
    examined,
    koperasi,
    law,
    lkm,
    mobil,
    motor,
    sentra,
    settled,
    tanah,
    usaha,
)

NOWHERE: dict[str, Any] = {"situation": None}


def cover(application: LoanApplication, under: LawInForce | None = None) -> PledgedCover:
    return cover_of(examined(application, under))


@pytest.mark.parametrize(
    ("things", "counted", "lacking"),
    [
        # 130 % of 20 million is 26 million.
        ((), (0, 0), (26, 26)),
        ((mobil(13 * JUTA),), (13, 13), (13, 13)),
        ((mobil(26 * JUTA),), (26, 26), (0, 0)),
        ((tanah(10 * JUTA), mobil(13 * JUTA)), (23, 23), (3, 3)),
        # III.9: goods count in addition to others, never alone (S-13 A).
        ((barang(30 * JUTA),), (0, 0), (26, 26)),
        ((motor(13 * JUTA), barang(10 * JUTA)), (23, 23), (3, 3)),
        # Land of which nobody said where it lies may count, or not.
        ((tanah(10 * JUTA, **NOWHERE), mobil(13 * JUTA)), (13, 23), (3, 13)),
        ((tanah(30 * JUTA, **NOWHERE), mobil(13 * JUTA)), (13, 43), (0, 13)),
        # A letter that nobody wrote: it does not count.
        ((tanah(30 * JUTA, price_letter=PriceLetter.NONE),), (0, 0), (26, 26)),
    ],
)
def test_what_counts_and_what_is_short_of_130_percent(
    things: tuple[Collateral, ...], counted: Interval, lacking: Interval
) -> None:
    found = cover(usaha(collateral=things))
    assert found.needed == 26 * JUTA
    assert found.counted == (counted[0] * JUTA, counted[1] * JUTA)
    assert found.lacking == (lacking[0] * JUTA, lacking[1] * JUTA)


def test_a_value_that_nobody_wrote_down_is_unknown_and_not_zero() -> None:
    found = cover(usaha(collateral=(tanah(None), mobil(13 * JUTA))))
    assert found.counted == (13 * JUTA, UNBOUNDED)
    assert found.lacking == (0, 13 * JUTA)
    assert found.questions == ("Agunan 1: Berapa nilainya menurut surat harga tanah atau taksiran petugas?",)


def test_a_list_that_is_not_complete_yet_is_told_with_what_it_has() -> None:
    found = cover(usaha(collateral=(mobil(13 * JUTA),), collateral_complete=None))
    assert (found.counted, found.lacking) == ((13 * JUTA, 13 * JUTA), (13 * JUTA, 13 * JUTA))
    assert found.finding.truth is UNKNOWN
    assert found.questions == ("Apakah semua agunan sudah dicatat?",)


def test_a_rupiah_short_is_short() -> None:
    # 130 % of 10,000,001 is 13,000,001.3.
    found = cover(usaha(amount=10_000_001, collateral=(mobil(13_000_001),)))
    assert (found.needed, found.lacking) == (13_000_002, (1, 1))


def test_without_an_amount_nobody_can_say_what_is_short() -> None:
    found = cover(usaha(amount=None))
    assert (found.needed, found.lacking) == (None, None)
    assert found.counted == (130 * JUTA, 130 * JUTA)


def test_a_functional_koperasi_is_short_of_nothing() -> None:
    found = cover(koperasi(functional=True, collateral=()))
    assert found.lacking == (0, 0)
    assert is_unbounded(found.backed.least)
    assert cover(koperasi(functional=False, collateral=())).lacking == (26 * JUTA, 26 * JUTA)


def test_with_interest_more_is_needed_where_the_office_reads_it_so() -> None:
    # S-10 B: 20 million and three years of 6 % are 23.6 million, and 130 % of that 30.68 million.
    found = cover(usaha(collateral=(tanah(28 * JUTA),)), law(practice=settled("S-10", "B")))
    assert (found.needed, found.lacking) == (30_680_000, (2_680_000, 2_680_000))


def test_a_reading_under_which_it_comes_out_differently_is_named() -> None:
    found = cover(usaha(collateral=(tanah(28 * JUTA),)))
    assert found.finding.truth is MET
    named = [(other.interpretation.id, other.letter) for other in found.other_readings]
    assert named == [("S-10", "B")]
    assert dict(found.other_readings[0].changes)[found.finding.rule] is NOT_MET
    assert cover(usaha(collateral=(tanah(31 * JUTA),))).other_readings == ()


@pytest.mark.parametrize(
    ("application", "place"),
    [(koperasi(), "IV.1.i"), (usaha(), "IV.2.g"), (lkm(), "IV.3.f"), (sentra(), "IV.4.f")],
)
def test_every_kind_of_applicant_has_a_provision_of_its_own(application: LoanApplication, place: str) -> None:
    found = cover(application)
    assert found.finding.rule.id == found.backed.limit.citations[0].short == place
    assert found.ceiling.limit.citations[0].short == "VIII.1.b"


def test_the_ceiling_of_a_vehicle_is_lower_and_open_while_land_is_not_decided() -> None:
    def ceiling(*things: Collateral) -> Interval:
        figure = cover(usaha(collateral=things)).ceiling
        return (figure.least, figure.most)

    assert ceiling(mobil(100 * JUTA)) == (30 * JUTA, 30 * JUTA)
    unfinished = cover(usaha(collateral=(mobil(13 * JUTA),), collateral_complete=None))
    assert (unfinished.ceiling.least, unfinished.ceiling.most) == (30 * JUTA, 30 * JUTA)
    assert (unfinished.backed.least, unfinished.backed.most) == (10 * JUTA, 10 * JUTA)
    assert ceiling(tanah(100 * JUTA)) == (100 * JUTA, 100 * JUTA)
    assert ceiling(tanah(130 * JUTA, **NOWHERE), mobil(100 * JUTA)) == (30 * JUTA, 100 * JUTA)


def test_the_loan_that_the_collateral_is_enough_for() -> None:
    # 52 million divided by 130 %.
    backed = cover(usaha(collateral=(tanah(52 * JUTA),))).backed
    assert (backed.least, backed.most) == (40 * JUTA, 40 * JUTA)


@pytest.mark.parametrize(
    ("thing", "questions"),
    [
        (tanah(), ()),
        (motor(None), ("Berapa nilainya menurut surat harga tanah atau taksiran petugas?",)),
        (tanah(**NOWHERE), ("Di mana letak tanahnya?",)),
        (tanah(situation=LandSituation.OUTSIDE), ("Apakah Pokjanis menerima agunan ini?",)),
        (tanah(price_letter=PriceLetter.NONE), ()),
        (mobil(assessed_by=" "), ("Siapa yang menaksir nilainya?",)),
    ],
)
def test_what_is_asked_about_one_thing(thing: Collateral, questions: tuple[str, ...]) -> None:
    (found,) = examined(usaha(collateral=(thing,))).collateral
    assert open_questions(found, law()) == questions
