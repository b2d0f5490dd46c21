"""Reasons, facts that still matter, what would change an outcome, and the words for it."""

import pytest

from domain.regulation.explain import carrying, open_facts
from domain.regulation.expressions import AtLeast, Choose, Condition, Constant, Least, StillPossible
from domain.regulation.fact import Teller
from domain.regulation.remedies import nearest, ways
from domain.regulation.truth import MET, NOT_MET, UNKNOWN
from domain.regulation.wording import describe, parameter_value, tell
from tests.domain.regulation.made_up import (
    BANNED,
    COLOUR,
    COVER,
    DAYS,
    DEPOSIT,
    FEE,
    MEMBER,
    PLEDGED,
    PRICE,
    SHARE,
    SOUND,
    TRUSTED,
    WHO,
    WORTH,
    Colour,
    case,
)

RED = COLOUR.among(Colour.RED)


def leaves(condition: Condition, told: object) -> list[object]:
    return [reason.leaf for reason in carrying(condition, told)]  # type: ignore[arg-type]


def open_keys(condition: Condition, told: object) -> list[tuple[str, int | None]]:
    found = open_facts(condition, told)  # type: ignore[arg-type]
    return [(getattr(entry.fact, "key", ""), entry.item) for entry in found]


# ---- reasons -----------------------------------------------------------------------------------
def test_only_what_fails_carries_a_refusal() -> None:
    assert leaves(MEMBER & ~BANNED & TRUSTED, case(member=False, banned=False, trusted=None)) == [MEMBER]


def test_all_that_fails_carries_a_refusal() -> None:
    assert leaves(MEMBER & TRUSTED, case(member=False, trusted=False)) == [MEMBER, TRUSTED]


def test_one_that_holds_is_enough_to_carry_an_alternative() -> None:
    assert leaves(MEMBER | TRUSTED, case(member=True, trusted=True)) == [MEMBER]


def test_what_is_open_carries_what_is_not_known() -> None:
    assert leaves(MEMBER & (BANNED | TRUSTED), case(member=True, banned=False)) == [TRUSTED]


def test_a_reason_under_not_is_marked() -> None:
    (reason,) = carrying(~BANNED, case(banned=True))
    assert (reason.leaf, reason.negated) == (BANNED, True)


def test_what_may_still_come_is_carried_by_what_lacks_now() -> None:
    assert leaves(StillPossible(MEMBER & TRUSTED, "nanti"), case(member=True, trusted=False)) == [TRUSTED]


def test_the_reason_is_told_in_words() -> None:
    (reason,) = carrying(~BANNED, case(banned=True))
    assert tell(reason, case(banned=True)) == "dilarang"
    assert tell(reason, case()) == "belum diketahui: Apakah dilarang?"
    (colour,) = carrying(RED, case(colour="blue"))
    assert tell(colour, case(colour="blue")) == "warna: blue"


def test_a_comparison_is_told_with_its_figures() -> None:
    condition = DEPOSIT >= PRICE
    (reason,) = carrying(condition, case(deposit=4_000, price=5_000))
    told = tell(reason, case(deposit=4_000, price=5_000))
    assert told == "uang jaminan Rp4.000, paling sedikit Rp5.000"
    assert tell(reason, case(price=5_000)) == "belum diketahui: Berapa uang jaminan?"


# ---- facts that still matter -------------------------------------------------------------------
def test_a_decided_condition_asks_nothing() -> None:
    assert open_keys(MEMBER & TRUSTED, case(member=False)) == []
    assert open_keys(MEMBER | TRUSTED, case(member=True)) == []


def test_only_the_open_branch_is_asked_about() -> None:
    told = case(member=True, banned=True)
    assert open_keys((MEMBER | RED) & (~BANNED | TRUSTED), told) == [("trusted", None)]


def test_an_item_that_does_not_count_is_not_asked_about() -> None:
    told = case({"sound": False}, {"worth": 3}, {"sound": True}, deposit=0, price=100)
    assert open_keys(DEPOSIT + PLEDGED >= PRICE, told) == [("sound", 1), ("worth", 2)]


def test_an_amount_that_is_surely_larger_cannot_lower_the_least() -> None:
    smallest = Least((DEPOSIT, PRICE + Constant(50)))
    told = case(deposit=10)
    assert open_keys(smallest >= Constant(5), told) == []
    assert open_keys(Least((PRICE, DEPOSIT)) >= Constant(5), told) == [("price", None)]


def test_a_choice_of_amounts_asks_about_the_choice_and_its_open_branch() -> None:
    chosen = Choose(MEMBER, DEPOSIT, Constant(3))
    assert open_keys(chosen >= Constant(5), case()) == [("member", None), ("deposit", None)]
    assert open_keys(chosen >= Constant(5), case(member=True)) == [("deposit", None)]
    assert open_keys(chosen >= Constant(5), case(member=False)) == []


def test_an_opinion_of_the_team_is_marked() -> None:
    (asked,) = open_facts(TRUSTED, case())
    assert asked.is_judgement
    (asked,) = open_facts(MEMBER, case())
    assert not asked.is_judgement


# ---- remedies ----------------------------------------------------------------------------------
@pytest.mark.parametrize("price", range(0, 60, 7))
@pytest.mark.parametrize("deposit", range(0, 30, 4))
def test_the_nearest_value_is_the_one_that_trying_every_value_finds(price: int, deposit: int) -> None:
    # 100 × deposit ≥ 50 × price, since the share is 50 % on that day.
    told, condition = case(deposit=deposit, price=price), COVER.condition
    assert condition is not None
    up = next(v for v in range(deposit, 1_000) if 100 * v >= 50 * price)
    # A number is never lowered to nothing.
    down = next((v for v in range(price, 0, -1) if 100 * deposit >= 50 * v), 0 if price == 0 else None)
    assert nearest(condition, told, DEPOSIT, MET, upwards=True) == up
    assert nearest(condition, told, PRICE, MET, upwards=False) == down


def test_no_value_is_given_where_none_helps() -> None:
    assert nearest(DEPOSIT >= PRICE, case(deposit=5, price=9), DEPOSIT, MET, upwards=False) is None


def test_what_would_change_a_comparison_is_both_its_sides() -> None:
    told = case(deposit=4_000, price=10_000)
    found = ways(DEPOSIT >= PRICE, told)
    assert [[step.sentence for step in way] for way in found] == [
        ["tambah jaminan menjadi Rp10.000"],
        ["pilih sepeda seharga Rp4.000"],
    ]
    for way in found:
        after = told.but(**{step.fact_key: step.value for step in way})
        assert (DEPOSIT >= PRICE).truth(after) is MET


def test_all_parts_must_be_brought_about_together_and_the_shortest_way_comes_first() -> None:
    condition = (MEMBER & ~BANNED) | RED
    told = case(member=False, banned=True, colour="blue")
    found = [[step.fact_key for step in way] for way in ways(condition, told)]
    assert found == [["colour"], ["member", "banned"]]


def test_what_is_not_known_is_first_made_sure() -> None:
    ((step,),) = ways(TRUSTED, case())
    assert (step.sentence, step.who) == ("pastikan: Apakah dipercaya?", Teller.TEAM)


def test_nothing_is_to_do_where_it_holds_and_nobody_can_where_there_is_no_remedy() -> None:
    assert ways(MEMBER, case(member=True)) == ((),)
    assert ways(TRUSTED, case(trusted=False)) == ()


def test_two_steps_never_ask_two_values_of_one_number() -> None:
    # Exactly 12 or exactly 24, and at most 24.
    exactly = ((DEPOSIT >= 12) & (DEPOSIT <= 12)) | ((DEPOSIT >= 24) & (DEPOSIT <= 24))
    condition = (DEPOSIT >= 12) & exactly
    found = ways(condition, case(deposit=5))
    assert found
    for way in found:
        ((value,),) = [[step.value for step in way]]
        assert condition.truth(case(deposit=value)) is MET


def test_of_two_steps_in_one_direction_the_further_one_is_left() -> None:
    ((step,),) = ways((DEPOSIT >= 12) & (DEPOSIT >= 24), case(deposit=5))
    assert step.value == 24


# ---- words -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (MEMBER, "anggota"),
        (~BANNED, "tidak dilarang"),
        (MEMBER & ~BANNED, "anggota; dan tidak dilarang"),
        (MEMBER | (TRUSTED & RED), "anggota atau (dipercaya; dan warna red)"),
        (~RED, "warna bukan red"),
        (COLOUR.from_on(Colour.GREEN), "warna green atau blue"),
        (DEPOSIT >= PRICE, "uang jaminan paling sedikit harga sepeda"),
        (DEPOSIT <= PRICE, "uang jaminan paling banyak harga sepeda"),
        (DEPOSIT < PRICE, "uang jaminan kurang dari harga sepeda"),
        (StillPossible(MEMBER, "besok"), "anggota (masih dapat dipenuhi sampai besok)"),
        (AtLeast(DEPOSIT, PRICE).told("cukup", "kurang"), "cukup"),
        (~AtLeast(DEPOSIT, PRICE).told("cukup", "kurang"), "kurang"),
    ],
)
def test_a_condition_is_a_sentence(condition: Condition, sentence: str) -> None:
    assert describe(condition) == sentence


def test_the_sentence_of_a_choice_of_reading_names_the_question() -> None:
    assert WHO.condition is not None
    assert describe(WHO.condition) == "anggota [T-01]"


def test_values_are_told_as_people_read_them() -> None:
    assert parameter_value(SHARE, 50) == "50 %"
    assert parameter_value(DAYS, 7) == "7 hari"
    assert parameter_value(FEE, None) == "belum ditetapkan"


def test_facts_of_items_are_asked_with_their_place() -> None:
    told = case({}, deposit=0, price=5)
    assert [(entry.fact, entry.item) for entry in open_facts(DEPOSIT + PLEDGED >= PRICE, told)] == [
        (SOUND, 0),
        (WORTH, 0),
    ]


def test_outcomes_are_what_the_words_say() -> None:
    told = case(member=False)
    assert MEMBER.truth(told) is NOT_MET
    assert TRUSTED.truth(told) is UNKNOWN
