"""A result is fixed only over outcomes that still hold; what is not known is asked, also with a reading."""

from dataclasses import replace
from datetime import date

import pytest

from domain.blitar.examining import examine_candidate
from domain.blitar.selecting.deciding import in_the_way_of_deciding
from domain.blitar.selecting.record_checks import order_notice
from domain.blitar.selecting.results import (
    OutcomeKind,
    SelectionOutcome,
    TestKind,
    TestResult,
    in_the_way_of_passing,
)
from domain.blitar.selecting.rounds import Round
from domain.blitar.selecting.standing import Preference, standing_of
from tests.domain.blitar.builders import calon, law

DAY = date(2026, 4, 1)
ROUND = Round(
    title="Seleksi contoh",
    announcement_number="",
    announced_on=date(2026, 3, 1),
    opens_on=date(2026, 3, 2),
    closes_on=date(2026, 3, 20),
    quota=1,
)
BOTH = tuple(
    TestResult(kind=kind, on=DAY, examiners="Tim Seleksi", passed=True, reason="lembar nilai")
    for kind in TestKind
)
WITHOUT_MENTORING = replace(calon().experience, mentored=False, involved=False, paper=False)


def one(number=1, kind=OutcomeKind.PASSED, candidate=None, tests=BOTH):
    found = examine_candidate(candidate or calon(), law())
    outcome = kind and SelectionOutcome(kind=kind, on=DAY, by="Sari", reason="memenuhi")
    return standing_of(number, "Contoh", found, tests, outcome), found


def places(*entries, on=DAY):
    return [reason.place.short for reason in in_the_way_of_deciding(ROUND, entries, on)]


def test_one_who_passed_within_the_quota_can_be_fixed():
    assert places(one()) == []


def test_a_round_in_which_nobody_registered_can_be_fixed():
    assert places() == []


@pytest.mark.parametrize(("on", "in_way"), [(date(2026, 3, 20), ["8.c"]), (date(2026, 3, 21), [])])
def test_a_result_comes_after_the_last_day_of_filing(on, in_way):
    assert places(one(), on=on) == in_way


def test_everybody_needs_an_outcome_before_the_result():
    assert places(one(), one(2, None)) == ["8.e"]


def test_more_who_passed_than_are_sought_are_in_the_way():
    assert places(one(), one(2)) == ["8.e"]


def test_a_reserve_takes_no_place():
    assert places(one(), one(2, OutcomeKind.RESERVE)) == []


def test_an_outcome_that_no_longer_holds_is_in_the_way_with_its_place():
    assert places(one(candidate=calon(citizen=False))) == ["7.a"]


def test_who_did_not_pass_is_never_in_the_way():
    assert places(one(kind=OutcomeKind.FAILED, candidate=calon(citizen=None), tests=())) == []


def test_a_named_reading_does_not_excuse_what_nobody_has_told():
    found = examine_candidate(calon(experience=WITHOUT_MENTORING, citizen=None), law())
    told = in_the_way_of_passing(found, BOTH, "B-18 bacaan B", places_left=1)
    assert [reason.place.short for reason in told] == ["7.a"]


def test_a_named_reading_lets_who_lacks_only_the_certificate_of_point_k_pass():
    found = examine_candidate(calon(experience=replace(calon().experience, paper=False)), law())
    assert in_the_way_of_passing(found, BOTH, "", places_left=1)
    assert in_the_way_of_passing(found, BOTH, "B-18 bacaan B", places_left=1) == ()


@pytest.mark.parametrize(
    ("told", "preference"),
    [(True, Preference.HAS), (False, Preference.HAS_NOT), (None, Preference.UNKNOWN)],
)
def test_the_preference_is_told_beside_and_never_among_what_fails(told, preference):
    standing, _ = one(candidate=calon(experience=replace(calon().experience, entrepreneurship=told)))
    assert standing.preference is preference
    assert standing.not_met == standing.still_open == ()


@pytest.mark.parametrize(("interview", "is_told"), [(date(2026, 3, 31), True), (DAY, False)])
def test_an_interview_before_the_written_test_is_pointed_out(interview, is_told):
    written, spoken = BOTH
    assert bool(order_notice((written, replace(spoken, on=interview)))) is is_told
