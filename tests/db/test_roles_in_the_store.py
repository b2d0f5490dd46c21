"""Every verb asks the role table in the database who may, and a refusal leaves nothing behind."""

import inspect
import pkgutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import pytest
from sqlalchemy import select, update

import db
from db.office.people import add_person, personas
from db.refusals import SignInAgain
from db.tables import PersonRoleRow, PersonRow, RoleEndRow, SignInRow
from domain.blitar.roles import BlitarRole
from domain.programme import NotAllowed
from domain.roles import Person
from tests.db.blitar.blitar_verbs import BLITAR_VERBS
from tests.db.people import NOW, a_form, an_office
from tests.db.sampang.lending import a_lending_office
from tests.db.verbs import VERBS, set_up
from tests.people import EVERYTHING, ROLES, held

# Parts of verbs, which their callers have in the table.
_PARTS = {"authorise", "verb", "save", "stepping", "require_reader"}


@pytest.fixture(scope="module")
def shared(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        set_up(lending)
        yield lending.office


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_lets_through_who_may_and_refuses_everybody_else_leaving_nothing(shared, verb):
    call, allowed = VERBS[verb]
    before = shared.everything()
    assert all(_lets_through(shared, call, shared.people[role]) for role in allowed)
    others = [role for role in ROLES if role not in allowed]
    assert others
    assert not any(_lets_through(shared, call, shared.people[role]) for role in others)
    assert shared.everything() == before


def test_the_roles_in_the_callers_hand_count_for_nothing(shared):
    pretenders = (
        Person(999, "Entah", EVERYTHING),
        replace(shared.people[BlitarRole.MENTOR], held=EVERYTHING),
    )
    for verb, (call, _) in VERBS.items():
        assert not any(_lets_through(shared, call, person) for person in pretenders), verb


# Money that moves, values that count and roles: who does it has just shown who they are.
WEIGHS = (
    "disburse", "approve_reversal", "settle_loan", "approve_write_off", "approve_takeover", "approve_capital",
    "open_fund", "approve_setting", "approve_reading", "approve_instrument", "give_role", "propose_role",
    "return_request", "return_reversal", "return_write_off", "return_takeover", "return_capital",
    "return_proposal", "return_instrument", "add_someone", "change_email", "release_account",
    "deactivate_person", "reactivate_person", "end_sign_ins_of", "approve_role", "return_role",
    "withdraw_role", "end_role", "approve_erasure", "return_erasure", "hold_erasure",
)  # fmt: skip


def _came_in_long_ago(session, person):
    """A person whose sign-in lasts, and is fresh no more."""
    now = datetime.now(UTC)
    later, before = now + timedelta(hours=1), now - timedelta(hours=1)
    row = SignInRow(
        key="x", person_id=person.id, provider="x", began_at=before, proven_at=before, seen_at=now,
        idle_ends_at=later, ends_at=later, fresh_until=before,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return replace(person, entry=row.id)


def _asks_again(office, call, person):
    with office.database.write() as session:
        try:
            call(session, _came_in_long_ago(session, person))
        except SignInAgain:
            return True
        finally:
            session.rollback()
    return False


def test_what_weighs_asks_to_sign_in_again_and_nothing_else_does(shared):
    asking = {
        verb.partition(",")[0]
        for verb, (call, allowed) in VERBS.items()
        if _asks_again(shared, call, shared.people[next(role for role in ROLES if role in allowed)])
    }
    assert asking == set(WEIGHS)


def test_every_verb_of_the_store_is_in_the_table():
    modules = [
        import_module(found.name)
        for found in pkgutil.walk_packages(db.__path__, "db.")
        if not found.name.startswith("db.migrations")
    ]
    verbs = {
        name
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and "actor" in inspect.signature(function).parameters
    }
    known = VERBS.keys() | BLITAR_VERBS.keys()
    assert verbs - _PARTS == {verb.partition(",")[0] for verb in known}


def _lets_through(office, call, person):
    """Make the call in a session of its own, which for someone who may is undone."""
    try:
        with office.database.write() as session:
            call(session, person)
            session.rollback()
    except NotAllowed:
        return False
    return True


def test_someone_who_was_made_inactive_or_lost_a_role_is_refused_at_once(office):
    office.save(a_form())
    save_draft, judge = VERBS["save_draft"][0], VERBS["record_judgement"][0]
    with office.database.write() as session:
        session.execute(update(PersonRow).where(PersonRow.id == office.officer.id).values(active=False))
    with pytest.raises(NotAllowed), office.database.write() as session:
        save_draft(session, office.officer)
    with office.database.write() as session:
        role = session.scalars(select(PersonRoleRow).where(PersonRoleRow.person_id == office.member.id)).one()
        session.add(RoleEndRow(role_id=role.id, last_day=date(2026, 3, 1), reason="x", at=NOW))
    with pytest.raises(NotAllowed) as refused, office.database.write() as session:
        judge(session, office.member)
    assert "Anda belum punya peran" in refused.value.sentence


def test_personas_are_the_active_people_with_a_role(office):
    with office.database.write() as session:
        added = add_person(
            session, "Baru", held(BlitarRole.MENTOR, BlitarRole.FACILITATOR), at=NOW, email="a@b.id"
        )
        without = add_person(session, "Tanpa peran", held(), at=NOW)
        session.execute(update(PersonRow).where(PersonRow.id == office.admin.id).values(active=False))
    with office.database.read() as session:
        found = personas(session)
    assert added in found
    assert {without.id, office.admin.id}.isdisjoint(person.id for person in found)
    assert len(found) == 10
    assert [person.id for person in found] == sorted(person.id for person in found)
