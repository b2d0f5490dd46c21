"""A kecamatan is given only within the service, with an end for a cover, and never twice to one person."""

from datetime import date

import pytest

from domain.blitar.staffing.assignments import problems_of
from tests.domain.blitar.staffing.people import END, START, a_service, an_assignment


def fields(wanted, existing=(), **service):
    return [problem.field for problem in problems_of(wanted, a_service(**service), existing)]


@pytest.mark.parametrize(
    ("starts_on", "wrong"),
    [
        (date(2025, 12, 31), ["starts_on"]),  # the day before the decree
        (START, []),
        (END, []),
        (date(2027, 1, 1), ["starts_on"]),  # the day after the contract
    ],
)
def test_an_assignment_starts_within_the_service(starts_on, wrong):
    assert fields(an_assignment(starts_on=starts_on)) == wrong


@pytest.mark.parametrize(("starts_on", "wrong"), [(date(2026, 5, 31), []), (date(2026, 6, 1), ["starts_on"])])
def test_nobody_is_assigned_after_their_last_day(starts_on, wrong):
    assert fields(an_assignment(starts_on=starts_on), ended_on=date(2026, 5, 31)) == wrong


def test_an_assignment_does_not_end_before_it_starts():
    wanted = an_assignment(starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 1))
    assert fields(wanted) == ["ends_on"]


def test_an_assignment_may_be_of_one_day():
    day = date(2026, 3, 2)
    assert fields(an_assignment(starts_on=day, ends_on=day)) == []


@pytest.mark.parametrize(("ends_on", "wrong"), [(None, ["ends_on"]), (date(2026, 3, 1), [])])
def test_a_temporary_cover_has_an_end(ends_on, wrong):
    assert fields(an_assignment(temporary=True, ends_on=ends_on)) == wrong


@pytest.mark.parametrize("code", ["35.72.01", "35.27.03", "Sukorejo", ""])
def test_only_the_22_kecamatan_of_the_kabupaten_can_be_given(code):
    assert fields(an_assignment(code)) == ["district_code"]


@pytest.mark.parametrize(
    ("starts_on", "wrong"), [(date(2026, 6, 30), ["district_code"]), (date(2026, 7, 1), [])]
)
def test_one_person_has_a_kecamatan_once_at_a_time(starts_on, wrong):
    first = an_assignment(ends_on=date(2026, 6, 30), id=1)
    assert fields(an_assignment(starts_on=starts_on), [first]) == wrong


def test_one_person_may_have_several_kecamatan():
    assert fields(an_assignment("35.05.02"), [an_assignment("35.05.01", id=1)]) == []


def test_one_kecamatan_may_have_several_people():
    assert fields(an_assignment(mentor_id=1), [an_assignment(mentor_id=2, id=1)]) == []


def test_an_assignment_called_off_before_it_began_stands_in_nobodys_way():
    called_off = an_assignment(starts_on=date(2026, 6, 1), ends_on=date(2026, 5, 31), id=1)
    assert fields(an_assignment(starts_on=date(2026, 3, 2)), [called_off]) == []
