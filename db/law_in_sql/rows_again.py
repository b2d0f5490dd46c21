"""Some of the rows of a register once more, each under some combinations of the readings that are held."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import FromClause, Integer, Select, column, literal_column, select, true, union_all

from db.law_in_sql.assessed_rows import KEY, AssessedRows
from db.law_in_sql.item_totals import OWNER, Items, ItemTotals
from db.law_in_sql.named import Named, once
from db.law_in_sql.plain_writer import Letters, PlainWriter
from db.law_in_sql.tied_readings import readings_of
from domain.regulation.expressions import Total
from domain.regulation.trees import walk


@dataclass(frozen=True, slots=True)
class Combinations:
    """Tables of letters by the readings that they hold; a row of each, side by side, is a combination."""

    tables: tuple[tuple[tuple[str, ...], tuple[tuple[int, ...], ...]], ...]  # each letter as its place

    @property
    def names(self) -> tuple[str, ...]:
        """The readings that are held."""
        return tuple(name for names, _ in self.tables for name in names)

    def of(self, names: Collection[str]) -> "Combinations":
        """The same for some of the readings, each combination once."""
        kept = []
        for own, rows in self.tables:
            places = [place for place, name in enumerate(own) if name in names]
            if places:
                fewer = dict.fromkeys(tuple(row[place] for place in places) for row in rows)
                kept.append((tuple(own[place] for place in places), tuple(fewer)))
        return Combinations(tuple(kept))


NONE = Combinations(())


def every(letters: Mapping[str, Sequence[str]], names: Sequence[str]) -> Combinations:
    """Every combination of the letters of some readings."""
    return Combinations(
        tuple(((name,), tuple((letter,) for letter in range(len(letters[name])))) for name in names)
    )


def spread(letters: Mapping[str, Sequence[str]], names: Sequence[str], many: int) -> Combinations:
    """A few combinations in which any two readings stand beside each other in different ways."""
    rows = [
        tuple(_letter(place, len(letters[name]), run) for place, name in enumerate(names))
        for run in range(many)
    ]
    return Combinations(((tuple(names), tuple(dict.fromkeys(rows))),))


def _letter(place: int, count: int, run: int) -> int:
    if count == 2:
        return (run & (place + 1)).bit_count() % 2
    return (run // (place % count + 1) + run) % count


class RowsAgain:
    """Writes expressions over some rows again, with letters held as columns."""

    def __init__(self, rows: AssessedRows, prefix: str, combinations: Combinations = NONE) -> None:
        self._rows, self._combinations = rows, combinations
        letters = rows.rules.in_doubt.readings.letters
        self._places = {name: f"letter_{place}" for place, name in enumerate(combinations.names)}
        held: Letters = {
            name: {letter: column(place, Integer()) == at for at, letter in enumerate(letters[name])}
            for name, place in self._places.items()
        }
        self.named = Named(prefix, rows.choice_codes(False))
        codes = rows.choice_codes(True)
        self.totals = ItemTotals(rows.asked, rows.values, codes, held) if rows.items else None
        self.plain = PlainWriter(self.named, rows.asked, rows.values, self.totals, held)

    def over(self, asked: FromClause, wanted: Mapping[str, Any]) -> Select[Any]:
        """What is wanted for the rows whose keys and truths are asked, once for every combination."""
        if self.totals:
            self.named.closed |= self.totals.closed
        # So that what follows has whole vectors of rows and not as few as a filter left together.
        base = once(self._base(asked).cte())
        return self.named.over(select(base), {KEY: column(KEY), **wanted})

    def _base(self, asked: FromClause) -> Select[Any]:
        rows = self._rows
        table = self._letters(self._combinations)
        joined: Any = asked.join(rows.register, rows.key == asked.c[KEY])
        joined = joined if table is None else joined.join(table, true())
        letters = [] if table is None else [*table.c]
        columns = [asked.c[KEY], asked.c["truth_"], *rows.own_facts(), *letters]
        items = rows.items
        if self.totals is None or items is None or not self.totals.are_asked:
            return select(*columns).select_from(joined)
        added = self._totals(self.totals, items, asked)
        by_name = {one.name: one for one in letters}
        on = added.c[OWNER] == asked.c[KEY]
        for one in added.c:
            if one.name in by_name:
                on = on & (one == by_name[one.name])
        joined = joined.outerjoin(added, on)
        return select(*columns, *self.totals.joined(added)).select_from(joined)

    def _totals(self, totals: ItemTotals, items: Items, asked: FromClause) -> Any:
        table = self._letters(self._combinations.of(self._in_totals()))
        joined: Any = items.rows.join(asked, items.rows.c[items.owner] == asked.c[KEY])
        joined = joined if table is None else joined.join(table, true())
        letters = [] if table is None else [*table.c]
        each = select(*self._rows.item_columns(items), *letters).select_from(joined)
        return totals.over(each, tuple(one.name for one in letters)).subquery()

    def _in_totals(self) -> set[str]:
        found: set[str] = set()
        for condition in self._rows.open:
            for part in walk(condition):
                if isinstance(part, Total):
                    found |= readings_of(part)
        return found

    def _letters(self, combinations: Combinations) -> FromClause | None:
        """The combinations as rows."""
        tables = [
            union_all(*(self._row(names, row) for row in rows)).subquery()
            for names, rows in combinations.tables
        ]
        if not tables:
            return None
        joined: Any = tables[0]
        for table in tables[1:]:
            joined = joined.join(table, true())
        letters = [one for table in tables for one in table.c]
        rows: FromClause = once(select(*letters).select_from(joined).cte())
        return rows

    def _row(self, names: Sequence[str], row: Sequence[int]) -> Select[Any]:
        named = zip(names, row, strict=True)
        columns: list[Any] = [
            literal_column(str(at), Integer()).label(self._places[name]) for name, at in named
        ]
        return select(*columns)
