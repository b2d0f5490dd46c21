"""How much may be lent: ceilings and floor of VIII.1.b, the 130 % of IV.1.i and IV.2.g."""

from collections.abc import Callable

import pytest

from domain.money import rupiah
from domain.regulation.assessment import Verdict
from domain.regulation.truth import MET, NOT_MET, UNKNOWN, Truth
from domain.regulation.wording import tell
from domain.sampang.application import Collateral, LoanApplication
from domain.sampang.kinds import CooperativeLevel
from tests.domain.sampang.builders import (
    JUTA,
    assessed,
    barang,
    but,
    koperasi,
    law,
    lkm,
    mikro,
    mobil,
    most,
    motor,
    outcome,
    sentra,
    settled,
    tanah,
    usaha,
    verdict,
)

Builder = Callable[..., LoanApplication]
MUCH = (tanah(1_000 * JUTA),)
ONLY_CAR = (mobil(1_000 * JUTA),)
BOTH = (tanah(1_000 * JUTA), mobil(1_000 * JUTA))
SECONDARY = {"level": CooperativeLevel.SECONDARY}


def around(application: LoanApplication, ceiling: int) -> list[tuple[LoanApplication, int, Truth]]:
    return [(application, ceiling - 1, MET), (application, ceiling, MET), (application, ceiling + 1, NOT_MET)]


@pytest.mark.parametrize(
    ("application", "amount", "expected"),
    [
        *around(koperasi(**SECONDARY, collateral=MUCH), 250 * JUTA),
        *around(koperasi(collateral=MUCH), 150 * JUTA),
        *around(koperasi(collateral=ONLY_CAR), 150 * JUTA),
        *around(usaha(collateral=MUCH), 100 * JUTA),
        *around(usaha(collateral=ONLY_CAR), 30 * JUTA),
        *around(usaha(collateral=BOTH), 100 * JUTA),
        *around(lkm(collateral=MUCH), 100 * JUTA),
        *around(lkm(collateral=ONLY_CAR), 30 * JUTA),
        *around(sentra(collateral=MUCH), 100 * JUTA),
        *around(sentra(collateral=ONLY_CAR), 30 * JUTA),
        *around(mikro(collateral=MUCH), 5 * JUTA),
        *around(mikro(collateral=ONLY_CAR), 5 * JUTA),
    ],
)
def test_the_loan_stays_within_the_ceiling_of_its_kind_and_collateral(
    application: LoanApplication, amount: int, expected: Truth
) -> None:
    assert outcome(but(application, amount=amount), "VIII.1.b") is expected


def test_the_ceiling_waits_for_an_amount() -> None:
    assert outcome(usaha(amount=None), "VIII.1.b") is UNKNOWN


@pytest.mark.parametrize(("amount", "expected"), [(150, MET), (151, UNKNOWN), (250, UNKNOWN), (251, NOT_MET)])
def test_a_koperasi_of_unknown_level_is_sure_only_outside_both_ceilings(amount: int, expected: Truth) -> None:
    assert outcome(koperasi(level=None, amount=amount * JUTA), "VIII.1.b") is expected


@pytest.mark.parametrize(("amount", "expected"), [(1, UNKNOWN), (5, UNKNOWN), (100, UNKNOWN), (101, NOT_MET)])
def test_a_business_of_unknown_size_is_sure_only_above_every_ceiling(amount: int, expected: Truth) -> None:
    application = usaha(amount=amount * JUTA, annual_sales=None, collateral=MUCH)
    assert outcome(application, "VIII.1.b") is expected


def test_a_list_of_collateral_that_is_still_open_leaves_the_ceiling_open() -> None:
    application = usaha(amount=40 * JUTA, collateral=(mobil(500 * JUTA),), collateral_complete=None)
    assert outcome(application, "VIII.1.b") is UNKNOWN


# S-06, by hand: land of 26 juta covers 20 juta, so D gives 20 + 30 = 50 juta; land of 130 juta covers
# 100 juta, so D stops at 100; land of 1.300.000 covers one juta, so D gives 31.
@pytest.mark.parametrize(
    ("letter", "land", "ceiling"),
    [
        ("A", 26 * JUTA, 100 * JUTA),
        ("B", 26 * JUTA, 130 * JUTA),
        ("C", 26 * JUTA, 30 * JUTA),
        ("D", 26 * JUTA, 50 * JUTA),
        ("D", 130 * JUTA, 100 * JUTA),
        ("D", 1_300_000, 31 * JUTA),
        ("D", 91 * JUTA - 1, 99_999_999),
        ("D", 91 * JUTA, 100 * JUTA),
        ("D", 91 * JUTA + 2, 100 * JUTA),
        # One rupiah of land covers nothing, since 1 / 1,3 is less than a rupiah.
        ("D", 1, 30 * JUTA),
        ("A", 1, 100 * JUTA),
    ],
)
def test_land_and_a_vehicle_together_have_the_ceiling_of_the_reading(
    letter: str, land: int, ceiling: int
) -> None:
    under = law(practice=settled("S-06", letter))
    application = usaha(collateral=(tanah(land), mobil(1_000 * JUTA)))
    assert most(application, under).limits[0].most == ceiling
    assert most(application, under).amount == ceiling


@pytest.mark.parametrize("letter", ["A", "B", "C", "D"])
@pytest.mark.parametrize(("collateral", "ceiling"), [(MUCH, 100 * JUTA), (ONLY_CAR, 30 * JUTA)])
def test_collateral_of_one_sort_has_its_own_ceiling_under_every_reading(
    letter: str, collateral: tuple[Collateral, ...], ceiling: int
) -> None:
    assert most(usaha(collateral=collateral), law(practice=settled("S-06", letter))).amount == ceiling


def test_land_that_does_not_count_does_not_lift_the_ceiling_of_a_vehicle() -> None:
    bare = tanah(owned_by_applicant=False, power_of_attorney=False)
    assert most(usaha(collateral=(bare, mobil(1_000 * JUTA)))).amount == 30 * JUTA


def test_goods_do_not_lift_the_ceiling_of_a_vehicle() -> None:
    # S-13: merchandise adds value, not another ceiling.
    assert most(usaha(collateral=(mobil(), barang(1_000 * JUTA)))).amount == 30 * JUTA


@pytest.mark.parametrize(
    ("level", "collateral", "ceiling"),
    [
        ({}, MUCH, 100 * JUTA),
        ({}, ONLY_CAR, 30 * JUTA),
        (SECONDARY, MUCH, 100 * JUTA),
        (SECONDARY, ONLY_CAR, 30 * JUTA),
    ],
)
def test_under_the_strict_reading_a_koperasi_has_the_ceiling_of_its_collateral_too(
    level: dict[str, CooperativeLevel], collateral: tuple[Collateral, ...], ceiling: int
) -> None:
    application = koperasi(**level, collateral=collateral)
    assert most(application, law(practice=settled("S-07", "B"))).limits[0].most == ceiling


# ---- floor -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("amount", "expected"), [(4_999_999, NOT_MET), (5_000_000, MET), (5_000_001, MET), (None, UNKNOWN)]
)
@pytest.mark.parametrize("build", [usaha, lkm, sentra])
def test_all_but_micro_and_koperasi_borrow_at_least_five_million(
    build: Builder, amount: int | None, expected: Truth
) -> None:
    assert outcome(build(amount=amount), "VIII.1.b/minimal") is expected


def test_a_micro_business_may_borrow_less_than_five_million() -> None:
    assert outcome(mikro(amount=JUTA), "VIII.1.b/minimal") is MET


def test_a_koperasi_has_no_floor() -> None:
    assert verdict(koperasi(amount=JUTA)) is Verdict.QUALIFIES


def test_the_floor_waits_for_the_size_class_below_five_million() -> None:
    assert outcome(usaha(amount=4 * JUTA, annual_sales=None), "VIII.1.b/minimal") is UNKNOWN


@pytest.mark.parametrize(
    ("amount", "collateral", "expected"),
    [
        (4_999_999, (mobil(),), NOT_MET),
        (5_000_000, (mobil(),), MET),
        (4_999_999, (tanah(),), MET),
        (4_999_999, (tanah(), mobil()), NOT_MET),
    ],
)
def test_under_the_narrow_reading_only_loans_on_a_vehicle_have_the_floor(
    amount: int, collateral: tuple[Collateral, ...], expected: Truth
) -> None:
    application = usaha(amount=amount, collateral=collateral)
    assert outcome(application, "VIII.1.b/minimal", law(practice=settled("S-05", "A"))) is expected


# ---- review ------------------------------------------------------------------------------------
@pytest.mark.parametrize("build", [koperasi, usaha, mikro, lkm, sentra])
@pytest.mark.parametrize(("reviewed", "expected"), [(True, MET), (False, NOT_MET), (None, UNKNOWN)])
def test_the_team_reviews_every_amount(build: Builder, reviewed: bool | None, expected: Truth) -> None:
    application = build(judgements={"amount_reviewed": reviewed})
    assert outcome(application, "VIII.1.b/tinjauan") is expected


@pytest.mark.parametrize(("application", "expected"), [(mikro(), UNKNOWN), (usaha(), MET)])
def test_under_the_narrow_reading_only_micro_amounts_are_reviewed(
    application: LoanApplication, expected: Truth
) -> None:
    unreviewed = but(application, judgements={"amount_reviewed": None})
    assert outcome(unreviewed, "VIII.1.b/tinjauan", law(practice=settled("S-08", "A"))) is expected


# ---- 130 % -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("build", "rule"), [(koperasi, "IV.1.i"), (usaha, "IV.2.g"), (lkm, "IV.3.f"), (sentra, "IV.4.f")]
)
@pytest.mark.parametrize(
    ("amount", "value", "expected"),
    [
        # 130 % of 20.000.000 is 26.000.000.
        (20_000_000, 25_999_999, NOT_MET),
        (20_000_000, 26_000_000, MET),
        (20_000_000, 26_000_001, MET),
        # 130 % of 20.000.001 is 26.000.001,3, so a whole rupiah more is needed.
        (20_000_001, 26_000_001, NOT_MET),
        (20_000_001, 26_000_002, MET),
        (None, 26_000_000, UNKNOWN),
        (20_000_000, None, UNKNOWN),
        (20_000_000, 0, NOT_MET),
    ],
)
def test_counted_collateral_reaches_130_per_cent_of_the_principal_to_the_rupiah(
    build: Builder, rule: str, amount: int | None, value: int | None, expected: Truth
) -> None:
    application = build(amount=amount, collateral=(tanah(value),))
    assert outcome(application, rule) is expected


def test_several_things_add_up_to_130_per_cent() -> None:
    pledged = (tanah(10 * JUTA), mobil(8 * JUTA), motor(5 * JUTA), barang(3 * JUTA))
    assert outcome(usaha(collateral=pledged), "IV.2.g") is MET
    assert outcome(usaha(collateral=(*pledged[:3], barang(3 * JUTA - 1))), "IV.2.g") is NOT_MET


def test_130_per_cent_can_be_met_before_every_thing_is_valued() -> None:
    assert outcome(usaha(collateral=(tanah(26 * JUTA), mobil(None))), "IV.2.g") is MET


def test_collateral_that_may_still_be_listed_is_never_a_no() -> None:
    assert outcome(usaha(collateral=(), collateral_complete=None), "IV.2.g") is UNKNOWN
    assert outcome(usaha(collateral=(), collateral_complete=True), "IV.2.g") is NOT_MET


@pytest.mark.parametrize(
    ("term", "value", "expected"),
    [
        # Principal and 6 % a year: 20 juta for 12, 24, 36 months owes 21,2; 22,4; 23,6 juta.
        (12, 27_559_999, NOT_MET),
        (12, 27_560_000, MET),
        (24, 29_119_999, NOT_MET),
        (24, 29_120_000, MET),
        (36, 30_679_999, NOT_MET),
        (36, 30_680_000, MET),
        (None, 40_000_000, UNKNOWN),
        (None, 25_999_999, NOT_MET),
    ],
)
def test_under_the_wider_reading_130_per_cent_covers_the_interest_too(
    term: int | None, value: int, expected: Truth
) -> None:
    application = usaha(term_months=term, collateral=(tanah(value),))
    assert outcome(application, "IV.2.g", law(practice=settled("S-10", "B"))) is expected


@pytest.mark.parametrize(
    ("letter", "amount", "needed"),
    [
        ("A", 20_000_000, 26_000_000),
        ("A", 20_000_001, 26_000_002),  # 26.000.001,3
        ("A", 20_000_009, 26_000_012),  # 26.000.011,7
        # With 6 % a year for three years: 1,3 x 1,18 of the principal.
        ("B", 20_000_000, 30_680_000),
        ("B", 20_000_001, 30_680_002),  # 30.680.001,534
    ],
)
def test_the_collateral_that_is_said_to_be_needed_is_just_enough(
    letter: str, amount: int, needed: int
) -> None:
    under = law(practice=settled("S-10", letter))
    finding = assessed(usaha(amount=amount, collateral=(tanah(JUTA),)), under).finding("IV.2.g")
    (told,) = (tell(reason, finding.case) for reason in finding.reasons)
    assert told.endswith(f"perlu {rupiah(needed)}")
    for pledged, expected in ((needed, MET), (needed - 1, NOT_MET)):
        assert outcome(usaha(amount=amount, collateral=(tanah(pledged),)), "IV.2.g", under) is expected


@pytest.mark.parametrize(
    ("letter", "amount", "collateral", "expected"),
    [
        ("A", 4 * JUTA, (tanah(JUTA),), NOT_MET),
        ("B", 4_999_999, (tanah(JUTA),), MET),
        ("B", 5_000_000, (tanah(JUTA),), NOT_MET),
        ("B", 4 * JUTA, (barang(1),), MET),
        ("B", 4 * JUTA, (barang(0),), NOT_MET),
        ("B", 4 * JUTA, (barang(1, statement=False),), MET),  # any thing, also one that does not count
        ("B", 4 * JUTA, (), NOT_MET),
        ("C", 4_999_999, (), MET),
        ("C", 5_000_000, (), NOT_MET),
    ],
)
def test_how_much_collateral_a_small_micro_loan_needs_depends_on_the_reading(
    letter: str, amount: int, collateral: tuple[Collateral, ...], expected: Truth
) -> None:
    application = mikro(amount=amount, collateral=collateral)
    assert outcome(application, "IV.2.g", law(practice=settled("S-12", letter))) is expected


def test_a_small_loan_of_a_small_business_keeps_its_130_per_cent_under_every_reading() -> None:
    application = usaha(amount=4 * JUTA, collateral=())
    for letter in "ABC":
        assert outcome(application, "IV.2.g", law(practice=settled("S-12", letter))) is NOT_MET


def test_the_recommendation_takes_the_place_of_collateral_for_a_functional_koperasi() -> None:
    application = koperasi(functional=True, secondary_recommendation=True, collateral=())
    assert outcome(application, "IV.1.i") is MET
    assert outcome(application, "IV.1.i", law(practice=settled("S-22", "B"))) is NOT_MET


def test_an_uncertain_functional_koperasi_without_collateral_is_not_refused() -> None:
    assert outcome(koperasi(functional=None, collateral=()), "IV.1.i") is UNKNOWN


def test_five_million_exactly_is_shown_with_both_readings() -> None:
    # The real-life case of a micro business that asks exactly five million without a licence.
    found = assessed(mikro(amount=5 * JUTA))
    named = {f"{other.interpretation.id} {other.letter}" for other in found.deciding_readings}
    assert named == {"S-01 B", "S-03 B"}
    assert verdict(mikro(amount=5 * JUTA - 1)) is Verdict.QUALIFIES
