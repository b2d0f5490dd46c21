"""What one run of a screen reads: asked for once, of one moment, and never older than its own changes."""

from contextlib import suppress

import pytest
from sqlalchemy import select

from db.access import stored_person
from db.engine import Database, reading_together
from db.office.practice import practice
from db.tables import CounterRow, PersonRow
from domain.sampang.programme import SAMPANG
from tests.db.people import an_office
from tests.db.statements import asked

SERIES = {"programme": "sampang", "key": "x"}


@pytest.fixture
def office(empty_database_url):
    with an_office(empty_database_url) as office:
        yield office


def counted(office):
    with office.database.write() as session:
        session.add(CounterRow(**SERIES, value=1))


def counters(office):
    with office.database.read() as session:
        return session.scalars(select(CounterRow.key).filter_by(**SERIES)).all()


def person_of(office):
    with office.database.read() as session:
        return stored_person(session, 1)


def test_who_acts_is_asked_once_for_all_that_a_screen_reads(office):
    with asked(office.database) as statements, reading_together():
        first, second = person_of(office), person_of(office)
    assert first == second
    assert len([one for one in statements if "person_role" in one]) == 1


def test_each_reading_asks_for_itself_outside(office):
    with asked(office.database) as statements:
        person_of(office)
        person_of(office)
    assert len([one for one in statements if "person_role" in one]) == 2


def test_what_the_office_decided_is_asked_once(office):
    with asked(office.database) as statements, reading_together():
        for _ in range(2):
            with office.database.read() as session:
                practice(session, SAMPANG)
    assert len([one for one in statements if "office_setting" in one]) == 1


def test_what_a_screen_wrote_it_reads_afterwards(office):
    with reading_together():
        assert counters(office) == []
        counted(office)
        assert counters(office) == ["x"]


def test_roles_that_were_taken_away_in_between_are_gone_at_once(office):
    with reading_together():
        assert person_of(office) is not None
        with office.database.write() as session:
            session.get_one(PersonRow, 1).active = False
        assert person_of(office) is None


def test_after_an_error_what_comes_next_is_read_anew(office):
    with reading_together():
        with suppress(ZeroDivisionError), office.database.read() as session:
            before = session
            raise ZeroDivisionError
        with office.database.read() as session:
            assert session is not before


def test_what_a_reading_changed_in_passing_reaches_no_later_one(office):
    with reading_together():
        with office.database.read() as session:
            session.get_one(PersonRow, 1).name = "Bukan namanya"
        with office.database.read() as session:
            assert session.get_one(PersonRow, 1).name != "Bukan namanya"


def test_a_writer_need_not_wait_for_what_the_same_screen_read(office):
    with reading_together():
        with office.database.read() as session:
            session.scalars(select(CounterRow)).all()
            counted(office)
        assert counters(office) == ["x"]


def test_two_screens_share_nothing(office):
    with reading_together(), office.database.read() as session:
        first = session
    with reading_together(), office.database.read() as session:
        assert session is not first


def test_what_is_read_together_is_of_one_moment_whoever_writes_meanwhile(office, empty_database_url):
    another = Database.at(empty_database_url)
    with reading_together():
        assert counters(office) == []
        with another.write() as session:
            session.add(CounterRow(**SERIES, value=1))
        assert counters(office) == []
    another.close()
    assert counters(office) == ["x"]
