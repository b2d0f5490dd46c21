"""People and their roles in time: given by one or by two, ended at once or on a day, never the last one."""

import shutil
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from db.access import stored_person
from db.audit import history
from db.installed import StoreKind
from db.office import role_terms
from db.office.first_administrator import make_administrator
from db.office.people import add_person
from db.office.people_access import (
    add_someone,
    change_email,
    deactivate_person,
    reactivate_person,
    release_account,
)
from db.office.people_list import people, roles_waiting
from db.office.people_refusals import (
    AddressChanged,
    AddressOfHead,
    AdministratorThere,
    AlreadyHeld,
    EmailTaken,
    LastAdministrator,
    NotActive,
    OwnRole,
)
from db.office.role_giving import (
    approve_role,
    end_role,
    give_role,
    propose_role,
    return_role,
    withdraw_role,
)
from db.office.trail_list import TrailWanted, trail_page
from db.opening import open_demo
from db.refusals import AlreadyApproved, AlreadyClosed, NotFound, SelfApproval, Wrong
from db.tables import PersonRoleRow, PersonRow
from db.trail import OfficeSubject
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.closings import ClosingReason
from domain.entering.outside import Outside
from domain.entering.role_terms import Because, EmailChanged, NewPerson, RoleEnd, RoleGiven
from domain.programme import NotAllowed
from domain.roles import OfficeRole
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from tests.db.office.coming_in import AT, Clock, claims, come, enter
from tests.db.people import a_nonce
from tests.people import held

DAY = date(2026, 11, 30)
OFFICER = RoleGiven(role="officer", since=DAY, reason="SK 1")
LEAD = RoleGiven(role="team_lead", since=DAY, reason="SK 2")
WHY = Because(reason="SK 3")
CLOSING = ClosingReason(reason="keliru")


class Office:
    """A store with two administrators of Sampang, one of Blitar, and somebody new without a role."""

    def __init__(self, database):
        self.database = database
        with database.write() as session:
            session.execute(text("UPDATE person SET active = FALSE"))
            only = {"in_programmes": [SAMPANG]}
            admin = held(OfficeRole.ADMINISTRATOR, **only)
            self.wati = add_person(session, "Wati", admin, at=AT, email="wati@dinas.id")
            self.joko = add_person(session, "Joko", admin, at=AT, email="joko@dinas.id")
            of_blitar = held(OfficeRole.ADMINISTRATOR, in_programmes=[BLITAR])
            self.bayu = add_person(session, "Bayu", of_blitar, at=AT, email="bayu@dinas.id")
        self.new = self.do(add_someone, NewPerson(name="Rina", email="Rina@Dinas.id"))

    def do(self, verb, *given, by=None, programme=SAMPANG, at=AT, nonce=True):
        more = {"nonce": a_nonce()} if nonce else {}
        with self.database.write() as session:
            return verb(session, by or self.wati, programme, *given, **more, at=at)

    def decide(self, verb, *given, by=None, at=AT):
        return self.do(verb, *given, by=by or self.joko, at=at, nonce=False)

    def roles(self, person_id):
        with self.database.read() as session:
            person = stored_person(session, person_id)
        return person.roles if person else None

    def told(self, person_id, by=None, programme=SAMPANG):
        with self.database.read() as session:
            found = people(session, by or self.wati, programme)
        return next(one for one in found if one.id == person_id)

    def term(self, person_id):
        return self.told(person_id).terms[-1].id


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


@pytest.fixture
def office(templates, tmp_path, clock):
    shutil.copy(templates("sqlite"), tmp_path / "test.sqlite3")
    database = open_demo(f"sqlite:///{tmp_path / 'test.sqlite3'}")
    yield Office(database)
    database.close()


def test_somebody_new_has_an_address_and_no_role(office):
    assert office.told(office.new).email == "rina@dinas.id"
    assert office.roles(office.new) == frozenset()


@pytest.mark.parametrize(
    ("days", "counts"),
    [(-1, False), (0, False), (1, True), (10, True), (11, False)],
)
def test_a_role_counts_from_its_first_day_to_its_last(office, clock, days, counts):
    begins, ends = DAY + timedelta(days=1), DAY + timedelta(days=10)
    office.do(give_role, office.new, replace(OFFICER, since=begins, until=ends))
    clock.now = AT + timedelta(days=days)
    assert (SampangRole.OFFICER in office.roles(office.new)) is counts


def test_a_role_taken_away_is_gone_at_the_next_click(office):
    told = claims("rina@dinas.id")
    office.do(give_role, office.new, OFFICER)
    assert enter(office.database, told, AT).person.roles == {SampangRole.OFFICER}
    office.do(end_role, office.term(office.new), RoleEnd(reason="pindah"))
    assert come(office.database, told).outside is Outside.NO_ROLE


def test_a_role_may_end_on_a_day_to_come_and_its_row_stays_as_it_was(office, clock):
    office.do(give_role, office.new, OFFICER)
    office.do(end_role, office.term(office.new), RoleEnd(last_day=DAY + timedelta(days=2), reason="SK 4"))
    clock.later(days=2)
    assert office.roles(office.new) == {SampangRole.OFFICER}
    clock.later(days=1)
    assert office.roles(office.new) == frozenset()
    with office.database.read() as session:
        row = session.scalars(select(PersonRoleRow).where(PersonRoleRow.person_id == office.new)).one()
    assert row.until is None
    (term,) = office.told(office.new).terms
    assert (term.until, term.given_by, term.ended_by) == (DAY + timedelta(days=2), "Wati", "Wati")


@pytest.mark.parametrize("change", ["UPDATE person_role SET role = 'bank'", "DELETE FROM person_role"])
def test_what_was_given_is_never_rewritten(office, change):
    office.do(give_role, office.new, OFFICER)
    with pytest.raises(DBAPIError), office.database.write() as session:
        session.execute(text(change))


def test_the_past_is_not_given(office):
    with pytest.raises(Wrong):
        office.do(give_role, office.new, replace(OFFICER, since=DAY - timedelta(days=1)))


def test_the_same_role_is_not_given_twice_for_one_day_and_may_follow(office):
    office.do(give_role, office.new, replace(OFFICER, until=DAY + timedelta(days=5)))
    with pytest.raises(AlreadyHeld):
        office.do(give_role, office.new, replace(OFFICER, since=DAY + timedelta(days=5)))
    office.do(give_role, office.new, replace(OFFICER, since=DAY + timedelta(days=6)))


def test_a_head_is_proposed_by_one_administrator_and_approved_by_another(office):
    with pytest.raises(ValueError, match="two people"):
        office.do(give_role, office.new, LEAD)
    number = office.do(propose_role, office.new, LEAD)
    assert office.roles(office.new) == frozenset()
    with pytest.raises(SelfApproval):
        office.decide(approve_role, number, by=office.wati)
    office.decide(approve_role, number)
    assert office.roles(office.new) == {SampangRole.TEAM_LEAD}
    (term,) = office.told(office.new).terms
    assert (term.given_by, term.approved_by) == ("Wati", "Joko")
    with pytest.raises(AlreadyApproved):
        office.decide(approve_role, number)


def test_what_one_gives_is_not_proposed(office):
    with pytest.raises(ValueError, match="given by one"):
        office.do(propose_role, office.new, OFFICER)


def test_nobody_gives_or_approves_a_role_for_themselves(office):
    with pytest.raises(OwnRole):
        office.do(give_role, office.wati.id, OFFICER)
    number = office.do(propose_role, office.joko.id, LEAD)
    with pytest.raises(OwnRole):
        office.decide(approve_role, number)


def test_a_proposal_is_for_the_address_that_was_seen(office):
    number = office.do(propose_role, office.new, LEAD)
    with pytest.raises(AddressOfHead):
        office.do(change_email, office.new, EmailChanged(email="lain@dinas.id", reason="x"))
    with office.database.write() as session:
        session.get(PersonRow, office.new).email = "lain@dinas.id"
    with pytest.raises(AddressChanged):
        office.decide(approve_role, number)


def test_a_proposal_is_returned_by_another_and_withdrawn_by_its_maker(office):
    first = office.do(propose_role, office.new, LEAD)
    office.decide(return_role, first, CLOSING)
    with pytest.raises(AlreadyClosed):
        office.decide(approve_role, first)
    second = office.do(propose_role, office.new, LEAD)
    office.decide(withdraw_role, second, CLOSING, by=office.wati)
    with office.database.read() as session:
        assert roles_waiting(session, office.wati, SAMPANG) == ()


def test_nobody_ends_the_last_administrator(office, clock):
    office.do(end_role, office.term(office.joko.id), RoleEnd(reason="pindah"))
    with pytest.raises(LastAdministrator):
        office.do(end_role, office.term(office.wati.id), RoleEnd(reason="pindah"))
    with pytest.raises(LastAdministrator):
        office.do(end_role, office.term(office.wati.id), RoleEnd(last_day=DAY, reason="pindah"))
    with pytest.raises(LastAdministrator):
        office.do(deactivate_person, office.wati.id, WHY)
    assert office.roles(office.wati.id) == {OfficeRole.ADMINISTRATOR}


def test_over_real_data_an_administrator_without_an_address_is_not_the_one_who_stays(office, monkeypatch):
    with office.database.write() as session:
        session.get(PersonRow, office.joko.id).email = None
    monkeypatch.setattr(role_terms, "kind_in", lambda _: StoreKind.REAL)
    with pytest.raises(LastAdministrator):
        office.do(deactivate_person, office.wati.id, WHY)


def test_an_administrator_for_a_while_does_not_count_as_the_one_who_stays(office):
    office.do(end_role, office.term(office.joko.id), RoleEnd(last_day=DAY + timedelta(days=30), reason="x"))
    with pytest.raises(LastAdministrator):
        office.do(deactivate_person, office.wati.id, WHY)


def test_somebody_deactivated_has_no_role_left_also_when_active_again(office):
    told = claims("rina@dinas.id")
    office.do(give_role, office.new, OFFICER)
    enter(office.database, told, AT)
    office.do(deactivate_person, office.new, WHY)
    assert come(office.database, told).outside is Outside.ENDED
    with pytest.raises(NotActive):
        office.do(give_role, office.new, OFFICER)
    office.do(reactivate_person, office.new, WHY)
    assert office.roles(office.new) == frozenset()


def test_the_trail_names_the_person_that_a_line_is_about(office):
    office.do(give_role, office.new, OFFICER)
    with office.database.read() as session:
        found = trail_page(session, office.wati, SAMPANG, TrailWanted(subject_id=office.new))
    assert found.known == {(OfficeSubject.PERSON, office.new): "Rina"}


def test_an_address_is_of_one_person_and_is_freed_when_they_have_left(office):
    with pytest.raises(EmailTaken):
        office.do(add_someone, NewPerson(name="Lain", email="RINA@dinas.id"))
    with pytest.raises(Wrong):
        office.do(change_email, office.new, EmailChanged(reason="x"))
    office.do(deactivate_person, office.new, WHY)
    office.do(change_email, office.new, EmailChanged(reason="x"))
    assert office.do(add_someone, NewPerson(name="Lain", email="rina@dinas.id")) != office.new


def test_another_address_is_another_account_and_ends_what_is_open(office):
    told = claims("rina@dinas.id", sub="1")
    office.do(give_role, office.new, OFFICER)
    enter(office.database, told, AT)
    office.do(change_email, office.new, EmailChanged(email="rina2@dinas.id", reason="x"))
    assert come(office.database, told).outside is Outside.ENDED
    assert enter(office.database, claims("rina2@dinas.id", sub="2"), AT).person.id == office.new


@pytest.mark.parametrize(
    ("verb", "given"),
    [
        (change_email, EmailChanged(email="x@dinas.id", reason="x")),
        (release_account, WHY),
        (deactivate_person, WHY),
    ],
)
def test_an_administrator_of_one_programme_does_not_touch_people_of_the_other(office, verb, given):
    office.do(give_role, office.new, OFFICER)
    with pytest.raises(NotAllowed):
        office.do(verb, office.new, given, by=office.bayu, programme=BLITAR)


def test_a_role_is_given_and_ended_in_the_own_programme_alone(office):
    mentor = RoleGiven(role=BlitarRole.MENTOR.value, since=DAY, reason="x")
    with pytest.raises(NotAllowed):
        office.do(give_role, office.new, mentor, programme=BLITAR)
    with pytest.raises(ValueError, match="no role"):
        office.do(give_role, office.new, mentor)
    office.do(give_role, office.new, OFFICER)
    with pytest.raises(NotFound):
        office.do(end_role, office.term(office.new), RoleEnd(reason="x"), by=office.bayu, programme=BLITAR)


def first(office, email="awal@dinas.id", programme=SAMPANG, **more):
    with office.database.write() as session:
        return make_administrator(session, NewPerson(name="Awal", email=email), programme, at=AT, **more)


def test_the_server_makes_an_administrator_only_where_there_is_none_or_with_a_reason(office):
    with pytest.raises(AdministratorThere):
        first(office)
    assert office.roles(first(office, again_because="Wati pensiun")) == {OfficeRole.ADMINISTRATOR}


def test_the_first_administrator_is_in_the_trail_as_made_at_the_server(office):
    with office.database.write() as session:
        session.execute(text("UPDATE person SET active = FALSE"))
    number = first(office)
    with office.database.read() as session:
        line = history(session, stored_person(session, number), SAMPANG)[0]
    assert (line.action.value, line.person_name) == ("first_administrator", "penyiapan program")


def test_once_somebody_has_signed_in_the_program_sets_nobody_up_any_more(office):
    enter(office.database, claims("wati@dinas.id"), AT)
    with pytest.raises(RuntimeError, match="real use"), office.database.write() as session:
        add_person(session, "Siluman", held(SampangRole.OFFICER), at=AT)
