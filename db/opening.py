"""Opening a database: up to date, marked, and never somebody's real data without sign-in."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, inspect, select, text
from sqlalchemy.orm import Session

from db.chain.linking import begin_chain
from db.engine import Database
from db.refusals import NotADemoDatabase
from db.schema import NEWEST, exclusively, migrate
from db.statistics import count_at_opening
from db.tables import Base, MarkerRow

_DEMO: Final = "demo"
_CREATED_AT: Final = "created_at"
_DEMO_UNTIL: Final = "demo_until"
_REVISION_AND_MARK: Final = text(
    "SELECT version_num, (SELECT value FROM marker WHERE key = :key) FROM alembic_version"
)


def open_database(url: str, *, sign_in_configured: bool, evidence_folder: Path | None = None) -> Database:
    """Open a database and bring its tables up to date.

    Without sign-in a new, empty database is marked as demo, and one that holds tables without that
    mark raises NotADemoDatabase, untouched. With sign-in any database is opened, and none is marked.
    """
    database = Database.at(url, evidence_folder=evidence_folder)
    try:
        if not _is_ready(database, sign_in_configured=sign_in_configured):
            with exclusively(database) as connection:
                _open(connection, is_demo=not sign_in_configured)
        count_at_opening(database)
    except BaseException:
        database.close()
        raise
    return database


def is_demo(database: Database) -> bool:
    """Tell whether an opened database is marked as demo."""
    with database.engine.connect() as connection:
        return _has_mark(connection)


def note_demo_until(session: Session, day: date) -> None:
    """Note in a demo database up to which day its people have worked."""
    session.merge(MarkerRow(key=_DEMO_UNTIL, value=day.isoformat()))


def demo_until(database: Database) -> date | None:
    """Up to which day the people of a demo database have worked; None where nobody noted it."""
    with database.read() as session:
        noted = session.get(MarkerRow, _DEMO_UNTIL)
    return None if noted is None else date.fromisoformat(noted.value)


def _is_ready(database: Database, *, sign_in_configured: bool) -> bool:
    """Whether nothing is left to do, asked in two statements, as at nearly every start."""
    with database.engine.connect() as connection:
        if not {*Base.metadata.tables, "alembic_version"} <= set(inspect(connection).get_table_names()):
            return False
        found = connection.execute(_REVISION_AND_MARK, {"key": _DEMO}).first()
    return found is not None and found[0] == NEWEST and (sign_in_configured or found[1] == "yes")


def _open(connection: Connection, *, is_demo: bool) -> None:
    tables = inspect(connection).get_table_names()
    if is_demo and tables and not _has_mark(connection):
        raise NotADemoDatabase
    migrate(connection)
    if not tables:
        mark(connection, is_demo=is_demo)
    with Session(connection, join_transaction_mode="create_savepoint") as session:
        begin_chain(session)
        session.commit()


def mark(connection: Connection, *, is_demo: bool) -> None:
    """Note in a new database when it was made, and whether it is for the demo."""
    marks = {_CREATED_AT: datetime.now(UTC).isoformat()} | ({_DEMO: "yes"} if is_demo else {})
    for key, value in marks.items():
        connection.execute(insert(MarkerRow).values(key=key, value=value))


def _has_mark(connection: Connection) -> bool:
    table = MarkerRow.__tablename__
    if not inspect(connection).has_table(table):
        return False
    if not {"key", "value"} <= {column["name"] for column in inspect(connection).get_columns(table)}:
        return False  # somebody else's table of the same name
    query = select(MarkerRow.value).where(MarkerRow.key == _DEMO)
    return connection.scalar(query) == "yes"
