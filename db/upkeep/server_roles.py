"""What the application may do on a PostgreSQL server, where its role is another than the owner of the tables.

The owner makes and changes tables, and nobody works as the owner. The application reads, adds, and changes or
removes rows only where a verb does; it makes no table, empties none, and switches no trigger off.
"""

import re
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, inspect, text

from db.retention.erasing import GUARDED
from db.retention.personal_columns import PERSONAL
from db.upkeep.refused import NotCopied
from db.upkeep.stocktaking import REVISION_TABLE

REMOVED: Final = frozenset(
    {
        "client_indicator",
        "collateral",
        "follow_up",
        "paper",
        "recommendation",
        "recommendation_bundle",
        "recommendation_item",
        "sign_in",
        "unsent_form",
        "visit_part",
        "visit_task",
    }
)
"""The tables of which a verb removes rows."""
HELD: Final = {"loan": "id"}
"""Kept tables of which a verb holds a row, which a server allows to whoever may change a column of it."""
_NAME: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_MAINTAIN: Final = 17  # the first version where locking a table is a right of its own
_KEPT: Final = (
    "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "WHERE NOT t.tgisinternal AND t.tgname = c.relname || '_kept'"
)


class RoleRefused(NotCopied):
    """The rights were not given; nothing was changed."""


def give_rights(connection: Connection, role: str, server: int) -> dict[str, str]:
    """Give the application's role its rights, and no others; gives them by table. For the owner alone."""
    _require(connection, role)
    for statement in _for_all(connection, role):
        connection.execute(text(statement))
    kept = set(connection.scalars(text(_KEPT)))
    given = {}
    for table in sorted(inspect(connection).get_table_names()):
        given[table] = ", ".join(_rights(table, kept, server))
        connection.execute(text(f'GRANT {given[table]} ON "{table}" TO "{role}"'))
        if table in kept and (columns := _changeable(table)):
            connection.execute(text(f'GRANT UPDATE ({columns}) ON "{table}" TO "{role}"'))
    return given


def _changeable(table: str) -> str:
    """The columns of a kept table that the application writes: one that it holds, and what may be erased."""
    names = [HELD[table]] if table in HELD else []
    names += PERSONAL[table] if table in GUARDED else ()
    return ", ".join(f'"{one}"' for one in names)


def _require(connection: Connection, role: str) -> None:
    if connection.dialect.name != "postgresql":
        raise RoleRefused("Peran hanya ada di PostgreSQL: berkas SQLite dijaga oleh hak berkasnya.")
    if _NAME.fullmatch(role) is None:
        raise RoleRefused("Nama peran: huruf kecil, angka dan garis bawah, diawali huruf.")
    query = (
        "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls FROM pg_roles WHERE rolname = :role"
    )
    is_mighty = connection.scalar(text(query), {"role": role})
    if is_mighty is None:
        raise RoleRefused(f"Peran {role} belum ada. Buat dahulu: CREATE ROLE {role} LOGIN PASSWORD '…';")
    belongs = "SELECT pg_has_role(:role, tableowner, 'MEMBER') FROM pg_tables WHERE tablename = :table"
    is_owner = connection.scalar(text(belongs), {"role": role, "table": REVISION_TABLE})
    if is_owner is None:
        raise RoleRefused(
            "Basis data ini belum berisi tabel aplikasi. Jalankan dahulu python -m scripts.begin."
        )
    if is_mighty or is_owner:
        raise RoleRefused(f"Peran {role} adalah pemilik tabel atau berhak istimewa. Pakailah peran lain.")


def _for_all(connection: Connection, role: str) -> Iterator[str]:
    schema = connection.scalar(text("SELECT current_schema()"))
    database = connection.scalar(text("SELECT current_database()"))
    yield f'REVOKE CREATE ON SCHEMA "{schema}" FROM PUBLIC, "{role}"'
    yield f'REVOKE ALL ON DATABASE "{database}" FROM PUBLIC, "{role}"'
    yield f'GRANT CONNECT ON DATABASE "{database}" TO "{role}"'
    yield f'GRANT USAGE ON SCHEMA "{schema}" TO "{role}"'
    yield f'REVOKE ALL ON ALL TABLES IN SCHEMA "{schema}" FROM PUBLIC, "{role}"'
    yield f'REVOKE ALL ON ALL SEQUENCES IN SCHEMA "{schema}" FROM PUBLIC, "{role}"'
    yield f'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA "{schema}" TO "{role}"'


def _rights(table: str, kept: set[str], server: int) -> Iterator[str]:
    yield "SELECT"
    if table == REVISION_TABLE:
        return
    yield "INSERT"
    if table not in kept:
        yield "UPDATE"
    if table in REMOVED:
        yield "DELETE"
    if server >= _MAINTAIN:
        yield "MAINTAIN"
    elif table in kept:
        # Before, only who may change a table may lock it; its trigger refuses the change itself.
        yield "UPDATE"
