"""How a migration keeps a table append-only, on both kinds of database."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any, Final

from alembic import op
from sqlalchemy import JSON, inspect, text

_WHERE: Final = re.compile(r"\bWHERE\b(.*)", re.IGNORECASE | re.DOTALL)


def keep(table: str) -> None:
    """Refuse every change and removal of what a table holds; 0001 made the function on the server."""
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "EXECUTE FUNCTION refuse_change()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_kept_{change.lower()} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    refuse_replacing(table)


def keep_but_ending(table: str, endings: Collection[str], *, once: str = "") -> None:
    """Refuse every removal, and every change but that an ending which is empty is told, once.

    `once` names a moment before which a row may still change: a draft. To be called again when a migration
    adds a column or makes the table anew.
    """
    let_change(table)
    is_server = op.get_context().dialect.name == "postgresql"
    columns = {one["name"]: one["type"] for one in inspect(op.get_bind()).get_columns(table)}
    wrong = [
        _changes(name, kind, is_ending=name in endings, is_server=is_server) for name, kind in columns.items()
    ]
    drafted = f"OLD.{once} IS NOT NULL AND " if once else ""
    condition = f"{drafted}({' OR '.join(wrong)})"
    if is_server:
        op.execute(
            f"CREATE TRIGGER {table}_ends_update BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({condition}) "
            "EXECUTE FUNCTION refuse_change()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_ends_delete BEFORE DELETE OR TRUNCATE ON {table} "
            "EXECUTE FUNCTION refuse_change()"
        )
        return
    for change, when in (("UPDATE", f"WHEN {condition} "), ("DELETE", "")):
        op.execute(
            f"CREATE TRIGGER {table}_ends_{change.lower()} BEFORE {change} ON {table} {when}"
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    refuse_replacing(table)


def let_change(table: str) -> None:
    """Take away what `keep_but_ending` made."""
    on = f" ON {table}" if op.get_context().dialect.name == "postgresql" else ""
    for change in ("update", "delete"):
        op.execute(f"DROP TRIGGER IF EXISTS {table}_ends_{change}{on}")
    if not on:
        replace_freely(table)


def _changes(name: str, kind: Any, *, is_ending: bool, is_server: bool) -> str:
    """When a column of a row becomes something else; of an ending, once it was told."""
    if is_server:
        cast = "::text" if isinstance(kind, JSON) else ""  # JSON is compared as it is written
        changed = f'OLD."{name}"{cast} IS DISTINCT FROM NEW."{name}"{cast}'
    else:
        changed = f'OLD."{name}" IS NOT NEW."{name}"'
    return f'(OLD."{name}" IS NOT NULL AND {changed})' if is_ending else changed


@contextmanager
def lifted(table: str) -> Iterator[None]:
    """Let a migration add to the rows of an append-only table, and keep it again at once."""
    if op.get_context().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        op.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        return
    names = [f"{table}_kept_{change}" for change in ("update", "delete")]
    made = [trigger_text(name) for name in names]
    for name in names:
        op.execute(f"DROP TRIGGER {name}")
    replace_freely(table)
    yield
    for one in made:
        op.get_bind().exec_driver_sql(one)
    refuse_replacing(table)


def trigger_text(name: str) -> str:
    """How a trigger of a SQLite file was made."""
    asked = text("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = :name")
    return str(op.get_bind().execute(asked, {"name": name}).scalar_one())


def guarded_tables() -> list[str]:
    """The tables of a SQLite file whose rows are neither changed nor removed."""
    found = "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name = tbl_name || '_kept_delete'"
    return sorted(op.get_bind().execute(text(found)).scalars())


def refuse_replacing(table: str) -> None:
    """Refuse an insert that takes the place of a row, by whichever key; for a table with all its indexes.

    SQLite removes that row for INSERT OR REPLACE, and asks no trigger on removal.
    """
    replace_freely(table)
    taken = " OR ".join(f"({same})" for same in _same_keys(table))
    op.execute(
        f"CREATE TRIGGER {table}_kept_insert BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} AS old WHERE {taken}) "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def replace_freely(table: str) -> None:
    """Take the guard of a table away."""
    op.execute(f"DROP TRIGGER IF EXISTS {table}_kept_insert")


def _same_keys(table: str) -> Iterator[str]:
    """For each unique key, when a row has the same as the new one."""
    run = op.get_bind().exec_driver_sql
    columns = run(f"PRAGMA table_info({table})").all()
    yield _equal([row[1] for row in columns if row[5]])
    for _, name, is_unique, origin, is_partial in run(f"PRAGMA index_list({table})").all():
        if is_unique and origin != "pk":
            same = _equal([row[2] for row in run(f"PRAGMA index_info({name})").all()])
            yield f"{same} AND {_part_of(name, [row[1] for row in columns])}" if is_partial else same


def _equal(columns: list[str]) -> str:
    return " AND ".join(f'old."{one}" = NEW."{one}"' for one in columns)


def _part_of(index: str, columns: list[str]) -> str:
    """The condition of a partial index, said of the old row and of the new one."""
    asked = text("SELECT sql FROM sqlite_master WHERE name = :name")
    written = op.get_bind().execute(asked, {"name": index}).scalar_one()
    found = _WHERE.search(written)
    if found is None:
        raise RuntimeError(f"{index} is said to be partial, and has no condition")
    word = re.compile(r"\b(" + "|".join(map(re.escape, columns)) + r")\b")
    return " AND ".join(word.sub(rf'{side}."\1"', f"({found[1]})") for side in ("old", "NEW"))
