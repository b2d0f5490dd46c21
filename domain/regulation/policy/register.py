"""The subjects of a programme as columns, made once from the same cases that real verdicts are found from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from domain.regulation.amending import every
from domain.regulation.case import Case
from domain.regulation.columns import Table, Truths, Whole, table_of
from domain.regulation.expressions import Amount, Condition
from domain.regulation.rules import Regulation

NO_DAY: Final = date.max.toordinal()
"""Stands for a day that is not known: the whole law as it is counts then, as for the newest file."""
BY_KIND: Final = "Jenis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One applicant or client of the register, without a name: whoever may read it looks that up."""

    id: int
    number: str
    case: Case
    filed_on: date | None = None
    groups: tuple[str, ...] = ()
    principal: int | None = None
    months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfKind:
    """The subjects of one kind, in the order in which they were handed in; `groups` by the name of each.

    `principal` and `months` are what was asked for, zero where nothing was.
    """

    kind: str
    label: str
    ids: Whole
    numbers: tuple[str, ...]
    filed: Whole
    groups: Mapping[str, tuple[str, ...]]
    principal: Whole
    months: Whole
    table: Table

    @property
    def size(self) -> int:
        """How many subjects there are."""
        return len(self.ids)


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """A programme's subjects by kind."""

    kinds: tuple[OfKind, ...]

    @property
    def size(self) -> int:
        """How many subjects there are."""
        return sum(one.size for one in self.kinds)


def asked_by(regulation: Regulation, kind: str) -> list[Condition | Amount]:
    """All that the rules and limits of a kind ask for, under any reading, in every text that counts."""
    asked: list[Condition | Amount] = []
    for one in every([regulation]):
        asked += [rule.condition for rule in one.rules_by_kind[kind] if rule.condition]
        asked += [limit.amount for limit in one.limits_by_kind[kind]]
    return asked


class RegisterMaker:
    """Takes subjects piece by piece, so that no more than a piece lies in memory as cases."""

    def __init__(self, regulation: Regulation, labels: Mapping[str, str], groups: Sequence[str]) -> None:
        self._regulation, self._labels, self._groups = regulation, labels, tuple(groups)
        self._pieces: dict[str, list[OfKind]] = {}
        self._asked: dict[str, list[Condition | Amount]] = {}

    def add(self, kind: str, subjects: Sequence[Subject]) -> None:
        """Take some subjects of one kind."""
        if subjects:
            if kind not in self._asked:
                self._asked[kind] = asked_by(self._regulation, kind)
            self._pieces.setdefault(kind, []).append(self._columns(kind, subjects))

    def made(self) -> Register:
        """The register of all that was taken, each kind in the order of its days and numbers."""
        kinds = [kind for kind in self._labels if kind in self._pieces]
        return Register(tuple(_joined(self._pieces[kind]) for kind in kinds))

    def _columns(self, kind: str, subjects: Sequence[Subject]) -> OfKind:
        return OfKind(
            kind=kind,
            label=self._labels[kind],
            ids=_whole(one.id for one in subjects),
            numbers=tuple(one.number for one in subjects),
            filed=_whole(one.filed_on.toordinal() if one.filed_on else NO_DAY for one in subjects),
            groups={
                name: tuple(one.groups[place] for one in subjects) for place, name in enumerate(self._groups)
            },
            principal=_whole(one.principal or 0 for one in subjects),
            months=_whole(one.months or 0 for one in subjects),
            table=table_of([one.case for one in subjects], self._asked[kind]),
        )


def _whole(values: Iterable[int]) -> Whole:
    return np.array(list(values), np.int64)


def _joined(pieces: Sequence[OfKind]) -> OfKind:
    """The pieces of one kind as one, in the order of the days on which they were handed in."""
    first = pieces[0]
    filed, ids = (np.concatenate([getattr(one, name) for one in pieces]) for name in ("filed", "ids"))
    order = np.lexsort((ids, filed))
    numbers = [number for one in pieces for number in one.numbers]
    groups = {name: [told for one in pieces for told in one.groups[name]] for name in first.groups}
    return OfKind(
        kind=first.kind,
        label=first.label,
        ids=ids[order],
        numbers=tuple(numbers[row] for row in order),
        filed=filed[order],
        groups={name: tuple(told[row] for row in order) for name, told in groups.items()},
        principal=np.concatenate([one.principal for one in pieces])[order],
        months=np.concatenate([one.months for one in pieces])[order],
        table=taken(_together([one.table for one in pieces]), order),
    )


def _together(tables: Sequence[Table]) -> Table:
    """Tables with the same columns, one under the other."""
    if len(tables) == 1:
        return tables[0]
    first = tables[0]
    items = [one.items for one in tables if one.items is not None]
    counts = [np.diff(one.starts) for one in tables if one.starts is not None]
    return Table(
        sum(one.size for one in tables),
        _stacked([one.truths for one in tables]),
        _stacked([one.choices for one in tables]),
        {
            key: (
                np.concatenate([one.amounts[key][0] for one in tables]),
                np.concatenate([one.amounts[key][1] for one in tables]),
            )
            for key in first.amounts
        },
        _together(items) if items else None,
        _starts(np.concatenate(counts)) if counts else None,
    )


def _stacked(columns: Sequence[Mapping[str, Truths]]) -> dict[str, Truths]:
    return {key: np.concatenate([one[key] for one in columns]) for key in columns[0]}


def _starts(counts: Whole) -> Whole:
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int64)


def taken(table: Table, rows: Whole) -> Table:
    """Some rows of a table in an order of their own, each with its items."""
    items, starts = None, None
    if table.items is not None and table.starts is not None:
        counts = np.diff(table.starts)[rows]
        starts = _starts(counts)
        within = np.arange(int(starts[-1])) - np.repeat(starts[:-1], counts)
        items = taken(table.items, np.repeat(table.starts[rows], counts) + within)
    return Table(
        len(rows),
        {key: column[rows] for key, column in table.truths.items()},
        {key: column[rows] for key, column in table.choices.items()},
        {key: _known_or_open(bounds, rows) for key, bounds in table.amounts.items()},
        items,
        starts,
    )


def _known_or_open(bounds: tuple[Whole, Whole], rows: Whole) -> tuple[Whole, Whole]:
    """Both bounds of some rows; one column where all is known, which is quicker to work with."""
    low, high = bounds[0][rows], bounds[1][rows]
    return (low, low) if np.array_equal(low, high) else (low, high)
