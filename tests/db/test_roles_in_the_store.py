"""Every verb asks the role table in the database who may, and a refusal leaves nothing behind."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update

from db.application_list import counts_by_verdict, list_applications
from db.applications import application, file_application, save_draft
from db.assessments import receipts, record_receipt
from db.audit import history
from db.judgements import judgements_of, record_judgement
from db.look_alikes import look_alikes, look_alikes_of
from db.people import add_person, personas
from db.settings import (
    approve_reading,
    approve_setting,
    pending,
    propose_reading,
    propose_setting,
)
from db.tables import PersonRoleRow, PersonRow
from domain.roles import NotAllowed, Person, Role
from domain.sampang_loans.parameters import INSURANCE_RATE
from domain.sampang_loans.readings import S01
from tests.db.office import NOW, a_form, a_nonce, a_receipt, an_office

DAY = date(2026, 3, 2)
READERS = {"officer", "team_member", "team_lead"}
OFFICER = {"officer"}
ADMIN = {"administrator"}
APPROVERS = {"team_lead"}


def _propose_setting(s, who):
    return propose_setting(s, who, INSURANCE_RATE, 1, since=DAY, reason="x", nonce=a_nonce(), at=NOW)


def _propose_reading(s, who):
    return propose_reading(s, who, S01, "A", on=DAY, decree="SK", reason="x", nonce=a_nonce(), at=NOW)


def _judge(s, who):
    return record_judgement(s, who, 1, "selected", answer=True, on=DAY, reason="x", nonce=a_nonce(), at=NOW)


# verb: who may, by hand from the design
VERBS = {
    "save_draft": (lambda s, who: save_draft(s, who, a_form(), nonce=a_nonce(), at=NOW), OFFICER),
    "file_application": (
        lambda s, who: file_application(s, who, a_form(filed_on=DAY), nonce=a_nonce(), at=NOW),
        OFFICER,
    ),
    "application": (lambda s, who: application(s, who, 1), READERS),
    "application, revealed": (
        lambda s, who: application(s, who, 1, reveal=True, at=NOW),
        {"officer", "team_lead"},
    ),
    "list_applications": (list_applications, READERS),
    "counts_by_verdict": (counts_by_verdict, READERS),
    "look_alikes": (lambda s, who: look_alikes(s, who, a_form().applicant), OFFICER),
    "look_alikes_of": (lambda s, who: look_alikes_of(s, who, 1), READERS),
    "record_receipt": (lambda s, who: record_receipt(s, who, 1, a_receipt(), NOW), READERS),
    "receipts": (lambda s, who: receipts(s, who, 1), READERS),
    "record_judgement": (_judge, {"team_member", "team_lead"}),
    "judgements_of": (lambda s, who: judgements_of(s, who, 1), READERS),
    "propose_setting": (_propose_setting, ADMIN),
    "propose_reading": (_propose_reading, ADMIN),
    "approve_setting": (lambda s, who: approve_setting(s, who, 1, at=NOW), APPROVERS),
    "approve_reading": (lambda s, who: approve_reading(s, who, 1, at=NOW), APPROVERS),
    "pending": (pending, ADMIN | APPROVERS),
    "history": (history, ADMIN),
}


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        office.save(a_form())
        with office.database.write() as session:
            _propose_setting(session, office.admin)
            _propose_reading(session, office.admin)
        yield office


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_lets_through_who_may_and_refuses_everybody_else_leaving_nothing(office, verb):
    call, allowed = VERBS[verb]
    assert all(_lets_through(office, call, office.people[Role(role)]) for role in allowed)
    before = office.everything()
    others = [role for role in Role if role not in allowed]
    assert others
    assert not any(_lets_through(office, call, office.people[role]) for role in others)
    assert office.everything() == before


def test_the_roles_in_the_callers_hand_count_for_nothing(office):
    pretenders = (
        Person(999, "Entah", frozenset(Role)),
        replace(office.people[Role.BANK], roles=frozenset(Role)),
    )
    for verb, (call, _) in VERBS.items():
        assert not any(_lets_through(office, call, person) for person in pretenders), verb


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
    call, _ = VERBS["save_draft"]
    with office.database.write() as session:
        session.execute(update(PersonRow).where(PersonRow.id == office.officer.id).values(active=False))
    with pytest.raises(NotAllowed), office.database.write() as session:
        call(session, office.officer)
    with office.database.write() as session:
        session.delete(session.get(PersonRoleRow, (office.member.id, "team_member")))
    with pytest.raises(NotAllowed) as refused, office.database.write() as session:
        _judge(session, office.member)
    assert "Anda belum punya peran" in refused.value.sentence


def test_personas_are_the_active_people_with_a_role(office):
    with office.database.write() as session:
        added = add_person(session, "Baru", {Role.MENTOR, Role.FACILITATOR}, at=NOW, email="a@b.id")
        without = add_person(session, "Tanpa peran", set(), at=NOW)
        session.execute(update(PersonRow).where(PersonRow.id == office.admin.id).values(active=False))
    with office.database.read() as session:
        found = personas(session)
    assert added in found
    assert {without.id, office.admin.id}.isdisjoint(person.id for person in found)
    assert len(found) == 10
    assert [person.id for person in found] == sorted(person.id for person in found)
