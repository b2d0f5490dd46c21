"""The ceiling where land, a vehicle and goods stand together, and while one of them is not certain (S-06)."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.regulation.truth import MET, NOT_MET, UNKNOWN, Truth
from domain.sampang.application import Collateral
from domain.sampang.kinds import PriceLetter
from tests.domain.sampang.builders import JUTA, barang, law, lkm, mobil, most, outcome, settled, tanah, usaha
from tests.examples import examples

WAITING = tanah(50 * JUTA, price_letter=None)


def ceiling(*things: Collateral, letter: str = "D") -> tuple[int, int]:
    limit = most(lkm(collateral=things), law(practice=settled("S-06", letter))).limits[0]
    return limit.least, limit.most


def test_land_that_waits_for_its_letter_leaves_a_span_between_without_and_with_it() -> None:
    # 50.000.000 / 1,3 = 38.461.538 (rounded down), and 30.000.000 for the rest.
    assert ceiling(mobil(130 * JUTA), WAITING) == (30 * JUTA, 68_461_538)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (30 * JUTA, MET),
        (30 * JUTA + 1, UNKNOWN),
        (68_461_538, UNKNOWN),
        (68_461_539, NOT_MET),
        (100 * JUTA, NOT_MET),
    ],
)
def test_an_amount_above_the_span_is_refused_though_the_letter_is_still_awaited(
    asked: int, expected: Truth
) -> None:
    application = lkm(amount=asked, collateral=(mobil(130 * JUTA), WAITING))
    assert outcome(application, "VIII.1.b") is expected


def test_a_car_beside_land_and_goods_takes_nothing_away() -> None:
    # Land of 80 and goods of 100 make 180, which is 130 % of 138,4: 100 is lent. The car changes nothing.
    things = (tanah(80 * JUTA), barang(100 * JUTA))
    for pledged in (things, (*things, mobil(130 * JUTA))):
        application = usaha(amount=100 * JUTA, collateral=pledged)
        assert [outcome(application, rule) for rule in ("VIII.1.b", "IV.2.g")] == [MET, MET]


@pytest.mark.parametrize(
    ("things", "expected"),
    [
        # (13 + 13) / 1,3 + 30 = 50
        ((tanah(13 * JUTA), barang(13 * JUTA)), 50 * JUTA),
        ((tanah(13 * JUTA), barang(13 * JUTA), mobil(130 * JUTA)), 50 * JUTA),
        ((tanah(13 * JUTA),), 40 * JUTA),
        ((barang(130 * JUTA),), 30 * JUTA),
        ((barang(130 * JUTA), mobil(130 * JUTA)), 30 * JUTA),
        ((), 30 * JUTA),
    ],
)
def test_goods_count_on_the_side_of_the_land_they_add_to(
    things: tuple[Collateral, ...], expected: int
) -> None:
    assert ceiling(*things) == (expected, expected)


@pytest.mark.parametrize("letter", "ABCD")
def test_without_land_the_ceiling_is_that_of_a_vehicle_in_every_letter(letter: str) -> None:
    for things in ((), (mobil(),), (barang(),), (mobil(), barang())):
        assert ceiling(*things, letter=letter) == (30 * JUTA, 30 * JUTA)


# ---- one more thing, one more fact ---------------------------------------------------------------
_VALUES = st.sampled_from([None, 0, 1, 13 * JUTA, 50 * JUTA, 91 * JUTA]) | st.integers(0, 200 * JUTA)
_KNOWN = st.booleans() | st.none()
LAND = st.builds(
    lambda value, letter, own, paper: tanah(
        value, price_letter=letter, owned_by_applicant=own, power_of_attorney=paper
    ),
    _VALUES,
    st.sampled_from([None, *PriceLetter]),
    _KNOWN,
    _KNOWN,
)
VEHICLES = st.builds(
    lambda value, year, by: mobil(value, year=year, assessed_by=by),
    _VALUES,
    st.sampled_from([None, 2004, 2005, 2020]),
    st.sampled_from(["", "Rahmat"]),
)
GOODS = st.builds(lambda value, paper: barang(value, statement=paper), _VALUES, _KNOWN)
THINGS = LAND | VEHICLES | GOODS
LETTERS = st.sampled_from("ABD")
AMOUNTS = st.sampled_from([5, 30, 31, 50, 100, 130]).map(lambda juta: juta * JUTA) | st.integers(
    5 * JUTA, 130 * JUTA
)


@given(things=st.lists(THINGS, max_size=3), more=THINGS, letter=LETTERS, amount=AMOUNTS)
@settings(max_examples=examples(150))
def test_one_more_thing_never_lowers_what_can_be_lent(
    things: list[Collateral], more: Collateral, letter: str, amount: int
) -> None:
    under = law(practice=settled("S-06", letter))
    before = usaha(amount=amount, collateral=tuple(things))
    after = usaha(amount=amount, collateral=(*things, more))
    for limit, raised in zip(most(before, under).limits, most(after, under).limits, strict=True):
        assert limit.least <= raised.least
        assert limit.most <= raised.most
    assert most(before, under).amount <= most(after, under).amount
    for rule in ("VIII.1.b", "VIII.1.b/minimal", "IV.2.g"):
        assert not (outcome(before, rule, under) is MET and outcome(after, rule, under) is NOT_MET)


_TO_TELL = {
    "price_letter": PriceLetter.CAMAT,
    "power_of_attorney": True,
    "owned_by_applicant": True,
    "statement": True,
    "year": 2020,
    "value": 20 * JUTA,
}


@given(
    things=st.lists(THINGS, min_size=1, max_size=3),
    letter=LETTERS,
    told=st.sampled_from([*_TO_TELL]),
    yes=st.booleans(),
)
@settings(max_examples=examples(150))
def test_a_fact_that_becomes_known_never_widens_the_span(
    things: list[Collateral], letter: str, told: str, yes: bool
) -> None:
    under = law(practice=settled("S-06", letter))
    otherwise = {"price_letter": PriceLetter.NONE, "year": 2004, "value": 0}.get(told, False)
    known = [
        replace(one, **{told: _TO_TELL[told] if yes else otherwise}) if getattr(one, told) is None else one
        for one in things
    ]
    before = most(usaha(collateral=tuple(things)), under).limits
    after = most(usaha(collateral=tuple(known)), under).limits
    for limit, later in zip(before, after, strict=True):
        assert limit.least <= later.least <= later.most <= limit.most
