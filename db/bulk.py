"""Many rows at once: long lists in pieces that one statement takes, and rows past the object mapper."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar, cast

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from db.noted_rows import KEYS, note_row
from db.quick_rows import send_rows
from db.tables import Base

Entry = TypeVar("Entry")
Progress = Callable[[float], object]
"""Is told which share of the work is done, from 0 to 1."""

# SQLite takes 32,766 values in one statement and PostgreSQL 65,535; some statements name two lists.
PIECE: Final = 5_000


def untold(_share: float) -> None:
    """The progress of work that nobody watches."""


def between(progress: Progress, first: float, last: float) -> Progress:
    """The progress of one part of the work, which goes from one share of the whole to another."""
    return lambda share: progress(first + (last - first) * share)


def pieces(many: Sequence[Entry], progress: Progress = untold) -> Iterator[Sequence[Entry]]:
    """The entries of a list piece by piece; `progress` is told after each of them."""
    for first in range(0, len(many), PIECE):
        yield many[first : first + PIECE]
        progress(min(1.0, (first + PIECE) / len(many)))


def pieces_in_order(numbers: Iterable[int]) -> Iterator[Sequence[int]]:
    """Each of some numbers once, in their order, piece by piece."""
    return pieces(sorted(set(numbers)))


def plain_row(row: Base) -> Mapping[str, Any]:
    """What stands in a new row, without the number that the database gives it."""
    columns = cast(Table, row.__table__).columns
    return {one.key: getattr(row, one.key) for one in columns if not one.primary_key}


def write_rows(session: Session, table: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Write many rows of a table by one statement, past the object mapper.

    Choices are given by their plain values, which the drivers take more quickly. What is recorded for ever
    is noted for the chain.
    """
    if not rows:
        return
    wanted = cast(Table, table.__table__)
    if (key := KEYS.get(wanted.name)) is None:
        send_rows(session.connection(), insert(wanted), rows)
        return
    numbers = insert(wanted).returning(*(wanted.c[name] for name in key))
    note_row(session, wanted.name, map(tuple, session.connection().execute(numbers, rows)))
