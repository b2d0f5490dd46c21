"""On every day a kecamatan is covered or listed as uncovered with since when, never both, never neither."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.blitar.staffing.coverage import coverage_on, gaps_ahead
from domain.regions.regions import BLITAR_REGENCY, districts
from tests.domain.blitar.staffing.people import END, START, a_service, an_assignment

CODES = [district.code for district in districts(BLITAR_REGENCY.code)]


def of(code, day, services, assignments):
    (found,) = [one for one in coverage_on(day, services, assignments) if one.district.code == code]
    return found


def test_all_22_kecamatan_are_told_and_the_uncovered_come_first():
    found = coverage_on(START, [a_service()], [an_assignment()])
    assert len(found) == 22
    assert [one.is_covered for one in found] == [False] * 21 + [True]


@pytest.mark.parametrize(
    ("day", "covered"),
    [
        (date(2025, 12, 31), False),
        (START, True),
        (date(2026, 5, 31), True),  # the last day of service still counts
        (date(2026, 6, 1), False),
    ],
)
def test_a_gap_opens_the_day_after_somebody_leaves(day, covered):
    service = a_service(ended_on=date(2026, 5, 31))
    assert of("35.05.01", day, [service], [an_assignment()]).is_covered is covered


def test_the_gap_is_told_with_the_day_that_it_opened():
    service = a_service(ended_on=date(2026, 5, 31))
    found = of("35.05.01", date(2026, 8, 1), [service], [an_assignment()])
    assert found.uncovered_since == date(2026, 6, 1)


def test_a_kecamatan_that_never_had_anybody_has_no_since():
    assert of("35.05.02", START, [a_service()], [an_assignment()]).uncovered_since is None


def test_an_assignment_that_begins_later_does_not_hide_the_gap_of_today():
    services = [a_service(1, ended_on=date(2026, 2, 28)), a_service(2)]
    given_later = [an_assignment(), an_assignment(mentor_id=2, starts_on=date(2026, 4, 1))]
    found = of("35.05.01", date(2026, 3, 15), services, given_later)
    assert (found.is_covered, found.uncovered_since) == (False, date(2026, 3, 1))


def test_a_temporary_cover_is_told_as_such_and_leaves_a_gap_after_its_last_day():
    cover = an_assignment(temporary=True, starts_on=date(2026, 6, 1), ends_on=date(2026, 6, 30))
    assert of("35.05.01", date(2026, 6, 30), [a_service()], [cover]).is_temporary
    assert of("35.05.01", date(2026, 7, 1), [a_service()], [cover]).uncovered_since == date(2026, 7, 1)


def test_a_kecamatan_with_a_lasting_pendamping_is_not_temporary():
    both = [an_assignment(), an_assignment(mentor_id=2, temporary=True, ends_on=date(2026, 6, 30))]
    assert not of("35.05.01", START, [a_service(1), a_service(2)], both).is_temporary


@pytest.mark.parametrize(("days", "told"), [(10, []), (11, [("35.05.01", date(2027, 1, 1))])])
def test_a_gap_that_a_contract_will_open_is_told_ahead(days, told):
    found = gaps_ahead(date(2026, 12, 21), days, [a_service()], [an_assignment()])
    assert [(district.code, day) for district, day in found] == told


def test_a_contract_that_somebody_else_follows_opens_no_gap():
    services = [a_service(1), a_service(2, contract_until=date(2027, 12, 31))]
    both = [an_assignment(), an_assignment(mentor_id=2, starts_on=date(2027, 1, 1))]
    assert gaps_ahead(date(2026, 12, 21), 60, services, both) == ()


DAYS = st.dates(date(2025, 12, 1), date(2027, 2, 1))
SERVICES = st.lists(st.tuples(DAYS, DAYS, st.none() | DAYS), min_size=1, max_size=4)
GIVEN = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(CODES[:3]), DAYS, st.none() | DAYS), max_size=8)


@given(SERVICES, GIVEN, DAYS)
def test_covered_or_uncovered_but_never_both_or_neither(services, given_now, day):
    people = [
        a_service(number, appointed_on=since, contract_until=until, ended_on=ended)
        for number, (since, until, ended) in enumerate(services)
    ]
    posts = [
        an_assignment(code, mentor_id=number % len(people), starts_on=start, ends_on=end)
        for number, code, start, end in given_now
    ]
    found = {one.district.code: one for one in coverage_on(day, people, posts)}
    assert set(found) == set(CODES)
    for code, one in found.items():
        # Counted day by day, without the arithmetic under test.
        here = [post for post in posts if post.district_code == code]
        covered = [each for each in every_day_until(day) if any(holds(post, each, people) for post in here)]
        assert one.is_covered is (day in covered)
        before = [d for d in covered if d < day]
        if not one.is_covered and before:
            assert one.uncovered_since == max(before) + timedelta(days=1)


def every_day_until(day):
    first = date(2025, 12, 1)
    return [first + timedelta(days=number) for number in range((day - first).days + 1)]


def holds(post, day, people):
    person = people[post.mentor_id]
    in_service = person.appointed_on <= day <= person.contract_until
    if person.ended_on is not None and day > person.ended_on:
        in_service = False
    return in_service and post.starts_on <= day and (post.ends_on is None or day <= post.ends_on)


def test_the_contract_end_is_the_last_covered_day():
    assert of("35.05.01", END, [a_service()], [an_assignment()]).is_covered
