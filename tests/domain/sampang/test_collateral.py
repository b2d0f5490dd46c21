"""Which pledged things count: IV.1.i, IV.2.g and the additional goods of III.9."""

from typing import Any

import pytest

from domain.regulation.truth import MET, NOT_MET, UNKNOWN, Truth
from domain.sampang.application import Collateral
from domain.sampang.case_of import ruling_key
from domain.sampang.kinds import CollateralKind, LandSituation, Plate, PriceLetter
from tests.domain.sampang.builders import (
    JUTA,
    barang,
    examined,
    koperasi,
    law,
    lkm,
    mobil,
    most,
    motor,
    outcome,
    sentra,
    settled,
    tanah,
    usaha,
)

OTHERS: dict[str, Any] = {"owned_by_applicant": False}


def counts(thing: Collateral, reading: str = "", ruling: bool | None = None) -> Truth:
    """Whether one thing counts, as the finding about it says."""
    under = law(practice=settled(*reading.split())) if reading else law()
    application = usaha(collateral=(thing,), judgements={ruling_key(thing): ruling})
    (finding,) = examined(application, under).collateral
    return finding.truth


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"situation": LandSituation.AT_HOME}, MET),
        ({"situation": LandSituation.IN_SAMPANG}, MET),
        # S-15: land outside Sampang waits for a ruling.
        ({"situation": LandSituation.OUTSIDE}, UNKNOWN),
        ({"situation": None}, UNKNOWN),
        ({"price_letter": PriceLetter.LURAH}, MET),
        # S-17: so does a letter of the village head.
        ({"price_letter": PriceLetter.VILLAGE_HEAD}, UNKNOWN),
        ({"price_letter": PriceLetter.NONE}, NOT_MET),
        ({"price_letter": None}, UNKNOWN),
        ({"owned_by_applicant": None}, UNKNOWN),
        ({"owned_by_applicant": None, "power_of_attorney": True}, MET),
        ({**OTHERS, "power_of_attorney": True}, MET),
        ({**OTHERS, "power_of_attorney": False}, NOT_MET),
        (OTHERS, UNKNOWN),
        ({**OTHERS, "power_of_attorney": True, "price_letter": PriceLetter.NONE}, NOT_MET),
    ],
)
def test_land_counts_by_its_place_its_owner_and_its_price_letter(
    changes: dict[str, Any], expected: Truth
) -> None:
    assert counts(tanah(**changes)) is expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"price_letter": PriceLetter.NONE}, MET),
        ({**OTHERS, "power_of_attorney": True, "price_letter": PriceLetter.NONE}, NOT_MET),
        ({**OTHERS, "power_of_attorney": True}, MET),
    ],
)
def test_under_the_other_reading_own_land_needs_no_price_letter(
    changes: dict[str, Any], expected: Truth
) -> None:
    assert counts(tanah(**changes), "S-16 B") is expected


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (motor(year=2012), NOT_MET),
        (motor(year=2013), MET),
        (motor(year=2014), MET),
        (mobil(year=2004), NOT_MET),
        (mobil(year=2005), MET),
        (mobil(year=2006), MET),
        (motor(year=None), UNKNOWN),
        (mobil(wheels=None, year=2014), UNKNOWN),
        (mobil(wheels=None, year=2004), UNKNOWN),
    ],
)
def test_a_vehicle_is_of_the_year_of_the_regulation_or_younger(thing: Collateral, expected: Truth) -> None:
    assert counts(thing) is expected


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        (motor(year=2012, title_year=2012), NOT_MET),
        (motor(year=2012, title_year=2013), MET),
        (mobil(year=2004, title_year=2004), NOT_MET),
        (mobil(year=2004, title_year=2005), MET),
        (mobil(year=2004, title_year=None), UNKNOWN),
        (mobil(year=2005, title_year=None), MET),
    ],
)
def test_under_the_other_reading_the_year_of_the_title_counts(thing: Collateral, expected: Truth) -> None:
    assert counts(thing, "S-20 B") is expected


@pytest.mark.parametrize(("ruling", "expected"), [(True, MET), (False, NOT_MET)])
@pytest.mark.parametrize(
    "thing", [tanah(situation=LandSituation.OUTSIDE), tanah(price_letter=PriceLetter.VILLAGE_HEAD)]
)
def test_a_ruling_of_the_team_decides_on_odd_land(thing: Collateral, ruling: bool, expected: Truth) -> None:
    assert counts(thing, ruling=ruling) is expected


def test_a_ruling_does_not_pass_on_to_a_thing_that_was_changed() -> None:
    ruled, changed = tanah(situation=LandSituation.OUTSIDE), tanah(99 * JUTA, situation=LandSituation.OUTSIDE)
    application = usaha(collateral=(changed,), judgements={ruling_key(ruled): True})
    assert examined(application).collateral[0].truth is UNKNOWN


@pytest.mark.parametrize("wheels", [1, 3, 5, 6])
@pytest.mark.parametrize(("ruling", "expected"), [(None, UNKNOWN), (True, MET), (False, NOT_MET)])
def test_a_vehicle_with_other_wheels_waits_for_a_ruling(
    wheels: int, ruling: bool | None, expected: Truth
) -> None:
    assert counts(mobil(wheels=wheels), ruling=ruling) is expected


@pytest.mark.parametrize(
    ("changes", "usual", "either"),
    [
        ({}, MET, MET),
        # S-19: without an assessor the value is nobody's estimate; the year alone is enough under B.
        ({"assessed_by": ""}, UNKNOWN, MET),
        ({"assessed_by": "  "}, UNKNOWN, MET),
        ({"year": 2004, "title_year": 2004}, NOT_MET, MET),
        ({"year": 2004, "title_year": 2004, "assessed_by": ""}, NOT_MET, UNKNOWN),
    ],
)
def test_an_assessment_and_the_year_are_both_needed_or_either_of_them(
    changes: dict[str, Any], usual: Truth, either: Truth
) -> None:
    assert counts(mobil(**changes)) is usual
    assert counts(mobil(**changes), "S-19 B") is either


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({**OTHERS, "power_of_attorney": True}, MET),
        ({**OTHERS, "power_of_attorney": False}, NOT_MET),
        ({**OTHERS}, UNKNOWN),
        ({"plate": Plate.OTHER, "sale_receipt": True}, MET),
        ({"plate": Plate.OTHER, "sale_receipt": False}, NOT_MET),
        ({"plate": Plate.OTHER, "sale_receipt": None}, UNKNOWN),
        ({"plate": Plate.OTHER, "sale_receipt": True, **OTHERS, "power_of_attorney": True}, NOT_MET),
        ({"plate": None}, UNKNOWN),
        ({"plate": None, "sale_receipt": False}, UNKNOWN),
    ],
)
def test_a_plate_from_elsewhere_needs_the_applicants_own_name_and_a_receipt(
    changes: dict[str, Any], expected: Truth
) -> None:
    assert counts(mobil(**changes)) is expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"sale_receipt": True, **OTHERS, "power_of_attorney": True}, MET),
        ({"sale_receipt": True, **OTHERS, "power_of_attorney": False}, NOT_MET),
        ({"sale_receipt": False, **OTHERS, "power_of_attorney": True}, NOT_MET),
    ],
)
def test_under_the_other_reading_a_plate_from_elsewhere_may_be_somebody_elses(
    changes: dict[str, Any], expected: Truth
) -> None:
    assert counts(mobil(plate=Plate.OTHER, **changes), "S-21 B") is expected


@pytest.mark.parametrize(("statement", "expected"), [(True, MET), (False, NOT_MET), (None, UNKNOWN)])
def test_goods_count_with_their_statement(statement: bool | None, expected: Truth) -> None:
    assert counts(barang(statement=statement)) is expected


@pytest.mark.parametrize(
    ("pledged", "expected"),
    [
        ((barang(100 * JUTA),), NOT_MET),
        ((barang(26 * JUTA - 1), tanah(1)), MET),
        ((barang(26 * JUTA - 2), tanah(1)), NOT_MET),
        ((barang(26 * JUTA - 1), motor(1)), MET),
        ((barang(100 * JUTA), tanah(0)), NOT_MET),
        ((barang(100 * JUTA), tanah(owned_by_applicant=False, power_of_attorney=False)), NOT_MET),
        ((barang(None),), NOT_MET),
        ((barang(100 * JUTA), tanah(None)), UNKNOWN),
    ],
)
def test_goods_only_add_to_land_or_a_vehicle_that_counts(
    pledged: tuple[Collateral, ...], expected: Truth
) -> None:
    assert outcome(usaha(collateral=pledged), "IV.2.g") is expected


def test_under_the_other_reading_goods_may_stand_alone() -> None:
    under = law(practice=settled("S-13", "B"))
    assert outcome(usaha(collateral=(barang(26 * JUTA),)), "IV.2.g", under) is MET
    assert outcome(usaha(collateral=(barang(26 * JUTA - 1),)), "IV.2.g", under) is NOT_MET


def test_a_thing_that_does_not_count_adds_nothing() -> None:
    pledged = (tanah(20 * JUTA), mobil(100 * JUTA, year=2004), barang(100 * JUTA, statement=False))
    assert outcome(usaha(collateral=pledged), "IV.2.g") is NOT_MET


def test_each_thing_has_a_finding_by_the_provision_of_its_kind() -> None:
    found = examined(usaha(collateral=(tanah(), mobil(year=2004), barang(statement=None)))).collateral
    assert [(one.rule.id, one.label) for one in found] == [
        ("IV.2.g.1", "dihitung"),
        ("IV.2.g.2", "tidak dihitung"),
        ("III.9", "belum dapat dihitung"),
    ]


def test_the_finding_says_which_paper_would_mend_the_thing() -> None:
    application = usaha(collateral=(tanah(owned_by_applicant=False, power_of_attorney=False),))
    (finding,) = examined(application).collateral
    assert [[step.fact_key for step in way] for way in finding.mends] == [["power_of_attorney"]]
    assert finding.mends[0][0].sentence == "lengkapi surat kuasa bermeterai dari semua pemilik"


def test_an_old_vehicle_is_pointed_out_though_it_counts() -> None:
    # In 2026 a car of 2005 passes; the fixed year does not move with time (S-20).
    warnings = examined(usaha(collateral=(mobil(year=2005),))).warnings
    assert any("tahun 2005" in warning and "S-20" in warning for warning in warnings)


@pytest.mark.parametrize("kind", CollateralKind)
def test_a_bare_row_of_collateral_is_never_a_no(kind: CollateralKind) -> None:
    assert counts(Collateral(kind=kind)) is UNKNOWN


def test_collateral_a_little_short_bounds_the_loan() -> None:
    # 25.999.999 / 1,3 = 19.999.999,23, rounded down.
    assert most(usaha(collateral=(tanah(25_999_999),))).amount == 19_999_999


@pytest.mark.parametrize(
    ("build", "land", "vehicle"),
    [
        (koperasi, ["IV.1.i.1"], ["IV.1.i.2"]),
        (usaha, ["IV.2.g.1"], ["IV.2.g.2"]),
        (lkm, ["IV.3.f", "IV.2.g.1"], ["IV.3.f", "IV.2.g.2"]),
        (sentra, ["IV.4.f", "IV.2.g.1"], ["IV.4.f", "IV.2.g.2"]),
    ],
)
def test_each_kind_of_applicant_names_its_own_place_for_what_it_pledges(build, land, vehicle) -> None:
    found = examined(build(collateral=(tanah(), mobil(), barang()))).collateral
    assert [[place.short for place in one.places] for one in found] == [land, vehicle, ["III.9"]]


@pytest.mark.parametrize(
    ("build", "places"),
    [
        (koperasi, "IV.1.i.1"),
        (usaha, "IV.2.g.1"),
        (lkm, "IV.3.f IV.2.g.1"),
        (sentra, "IV.4.f IV.2.g.1"),
    ],
)
def test_a_way_to_the_amount_names_the_place_of_the_applicants_own_kind(build, places) -> None:
    found = examined(build(collateral=(tanah(13 * JUTA),)))
    route = next(each for each in found.routes if "tanah" in each.sentence)
    assert " ".join(place.short for place in route.citations) == places
