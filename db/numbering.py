"""Numbers given out one after the other, in a series of a programme."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from domain.programme import Programme

# One statement, so that two writers at one moment never get the same number.
_NEXT: Final = text(
    "INSERT INTO counter (programme, key, value) VALUES (:programme, :key, 1) "
    "ON CONFLICT (programme, key) DO UPDATE SET value = counter.value + 1 RETURNING value"
)


_NEXT_MANY: Final = text(
    "INSERT INTO counter (programme, key, value) VALUES (:programme, :key, :many) "
    "ON CONFLICT (programme, key) DO UPDATE SET value = counter.value + :many RETURNING value"
)
# Writes the row as it stands, so that the first of a year holds it too.
_HOLD: Final = text(
    "INSERT INTO counter (programme, key, value) VALUES (:programme, :key, 0) "
    "ON CONFLICT (programme, key) DO UPDATE SET value = counter.value"
)


def hold_series(session: Session, programme: Programme, series: str) -> None:
    """Let nobody else take a number of a series until this transaction ends; on SQLite a writer is alone."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(_HOLD, {"programme": programme.key, "key": series})


def next_number(session: Session, programme: Programme, series: str) -> int:
    """The next number of a series, such as the applications of one year ("DB-2026"), from 1 on."""
    return int(session.scalar(_NEXT, {"programme": programme.key, "key": series}) or 0)


def next_numbers(session: Session, programme: Programme, series: str, many: int) -> range:
    """The next numbers of a series, so many of them, taken by one statement."""
    last = int(session.scalar(_NEXT_MANY, {"programme": programme.key, "key": series, "many": many}) or 0)
    return range(last - many + 1, last + 1)
