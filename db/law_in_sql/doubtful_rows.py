"""The rows that no reading decides alone: looked at under every combination of the tied readings, exactly."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    Select,
    case,
    column,
    func,
    select,
    type_coerce,
    union_all,
)

from db.law_in_sql.assessed_rows import KEY, AssessedRows, may_turn, number
from db.law_in_sql.item_totals import OWNER, ItemTotals
from db.law_in_sql.named import Named
from db.law_in_sql.plain_writer import Letters, PlainWriter
from db.law_in_sql.possible_writer import PossibleWriter
from db.law_in_sql.tied_readings import readings_of, turning_on
from domain.regulation.expressions import Total
from domain.regulation.trees import walk


def doubtful_rows(rows: AssessedRows, first: FromClause) -> Select[Any]:
    """For every doubtful row whether some combination gives another verdict: 1 or 0 in `turns_`."""
    letters = rows.rules.in_doubt.readings.letters
    places = {name: f"letter_{place}" for place, name in enumerate(rows.tied)}
    held: Letters = {
        name: {letter: column(places[name], Integer()) == at for at, letter in enumerate(letters[name])}
        for name in rows.tied
    }
    named = Named("d_")
    totals = ItemTotals(rows.asked, rows.values, held) if rows.items else None
    plain = PlainWriter(named, rows.asked, rows.values, totals, held)
    free = turning_on(tuple(name for name in letters if name not in rows.tied))
    possible = PossibleWriter(plain, rows.asked, free, totals)
    turns = may_turn(rows.open, possible, column("truth_", Integer()))
    one = type_coerce(case((turns, number(1)), else_=number(0)), Integer)
    doubtful = first.c["may_turn_"] & (first.c["deciding_readings"] == 0)
    base = _base(rows, first, doubtful, totals, places)
    tried = named.over(base, {KEY: column(KEY), "turns_": one}).subquery("tried_")
    return select(tried.c[KEY], func.max(tried.c["turns_"]).label("turns_")).group_by(tried.c[KEY])


def _base(
    rows: AssessedRows,
    first: FromClause,
    doubtful: ColumnElement[bool],
    totals: ItemTotals | None,
    places: dict[str, str],
) -> Select[Any]:
    """The doubtful rows once for every combination, with the totals of their items under it."""
    letters = rows.rules.in_doubt.readings.letters
    tables = {name: _letters(place, len(letters[name])) for name, place in places.items()}
    joined: Any = first.join(rows.register, rows.key == first.c[KEY])
    for table in tables.values():
        joined = joined.join(table, number(1) == number(1))
    columns = [first.c[KEY], first.c["truth_"], *rows.own_facts()]
    columns += [table.c[places[name]] for name, table in tables.items()]
    items = rows.item_rows()
    if totals is None or items is None or not totals.are_asked:
        return select(*columns).select_from(joined).where(doubtful)
    of_items = [name for name in rows.tied if name in _in_totals(rows)]
    added = _totals(totals, items, first, doubtful, {name: places[name] for name in of_items}, letters)
    same = [added.c[OWNER] == first.c[KEY]]
    same += [added.c[places[name]] == tables[name].c[places[name]] for name in of_items]
    on = same[0]
    for more in same[1:]:
        on = on & more
    joined = joined.outerjoin(added, on)
    return select(*columns, *totals.joined(added)).select_from(joined).where(doubtful)


def _totals(
    totals: ItemTotals,
    items: Select[Any],
    first: FromClause,
    doubtful: ColumnElement[bool],
    places: dict[str, str],
    letters: Any,
) -> Any:
    own = items.subquery("own_items_")
    joined: Any = own.join(first, own.c[OWNER] == first.c[KEY])
    columns: list[Any] = [*own.c]
    for name, place in places.items():
        table = _letters(place, len(letters[name]))
        joined = joined.join(table, number(1) == number(1))
        columns.append(table.c[place])
    each = select(*columns).select_from(joined).where(doubtful)
    return totals.over(each, tuple(places.values())).subquery("totals_by_letters_")


def _in_totals(rows: AssessedRows) -> set[str]:
    found: set[str] = set()
    for condition in rows.open:
        for part in walk(condition):
            if isinstance(part, Total):
                found |= readings_of(part)
    return found


def _letters(name: str, count: int) -> FromClause:
    """The letters of one reading as rows of numbers."""
    each: Sequence[Any] = [select(number(at).label(name)) for at in range(count)]
    return union_all(*each).subquery()
