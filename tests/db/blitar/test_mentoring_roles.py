"""Every verb of the mentoring programme asks the role table who may, and a refusal leaves nothing behind."""

from dataclasses import replace

import pytest

from domain.roles import NotAllowed, Person, Role
from tests.db.blitar.blitar_verbs import BLITAR_VERBS, set_up_blitar
from tests.db.people import an_office


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        set_up_blitar(office)
        yield office


def test_a_verb_lets_through_who_may_and_refuses_everybody_else_leaving_nothing(office):
    before = office.everything()
    for verb, (call, allowed) in BLITAR_VERBS.items():
        through = {role.value for role in Role if _lets_through(office, call, office.people[role])}
        assert through == allowed, verb
        assert through < {role.value for role in Role}
    assert office.everything() == before


def test_the_roles_in_the_callers_hand_count_for_nothing(office):
    pretenders = (
        Person(999, "Entah", frozenset(Role)),
        replace(office.people[Role.OFFICER], roles=frozenset(Role)),
    )
    for verb, (call, allowed) in BLITAR_VERBS.items():
        known = pretenders if Role.OFFICER not in allowed else pretenders[:1]
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
