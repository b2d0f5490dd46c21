"""The assessment of a whole register as one SELECT: every provision's outcome, the verdict, the amounts.

The columns of the register are named by the keys of the facts; a fact without a column is not known. Whether
other readings give another verdict is asked in the same statement, where they can (other_readings.py).
"""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import FromClause, Integer, Select, String, case, column, func, literal_column, select

from db.law_in_sql.assessed_rows import IN_USE, KEY, AssessedRows, Depth
from db.law_in_sql.item_totals import Items
from db.law_in_sql.named import once
from db.law_in_sql.other_readings import ALONE as DECIDING
from db.law_in_sql.other_readings import TURNS, other_readings
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.regulation.rules import Limit, Rule

VERDICT: Final = "verdict"
AMOUNT: Final = "amount"
COULD_BE: Final = "could_be"
BINDING: Final = "binding"


@dataclass(frozen=True, slots=True)
class LawInSql:
    """One statement; of its columns `rule_0` is the first of `rules`, `limit_0_least` of the first limit.

    The first `deciding` rules make the verdict; `binding` is the place of the limit that binds.
    """

    statement: Select[Any]
    rules: tuple[Rule, ...]
    deciding: int
    limits: tuple[Limit, ...]


def law_in_sql(
    law: LawInForce,
    kind: str,
    register: FromClause,
    key: str,
    items: Items | None = None,
    *,
    depth: Depth = Depth.OVER_READINGS,
    codes: bool = False,
    is_null_free: bool = False,
) -> LawInSql:
    """The statement that assesses every row of a register as applicants of one kind.

    Less deep, the verdict is that of the readings in use, and whether another reading would change it is not
    asked; least deep there is only `truth_`, whether the rules together hold: 0 no, 1 not known, 2 yes.
    """
    rules = law.rules_for(kind)
    rows = AssessedRows(law, rules, register, key, items, is_null_free=is_null_free, codes=codes)
    if depth is Depth.TRUTH:
        statement = rows.statement(depth)
    elif depth is Depth.OVER_READINGS and rules.in_doubt.interpretations:
        statement = _over_readings(rows)
    else:
        in_use = column(IN_USE, String())
        first = rows.statement(Depth.IN_USE).subquery()
        statement = select(*first.c, in_use.label(VERDICT)).select_from(first)
    limits = tuple(limit for limit, _ in rules.limits)
    return LawInSql(statement, tuple(one.rule for one in rules.rules), rules.deciding, limits)


def _over_readings(rows: AssessedRows) -> Select[Any]:
    first = once(rows.statement(Depth.OVER_READINGS).cte("assessed_"))
    other = other_readings(rows, first).cte("other_")
    told = [one for one in first.c if one.name not in ("truth_", "is_firm_")]
    alone = func.coalesce(other.c[DECIDING], literal_column("0"), type_=Integer)
    turns = (other.c[TURNS] > literal_column("0"), str(Verdict.DEPENDS_ON_READING))
    in_use = func.coalesce(other.c[IN_USE], str(Verdict.NOT_QUALIFIED), type_=String)
    verdict = case(turns, else_=in_use)
    joined = first.outerjoin(other, other.c[KEY] == first.c[KEY])
    told += [in_use.label(IN_USE), alone.label(DECIDING)]
    return select(*told, verdict.label(VERDICT)).select_from(joined)
