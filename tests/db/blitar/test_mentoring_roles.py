"""Every verb of the mentoring programme asks the role table who may, and a refusal leaves nothing behind."""

from dataclasses import replace

import pytest

from domain.programme import NotAllowed
from domain.roles import Person
from domain.sampang.roles import SampangRole
from tests.db.blitar.blitar_verbs import BLITAR_VERBS, set_up_blitar
from tests.db.people import an_office
from tests.people import EVERYTHING, ROLES


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        set_up_blitar(office)
        yield office


def test_a_verb_lets_through_who_may_and_refuses_everybody_else_leaving_nothing(office):
    before = office.everything()
    for verb, (call, allowed) in BLITAR_VERBS.items():
        through = {role.value for role in ROLES if _lets_through(office, call, office.people[role])}
        assert through == allowed, verb
        assert through < {role.value for role in ROLES}
    assert office.everything() == before


def test_the_roles_in_the_callers_hand_count_for_nothing(office):
    pretenders = (
        Person(999, "Entah", EVERYTHING),
        replace(office.people[SampangRole.OFFICER], held=EVERYTHING),
    )
    for verb, (call, allowed) in BLITAR_VERBS.items():
        known = pretenders if SampangRole.OFFICER not in allowed else pretenders[:1]
        assert not any(_lets_through(office, call, person) for person in known), verb


def _lets_through(office, call, person):
    """Make the call in a session of its own, which for someone who may is undone."""
    try:
        with office.database.write() as session:
            call(session, person)
            session.rollback()
    except NotAllowed:
        return False
    return True
