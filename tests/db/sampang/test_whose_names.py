"""The pimpinan and the administrator are given no name of an applicant by any verb of the fund."""

import pytest
from sqlalchemy import text

from db.refusals import NotFound, Refused
from domain.programme import NotAllowed
from domain.roles import OfficeRole
from domain.sampang.roles import SampangRole
from tests.db.canaries import MARK, canaries_in
from tests.db.sampang.lending import a_lending_office
from tests.db.verbs import VERBS, set_up


@pytest.fixture(scope="module")
def office(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        set_up(lending)
        with lending.database.write() as session:
            marked = {"name": f"{MARK}pemohon", "nik": "3527034506850000"}
            session.execute(text("UPDATE application SET name = :name, nik = :nik"), marked)
        yield lending.office


def _given(office, call, actor):
    with office.database.write() as session:
        try:
            return canaries_in(call(session, actor))
        except (NotAllowed, NotFound, Refused):
            return set()
        finally:
            session.rollback()


# What is kept about a person is made for that very person, by the administrator too, and written down.
FOR_THE_PERSON = {"own_record"}


@pytest.mark.parametrize("role", [OfficeRole.LEADERSHIP, OfficeRole.ADMINISTRATOR])
@pytest.mark.parametrize("verb", sorted(VERBS.keys() - FOR_THE_PERSON))
def test_the_office_that_does_not_lend_is_given_no_applicants_name(office, verb, role):
    assert _given(office, VERBS[verb][0], office.people[role]) == set()


def test_the_same_verbs_do_give_the_officer_those_names(office):
    officer = office.people[SampangRole.OFFICER]
    given = {verb for verb, (call, _) in VERBS.items() if _given(office, call, officer)}
    assert {"list_applications", "loans", "kin"} <= given
