"""Once everything that ended was erased, nothing of those people stands anywhere in the store."""

import json
import shutil
import sqlite3

import pytest

from db.chain.linking import begin_chain
from db.opening import open_demo
from db.retention.personal_columns import PERSONAL
from tests.db.retention.erasing_demo import erase_all, identities_of, leaves_of
from tests.screens.clock import TODAY
from tests.screens.demo_office import a_demo_of
from tests.screens.hostile_demo import MARK, hostile_demo

_SUMS = "posting instalment loan_progress principal_due lending_month file_count month_count"
_LEDGERS = _SUMS.split()


@pytest.fixture(scope="module")
def erased(tmp_path_factory):
    """The demo before, and after everything that ended was erased."""
    before, after = a_demo_of(TODAY), tmp_path_factory.mktemp("erased") / "demo.sqlite3"
    shutil.copyfile(before, after)
    gone, _, broken = erase_all(after)
    return before, after, gone, broken


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
    identities = identities_of(before, gone)
    assert len(identities) > 300
    left = {(table, one) for table, told in _cells(after) for one in identities if one in told}
    assert left == set()


def test_nor_in_the_bytes_of_the_file_itself(erased):
    before, after, gone, _ = erased
    told = after.read_bytes()
    assert [one for one in identities_of(before, gone) if one.encode() in told] == []


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
    _, rows, broken = erase_all(file)
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
    """What stands in a body, but for the office to which a visit pointed and a kecamatan: they stay."""
    return (one for one in leaves_of(body) if one[0].rpartition(".")[2] not in {"agency", "home_code"})
