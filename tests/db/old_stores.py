"""Small stores that the program of an earlier release filled, kept as they were, to bring them up to date.

    python -m tests.db.old_stores FOLDER NAME

keeps two of the SQLite files below a folder (of a test run with --basetemp), which between them have rows in
the most tables.
"""

import gzip
import json
import sys
from base64 import b64decode, b64encode
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Date, DateTime, LargeBinary, MetaData, create_engine, insert, select, text

KEPT = Path(__file__).parent / "kept_stores"
NAMES = sorted(file.name.removesuffix(".json.gz") for file in KEPT.glob("*.json.gz"))


def old_store(name):
    """The revision of a kept store, and its rows by table."""
    told = json.loads(gzip.decompress((KEPT / f"{name}.json.gz").read_bytes()))
    return told["revision"], told["rows"]


def put_old_rows(connection, rows):
    """Put rows into the tables of the same revision, in the place of what its migrations left there."""
    found = MetaData()
    found.reflect(connection)
    tables = [one for one in found.sorted_tables if one.name in rows]
    for table in reversed(tables):
        if connection.execute(select(table).limit(1)).first():
            connection.execute(table.delete())
    for table in tables:
        kinds = {column.name: column.type for column in table.c}
        told = [{name: _typed(kinds[name], value) for name, value in row.items()} for row in rows[table.name]]
        connection.execute(insert(table), told)


def _typed(kind, value):
    if value is None:
        return None
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return b64decode(value) if isinstance(kind, LargeBinary) else value


def _plain(value):
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else value


def _read(file):
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        found = MetaData()
        found.reflect(connection)
        if "alembic_version" not in found.tables:
            return None, {}
        revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
        rows = {
            table.name: [
                {name: _plain(value) for name, value in row.items()}
                for row in connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
            ]
            for table in found.sorted_tables
            if table.name != "alembic_version"
        }
    engine.dispose()
    return revision, {name: told for name, told in rows.items() if told}


def _keep(folder, name):
    stores = [_read(file) for file in sorted(folder.rglob("*.sqlite3"))]
    covered = set()
    for letter in "ab":
        revision, rows = max(stores, key=lambda one: len(one[1].keys() - covered))
        covered |= rows.keys()
        told = json.dumps({"revision": revision, "rows": rows}, ensure_ascii=False, sort_keys=True)
        KEPT.mkdir(exist_ok=True)
        (KEPT / f"{name}{letter}.json.gz").write_bytes(gzip.compress(told.encode(), mtime=0))
        print(revision, name + letter, len(rows), "tables", sum(map(len, rows.values())), "rows")


if __name__ == "__main__":
    _keep(Path(sys.argv[1]), sys.argv[2])
