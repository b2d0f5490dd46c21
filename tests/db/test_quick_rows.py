"""Many rows sent column by column are stored as SQLAlchemy stores them; a list of numbers is one value."""

import pytest
from sqlalchemy import bindparam, insert, select, update

from db import quick_rows
from db.among import among
from db.tables import CounterRow, RecordedAgainRow
from tests.db.people import NOW, an_office
from tests.db.statements import asked


@pytest.fixture
def office(database_url, monkeypatch):
    monkeypatch.setattr(quick_rows, "_FEW", 1)
    with an_office(database_url) as office:
        yield office


def reasons(session):
    columns = RecordedAgainRow.__table__.columns[1:]
    return [tuple(row) for row in session.execute(select(*columns).order_by(RecordedAgainRow.id))]


def test_rows_with_lists_and_moments_are_stored_as_sqlalchemy_stores_them(office):
    of_all = {"in_table": "visit", "by_person_id": office.officer.id, "at": NOW}
    rows = [{"row_id": n, "because": f"“{n}”", "resembles": ["é", n], **of_all} for n in range(3)]
    with office.database.write() as session:
        session.connection().execute(insert(RecordedAgainRow), rows)
        usual = reasons(session)
        quick_rows.send_rows(session.connection(), insert(RecordedAgainRow), rows)
        assert reasons(session) == [*usual, *usual]


def test_each_row_is_changed_by_its_own_values_beside_those_of_the_statement(office):
    table = CounterRow.__table__
    raised = update(table).where(table.c.key == bindparam("of"), table.c.programme == "blitar")
    raised = raised.values(value=table.c.value + bindparam("more") + 1)
    with office.database.write() as session:
        known = [{"programme": "blitar", "key": key, "value": 10} for key in "ab"]
        quick_rows.send_rows(session.connection(), insert(table), known)
        told = [{"of": "a", "more": 1}, {"of": "b", "more": 2}]
        quick_rows.send_rows(session.connection(), raised, told)
        found = session.execute(select(table.c.key, table.c.value).where(table.c.key.in_(["a", "b"])))
        assert dict(found.all()) == {"a": 12, "b": 13}


def test_a_list_of_numbers_is_one_value_however_long(office):
    person = office.officer.id
    column = select(RecordedAgainRow.by_person_id)
    with office.database.write() as session:
        told = {"in_table": "visit", "row_id": 1, "because": "x", "resembles": [], "at": NOW}
        session.execute(insert(RecordedAgainRow), [{**told, "by_person_id": person}])
        with asked(office.database) as statements:
            few = session.scalars(column.where(among(RecordedAgainRow.by_person_id, [person]))).all()
            many = session.scalars(column.where(among(RecordedAgainRow.by_person_id, range(9_000)))).all()
            none = session.scalars(column.where(among(RecordedAgainRow.by_person_id, []))).all()
    assert (few, many, none) == ([person], [person], [])
    assert len(set(statements)) == 1
