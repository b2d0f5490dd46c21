"""What a person should look at in a visit; none of it stands in the way."""

from dataclasses import replace
from datetime import date

import pytest

from domain.blitar.visiting.visit import DayPart, Visit, VisitPlace
from domain.blitar.visiting.visit_warnings import Elsewhere, warnings_of

TUESDAY = date(2026, 4, 14)
WONODADI, UDANAWU = "35.05.01", "35.05.02"
HERE = Visit(mentor_id=1, client_id=1, on=TUESDAY, district_code=WONODADI)
AT_THE_DINAS = replace(HERE, place=VisitPlace.OFFICE, district_code=None)


def elsewhere(code=UDANAWU, *, on=TUESDAY, part=DayPart.MORNING, place=VisitPlace.FIELD):
    return Elsewhere(on, part, place, code, "Warung Bu Ani")


def warned(visit=HERE, **more):
    return warnings_of(visit, **{"assigned": {WONODADI}} | more)


def test_nothing_is_odd_about_a_visit_on_a_working_day_in_ones_own_kecamatan():
    assert warned() == ()
    assert warned(AT_THE_DINAS, assigned=()) == ()


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 8, 17), "hari libur"),  # Independence Day, a Monday
        (date(2026, 4, 11), "akhir pekan"),  # a Saturday
        (date(2026, 4, 12), "akhir pekan"),  # a Sunday
    ],
)
def test_a_holiday_and_a_weekend_are_named_and_do_not_forbid(on, words):
    (told,) = warned(replace(HERE, on=on))
    assert words in told
    assert "tetap dapat dicatat" in told


@pytest.mark.parametrize(
    ("visit", "other", "is_odd"),
    [
        (HERE, elsewhere(), True),
        (HERE, elsewhere(WONODADI), False),  # two binaan in one kecamatan
        (HERE, elsewhere(part=DayPart.NOON), False),
        (HERE, elsewhere(on=date(2026, 4, 15)), False),
        (HERE, elsewhere(None, place=VisitPlace.OFFICE), True),
        (AT_THE_DINAS, elsewhere(), True),
        (AT_THE_DINAS, elsewhere(None, place=VisitPlace.OFFICE), False),
        # Where it was is not known yet, so it may be the same kecamatan; at the Dinas it was not.
        (replace(HERE, district_code=None), elsewhere(), False),
        (HERE, elsewhere(None), False),
        (replace(HERE, district_code=None), elsewhere(None, place=VisitPlace.OFFICE), True),
    ],
)
def test_nobody_is_in_two_places_in_one_part_of_a_day(visit, other, is_odd):
    found = warned(visit, others=[other])
    assert len(found) == is_odd
    assert all("Warung Bu Ani" in told for told in found)


def test_two_places_are_named():
    (told,) = warned(others=[elsewhere()])
    assert "di Kecamatan Udanawu" in told
    (told,) = warned(others=[elsewhere(None, place=VisitPlace.OFFICE)])
    assert "di kantor" in told


def test_the_same_is_not_said_twice():
    assert len(warned(others=[elsewhere(), elsewhere()])) == 1


@pytest.mark.parametrize(
    ("visit", "assigned", "is_odd"),
    [
        (HERE, {WONODADI}, False),
        (HERE, {UDANAWU, WONODADI}, False),
        (HERE, {UDANAWU}, True),
        (HERE, set(), True),
        (AT_THE_DINAS, {UDANAWU}, False),
        (replace(HERE, district_code=None), {UDANAWU}, False),
    ],
)
def test_another_pendampings_kecamatan_is_pointed_out(visit, assigned, is_odd):
    found = warned(visit, assigned=assigned)
    assert len(found) == is_odd
    assert all("Kecamatan Wonodadi" in told for told in found)


@pytest.mark.parametrize(("carer_id", "is_odd"), [(None, False), (1, False), (2, True)])
def test_a_binaan_in_anothers_care_is_pointed_out(carer_id, is_odd):
    found = warned(carer_id=carer_id, carer_name="Budi")
    assert len(found) == is_odd
    assert all("Budi" in told for told in found)
