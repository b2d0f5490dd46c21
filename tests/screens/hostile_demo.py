"""The demo with text in it that looks like markup, wherever somebody once typed words."""

import json
import re
import shutil
import sqlite3
from dataclasses import fields
from functools import cache
from pathlib import Path

from domain.declared import declared_in
from domain.typed import Line
from tests.db.typed_fields import kept_dataclasses, typed_dataclasses
from tests.screens.clock import TODAY
from tests.screens.demo_office import a_demo_of

MARK = "Xq"
HOSTILE = " Xq<b>Xq</b> **Xq** [Xq](http://xq.example) :red[Xq] $Xq$ `Xq` =1+1"
# Signs before a marked word that would act there: each must come escaped, or not at all.
ACTS = re.compile(r"(?<!\\)(<b>|\*\*|\[|\]\(|\$|`)(?=Xq|http)|(?<!&lt;)(?<!\\)<b>")
# Words that are looked up or compared, and would no longer be found.
_KEYS = {"nik", "npwp", "phone", "email", "decree", "number", "reference", "sha256", "seal"}
_A_CHOICE = re.compile(r"[a-z][a-z0-9_]*")  # from a list, as the store keeps it
_COLUMNS = {"client": ("name",), "application": ("name",), "candidate": ("name",), "person": ("name",),
            "staff": ("name",), "file_step": ("note",), "journal_entry": ("memo",)}  # fmt: skip


def hostile_demo(file: Path) -> None:
    """Fill a file with that demo."""
    shutil.copyfile(a_demo_of(TODAY), file)
    with sqlite3.connect(file) as store:
        for (trigger,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            store.execute(f"DROP TRIGGER {trigger}")
        for table, column, kind in _all_columns(store):
            if kind == "JSON" and column != "figures":  # worked out, with the names of goals
                _in_bodies(store, table, column)
            elif column in _COLUMNS.get(table, ()):
                store.execute(f"UPDATE {table} SET {column} = {column} || ? WHERE {column} <> ''", (HOSTILE,))


def _all_columns(store):
    tables = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        for _, column, kind, *_ in store.execute(f"PRAGMA table_info({table})").fetchall():
            yield table, column, kind.upper()


def _in_bodies(store, table, column):
    query = f"SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL"
    found = [(row, told) for row, told in store.execute(query) if isinstance(told, str)]
    changed = [(json.dumps(_worn(json.loads(told), free_words())), row) for row, told in found]
    store.executemany(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", changed)


@cache
def free_words():
    """The names of fields that hold words of one's own in every dataclass that has them."""
    free, bound = set(), set(_KEYS)
    for of in kept_dataclasses() | set(typed_dataclasses()):
        for one in fields(of):
            declared = declared_in(of).get(one.name)
            is_free = declared and declared.of is str and isinstance(declared.declaration, Line)
            (free if is_free else bound).add(one.name)
    return free - bound | {"name"}


def _worn(told, words, name=""):
    if isinstance(told, dict):
        return {key: _worn(value, words, key) for key, value in told.items()}
    if isinstance(told, list):
        return [_worn(one, words, name) for one in told]
    is_typed = isinstance(told, str) and told.strip() and not _A_CHOICE.fullmatch(told)
    return told + HOSTILE if is_typed and name in words else told
