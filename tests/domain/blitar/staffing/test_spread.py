"""The proposed spread is the best there is: checked against every possible one on small cases."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.blitar.staffing.spread import fair_spread, kept, measured
from domain.regions.approximate_boundaries import kilometres_between
from domain.regions.regions import BLITAR_REGENCY, districts
from tests.domain.blitar.staffing.people import a_service
from tests.examples import examples

CODES = [district.code for district in districts(BLITAR_REGENCY.code)]


def every_spread(services, codes):
    """Every allowed spread as its pairs."""
    people = [service.mentor_id for service in services]
    few_people = len(people) <= len(codes)
    rows, columns = (codes, people) if few_people else (people, codes)
    for chosen in product(columns, repeat=len(rows)):
        if set(chosen) == set(columns):
            yield [
                (taker, row) if few_people else (row, taker) for row, taker in zip(rows, chosen, strict=True)
            ]


def heaviest_of(pairs, load):
    loads = {}
    for person, code in pairs:
        loads[person] = loads.get(person, 0) + load.get(code, 0)
    return max(loads.values())


def brute_force(services, codes, load):
    """The smallest heaviest load, then the least way, over every allowed spread."""
    homes = {service.mentor_id: service.home for service in services}
    return min(
        (
            heaviest_of(pairs, load),
            round(sum(kilometres_between(homes[who], code) for who, code in pairs if homes[who]), 6),
        )
        for pairs in every_spread(services, codes)
    )


HOMES = st.lists(st.none() | st.sampled_from(CODES), min_size=1, max_size=4)
SOME = st.lists(st.sampled_from(CODES), min_size=1, max_size=5, unique=True)


@settings(max_examples=examples(40), deadline=None)
@given(HOMES, SOME, st.data())
def test_no_spread_is_better_than_the_proposed_one(homes, codes, data):
    services = [a_service(number, home=home) for number, home in enumerate(homes)]
    load = {code: data.draw(st.integers(0, 20)) for code in codes}
    found = fair_spread(services, codes, load)
    heaviest, way = brute_force(services, codes, load)
    assert found.heaviest == heaviest
    assert found.kilometres == pytest.approx(way, abs=1e-5)


def test_every_kecamatan_has_one_and_every_pendamping_at_least_one():
    services = [a_service(number, home=CODES[number]) for number in range(20)]
    found = fair_spread(services, CODES, dict.fromkeys(CODES, 12))
    assert sorted(code for _, code in found.pairs) == CODES
    assert {mentor for mentor, _ in found.pairs} == set(range(20))


def test_without_anybody_there_is_no_spread():
    assert fair_spread([], CODES, {}) is None


def test_between_equal_spreads_people_stay_where_they_are():
    services = [a_service(number) for number in (1, 2)]  # homes unknown: every way counts nothing
    today = frozenset({(2, "35.05.01"), (1, "35.05.02")})
    found = fair_spread(services, ["35.05.01", "35.05.02"], {"35.05.01": 5, "35.05.02": 5}, today)
    assert found.pairs == today


def test_binaan_handed_over_to_somebody_keep_her_where_they_are():
    # 12 binaan in each of two kecamatan; six of the first were handed to 2, who lives in the second.
    services = [a_service(1, home="35.05.01"), a_service(2, home="35.05.02")]
    codes, today = ["35.05.01", "35.05.02"], frozenset({(1, "35.05.01"), (2, "35.05.02")})
    held = {(2, "35.05.01"): 6, (1, "35.05.01"): 1}
    found = fair_spread(services, codes, dict.fromkeys(codes, 12), today, held)
    assert found.pairs == {(2, "35.05.01"), (1, "35.05.02")}
    assert kept(found.pairs, held) == 6


def test_the_load_comes_before_the_binaan_that_stay():
    services = [a_service(1), a_service(2)]
    codes = ["35.05.01", "35.05.02"]
    found = fair_spread(services, codes, dict.fromkeys(codes, 9), held={(1, one): 9 for one in codes})
    assert found.heaviest == 9


@settings(max_examples=examples(30), deadline=None)
@given(st.integers(1, 3), st.lists(st.sampled_from(CODES), min_size=1, max_size=4, unique=True), st.data())
def test_no_spread_of_the_same_load_lets_more_binaan_stay(people, codes, data):
    services = [a_service(number) for number in range(people)]
    load = {code: data.draw(st.integers(0, 9)) for code in codes}
    held = {(number, code): data.draw(st.integers(0, 9)) for number in range(people) for code in codes}
    found = fair_spread(services, codes, load, held=held)
    as_light = [one for one in every_spread(services, codes) if heaviest_of(one, load) == found.heaviest]
    assert kept(found.pairs, held) == max(sum(held[pair] for pair in one) for one in as_light)


def test_a_spread_is_measured_by_hand():
    services = [a_service(1, home="35.05.01"), a_service(2)]
    pairs = frozenset({(1, "35.05.01"), (2, "35.05.02"), (2, "35.05.03")})
    found = measured(pairs, services, {"35.05.01": 4, "35.05.02": 6, "35.05.03": 7})
    assert (dict(found.loads), found.heaviest, found.lightest) == ({1: 4, 2: 13}, 13, 4)
    assert found.kilometres == 0.0
