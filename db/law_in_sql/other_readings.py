"""What other readings make of a verdict: asked only for the rows where one of them can count, step by step.

A row that fails a provision on which no open reading turns is firm. For the other ones it is told how many
readings turn the verdict alone, and whether any combination might; of these, a few combinations are tried
first, and all of them only where none of the few gives another verdict.
"""

from typing import Any, Final

from sqlalchemy import (
    Boolean,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    and_,
    case,
    column,
    func,
    or_,
    select,
    true,
    type_coerce,
)

from db.law_in_sql.amounts_in_sql import Truth
from db.law_in_sql.assessed_rows import IN_USE, KEY, AssessedRows, number, verdict_in_use
from db.law_in_sql.named import once
from db.law_in_sql.plain_writer import PlainWriter
from db.law_in_sql.possible_writer import Can, PossibleWriter
from db.law_in_sql.rows_again import Combinations, RowsAgain, every, spread
from db.law_in_sql.tied_readings import turning_on
from db.law_in_sql.whole_numbers import HowMany

ALONE: Final = "deciding_readings"
TURNS: Final = "turns_"
_FEW: Final = 4


def other_readings(rows: AssessedRows, first: FromClause) -> Select[Any]:
    """For every row where another reading can count: how many turn it alone, and whether any combination."""
    asked = select(first.c[KEY], first.c["truth_"]).where(~first.c["is_firm_"]).cte("asked_")
    alone = once(_alone(rows, asked).cte("alone_"))
    told = [alone.c[KEY], alone.c[ALONE], alone.c[IN_USE]]
    if not rows.tied:
        turns = case((alone.c["may_turn_"], number(1)), else_=number(0))
        return select(*told, turns.label(TURNS)).select_from(alone)
    few, tried = _combinations(rows, asked, alone)
    joined = alone.outerjoin(few, few.c[KEY] == alone.c[KEY]).outerjoin(tried, tried.c[KEY] == alone.c[KEY])
    found = or_(alone.c[ALONE] > number(0), few.c[TURNS] > number(0), tried.c[TURNS] > number(0))
    turns = case((found, number(1)), else_=number(0))
    return select(*told, turns.label(TURNS)).select_from(joined)


def _combinations(rows: AssessedRows, asked: FromClause, alone: FromClause) -> tuple[Any, Any]:
    """Whether one of a few combinations turns a verdict, and where none of them does, whether any does."""
    letters = rows.rules.in_doubt.readings.letters
    of_both = alone.join(asked, asked.c[KEY] == alone.c[KEY])
    in_doubt = alone.c["may_turn_"] & (alone.c[ALONE] == number(0))
    doubtful = select(alone.c[KEY], asked.c["truth_"]).select_from(of_both).where(in_doubt).cte("doubtful_")
    few = _tried(rows, doubtful, "f_", spread(letters, rows.tied, _FEW)).cte("few_")
    of_few = doubtful.join(few, few.c[KEY] == doubtful.c[KEY])
    open_still = few.c[TURNS] == number(0)
    left = select(doubtful.c[KEY], doubtful.c["truth_"]).select_from(of_few).where(open_still).cte("left_")
    return few, _tried(rows, left, "d_", every(letters, rows.tied)).cte("tried_")


def _alone(rows: AssessedRows, asked: FromClause) -> Select[Any]:
    again = RowsAgain(rows, "o_")
    turns = turning_on(tuple(rows.rules.in_doubt.readings.letters))
    possible = PossibleWriter(again.plain, rows.asked, turns, again.totals)
    together = again.plain.named.put(and_(*map(again.plain.column_of, rows.deciding)))
    wanted = {
        "may_turn_": _may_turn(rows, possible),
        ALONE: _how_many_alone(rows, again.plain, together),
        IN_USE: verdict_in_use(again.plain, again.totals, rows.deciding, together),
    }
    return again.over(asked, wanted)


def _how_many_alone(rows: AssessedRows, plain: PlainWriter, together: Truth) -> ColumnElement[int]:
    """How many other readings give another verdict by themselves."""
    put, in_use = plain.named.put, [*map(plain.column_of, rows.deciding)]
    changed = [{at: new for at, new in one.changed if at < len(in_use)} for one in rows.others]
    moved = {at for one in changed for at in one}
    still = put(and_(true(), *(in_use[at] for at in range(len(in_use)) if at not in moved)))
    other = []
    for one in changed:
        rest = [in_use[at] for at in sorted(moved - one.keys())]
        verdict = put(and_(still, *rest, *map(plain.column_of, one.values())))
        other.append(verdict.is_distinct_from(together))
    return HowMany(*other)


def _tried(rows: AssessedRows, doubtful: FromClause, prefix: str, combinations: Combinations) -> Select[Any]:
    """For every doubtful row whether one of some combinations gives another verdict: 1 or 0."""
    again = RowsAgain(rows, prefix, combinations)
    letters = rows.rules.in_doubt.readings.letters
    free = turning_on(tuple(name for name in letters if name not in rows.tied))
    possible = PossibleWriter(again.plain, rows.asked, free, again.totals)
    turns = type_coerce(case((_may_turn(rows, possible), number(1)), else_=number(0)), Integer)
    tried = again.over(doubtful, {TURNS: turns}).subquery()
    return select(tried.c[KEY], func.max(tried.c[TURNS]).label(TURNS)).group_by(tried.c[KEY])


def _may_turn(rows: AssessedRows, possible: PossibleWriter) -> Truth:
    """Whether some combination gives the joint of the rules another truth than it has."""
    truth = column("truth_", Integer())

    def some(can: Can) -> Truth:
        return or_(*(possible.can(one, can) for one in rows.open))

    def all_of(can: Can) -> Truth:
        return and_(*(possible.can(one, can) for one in rows.open))

    return type_coerce(
        case(
            (truth == 2, some(Can.BELOW_MET)),
            (truth == 1, or_(some(Can.NOT_MET), all_of(Can.MET))),
            else_=all_of(Can.ABOVE_NOT_MET),
        ),
        Boolean,
    )
