"""Who may be declared as passed: what Pasal 7 and 8 ask, and nothing besides; unknown is never a no."""

from dataclasses import replace
from datetime import date

import pytest

from domain.blitar.candidate import Experience, HealthLetter, Statements
from domain.blitar.examining import examine_candidate
from domain.blitar.kinds import Education, HealthIssuer
from domain.blitar.selecting.results import TestKind, TestResult, in_the_way_of_passing
from tests.domain.blitar.builders import calon, law

DAY = date(2026, 4, 1)


def a_result(kind, passed=True):
    return TestResult(
        kind=kind, on=DAY, examiners="Tim Seleksi", passed=passed, reason="menurut lembar nilai"
    )


BOTH = (a_result(TestKind.WRITTEN), a_result(TestKind.INTERVIEW))


def places(candidate=None, results=BOTH, reading_reason="", places_left=1):
    found = examine_candidate(candidate or calon(), law())
    in_way = in_the_way_of_passing(found, results, reading_reason, places_left=places_left)
    return [reason.place.short for reason in in_way]


def test_who_meets_everything_and_passed_both_tests_may_pass():
    assert places() == []


@pytest.mark.parametrize("kind", TestKind)
def test_a_test_that_is_not_recorded_is_in_the_way(kind):
    assert places(results=[one for one in BOTH if one.kind is not kind]) == ["8.d"]


@pytest.mark.parametrize("kind", TestKind)
def test_a_failed_test_is_in_the_way(kind):
    results = [a_result(one, passed=one is not kind) for one in TestKind]
    assert places(results=results) == ["8.d"]


@pytest.mark.parametrize(("left", "in_way"), [(0, ["8.e"]), (1, [])])
def test_nobody_passes_beyond_the_quota(left, in_way):
    assert places(places_left=left) == in_way


def test_a_point_that_is_not_met_is_in_the_way_with_its_place():
    assert places(calon(education=Education.DIPLOMA_3)) == ["7.f"]


def test_a_point_that_nobody_has_told_is_asked():
    assert places(calon(citizen=None)) == ["7.a"]


def test_a_preference_is_never_in_the_way():
    experience = replace(calon().experience, entrepreneurship=None)
    assert places(calon(experience=experience)) == []


WITHOUT_MENTORING = Experience(
    entrepreneurship=True, entrepreneurship_told="warung", mentored=False, involved=False, paper=False
)


def test_who_lacks_only_point_k_is_never_refused_but_asks_for_the_reading():
    found = examine_candidate(calon(experience=WITHOUT_MENTORING), law())
    told = in_the_way_of_passing(found, BOTH, "", places_left=1)
    assert any("bergantung tafsir (B-18)" in reason.sentence for reason in told)


def test_a_written_reading_lets_who_lacks_only_point_k_pass():
    assert places(calon(experience=WITHOUT_MENTORING), reading_reason="Kami memakai B-18 bacaan B") == []


def test_a_reading_does_not_help_who_lacks_another_point_too():
    candidate = calon(experience=WITHOUT_MENTORING, education=Education.DIPLOMA_3)
    assert "7.f" in places(candidate, reading_reason="Kami memakai B-18 bacaan B")


@pytest.mark.parametrize(
    ("born_on", "in_way"),
    [
        (date(1986, 3, 3), []),  # 39 years and 364 days on 2 March 2026
        (date(1986, 3, 2), []),  # 40 on the day
        (date(1986, 3, 1), ["7.d"]),  # 40 years and a day: the reading must be named
        (date(1985, 3, 3), ["7.d"]),  # 40 years and 364 days
        (date(1985, 3, 2), ["7.d"]),  # 41 years
    ],
)
def test_the_age_at_the_boundaries(born_on, in_way):
    assert places(calon(born_on=born_on)) == in_way


@pytest.mark.parametrize(("born_on", "in_way"), [(date(1985, 3, 3), []), (date(1985, 3, 2), ["7.d"])])
def test_a_written_reading_helps_until_the_day_before_41(born_on, in_way):
    assert places(calon(born_on=born_on), reading_reason="B-09 bacaan A") == in_way


def test_the_statements_are_asked_one_by_one():
    asked = places(calon(statements=Statements()))
    assert asked == ["7.h", "7.i", "7.l", "7.m"]


def test_nobody_passes_without_the_health_letter():
    no_letter = HealthLetter(issuer=HealthIssuer.NONE)
    assert places(calon(health=no_letter)) == ["7.b"]


def test_who_has_not_been_judged_to_understand_cannot_pass_yet():
    assert places(replace(calon(), judgements={})) == ["7.g"]
