"""A register of elsewhere, assessed by one statement in a database that lives in memory for that long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import column, table

from db.law_in_sql.duckdb_dialect import in_duckdb
from db.law_in_sql.item_totals import Items
from db.law_in_sql.statement import LawInSql, law_in_sql
from domain.regulation.assessment import Verdict
from domain.regulation.case import FactValue
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.study_columns import StudyField, ToldColumns
from domain.regulation.rules import Rule

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SETTINGS: Final = ("memory_limit='1GB'", "threads=2", "enable_external_access=false")


@dataclass(frozen=True, slots=True)
class ProvisionCount:
    """How one provision came out over a register."""

    rule: Rule
    decides: bool
    met: int
    not_met: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Studied:
    """What a study found; `rows` hold the place in the file, the verdict, the amount and the outcomes."""

    size: int
    verdicts: Mapping[Verdict, int]
    provisions: tuple[ProvisionCount, ...]
    amounts: "Amounts | None"
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Amounts:
    """The largest amounts: how many may borrow something for certain, the sum, the middle and the largest."""

    some: int
    added: int
    middle: int | None  # not asked of a database of elsewhere
    largest: int


def study(law: LawInForce, kind: str, fields: Sequence[StudyField], told: ToldColumns) -> Studied:
    """Assess every row; nothing is stored, and nothing can be read or written beside it."""
    import duckdb

    statement = _statement(law, kind, told)
    with duckdb.connect() as connection:
        for setting in _SETTINGS:
            connection.execute(f"SET {setting}")
        _bring(connection, fields, told)
        connection.execute(f"CREATE TEMP TABLE found_ AS {in_duckdb(statement.statement)}")
        return _counted(connection, statement, told.size)


def _statement(law: LawInForce, kind: str, told: ToldColumns) -> LawInSql:
    people = table("people_", column("place_"), *map(column, told.own))
    if not told.of_item:
        return law_in_sql(law, kind, people, "place_")
    things = table("things_", column("of_"), *map(column, told.of_item))
    return law_in_sql(law, kind, people, "place_", Items(things, "of_"))


def _bring(connection: "DuckDBPyConnection", fields: Sequence[StudyField], told: ToldColumns) -> None:
    import pyarrow as pa

    from domain.regulation.expressions import AmountFact, ChoiceFact

    facts = {one.fact.key: one.fact for one in fields}

    def typed(columns: Mapping[str, list[FactValue]]) -> dict[str, Any]:
        kinds = {
            key: pa.int64()
            if isinstance(facts[key], AmountFact)
            else pa.string()
            if isinstance(facts[key], ChoiceFact)
            else pa.bool_()
            for key in columns
        }
        return {key: pa.array(values, kinds[key]) for key, values in columns.items()}

    own = {"place_": pa.array(range(told.size), pa.int64()), **typed(told.own)}
    connection.register("people_", pa.table(own))
    things = {"of_": pa.array(told.owners, pa.int64()), **typed(told.of_item)}
    connection.register("things_", pa.table(things))


def _counted(connection: "DuckDBPyConnection", law: LawInSql, size: int) -> Studied:
    verdicts = dict(connection.execute("SELECT verdict, count(*) FROM found_ GROUP BY verdict").fetchall())
    counts = ", ".join(
        f"count(*) FILTER (rule_{at}), count(*) FILTER (NOT rule_{at})" for at in range(len(law.rules))
    )
    told = connection.execute(f"SELECT {counts} FROM found_").fetchone() or ()
    provisions = tuple(
        ProvisionCount(rule, at < law.deciding, yes, no, size - yes - no)
        for at, (rule, yes, no) in enumerate(zip(law.rules, told[::2], told[1::2], strict=True))
    )
    amounts = None
    if law.limits:
        summed = (
            "SELECT count(*), coalesce(sum(amount), 0), coalesce(quantile_disc(amount, 0.5), 0), "
            "coalesce(max(amount), 0) FROM found_ WHERE amount > 0"
        )
        amounts = Amounts(*map(int, connection.execute(summed).fetchone() or (0, 0, 0, 0)))
    outcomes = ", ".join(f"rule_{at}" for at in range(len(law.rules)))
    amount = "amount" if law.limits else "NULL"
    rows = connection.execute(
        f"SELECT key_, verdict, {amount}, {outcomes} FROM found_ ORDER BY key_"
    ).fetchall()
    return Studied(
        size, {one: verdicts.get(str(one), 0) for one in Verdict}, provisions, amounts, tuple(rows)
    )
