"""A study of a register within the database where it lies: only counts and one page of rows leave it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import BigInteger, Connection, String, cast, func, literal, or_, select

from db.law_in_sql.foreign_columns import ReadColumn, counted, read_columns
from db.law_in_sql.foreign_register import ForeignColumns, ForeignRegister, ForeignRegisterError, reading
from db.law_in_sql.item_totals import Items
from db.law_in_sql.statement import LawInSql, law_in_sql
from db.law_in_sql.study import Amounts, ProvisionCount, Studied
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.study_columns import MoneyUnit, StudyField, ToldColumns

MOST_SHOWN: Final = 1_000
_MARK: Final = "mark_"


def study_in_database(
    register: ForeignRegister,
    columns: ForeignColumns,
    law: LawInForce,
    kind: str,
    places: Mapping[str, StudyField],
    mark: str,
    money: MoneyUnit,
) -> tuple[Studied, ToldColumns]:
    """Assess every row where it lies; `mark` names the column that tells the rows apart.

    Raises ForeignRegisterError with a sentence for whoever asked.
    """
    rows = columns.rows(register)
    with reading(register) as connection:
        size = _size(connection, rows, mark)
        reads = read_columns(connection, rows, places, money)
        told = _told(connection, rows, reads, size)
        return _studied(connection, _statement(law, kind, rows, reads, mark), size), told


def _size(connection: Connection, rows: Any, mark: str) -> int:
    told = rows.c[mark]
    counts = select(func.count(), func.count(told.distinct())).select_from(rows)
    size, different = connection.execute(counts).one()
    if size != different:
        raise ForeignRegisterError(
            f"Kolom {mark} kosong atau sama pada beberapa baris. Pilih penanda yang berbeda di tiap baris."
        )
    return int(size)


def _told(connection: Connection, rows: Any, reads: list[ReadColumn], size: int) -> ToldColumns:
    told = ToldColumns(size)
    if reads:
        counts = connection.execute(select(*counted(reads)).select_from(rows)).one()
        for at, one in enumerate(reads):
            told.blank[one.field.name], told.unread[one.field.name] = counts[2 * at], counts[2 * at + 1]
            if one.example:
                told.examples[one.field.name] = one.example
    return told


def _statement(law: LawInForce, kind: str, rows: Any, reads: list[ReadColumn], mark: str) -> LawInSql:
    own = [one.told.label(one.field.fact.key) for one in reads if not one.field.fact.of_item]
    people = select(rows.c[mark].label(_MARK), *own).subquery("people_")
    of_item = [one for one in reads if one.field.fact.of_item]
    if not of_item:
        return law_in_sql(law, kind, people, _MARK)
    named = [one.told.label(one.field.fact.key) for one in of_item]
    pledged = or_(*(one.told.is_not(None) for one in of_item))
    things = select(rows.c[mark].label(_MARK), *named).where(pledged).subquery("things_")
    return law_in_sql(law, kind, people, _MARK, Items(things, _MARK))


def _studied(connection: Connection, law: LawInSql, size: int) -> Studied:
    found = law.statement.subquery()
    outcomes = [found.c[f"rule_{at}"] for at in range(len(law.rules))]
    counts = [func.count().filter(one) for rule in outcomes for one in (rule, ~rule)]
    amount = [found.c.amount] if law.limits else [literal(None, BigInteger())]
    some = [func.count().filter(amount[0] > 0), func.sum(amount[0]), func.max(amount[0])]
    asked = select(found.c.verdict, func.count(), *some, *counts).group_by(found.c.verdict)
    by_verdict = {
        Verdict(verdict): [int(one or 0) for one in told] for verdict, *told in connection.execute(asked)
    }
    verdicts = {one: by_verdict[one][0] if one in by_verdict else 0 for one in Verdict}
    added = [sum(column) for column in zip(*by_verdict.values(), strict=True)] or [0] * (4 + len(counts))
    largest = max((told[3] for told in by_verdict.values()), default=0)
    amounts = Amounts(added[1], added[2], None, largest) if law.limits else None
    shown = select(cast(found.c.key_, String), found.c.verdict, *amount, *outcomes)
    rows = connection.execute(shown.order_by(found.c.key_).limit(MOST_SHOWN)).all()
    return Studied(size, verdicts, _provisions(law, added[4:], size), amounts, tuple(map(tuple, rows)))


def _provisions(law: LawInSql, counts: Sequence[int], size: int) -> tuple[ProvisionCount, ...]:
    both = zip(law.rules, counts[::2], counts[1::2], strict=True)
    return tuple(
        ProvisionCount(rule, at < law.deciding, yes, no, size - yes - no)
        for at, (rule, yes, no) in enumerate(both)
    )
