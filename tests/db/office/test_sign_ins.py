"""A sign-in is a row: it begins with the right account, ends in time, and is worth nothing afterwards."""

import shutil
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from db.access import stored_person
from db.audit import history
from db.office.entering import go_to_renew, see, sign_out
from db.office.people_access import change_email, end_sign_ins_of, release_account
from db.office.practice import law_of
from db.office.settings import propose_setting
from db.opening import open_demo
from db.refusals import SignInAgain, SignInEnded
from db.sampang.applications.application_list import counts_by_stage
from db.tables import AuditRow, OfficeSettingRow, PersonRow, SignInRow
from db.trail import OfficeSubject, Subject
from domain.entering.outside import Outside
from domain.entering.role_terms import Because, EmailChanged
from domain.programmes import PROGRAMMES
from domain.regulation.office_proposals import SettingProposed
from domain.sampang.parameters import SIGN_IN_IDLE
from domain.sampang.programme import SAMPANG
from tests.db.office.coming_in import AT, Clock, add_office, claims, come, enter
from tests.db.people import a_nonce
from tests.db.statements import asked


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


@pytest.fixture
def database(templates, tmp_path):
    shutil.copy(templates("sqlite"), tmp_path / "test.sqlite3")
    database = open_demo(f"sqlite:///{tmp_path / 'test.sqlite3'}")
    yield database
    database.close()


@pytest.fixture
def office(database):
    return add_office(database)


def test_somebody_known_comes_in_with_the_roles_of_the_store(database, office, clock):
    told = claims("Rina@DINAS.id")
    assert come(database, told) is None
    came = enter(database, told, AT)
    assert came.person == office[2]
    assert come(database, told).person == office[2]
    assert come(database, told).person.entry == came.person.entry


@pytest.mark.parametrize(
    ("email", "more", "outside"),
    [
        ("siapa@dinas.id", {}, Outside.UNKNOWN),
        ("rina@dinas.id", {"email_verified": False}, Outside.NOT_VERIFIED),
        ("rina@dinas.id", {"iat": int(AT.timestamp()) - 3_600}, Outside.OVER),
    ],
)
def test_nobody_else_comes_in_and_nothing_is_written(database, office, clock, email, more, outside):
    assert enter(database, claims(email, **more), AT).outside is outside
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(SignInRow)) == 0


def test_somebody_inactive_or_without_a_role_comes_in_no_more(database, office, clock):
    told = claims("rina@dinas.id")
    enter(database, told, AT)
    with database.write() as session:
        session.execute(update(PersonRow).where(PersonRow.name == "Rina").values(active=False))
    assert come(database, told).outside is Outside.NO_ROLE
    assert enter(database, claims("rina@dinas.id"), AT).outside is Outside.UNKNOWN


def test_a_reused_address_does_not_inherit_until_the_account_is_released(database, office, clock):
    enter(database, claims("rina@dinas.id", sub="1"), AT)
    other = claims("rina@dinas.id", sub="2")
    assert enter(database, other, AT).outside is Outside.OTHER_ACCOUNT
    with database.write() as session:
        why = Because(reason="akun baru")
        release_account(session, office[0], SAMPANG, office[2].id, why, nonce=a_nonce(), at=AT)
    assert enter(database, other, AT).person == office[2]


def test_one_account_is_one_person_whatever_address_it_tells(database, office, clock):
    enter(database, claims("rina@dinas.id", sub="1"), AT)
    assert enter(database, claims("joko@dinas.id", sub="1"), AT).outside is Outside.OTHER_ACCOUNT


def test_each_provider_has_its_own_account(database, office, clock):
    enter(database, claims("rina@dinas.id", sub="1"), AT)
    assert enter(database, claims("rina@dinas.id", iss="https://lain.id"), AT).person == office[2]


def test_the_same_sign_in_begins_once_from_two_tabs(database, office, clock):
    told = claims("rina@dinas.id")
    first, second = (enter(database, told, AT) for _ in range(2))
    assert first.person.entry == second.person.entry


def test_a_cookie_is_worth_nothing_after_signing_out_in_every_verb(database, office, clock):
    told = claims("rina@dinas.id")
    person = enter(database, told, AT).person
    with database.read() as session:
        counts_by_stage(session, person)
    with database.write() as session:
        sign_out(session, person, at=AT)
    assert come(database, told).outside is Outside.ENDED
    assert enter(database, told, AT).outside is Outside.ENDED
    with pytest.raises(SignInEnded), database.read() as session:
        counts_by_stage(session, person)


def test_signing_out_everywhere_ends_the_other_tabs_and_nobody_elses(database, office, clock):
    one, two, of_joko = (claims(email) for email in ("rina@dinas.id", "rina@dinas.id", "joko@dinas.id"))
    people = [enter(database, told, AT).person for told in (one, two, of_joko)]
    with database.write() as session:
        sign_out(session, people[0], everywhere=True, at=AT)
    assert [come(database, told).outside for told in (one, two, of_joko)] == [
        Outside.ENDED,
        Outside.ENDED,
        None,
    ]


def test_an_administrator_signs_somebody_out(database, office, clock):
    told = claims("rina@dinas.id")
    enter(database, told, AT)
    with database.write() as session:
        why = Because(reason="ponsel hilang")
        end_sign_ins_of(session, office[0], SAMPANG, office[2].id, why, nonce=a_nonce(), at=AT)
    assert come(database, told).outside is Outside.ENDED


def test_a_sign_in_through_which_one_signed_in_again_is_over(database, office, clock):
    first, second = claims("rina@dinas.id"), claims("rina@dinas.id")
    person = enter(database, first, AT).person
    with database.write() as session:
        go_to_renew(session, person, at=AT)
    enter(database, second, AT)
    assert come(database, first).outside is Outside.ENDED
    assert come(database, second).person == person


@pytest.mark.parametrize(("minutes", "outside"), [(30, None), (31, Outside.OVER)])
def test_a_sign_in_ends_when_nobody_clicks(database, office, clock, minutes, outside):
    told = claims("rina@dinas.id")
    person = enter(database, told, AT).person
    clock.later(minutes=minutes)
    assert come(database, told).outside is outside
    if outside:
        with pytest.raises(SignInEnded), database.read() as session:
            counts_by_stage(session, person)


def test_clicks_keep_it_until_the_longest_and_are_noted_once_a_minute(database, office, clock):
    told = claims("rina@dinas.id")
    person = enter(database, told, AT).person
    clock.later(seconds=59)
    assert not come(database, told).seen_long_ago
    for _ in range(29):
        clock.later(minutes=20)
        assert come(database, told).seen_long_ago
        with database.write() as session:
            see(session, person, PROGRAMMES, at=clock.now)
    clock.now = AT + timedelta(hours=10)
    assert come(database, told).outside is None
    clock.later(seconds=1)
    assert come(database, told).outside is Outside.OVER


def test_a_setting_of_the_office_counts_from_its_day_at_the_next_click(database, office, clock):
    told = claims("rina@dinas.id")
    person = enter(database, told, AT).person
    with database.write() as session:
        proposed = SettingProposed(since=AT.date(), reason="x")
        propose_setting(session, office[0], SAMPANG, SIGN_IN_IDLE, 10, proposed, nonce=a_nonce(), at=AT)
        session.execute(update(OfficeSettingRow).values(approved_at=AT, approved_by_id=office[1].id))
        assert law_of(session, SAMPANG, AT.date()).values["sign_in_idle"] == 10
    clock.later(minutes=2)
    with database.write() as session:
        see(session, person, PROGRAMMES, at=clock.now)
    clock.later(minutes=11)
    assert come(database, told).outside is Outside.OVER


def test_what_weighs_needs_a_recent_sign_in_and_what_does_not_goes_on(database, office, clock):
    admin = enter(database, claims("wati@dinas.id"), AT).person
    changed = EmailChanged(email="rina2@dinas.id", reason="x")
    clock.later(minutes=10)
    with database.write() as session:
        change_email(session, admin, SAMPANG, office[2].id, changed, nonce=a_nonce(), at=clock.now)
    clock.later(seconds=1)
    again = EmailChanged(email="rina3@dinas.id", reason="x")
    with pytest.raises(SignInAgain), database.write() as session:
        change_email(session, admin, SAMPANG, office[2].id, again, nonce=a_nonce(), at=clock.now)
    with database.write() as session:
        proposed = SettingProposed(since=AT.date(), reason="x")
        propose_setting(session, admin, SAMPANG, SIGN_IN_IDLE, 20, proposed, nonce=a_nonce(), at=clock.now)


def test_a_session_that_the_provider_kept_is_not_fresh(database, office, clock):
    hour_ago = int((AT - timedelta(hours=1)).timestamp())
    admin = enter(database, claims("wati@dinas.id", auth_time=hour_ago), AT).person
    why = Because(reason="x")
    with pytest.raises(SignInAgain), database.write() as session:
        end_sign_ins_of(session, admin, SAMPANG, office[2].id, why, nonce=a_nonce(), at=AT)


def test_both_databases_let_in_renew_and_end(database_url, clock):
    database = open_demo(database_url)
    add_office(database)
    first, second = claims("rina@dinas.id"), claims("rina@dinas.id")
    person = enter(database, first, AT).person
    with database.write() as session:
        go_to_renew(session, person, at=AT)
    clock.later(minutes=2)
    with database.write() as session:
        see(session, person, PROGRAMMES, at=clock.now)
    renewed = enter(database, second, clock.now).person
    with database.write() as session:
        sign_out(session, renewed, everywhere=True, at=clock.now)
    assert {come(database, told).outside for told in (first, second)} == {Outside.ENDED}
    database.close()


def _selects(statements):
    return sum(one.startswith("SELECT") for one in statements)


def test_each_click_asks_once_who_came_and_a_verb_no_more_than_over_a_demo(database, office, clock):
    told = claims("rina@dinas.id")
    person = enter(database, told, AT).person
    with asked(database) as statements:
        come(database, told)
    assert _selects(statements) == 1
    for who in (person, office[2]):
        with database.read() as session, asked(database) as statements:
            stored_person(session, who.id, who.entry)
        assert _selects(statements) == 1


def test_coming_and_going_stand_in_the_trail(database, office, clock):
    person = enter(database, claims("rina@dinas.id"), AT).person
    with database.write() as session:
        sign_out(session, person, at=AT)
    with database.read() as session:
        lines = history(session, office[0], SAMPANG, Subject(OfficeSubject.PERSON, person.id))
        everywhere = session.scalar(
            select(func.count()).select_from(AuditRow).where(AuditRow.action == "sign_in")
        )
    assert [line.action.value for line in lines] == ["sign_out", "sign_in"]
    assert everywhere == 1
