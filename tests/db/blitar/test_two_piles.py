"""Two people send the same visits at one moment: one comes first, the other is told, nothing is doubled."""

import pytest

from db.refusals import Wrong
from db.tables import VisitImportRow, VisitRow
from tests.db.blitar.visiting import Caseload, a_visit, days_before
from tests.db.people import an_office
from tests.db.sampang.test_two_writers import at_one_moment, the_one_refused

ROUNDS = 3
PAST = {done: days_before(done) for done in range(1, ROUNDS + 1)}


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Caseload(office)


def test_of_two_piles_with_the_same_visits_one_is_taken_in(caseload):
    clients = [caseload.binaan(f"Usaha {place}") for place in range(5)]
    for done in range(1, ROUNDS + 1):
        visits = [a_visit(caseload.sri, client, note=f"{done}", on=PAST[done]) for client in clients]
        refused = the_one_refused(
            at_one_moment(
                lambda pile=visits: caseload.take_in(*pile),
                lambda pile=visits: caseload.take_in(*reversed(pile), actor=caseload.mentor),
            )
        )
        assert isinstance(refused, Wrong)
        assert "sudah tercatat" in refused.sentence
        assert caseload.office.count(VisitRow) == len(clients) * done
        assert caseload.office.count(VisitImportRow) == done


def test_of_a_pile_and_a_visit_of_its_own_one_is_recorded(caseload):
    client = caseload.binaan()
    for done in range(1, ROUNDS + 1):
        visit = a_visit(caseload.sri, client, on=PAST[done])
        refused = the_one_refused(
            at_one_moment(
                lambda one=visit: caseload.take_in(one),
                lambda one=visit: caseload.save(one),
            )
        )
        assert "sudah tercatat" in refused.sentence
        assert caseload.office.count(VisitRow) == done
