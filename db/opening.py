"""Opening a database: up to date, of the kind that was chosen, and never real data without sign-in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Final, TypeVar

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from db.chain.linking import begin_chain
from db.data_keys import DataKey, KeyNeeded, PlainStore
from db.engine import Database, sqlite_file_of
from db.hiding import note_key, unlock
from db.installed import StoreKind, kind_before, kind_in, note_kind, revision_and_kind
from db.refusals import (
    EmptyDatabase,
    ForeignDatabase,
    MarkAltered,
    NewerStore,
    NotADemoDatabase,
    NotOpened,
    OwnerNeeded,
    Refused,
    StillPreparing,
    StoreBusy,
)
from db.schema import NEWEST, exclusively, migrate
from db.statistics import count_at_opening
from db.tables import Base, MarkerRow

_DEMO_UNTIL: Final = "demo_until"
_KIND_SINCE: Final = "0053"  # the first revision that keeps the kind in a row of its own
_VERSIONS: Final = "alembic_version"
WAITED_SECONDS: Final = 300.0  # a demo made through the verbs takes a minute, a large migration some
_BETWEEN_SECONDS: Final = 0.2
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Asked:
    """How a database is opened: by whom it may be, what an empty one becomes, and under which key."""

    sign_in_configured: bool
    begins_as: StoreKind | None = None
    data_key: str = field(default="", repr=False)

    def key_of_new(self) -> DataKey:
        """The key under which a new store of real people begins."""
        if not self.data_key:
            raise KeyNeeded
        return DataKey.of(self.data_key)


def open_database(
    url: str,
    *,
    sign_in_configured: bool,
    begins_as: StoreKind | None = None,
    evidence_folder: Path | None = None,
    data_key: str = "",
) -> Database:
    """Open a database and bring its tables up to date.

    An empty one becomes what `begins_as` says; without it EmptyDatabase is raised, since nobody chose. Real
    people's data are not opened without sign-in (NotADemoDatabase), nor are the tables of another program
    (ForeignDatabase) or a store whose kind is missing or was altered (MarkAltered); all stay untouched.
    Numbers of people that are hidden in it are read with `data_key` (KeyMissing, WrongKey); those of real
    people lie nowhere in the clear, so that without a key none begins (KeyNeeded) nor opens (PlainStore).
    """
    database = Database.at(url, evidence_folder=evidence_folder)
    try:
        _bring_up_to_date(database, _Asked(sign_in_configured, begins_as, data_key))
        if not unlock(database, data_key) and not is_demo(database):
            raise PlainStore
        count_at_opening(database)
    except BaseException:
        database.close()
        raise
    return database


def open_without_key(url: str) -> Database:
    """Open a store for a command on the server that reads no numbers of people, without a key."""
    database = Database.at(url)
    try:
        _bring_up_to_date(database, _Asked(sign_in_configured=True))
    except BaseException:
        database.close()
        raise
    return database


def while_others_prepare(work: Callable[[], Value], seconds: float = WAITED_SECONDS) -> Value:
    """Do what makes a database ready, again while another process does the same; then StillPreparing."""
    until = monotonic() + seconds
    while True:
        try:
            return work()
        except StoreBusy:
            if monotonic() > until:
                raise StillPreparing from None
            sleep(_BETWEEN_SECONDS)


def stands_ready(database: Database, *, sign_in_configured: bool) -> bool:
    """Whether a database answers, is of this release, and of a kind that this installation may open."""
    try:
        return _is_ready(database, sign_in_configured=sign_in_configured)
    except (Refused, SQLAlchemyError):
        return False


def found_ready(url: str, *, sign_in_configured: bool, data_key: str = "") -> bool:
    """The same of a database that this process has not opened, with the key that it has; no file is made."""
    try:
        if (file := sqlite_file_of(url)) is not None and not file.is_file():
            return False
        database = Database.at(url)
    except NotOpened:
        return False
    try:
        is_ready = stands_ready(database, sign_in_configured=sign_in_configured)
        return is_ready and (unlock(database, data_key) or is_demo(database))
    except NotOpened:
        return False
    finally:
        database.close()


def bring_store_up_to_date(url: str) -> str:
    """Do what opening does to the tables, for their owner; gives the revision of before."""
    database = Database.at(url)
    try:
        with database.engine.connect() as connection:
            tables = inspect(connection).get_table_names()
            before = _revision(connection, tables) if tables else ""
    finally:
        database.close()
    open_without_key(url).close()
    return before


def open_demo(url: str) -> Database:
    """Open a demo, for whoever tries the program; an empty database becomes one."""
    return open_database(url, sign_in_configured=False, begins_as=StoreKind.DEMO)


def is_demo(database: Database) -> bool:
    """Tell whether an opened database is a demo."""
    with database.engine.connect() as connection:
        return kind_in(connection) is StoreKind.DEMO


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
        if not {*Base.metadata.tables, _VERSIONS} <= set(inspect(connection).get_table_names()):
            return False
        found = revision_and_kind(connection)
    if found is None or found[0] != NEWEST:
        return False
    return found[1] is StoreKind.DEMO or (sign_in_configured and found[1] is StoreKind.REAL)


def _bring_up_to_date(database: Database, asked: _Asked) -> None:
    if not _is_ready(database, sign_in_configured=asked.sign_in_configured):
        with exclusively(database) as connection:
            _open(connection, asked)


def _open(connection: Connection, asked: _Asked) -> None:
    tables = inspect(connection).get_table_names()
    if not tables and asked.begins_as is None:
        raise EmptyDatabase
    revision = _revision(connection, tables) if tables else ""
    if revision > NEWEST:
        raise NewerStore
    is_noted = revision >= _KIND_SINCE
    kind = _kind(connection, is_new=not tables, is_noted=is_noted, begins_as=asked.begins_as)
    if kind is StoreKind.REAL and not asked.sign_in_configured:
        raise NotADemoDatabase
    key = asked.key_of_new() if not tables and kind is StoreKind.REAL else None
    if revision != NEWEST:
        _require_owner(connection)
    migrate(connection)
    with Session(connection, join_transaction_mode="create_savepoint") as session:
        begin_chain(session)
        if not is_noted:
            note_kind(session, kind)
        if key is not None:
            note_key(session, key, at=datetime.now(UTC))
        session.commit()


def _require_owner(connection: Connection) -> None:
    """Raise OwnerNeeded for a role of a server that may make no table."""
    may_make = text("SELECT has_schema_privilege(current_schema(), 'CREATE')")
    if connection.dialect.name == "postgresql" and not connection.scalar(may_make):
        raise OwnerNeeded


def _kind(connection: Connection, *, is_new: bool, is_noted: bool, begins_as: StoreKind | None) -> StoreKind:
    if is_new and begins_as is not None:
        return begins_as
    kind = kind_in(connection) if is_noted else kind_before(connection)
    if kind is None:
        raise MarkAltered
    return kind


def _revision(connection: Connection, tables: list[str]) -> str:
    found = connection.scalar(text(f"SELECT version_num FROM {_VERSIONS}")) if _VERSIONS in tables else None
    if found is None:
        raise ForeignDatabase
    return str(found)
