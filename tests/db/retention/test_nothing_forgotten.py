"""Once everything that ended was erased, nothing of those people stands anywhere in the store."""

import json
import shutil
import sqlite3
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from db.chain.linking import begin_chain
from db.chain.row_hashes import key_of_row
from db.chain.walking import walk_chain
from db.hiding import drop_old_pages
from db.office.erasures import approve_erasure, propose_erasure
from db.office.people import personas
from db.office.retention_reading import records_of, retention_now
from db.opening import open_demo
from db.retention.personal_columns import PERSONAL
from db.tables import OfficeSettingRow
from domain.blitar.programme import BLITAR
from domain.programme import may
from domain.retention.typed import ErasureAsked
from domain.roles import OfficePermission
from domain.sampang.programme import SAMPANG
from tests.screens.clock import TODAY
from tests.screens.demo_office import a_demo_of
from tests.screens.hostile_demo import MARK, hostile_demo

NOW = datetime(2026, 3, 2, 3, 15, tzinfo=UTC)
_WHO = {
    "application": ("file", "loan"),
    "client": ("client",),
    "candidate": ("candidate",),
    "staff": ("staff",),
}
_TOLD = "name contact_name spouse_name spouse_nik nik npwp phone address education_told"
_SAID = set(_TOLD.split())
_SUMS = "posting instalment loan_progress principal_due lending_month file_count month_count"
_LEDGERS = _SUMS.split()


def _erase_all(file):
    """Everything that ended, whenever it was, by both programmes; gives what was due and the rows of it."""
    database = open_demo(f"sqlite:///{file}")
    gone, rows = set(), {}
    with database.read() as session:
        people = personas(session)
    for programme in (SAMPANG, BLITAR):
        maker, other = (
            next(one for one in people if may(one, permission, programme))
            for permission in (OfficePermission.PROPOSE_ERASURE, OfficePermission.APPROVE_ERASURE)
        )
        with database.write() as session:
            _keep_no_longer(session, programme, maker, other)
        with database.read() as session:
            due = retention_now(session, maker, programme, TODAY).due
            _note_rows(session, programme, due, rows)
        gone |= {one.key for one in due}
        with database.write() as session:
            asked, nonce = ErasureAsked(reason="semua"), f"semua-{programme.key}"
            number = propose_erasure(session, maker, programme, asked, nonce=nonce, at=NOW)
        with database.write() as session:
            approve_erasure(session, other, programme, number, at=NOW)
    with database.read() as session:
        broken = walk_chain(session).broken
    database.close()
    drop_old_pages(str(file))
    return gone, rows, broken


def _keep_no_longer(session, programme, maker, other):
    for one in records_of(programme):
        row = OfficeSettingRow(
            parameter=one.kind.setting, value=0, since=date(2015, 5, 4), reason="x", programme=programme.key
        )
        row.proposed_by_id, row.proposed_at = maker.id, NOW
        row.approved_by_id, row.approved_at = other.id, NOW
        session.add(row)


def _note_rows(session, programme, due, rows):
    """The rows that tell of these people alone, by table."""
    for one in records_of(programme):
        ids = [each.id for each in due if each.kind == one.kind.key]
        for touched in one.touched(session, ids) if ids else ():
            if touched.is_about is None and not touched.mentions:
                keys = session.execute(select(*touched.table.primary_key.columns).where(touched.where))
                found = rows.setdefault(touched.table.name, set())
                found |= {key_of_row(touched.table, key) for key in keys}


@pytest.fixture(scope="module")
def erased(tmp_path_factory):
    """The demo before, and after everything that ended was erased."""
    before, after = a_demo_of(TODAY), tmp_path_factory.mktemp("erased") / "demo.sqlite3"
    shutil.copyfile(before, after)
    gone, _, broken = _erase_all(after)
    return before, after, gone, broken


def _leaves(value, key=""):
    if isinstance(value, dict):
        yield from (leaf for name, entry in value.items() for leaf in _leaves(entry, name))
    elif isinstance(value, list):
        yield from (leaf for entry in value for leaf in _leaves(entry, key))
    elif isinstance(value, str):
        yield key, value


def _identities(file, gone):
    """What names the people who are gone, and nobody else."""
    theirs, others = set(), set()
    with sqlite3.connect(file) as store:
        store.row_factory = sqlite3.Row
        for table, kinds in _WHO.items():
            for row in store.execute(f"SELECT * FROM {table}").fetchall():
                bodies = {k: json.loads(v) if str(v).startswith("{") else v for k, v in dict(row).items()}
                said = {text for key, text in _leaves(bodies) if key in _SAID and len(text) > 7}
                (theirs if any((one, row["id"]) in gone for one in kinds) else others).update(said)
        others |= {name for (name,) in store.execute("SELECT name FROM person")}
    rest = "\n".join(others)
    return {text for text in theirs if text not in rest}


def _cells(file):
    with sqlite3.connect(file) as store:
        for (table,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in store.execute(f'SELECT * FROM "{table}"'):
                yield table, "\n".join(_as_text(one) for one in row)


def _as_text(cell):
    if isinstance(cell, str) and cell.startswith(("{", "[")):
        return json.dumps(json.loads(cell), ensure_ascii=False)
    return str(cell)


def test_no_name_number_or_address_of_them_is_left_in_any_table(erased):
    before, after, gone, _ = erased
    identities = _identities(before, gone)
    assert len(identities) > 300
    left = {(table, one) for table, told in _cells(after) for one in identities if one in told}
    assert left == set()


def test_nor_in_the_bytes_of_the_file_itself(erased):
    before, after, gone, _ = erased
    told = after.read_bytes()
    assert [one for one in _identities(before, gone) if one.encode() in told] == []


def test_the_chain_holds_and_every_amount_and_count_is_as_before(erased):
    before, after, _, broken = erased
    assert broken is None
    with sqlite3.connect(before) as old, sqlite3.connect(after) as new:
        for table in _LEDGERS:
            asked = f"SELECT * FROM {table} ORDER BY 1, 2, 3"
            assert old.execute(asked).fetchall() == new.execute(asked).fetchall()


def test_no_word_that_anybody_typed_about_them_is_left_in_their_rows(tmp_path):
    file = tmp_path / "marked.sqlite3"
    hostile_demo(file)
    with sqlite3.connect(file) as store:
        store.execute("DELETE FROM chain_link")
    database = open_demo(f"sqlite:///{file}")
    with database.write() as session:
        begin_chain(session)
    database.close()
    _, rows, broken = _erase_all(file)
    assert broken is None
    with sqlite3.connect(file) as store:
        left = {
            (table, name)
            for table, keys in rows.items()
            for name, told in _personal_cells(store, table, keys)
            if MARK in told
        }
    assert left == set()


def _personal_cells(store, table, keys):
    columns = sorted(store.execute(f"PRAGMA table_info({table})"), key=lambda one: one[5])
    primary = [one[1] for one in columns if one[5]]
    store.row_factory = sqlite3.Row
    for row in store.execute(f"SELECT * FROM {table}").fetchall():
        if ":".join(str(row[one]) for one in primary) in keys:
            for name in PERSONAL[table]:
                told = str(row[name])
                yield from _words(json.loads(told)) if told.startswith(("{", "[")) else [(name, told)]


def _words(body):
    """What stands in a body, but for the offices to which a visit pointed: they are no people."""
    return ((key, told) for key, told in _leaves(body) if key.rpartition(".")[2] != "agency")
