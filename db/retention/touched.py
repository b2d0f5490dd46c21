"""What a programme's records of a person are: which rows of which tables, whole or in parts."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import ColumnElement, Table
from sqlalchemy.orm import Session

from db.tables import Base
from domain.programme import Programme
from domain.retention.retention_kinds import Due, RetentionKind

IsAbout = Callable[[Mapping[str, Any]], bool]


@dataclass(frozen=True, slots=True)
class Touched:
    """Rows of a table, and what of them goes.

    With `is_about` they tell of others as well, and only the parts of a body about these people go; with
    `mentions` only the sentences with one of these numbers.
    """

    row: type[Base]
    where: ColumnElement[bool]
    is_about: IsAbout | None = None
    mentions: frozenset[str] = frozenset()

    @property
    def table(self) -> Table:
        """The table itself."""
        return cast(Table, self.row.__table__)


@dataclass(frozen=True, slots=True)
class Ended:
    """Which events count: up to `last`, of a kind that is kept so long; `on` is the day that is asked."""

    kind: RetentionKind
    length: int
    last: date
    on: date

    def due(self, id: int, number: str, name: str, event_on: date, pieces: int) -> Due:
        """One thing that is due."""
        due_on = self.kind.due_on(event_on, self.length)
        return Due(self.kind.key, id, number, name, event_on, due_on, pieces)


@dataclass(frozen=True, slots=True)
class Records:
    """One kind of record of a programme.

    `due` finds what ended on or before a day and nothing holds open, `named` who it is by numbers, and
    `touched` every row in which something of them stands; `subject` is what the trail calls it.
    """

    kind: RetentionKind
    subject: str
    due: Callable[[Session, Programme, Ended], Sequence[Due]]
    named: Callable[[Session, Collection[int]], Mapping[int, str]]
    touched: Callable[[Session, Collection[int]], Sequence[Touched]]
