"""The demo with text in it that looks like markup, wherever somebody once typed words."""

import json
import re
import shutil
import sqlite3
from pathlib import Path

from domain.typed import Line
from tests.db.typed_fields import text_fields, typed_dataclasses
from tests.screens.clock import TODAY
from tests.screens.demo_office import a_demo_of

HOSTILE = " Xq<b>Xq</b> **Xq** [Xq](http://xq.example) :red[Xq] $Xq$ `Xq` =1+1"
# Signs before a marked word that would act there: each must come escaped, or not at all.
ACTS = re.compile(r"(?<!\\)(<b>|\*\*|\[|\]\(|\$|`)(?=Xq|http)|(?<!&lt;)(?<!\\)<b>")
# Words that are looked up or compared, and would no longer be found.
_KEYS = {"nik", "npwp", "phone", "email", "decree", "number", "reference", "sha256", "seal"}
_COLUMNS = {"client": ("name",), "application": ("name",), "candidate": ("name",), "person": ("name",),
            "staff": ("name",), "file_step": ("note",), "journal_entry": ("memo",)}  # fmt: skip


def hostile_demo(file: Path) -> None:
    """Fill a file with that demo."""
    shutil.copyfile(a_demo_of(TODAY), file)
    with sqlite3.connect(file) as store:
        for (trigger,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            store.execute(f"DROP TRIGGER {trigger}")
        for table, column, kind in _all_columns(store):
            if kind == "JSON":
                _in_bodies(store, table, column)
            elif column in _COLUMNS.get(table, ()):
                store.execute(f"UPDATE {table} SET {column} = {column} || ? WHERE {column} <> ''", (HOSTILE,))


def _all_columns(store):
    tables = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        for _, column, kind, *_ in store.execute(f"PRAGMA table_info({table})").fetchall():
            yield table, column, kind.upper()


def _in_bodies(store, table, column):
    words = {
        path.rpartition(".")[2]
        for of in typed_dataclasses()
        for path, declared in text_fields(of)
        if isinstance(declared, Line)
    } - _KEYS
    query = f"SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL"
    changed = [(json.dumps(_worn(json.loads(told), words)), row) for row, told in store.execute(query) if isinstance(told, str)]
    store.executemany(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", changed)


def _worn(told, words, name=""):
    if isinstance(told, dict):
        return {key: _worn(value, words, key) for key, value in told.items()}
    if isinstance(told, list):
        return [_worn(one, words, name) for one in told]
    return told + HOSTILE if isinstance(told, str) and told.strip() and name in words else told
