"""Totals over the items of each applicant: the items' own layers, added up by owner."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Select,
    and_,
    case,
    cast,
    column,
    func,
    not_,
    null,
    select,
)

from db.law_in_sql.amounts_in_sql import LARGEST_TOTAL, Span
from db.law_in_sql.base_rows import Codes, columns_for, null_free_columns
from db.law_in_sql.named import Named
from db.law_in_sql.null_free_numbers import OPEN
from db.law_in_sql.plain_writer import NONE_HELD, Letters, PlainWriter
from db.law_in_sql.whole_numbers import FAR, Number, or_else, smaller, whole
from domain.regulation.expressions import Total
from domain.regulation.fact import Fact
from domain.regulation.parameter import Value

OWNER = "owner_"
_BEYOND = 16 * LARGEST_TOTAL
"""One item that nothing bounds, or beyond what is counted; half a million of them still fit 64 bits."""


@dataclass(frozen=True, slots=True)
class Items:
    """The rows of the items, and which column names the applicant to whom each belongs."""

    rows: FromClause
    owner: str


class ItemTotals:
    """Collects the totals that a statement asks for, and writes the rows that hold them."""

    def __init__(
        self,
        asked: Counter[int],
        values: Mapping[str, Value | None],
        codes: Codes | None,
        letters: Letters = NONE_HELD,
    ) -> None:
        self._is_null_free = codes is not None
        self.named = Named("i_", codes)
        self.closed: set[str] = set()
        self.writer = PlainWriter(self.named, asked, values, None, letters)
        self._inner: dict[str, ColumnElement[Any]] = {}
        self._sums: dict[str, ColumnElement[Any]] = {}
        self._known: dict[int, Span] = {}

    def total(self, total: Total) -> Span:
        """The columns that hold a total as it is read."""
        if id(total) not in self._known:
            where = self.writer.column_of(total.where)
            span = self.writer.columns_of(total.amount)
            low = self.sum_where(where, span.low)
            self._known[id(total)] = Span(low, self.open_sum_unless(not_(where), span.high), LARGEST_TOTAL)
        return self._known[id(total)]

    def sum_where(self, where: ColumnElement[bool], number: Number) -> ColumnElement[int]:
        """The sum of a number over the items where something holds."""
        inner = self._put_inner(case((where, whole(number)), else_=whole(0)))
        told = self._put_sum(smaller(cast(func.sum(inner), BigInteger), LARGEST_TOTAL))
        self.closed.add(told.name)
        return told

    def open_sum_unless(self, unless: ColumnElement[bool], number: Number | None) -> ColumnElement[int]:
        """The sum over the items save where something holds; NULL where one of the others has no bound."""
        if self._is_null_free:
            return self._open_sum(unless, number)
        counted = cast(null(), BigInteger) if number is None else whole(number)
        inner = self._put_inner(case((unless, whole(0)), else_=counted))
        added = cast(func.sum(inner), BigInteger)
        every = func.count() == func.count(inner)
        return self._put_sum(case((and_(every, added <= whole(LARGEST_TOTAL)), added)))

    def _open_sum(self, unless: ColumnElement[bool], number: Number | None) -> ColumnElement[int]:
        inner = self._put_inner(case((unless, whole(0)), else_=whole(smaller(or_else(number, FAR), _BEYOND))))
        added = cast(func.sum(inner), BigInteger)
        return self._put_sum(case((added <= whole(LARGEST_TOTAL), added), else_=whole(OPEN)))

    def holds_for_some(self, holds: ColumnElement[bool]) -> ColumnElement[bool]:
        """Whether something holds for one of the items at least."""
        inner = self._put_inner(case((holds, whole(1)), else_=whole(0)))
        told = self._put_sum(func.max(inner))
        self.closed.add(told.name)
        return told > whole(0)

    def _put_inner(self, expression: ColumnElement[Any]) -> ColumnElement[int]:
        name = f"t_{len(self._inner)}"
        self._inner[name] = expression
        return column(name, BigInteger())

    def _put_sum(self, expression: Any) -> ColumnElement[int]:
        name = f"s_{len(self._sums)}"
        self._sums[name] = expression
        return column(name, BigInteger())

    @property
    def are_asked(self) -> bool:
        """Whether any total is needed."""
        return bool(self._sums)

    def over(self, items: Select[Any], beside: Sequence[str]) -> Select[Any]:
        """The totals of each owner, and of each of the values `beside` it."""
        keys: dict[str, Any] = {name: column(name) for name in (OWNER, *beside)}
        inner = (
            self.named.over(items, {**keys, **self._inner})
            .cte()
            .prefix_with("NOT MATERIALIZED", dialect="duckdb")
        )
        grouped = [inner.c[name] for name in keys]
        return select(*grouped, *(value.label(name) for name, value in self._sums.items())).group_by(*grouped)

    def joined(self, totals: FromClause) -> list[ColumnElement[Any]]:
        """The columns of the totals beside their owner; whoever has no item has nothing of everything."""
        none = totals.c[OWNER].is_(None)
        return [case((none, whole(0)), else_=totals.c[name]).label(name) for name in self._sums]


def item_columns(items: Items, facts: Iterable[Fact], is_null_free: bool) -> list[ColumnElement[Any]]:
    """The facts that are asked of the items, and their owner."""
    own = [fact for fact in facts if fact.of_item]
    columns = null_free_columns if is_null_free else columns_for
    return [items.rows.c[items.owner].label(OWNER), *columns(own, items.rows)]
