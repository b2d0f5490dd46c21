"""How a migration lets an approved list erase what is personal in rows that are kept, on both databases.

A row is let through that has its line in `erasure`, of a list that two people agreed on and that is not
closed, and only where nothing but the columns that may be erased becomes something else.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from alembic import op
from sqlalchemy import inspect, text

from db.migrations.append_only import trigger_text

_OPEN: Final = (
    "FROM erasure JOIN erasure_list ON erasure_list.id = erasure.list_id "
    "WHERE erasure.in_table = {table} AND erasure.row_key = {key} AND erasure_list.approved_at IS NOT NULL "
    "AND erasure_list.approved_by_id <> erasure_list.proposed_by_id AND erasure_list.erased_at IS NULL"
)
_ENDINGS: Final = ("kept_update", "ends_update", "sent_update")
_PARTS: Final = re.compile(r"(CREATE TRIGGER \w+ BEFORE UPDATE ON \w+) (?:WHEN (.*?) )?(BEGIN .*)", re.DOTALL)
_BUT: Final = " AND NOT /* erased */ "
_FUNCTION: Final = f"""
CREATE FUNCTION refuse_unless_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  told text;
BEGIN
  SELECT string_agg(was->>one, ':' ORDER BY place) INTO told
    FROM unnest(string_to_array(TG_ARGV[0], ',')) WITH ORDINALITY AS keys(one, place);
  IF (was - string_to_array(TG_ARGV[1], ',')) = (to_jsonb(NEW) - string_to_array(TG_ARGV[1], ','))
    AND EXISTS (SELECT 1 {_OPEN.format(table="TG_TABLE_NAME", key="told")})
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only';
END $$
"""


def begin_erasing() -> None:
    """Make what the triggers of a server ask; once, before any table is told of."""
    if _is_server():
        op.execute(_FUNCTION)


def end_erasing() -> None:
    """Take it away."""
    if _is_server():
        op.execute("DROP FUNCTION refuse_unless_erased()")


def let_erase(table: str, columns: Sequence[str]) -> None:
    """Let these columns of a kept table be erased; to be called again when its guard is made anew."""
    if _is_server():
        _let_erase_on_server(table, columns)
        return
    name = _guard(table)
    parts = _PARTS.fullmatch(trigger_text(name))
    if parts is None:
        raise RuntimeError(f"{name} is no guard")
    head, when, body = parts.groups()
    _make_anew(name, f"{head} WHEN ({when or 1}){_BUT}({' AND '.join(_erased(table, columns))}) {body}")


def keep_whole(table: str) -> None:
    """Let nothing of a table be erased any more."""
    name = _guard(table)
    if _is_server():
        if name == f"{table}_kept_update":
            op.execute(f"DROP TRIGGER {name} ON {table}")
            op.execute(f"DROP TRIGGER {table}_kept ON {table}")
            op.execute(_kept_on_server(table, "UPDATE OR DELETE OR TRUNCATE"))
        else:
            _change_function(table, name, r"refuse_unless_erased\(.*\)", "refuse_change()")
        return
    before, _, rest = trigger_text(name).partition(_BUT)
    when = before.replace(" WHEN (1)", "")
    _make_anew(name, f"{when} {rest[rest.rindex('BEGIN SELECT') :]}")


def _let_erase_on_server(table: str, columns: Sequence[str]) -> None:
    keys = inspect(op.get_bind()).get_pk_constraint(table)["constrained_columns"]
    function = f"refuse_unless_erased('{','.join(keys)}', '{','.join(columns)}')"
    name = _guard(table)
    if name == f"{table}_kept":
        op.execute(f"DROP TRIGGER {name} ON {table}")
        op.execute(_kept_on_server(table, "DELETE OR TRUNCATE"))
        op.execute(
            f"CREATE TRIGGER {table}_kept_update BEFORE UPDATE ON {table} FOR EACH ROW "
            f"EXECUTE FUNCTION {function}"
        )
        return
    _change_function(table, name, r"refuse_change\(\)", function)


def _kept_on_server(table: str, changes: str) -> str:
    return f"CREATE TRIGGER {table}_kept BEFORE {changes} ON {table} EXECUTE FUNCTION refuse_change()"


def _change_function(table: str, name: str, before: str, after: str) -> None:
    asked = text(
        "SELECT pg_get_triggerdef(oid) FROM pg_trigger "
        "WHERE tgname = :name AND tgrelid = CAST(:on AS regclass)"
    )
    made = str(op.get_bind().execute(asked, {"name": name, "on": table}).scalar_one())
    op.execute(f"DROP TRIGGER {name} ON {table}")
    op.get_bind().exec_driver_sql(re.sub(before, lambda _: after, made))


def _make_anew(name: str, made: str) -> None:
    op.execute(f"DROP TRIGGER {name}")
    op.get_bind().exec_driver_sql(made)


def _guard(table: str) -> str:
    """The trigger that refuses changes of a table."""
    server = "SELECT tgname FROM pg_trigger WHERE tgrelid = CAST(:on AS regclass) AND NOT tgisinternal"
    file = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :on"
    there = set(op.get_bind().execute(text(server if _is_server() else file), {"on": table}).scalars())
    names = [f"{table}_{one}" for one in (*_ENDINGS, "kept")]
    return next(one for one in names if one in there)


def _erased(table: str, columns: Sequence[str]) -> Iterator[str]:
    """That a row has its line, and that nothing else of it changes."""
    found = inspect(op.get_bind())
    keys = found.get_pk_constraint(table)["constrained_columns"]
    key = " || ':' || ".join(f'CAST(OLD."{one}" AS TEXT)' for one in keys)
    yield f"EXISTS (SELECT 1 {_OPEN.format(table=repr(table), key=key)})"
    for one in found.get_columns(table):
        if one["name"] not in columns:
            yield f'OLD."{one["name"]}" IS NEW."{one["name"]}"'


def _is_server() -> bool:
    return op.get_context().dialect.name == "postgresql"
