"""What a spread would change is told kecamatan by kecamatan and person by person; who leaves, leaves gaps."""

from datetime import date

import pytest

from domain.blitar.staffing.changes import burdens, changes, pairs_on, without_anybody
from domain.blitar.staffing.handing_over import receiver_of
from domain.blitar.staffing.spread import measured
from domain.blitar.staffing.staff_leaving import left_alone
from tests.domain.blitar.staffing.people import START, a_service, an_assignment

ONE, TWO, THREE = "35.05.01", "35.05.02", "35.05.03"
SRI, BUDI = a_service(1, name="Sri"), a_service(2, name="Budi")
LOAD = {ONE: 4, TWO: 6}


def test_only_a_kecamatan_with_somebody_else_is_a_change():
    found = changes(frozenset({(1, ONE), (2, TWO)}), frozenset({(1, ONE), (1, TWO)}), LOAD)
    assert len(found) == 22
    assert [(one.district.code, one.before, one.after, one.load) for one in found if one.is_change] == [
        (TWO, (2,), (1,), 6)
    ]


def test_burdens_are_told_before_and_after_the_heaviest_first():
    today = measured(frozenset({(1, ONE), (2, TWO)}), (SRI, BUDI), LOAD)
    wanted = measured(frozenset({(1, ONE), (1, TWO)}), (SRI, BUDI), LOAD)
    found = burdens((BUDI, SRI), today, wanted)
    assert [(one.service.name, one.load_before, one.load_after) for one in found] == [
        ("Sri", 4, 10),
        ("Budi", 6, 0),
    ]
    assert [place.code for place in found[0].after] == [ONE, TWO]


def test_todays_pairs_count_a_cover_and_leave_out_who_has_left():
    left = a_service(3, ended_on=date(2026, 1, 31))
    given = [
        an_assignment(ONE, 1),
        an_assignment(TWO, 1, temporary=True, ends_on=date(2026, 3, 31)),
        an_assignment(THREE, 3),
    ]
    assert pairs_on(date(2026, 3, 1), [SRI, left], given) == {(1, ONE), (1, TWO)}
    assert pairs_on(date(2026, 4, 1), [SRI, left], given) == {(1, ONE)}


def test_what_a_spread_leaves_to_nobody_is_told():
    found = without_anybody(frozenset({(1, ONE)}))
    assert len(found) == 21
    assert ONE not in {one.code for one in found}


def test_a_binaan_is_proposed_to_who_covers_its_kecamatan_for_good_before_for_a_time():
    given = [
        an_assignment(ONE, 9),
        an_assignment(ONE, 1, temporary=True, ends_on=date(2026, 3, 31)),
        an_assignment(ONE, 2, starts_on=date(2026, 3, 1)),
    ]
    people = [SRI, BUDI, a_service(9)]
    assert receiver_of(ONE, date(2026, 2, 1), people, given, leaving=9) == 1
    assert receiver_of(ONE, date(2026, 3, 1), people, given, leaving=9) == 2
    assert receiver_of(TWO, date(2026, 3, 1), people, given, leaving=9) is None
    assert receiver_of(None, date(2026, 3, 1), people, given, leaving=9) is None


@pytest.mark.parametrize(
    ("others", "alone"),
    [((), [ONE]), ((an_assignment(ONE, 2),), []), ((an_assignment(TWO, 2),), [ONE])],
)
def test_who_leaves_leaves_alone_what_nobody_else_covers(others, alone):
    found = left_alone(1, date(2026, 5, 31), [SRI, BUDI], [an_assignment(ONE, 1), *others])
    assert [one.code for one in found] == alone


def test_a_kecamatan_that_was_uncovered_before_is_nobodys_to_leave():
    assert left_alone(2, START, [SRI, BUDI], [an_assignment(ONE, 1)]) == ()
