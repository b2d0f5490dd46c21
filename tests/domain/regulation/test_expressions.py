"""Three truth values and intervals: what holds, what does not, what is not known yet."""

from itertools import product

import pytest

from domain.regulation.expressions import (
    All,
    Always,
    AnyOf,
    AtLeast,
    Choose,
    Constant,
    Least,
    Legal,
    Not,
    Scaled,
    StillPossible,
    Sum,
    by_reading,
)
from domain.regulation.truth import MET, NOT_MET, NOTHING_KNOWN, UNBOUNDED, UNKNOWN, Truth
from tests.domain.regulation.made_up import (
    BANNED,
    COLOUR,
    DAYS,
    DEPOSIT,
    FEE,
    MEMBER,
    PLEDGED,
    PRICE,
    QUESTION,
    SHARE,
    Between,
    Colour,
    Fixed,
    case,
)

TRUTHS = (NOT_MET, UNKNOWN, MET)
OPEN = Between(0, UNBOUNDED)


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (MET, MET, MET, MET),
        (MET, UNKNOWN, UNKNOWN, MET),
        (MET, NOT_MET, NOT_MET, MET),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, NOT_MET, NOT_MET, UNKNOWN),
        (NOT_MET, NOT_MET, NOT_MET, NOT_MET),
    ],
)
def test_and_takes_the_worse_and_or_the_better_of_two(
    left: Truth, right: Truth, both: Truth, either: Truth
) -> None:
    for one, other in ((left, right), (right, left)):
        assert (Fixed(one) & Fixed(other)).truth(case()) is both
        assert (Fixed(one) | Fixed(other)).truth(case()) is either


def test_longer_joints_agree_with_pairs() -> None:
    for outcomes in product(TRUTHS, repeat=3):
        parts = tuple(map(Fixed, outcomes))
        assert All(parts).truth(case()) is min(outcomes)
        assert AnyOf(parts).truth(case()) is max(outcomes)


@pytest.mark.parametrize(("outcome", "opposite"), [(MET, NOT_MET), (UNKNOWN, UNKNOWN), (NOT_MET, MET)])
def test_the_opposite_of_the_unknown_is_unknown(outcome: Truth, opposite: Truth) -> None:
    assert Not(Fixed(outcome)).truth(case()) is opposite


@pytest.mark.parametrize(("outcome", "later"), [(MET, MET), (UNKNOWN, UNKNOWN), (NOT_MET, UNKNOWN)])
def test_what_may_still_come_is_never_refused(outcome: Truth, later: Truth) -> None:
    assert StillPossible(Fixed(outcome), "nanti").truth(case()) is later


def test_twice_the_opposite_is_the_condition_itself() -> None:
    assert ~~MEMBER is MEMBER


def test_parts_of_one_joint_stand_side_by_side() -> None:
    joint = MEMBER & BANNED & COLOUR.among(Colour.RED)
    assert len(joint.parts) == 3
    assert isinstance((MEMBER | BANNED) & BANNED, All)


@pytest.mark.parametrize(("told", "outcome"), [(True, MET), (False, NOT_MET), (None, UNKNOWN)])
def test_a_fact_that_nobody_told_is_not_a_no(told: bool | None, outcome: Truth) -> None:
    assert MEMBER.truth(case(member=told)) is outcome


def test_an_absent_fact_is_like_a_blank_one() -> None:
    assert MEMBER.truth(case()) is UNKNOWN
    assert COLOUR.among(Colour.RED).truth(case()) is UNKNOWN
    assert DEPOSIT.interval(case()) == NOTHING_KNOWN


@pytest.mark.parametrize(
    ("told", "among", "from_on"),
    [("red", MET, NOT_MET), ("green", NOT_MET, MET), ("blue", NOT_MET, MET), (Colour.RED, MET, NOT_MET)],
)
def test_a_choice_is_one_of_the_named_or_from_one_on(told: str, among: Truth, from_on: Truth) -> None:
    assert COLOUR.among(Colour.RED).truth(case(colour=told)) is among
    assert COLOUR.from_on(Colour.GREEN).truth(case(colour=told)) is from_on


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ((5, 5), (5, 5), MET),
        ((4, 4), (5, 5), NOT_MET),
        ((5, 9), (1, 5), MET),
        ((4, 9), (1, 5), UNKNOWN),
        ((1, 4), (5, 9), NOT_MET),
        ((1, 5), (5, 9), UNKNOWN),
        ((0, UNBOUNDED), (1, 1), UNKNOWN),
        ((1, 1), (0, UNBOUNDED), UNKNOWN),
        ((0, UNBOUNDED), (0, 0), MET),
    ],
)
def test_a_comparison_is_decided_once_the_bounds_no_longer_overlap(
    left: tuple[int, int], right: tuple[int, int], outcome: Truth
) -> None:
    assert AtLeast(Between(*left), Between(*right)).truth(case()) is outcome


@pytest.mark.parametrize(
    ("deposit", "at_least", "at_most", "less", "more"),
    [(4, 0, 2, 2, 0), (5, 2, 2, 0, 0), (6, 2, 0, 0, 2), (None, 1, 1, 1, 1)],
)
def test_the_four_comparisons_with_a_number(
    deposit: int | None, at_least: int, at_most: int, less: int, more: int
) -> None:
    told = case(deposit=deposit)
    found = [c.truth(told) for c in (DEPOSIT >= 5, DEPOSIT <= 5, DEPOSIT < 5, DEPOSIT > 5)]
    assert found == [at_least, at_most, less, more]


def test_a_sum_adds_its_bounds() -> None:
    assert (Between(1, 2) + Between(3, 5)).interval(case()) == (4, 7)
    assert (Between(1, 2) + OPEN).interval(case()) == (1, UNBOUNDED)
    assert Sum((OPEN, OPEN, OPEN)).interval(case()) == (0, UNBOUNDED)


@pytest.mark.parametrize(
    ("amount", "numerator", "denominator", "expected"),
    [
        # 7 × 100 / 130 = 5,38, rounded down.
        ((7, 7), (100, 100), (130, 130), (5, 5)),
        ((7, 13), (100, 100), (130, 130), (5, 10)),
        ((7, 13), (1, 2), (2, 3), (2, 13)),
        ((7, UNBOUNDED), (100, 100), (130, 130), (5, UNBOUNDED)),
        ((10, 20), (2, UNBOUNDED), (3, 3), (6, UNBOUNDED)),
        ((10, 20), (3, 3), (2, UNBOUNDED), (0, 30)),
        ((10, 20), (1, 1), (0, 5), (2, UNBOUNDED)),
        ((10, 20), (1, 1), (0, 0), (0, UNBOUNDED)),
    ],
)
def test_a_fraction_of_an_amount_is_rounded_down_and_keeps_its_bounds(
    amount: tuple[int, int],
    numerator: tuple[int, int],
    denominator: tuple[int, int],
    expected: tuple[int, int],
) -> None:
    scaled = Scaled(Between(*amount), Between(*numerator), Between(*denominator))
    assert scaled.interval(case()) == expected


@pytest.mark.parametrize(("outcome", "expected"), [(MET, (3, 4)), (NOT_MET, (1, 9)), (UNKNOWN, (1, 9))])
def test_a_choice_of_amounts_spans_both_while_it_is_open(outcome: Truth, expected: tuple[int, int]) -> None:
    assert Choose(Fixed(outcome), Between(3, 4), Between(1, 9)).interval(case()) == expected


def test_an_open_choice_spans_from_the_least_to_the_most_of_either() -> None:
    assert Choose(Fixed(UNKNOWN), Between(3, 14), Between(1, 9)).interval(case()) == (1, 14)
    assert Between(3, 4).when(Fixed(UNKNOWN)).interval(case()) == (0, 4)


def test_the_least_takes_the_smallest_of_both_bounds() -> None:
    assert Least((Between(3, 20), Between(5, 9), OPEN)).interval(case()) == (0, 9)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], (0, 0)),
        ([{"worth": 5, "sound": True}, {"worth": 7, "sound": True}], (12, 12)),
        ([{"worth": 5, "sound": True}, {"worth": 7, "sound": False}], (5, 5)),
        ([{"worth": 5, "sound": True}, {"worth": 7}], (5, 12)),
        ([{"worth": 5, "sound": True}, {"sound": True}], (5, UNBOUNDED)),
        ([{"worth": 5, "sound": True}, {"sound": False}], (5, 5)),
        ([{"sound": None}, {}], (0, UNBOUNDED)),
    ],
)
def test_a_total_counts_what_surely_counts_and_reaches_up_to_what_may(
    items: list[dict[str, object]], expected: tuple[int, int]
) -> None:
    assert PLEDGED.interval(case(*items)) == expected  # type: ignore[arg-type]


def test_a_legal_number_that_nobody_has_set_is_not_known() -> None:
    assert Legal(SHARE).interval(case()) == (50, 50)
    assert Legal(DAYS).interval(case()) == (7, 7)
    assert Legal(FEE).interval(case()) == NOTHING_KNOWN


def test_always_asks_nothing() -> None:
    assert Always("tidak ada syarat").truth(case()) is MET


def test_a_choice_of_reading_follows_the_reading_in_use() -> None:
    choice = by_reading(QUESTION, A=MEMBER, B=~BANNED)
    assert choice.truth(case(member=False, banned=False)) is NOT_MET


def test_every_computed_reading_has_exactly_one_branch() -> None:
    with pytest.raises(ValueError, match="one branch for each"):
        by_reading(QUESTION, A=MEMBER)
    with pytest.raises(ValueError, match="one branch for each"):
        by_reading(QUESTION, A=MEMBER, B=BANNED, C=MEMBER)


def test_a_changed_case_forgets_its_totals() -> None:
    now = case({"worth": 5, "sound": True}, price=1)
    assert PLEDGED.interval(now) == (5, 5)
    assert PLEDGED.interval(now.but_item(0, worth=9)) == (9, 9)
    assert PRICE.interval(now.but(price=2)) == (2, 2)
    assert PLEDGED.interval(now) == (5, 5)


def test_a_changed_case_finds_out_its_joints_and_its_sums_anew() -> None:
    together, sum_of_both = MEMBER & (PRICE >= 5), PRICE + Constant(1)
    now = case(member=True, price=5)
    assert (together.truth(now), sum_of_both.interval(now)) == (MET, (6, 6))
    cheaper = now.but(price=4)
    assert (together.truth(cheaper), sum_of_both.interval(cheaper)) == (NOT_MET, (5, 5))
    assert (together.truth(now), sum_of_both.interval(now)) == (MET, (6, 6))


def test_constants_may_stand_on_either_side() -> None:
    assert AtLeast(Constant(5), DEPOSIT).truth(case(deposit=5)) is MET
