"""What is kept for ever is chained: whoever changes, removes or adds any of it past the program is found."""

from dataclasses import replace
from functools import partial

import pytest
from alembic import command
from sqlalchemy import Boolean, Column, MetaData, Text, false, select, text

from db.all_rows import put_all_rows, read_all_rows
from db.chain import kept_rows, walking
from db.chain.bound_columns import FIRST
from db.chain.kept_rows import KEPT
from db.chain.linking import begin_chain, bind_present
from db.chain.walking import Fault, hash_at, head_of, walk_chain
from db.noted_rows import KEYS
from db.opening import open_demo
from db.sampang.loans.payments import record_payment
from db.schema import configured, exclusively
from db.tables import AuditRow, ChainLinkRow, ErasureLineRow, PostingRow
from domain.sampang.fund.money_in import Payment
from domain.sampang.origination.stages import Stage
from tests.db.blitar.test_reports import Reporting
from tests.db.people import NOW, a_form, a_nonce, an_office
from tests.db.races import at_one_moment
from tests.db.sampang.lending import DAY, a_lending_office
from tests.db.sampang.signing import prepare


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url) as lending:
        lending.file_at(Stage.DISBURSED)
        lending.run(record_payment, lending.officer, 1, Payment(amount=1_000_000, on=DAY, reference="x"))
        prepare(lending, lending.file_at(Stage.APPROVED))
        yield lending


def _walked(database):
    with database.read() as session:
        return walk_chain(session)


def _tamper(database, *changes):
    """Do something with the tables as who owns the database can: past the program and its triggers."""
    with database.writer.begin() as connection:
        if database.is_sqlite:
            connection.execute(text("PRAGMA defer_foreign_keys = ON"))
            found = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            for name in connection.execute(text(found)).scalars().all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        for change in changes:
            connection.execute(text(change))
        if not database.is_sqlite:
            connection.execute(text("SET session_replication_role = DEFAULT"))


def _broken(database, *changes):
    _tamper(database, *changes)
    broken = _walked(database).broken
    assert broken is not None
    return broken


def test_every_transaction_that_records_something_adds_a_link_and_all_of_them_hold(lending):
    found = _walked(lending.database)
    assert found.broken is None
    # Its kind, the people, the office with its fund, a file, its payment, another file, its paper.
    assert found.links == found.head.number == 7
    with lending.database.read() as session:
        audits = len(session.scalars(select(AuditRow.id)).all())
    assert found.rows > audits > found.links


def _pay_and_fail(session, lending):
    payment = Payment(amount=1, on=DAY, reference="y")
    record_payment(session, lending.officer, 1, payment, nonce=a_nonce(), at=NOW)
    raise ZeroDivisionError


def test_a_transaction_that_fails_leaves_no_link(lending):
    before = _walked(lending.database).head
    with pytest.raises(ZeroDivisionError), lending.database.write() as session:
        _pay_and_fail(session, lending)
    assert _walked(lending.database).head == before


CHANGED = {
    "audit": "UPDATE audit SET person_name = 'Orang lain' WHERE id = 3",
    "posting": "UPDATE posting SET amount = amount + 1 WHERE entry_id = 1",
    "journal_entry": "UPDATE journal_entry SET memo = 'lain' WHERE id = 1",
    "receipt": "UPDATE receipt SET verdict = 'qualifies_not' WHERE seq = 1 AND application_id = 1",
    "issued_paper": "UPDATE issued_paper SET number = '99' WHERE id = 1",
}


@pytest.mark.parametrize("what", CHANGED)
def test_a_changed_row_is_found_and_named(lending, what):
    broken = _broken(lending.database, CHANGED[what])
    table = {"posting": "journal_entry"}.get(what, what)
    row = {"audit": (3,), "receipt": (1, 1)}.get(what, (1,))
    assert (broken.fault, broken.table, broken.rows) == (Fault.CHANGED, table, (row,))


REMOVED = {
    "audit": ["DELETE FROM audit WHERE id = 3"],
    "journal_entry": ["DELETE FROM posting WHERE entry_id = 1", "DELETE FROM journal_entry WHERE id = 1"],
    "issued_paper": ["DELETE FROM paper_to_sign", "DELETE FROM issued_paper WHERE id = 1"],
}


@pytest.mark.parametrize("table", REMOVED)
def test_a_removed_row_is_found_and_named(lending, table):
    broken = _broken(lending.database, *REMOVED[table])
    assert (broken.fault, broken.table) == (Fault.REMOVED, table)


def test_a_row_added_past_the_program_is_found_and_named(lending):
    columns = ", ".join(f'"{one.name}"' for one in AuditRow.__table__.columns if one.name != "id")
    broken = _broken(
        lending.database,
        f"INSERT INTO audit (id, {columns}) SELECT 9999, {columns} FROM audit WHERE id = 3",
    )
    assert (broken.fault, broken.table, broken.rows) == (Fault.ADDED, "audit", ((9999,),))


LINKS = {
    "a hash": "UPDATE chain_link SET hash = 'f00' WHERE number = 4",
    "what it holds": "UPDATE chain_link SET held = '{}' WHERE number = 4",
    "removed": "DELETE FROM chain_link WHERE number = 4",
}


@pytest.mark.parametrize("what", LINKS)
def test_a_link_that_was_touched_is_found(lending, what):
    broken = _broken(lending.database, LINKS[what])
    assert broken.fault is Fault.LINK
    assert broken.link in (4, 5)


def test_whoever_kept_the_end_elsewhere_sees_that_all_after_it_was_made_anew(lending):
    with lending.database.read() as session:
        kept = head_of(session)
    _tamper(lending.database, CHANGED["audit"], "DELETE FROM chain_link")
    with lending.database.write() as session:
        begin_chain(session)
    assert _walked(lending.database).broken is None  # the forger made a chain of his own
    with lending.database.read() as session:
        assert hash_at(session, kept.number) != kept.hash


def test_two_writers_at_one_moment_add_two_links_that_hold(lending):
    before = _walked(lending.database).head.number
    file = lending.file_at(Stage.CHECKED)
    before = _walked(lending.database).head.number
    asked = [
        partial(
            lending.run, record_payment, lending.officer, 1, Payment(amount=500_000, on=DAY, reference=one)
        )
        for one in ("STS A", "STS B")
    ]
    assert file
    at_one_moment(*asked)
    found = _walked(lending.database)
    assert (found.broken, found.head.number) == (None, before + 2)


def test_what_somebody_records_while_the_chain_is_walked_is_no_fault(lending, monkeypatch):
    def one_more():
        lending.run(record_payment, lending.officer, 1, Payment(amount=500_000, on=DAY, reference=a_nonce()))

    def links(session, read=walking._links):
        yield from read(session)
        one_more()

    shares = []
    monkeypatch.setattr(walking, "_AT_ONCE", 1)
    with lending.database.read() as session:
        head_of(session)
        one_more()
        monkeypatch.setattr(walking, "_links", links)
        found = walk_chain(session, shares.append)
    assert found.broken is None
    assert 0 < max(shares) <= 1
    monkeypatch.undo()
    assert _walked(lending.database).broken is None


def test_what_an_older_release_recorded_is_bound_when_its_database_is_opened(database_url):
    with an_office(database_url) as office:
        office.save(a_form())
        with exclusively(office.database) as connection:
            command.downgrade(configured(connection), "0050")
    opened = open_demo(database_url)
    found = _walked(opened)
    opened.close()
    assert found.broken is None
    assert found.rows >= 2


def test_the_same_rows_have_the_same_chain_on_either_database(lending, tmp_path):
    with lending.database.engine.connect() as connection:
        rows = read_all_rows(connection)
    heads = set()
    for name in ("a", "b"):
        copy = open_demo(f"sqlite:///{tmp_path / name}.sqlite3")
        with copy.write() as session:
            put_all_rows(session.connection(), rows)
        _tamper(copy, "DELETE FROM chain_link")
        _bound_again(copy)
        heads.add(_head(copy))
        copy.close()
    _tamper(lending.database, "DELETE FROM chain_link")
    _bound_again(lending.database)
    assert heads == {_head(lending.database)}


def _bound_again(database):
    """Bind all but the row that tells one store from another."""
    with database.write() as session:
        bind_present(session, [name for name in KEPT if name != "installation"])


def _head(database):
    with database.read() as session:
        return head_of(session)


def test_a_sent_report_is_bound_and_stays_as_it_was_sent(database_url):
    with an_office(database_url) as office:
        reporting = Reporting(office)
        reporting.send()
        found = _walked(office.database)
        with office.database.read() as session:
            held = [link.held for link in session.scalars(select(ChainLinkRow))]
        broken = _broken(office.database, "UPDATE monthly_report SET correction = 'lain'")
    assert found.broken is None
    assert sum("monthly_report" in one for one in held) == 1
    assert (broken.fault, broken.table) == (Fault.CHANGED, "monthly_report")


def test_what_is_noted_while_a_transaction_goes_on_is_what_is_chained():
    assert set(KEYS) == set(KEPT)
    for name, kept in KEPT.items():
        assert KEYS[name] == tuple(one.name for one in kept.table.primary_key.columns)


@pytest.fixture
def later(lending, monkeypatch):
    """A release that adds two columns to a table of which rows are bound already."""
    table = AuditRow.__table__.to_metadata(MetaData())
    table.append_column(Column("place", Text, nullable=True))
    table.append_column(Column("again", Boolean, nullable=False, server_default=false()))
    with lending.database.writer.begin() as connection:
        connection.execute(text("ALTER TABLE audit ADD COLUMN place TEXT"))
        connection.execute(text("ALTER TABLE audit ADD COLUMN again BOOLEAN NOT NULL DEFAULT false"))
    monkeypatch.setitem(kept_rows.KEPT, "audit", replace(KEPT["audit"], table=table))
    return lending


def test_a_column_that_a_later_release_adds_leaves_what_was_bound_before(later):
    assert _walked(later.database).broken is None


def test_and_is_bound_where_something_is_in_it(later):
    broken = _broken(later.database, "UPDATE audit SET place = 'lain' WHERE id = 3")
    assert (broken.fault, broken.table, broken.rows) == (Fault.CHANGED, "audit", ((3,),))


def test_every_column_of_the_first_links_is_there_still():
    parts = {one.name: one for one in (PostingRow.__table__, ErasureLineRow.__table__)}
    tables = {one.name: one.table for one in KEPT.values()} | parts
    assert FIRST.keys() == tables.keys()
    assert all({*FIRST[name]} <= {*table.columns.keys()} for name, table in tables.items())
