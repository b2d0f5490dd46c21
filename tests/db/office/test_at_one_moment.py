"""What administrators do at one moment: who is out acts no more, and none waits for the other for ever."""

from datetime import UTC, datetime
from threading import Barrier, Thread

import pytest

from db.office.people import add_person
from db.office.people_access import deactivate_person
from db.office.role_giving import approve_role, end_role, propose_role
from db.office.role_terms import terms_of
from db.opening import open_demo
from db.refusals import Refused
from db.tables import PersonRow
from domain.dates import JAKARTA
from domain.entering.role_terms import Because, RoleEnd, RoleGiven
from domain.programme import NotAllowed
from domain.roles import OfficeRole
from domain.sampang.programme import SAMPANG
from tests.db.people import a_nonce
from tests.people import held

NOW = datetime.now(UTC)
TODAY = NOW.astimezone(JAKARTA).date()


@pytest.fixture
def office(empty_database_url):
    """Three administrators, of whom two act, and a person without a role."""
    database = open_demo(empty_database_url)
    with database.write() as session:
        people = [
            add_person(session, name, roles, at=NOW, email=f"{name}@dinas.id".lower())
            for name, roles in (
                ("Wati", held(OfficeRole.ADMINISTRATOR)),
                ("Joko", held(OfficeRole.ADMINISTRATOR)),
                ("Rina", frozenset()),
                ("Ani", held(OfficeRole.ADMINISTRATOR)),
            )
        ]
    yield database, people
    database.close()


def _together(database, *works):
    """Do works at one moment, each in a transaction of its own; what came of each."""
    start, came = Barrier(len(works)), []

    def do(work):
        start.wait()
        try:
            with database.write() as session:
                work(session)
            came.append("done")
        except (Refused, NotAllowed) as refused:
            came.append(type(refused).__name__)

    threads = [Thread(target=do, args=(work,)) for work in works]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return came


def _administrators(database):
    with database.read() as session:
        active = {one.id for one in session.query(PersonRow).filter_by(active=True)}
        return [
            number
            for number, terms in terms_of(session).items()
            for one in terms
            if number in active and one.programme == "sampang" and one.counts_on(TODAY)
            if one.role is OfficeRole.ADMINISTRATOR
        ]


def _role_of(database, person):
    with database.read() as session:
        return next(one.id for one in terms_of(session, [person.id])[person.id] if one.programme == "sampang")


def _ends(database, actor, other):
    role = _role_of(database, other)
    return lambda s: end_role(s, actor, SAMPANG, role, RoleEnd(reason="x"), nonce=a_nonce(), at=NOW)


def _out(actor, other):
    why = Because(reason="x")
    return lambda s: deactivate_person(s, actor, SAMPANG, other.id, why, nonce=a_nonce(), at=NOW)


def test_two_administrators_who_end_each_others_role_are_heard_one_by_one(office):
    database, (wati, joko, *_) = office
    came = _together(database, _ends(database, wati, joko), _ends(database, joko, wati))
    assert sorted(came) == ["NotAllowed", "done"]
    assert len(_administrators(database)) == 2


def test_two_administrators_who_deactivate_each_other_are_heard_one_by_one(office):
    database, (wati, joko, *_) = office
    assert sorted(_together(database, _out(wati, joko), _out(joko, wati))) == ["NotAllowed", "done"]
    assert len(_administrators(database)) == 2


def test_a_role_that_is_approved_while_its_person_is_deactivated_does_not_count(office):
    database, (wati, joko, rina, _) = office
    given = RoleGiven(role=OfficeRole.ADMINISTRATOR.value, since=TODAY, reason="SK")
    with database.write() as session:
        proposal = propose_role(session, wati, SAMPANG, rina.id, given, nonce=a_nonce(), at=NOW)
    approves = lambda s: approve_role(s, joko, SAMPANG, proposal, at=NOW)  # noqa: E731
    assert "StoreBusy" not in _together(database, approves, _out(wati, rina))
    assert rina.id not in _administrators(database)
