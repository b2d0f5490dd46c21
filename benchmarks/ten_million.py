"""Ten million made-up applicants in Parquet, assessed by DuckDB on two cores within a limit of memory.

Run `python -m benchmarks.ten_million`; `--help` lists the sizes. The files are written in pieces, from a
seed, into a folder that is deleted at the end; three facts in ten are not known. A sample is assessed one
at a time, too.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import ColumnElement, FromClause, column, func, select, table

from db.law_in_sql.assessed_rows import Depth
from db.law_in_sql.duckdb_dialect import in_duckdb
from db.law_in_sql.item_totals import Items
from db.law_in_sql.statement import law_in_sql
from domain.regulation.assessment import assess
from domain.regulation.case import Case
from domain.regulation.expressions import AmountFact, TruthFact
from domain.regulation.fact import Fact
from domain.regulation.law_in_force import LawInForce
from domain.regulation.most import most_for
from domain.regulation.parameter import Unit
from domain.regulation.trees import facts_in
from domain.sampang.kinds import ApplicantKind
from domain.sampang.law import SAMPANG_LOANS

DAY = date(2026, 3, 2)
KIND = ApplicantKind.BUSINESS
JUTA = 1_000_000
PIECE = 500_000
UNKNOWN = 0.3
_RANGES = {"principal": 120 * JUTA, "value": 160 * JUTA, "last_loan": 100 * JUTA}
_BY_UNIT = {Unit.MONTHS: (0, 48), Unit.YEAR: (2002, 2020), Unit.WHEELS: (2, 5)}


def facts_of(law: LawInForce) -> tuple[Fact, ...]:
    """Every fact that the rules and limits ask for, under any reading."""
    trees: list[Any] = [rule.condition for rule in law.regulation.rules_by_kind[KIND] if rule.condition]
    trees += [limit.amount for limit in law.regulation.limits_by_kind[KIND]]
    return tuple(dict.fromkeys(fact for tree in trees for fact in facts_in(tree)))


def column_of(fact: Fact, size: int, chance: np.random.Generator, share: float = UNKNOWN) -> pa.Array:
    """A column of made-up facts, of which a share is not known."""
    unknown = chance.random(size) < share
    if isinstance(fact, TruthFact):
        return pa.array(chance.random(size) < 0.5, mask=unknown)
    if isinstance(fact, AmountFact):
        low, high = _BY_UNIT.get(fact.unit, (0, _RANGES.get(fact.key, 50 * JUTA)))
        return pa.array(chance.integers(low, high, size), mask=unknown)
    names = [str(choice) for choice in fact.choices]  # type: ignore[attr-defined]
    codes = pa.array(chance.integers(0, len(names), size).astype(np.int8), mask=unknown)
    return pa.DictionaryArray.from_arrays(codes, names)


def write(folder: Path, size: int, facts: Sequence[Fact], seed: int) -> None:
    """The applicants and the one or two things that each of them pledges, piece by piece."""
    chance = np.random.default_rng(seed)
    for name in ("people", "things"):
        (folder / name).mkdir()
    for first in range(0, size, PIECE):
        ids = np.arange(first, min(first + PIECE, size))
        owners = np.repeat(ids, chance.integers(1, 3, len(ids)))
        for name, key, keys in (("people", "id", ids), ("things", "of", owners)):
            own = [fact for fact in facts if fact.of_item is (name == "things")]
            columns = {fact.key: column_of(fact, len(keys), chance) for fact in own}
            pq.write_table(pa.table({key: keys, **columns}), folder / name / f"{first:010}.parquet")


def tables(facts: Sequence[Fact]) -> tuple[FromClause, FromClause]:
    """The two views as the statement sees them."""
    own = [column(fact.key) for fact in facts if not fact.of_item]
    of_item = [column(fact.key) for fact in facts if fact.of_item]
    return table("people", column("id"), *own), table("things", column("of"), *of_item)


def opened(folder: Path, memory: str, threads: int) -> duckdb.DuckDBPyConnection:
    """An in-memory DuckDB over the files, which writes what does not fit beside them."""
    connection = duckdb.connect()
    for setting in (f"memory_limit='{memory}'", f"threads={threads}", f"temp_directory='{folder / 'spill'}'"):
        connection.execute(f"SET {setting}")
    connection.execute("SET preserve_insertion_order=false")
    for name in ("people", "things"):
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM '{folder / name}/*.parquet'")
    return connection


def counted(law: LawInForce, facts: Sequence[Fact], depth: Depth) -> str:
    """How many applicants have which verdict, and what they could borrow together."""
    people, things = tables(facts)
    items = Items(things, "of")
    found = law_in_sql(law, KIND, people, "id", items, depth=depth, codes=True, is_null_free=True)
    rows = found.statement.subquery()
    asked: list[ColumnElement[Any]] = [rows.c.verdict, func.count(), func.sum(rows.c.amount)]
    return in_duckdb(select(*asked).group_by(rows.c.verdict).order_by(rows.c.verdict))


def compared(
    connection: duckdb.DuckDBPyConnection, law: LawInForce, facts: Sequence[Fact], ids: Sequence[int]
) -> int:
    """Assess some of the rows one at a time, and stop at the first that differs."""
    listed = ", ".join(map(str, ids))
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE some_people AS SELECT * FROM people WHERE id IN ({listed})"
    )
    connection.execute(
        f'CREATE OR REPLACE TEMP TABLE things_of AS SELECT * FROM things WHERE "of" IN ({listed})'
    )
    people, things = tables(facts)
    people.name, things.name = "some_people", "things_of"  # type: ignore[attr-defined]
    found = law_in_sql(law, KIND, people, "id", Items(things, "of"), is_null_free=True)
    told = {row["key_"]: row for row in _rows(connection, in_duckdb(found.statement))}
    of_each: dict[int, list[dict[str, Any]]] = {}
    for thing in _rows(connection, "SELECT * FROM things_of"):
        of_each.setdefault(thing.pop("of"), []).append(thing)
    for person in _rows(connection, "SELECT * FROM some_people"):
        key = person.pop("id")
        case = Case(person, of_each.get(key, []), law.values)
        one, most = assess(law, KIND, case), most_for(law.rules_for(KIND), case)
        outcomes = [{0: False, 1: None, 2: True}[finding.truth] for finding in one.findings]
        wanted = (str(one.verdict), len(one.deciding_readings), most.amount, most.could_be, *outcomes)
        names = ("verdict", "deciding_readings", "amount", "could_be")
        row = told[key]
        if wanted != (*(row[name] for name in names), *(row[f"rule_{at}"] for at in range(len(outcomes)))):
            raise SystemExit(f"applicant {key}: the statement and one at a time differ")
    return len(told)


def _rows(connection: duckdb.DuckDBPyConnection, text: str) -> list[dict[str, Any]]:
    found = connection.execute(text)
    names = [one[0] for one in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def timed(connection: duckdb.DuckDBPyConnection, text: str, size: int, name: str) -> None:
    """One run of a statement: how long, how many rows a second, and what it found."""
    begun, worked = time.perf_counter(), time.process_time()
    found = connection.execute(text).fetchall()
    taken, worked = time.perf_counter() - begun, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speeds = f"{taken:.1f} s, {size / taken:,.0f} rows/s ({worked:.1f} s of the processor)"
    print(f"{name}: {speeds}, peak memory of the process {peak:,.0f} MB", flush=True)
    for verdict, count, amount in found:
        print(f"  {verdict:<20}{count:>12,}   Rp {int(amount):>24,}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=10_000_000)
    parser.add_argument("--sample", type=int, default=1_000, help="applicants assessed one at a time, too")
    parser.add_argument("--memory", default="2GB")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=19)
    parser.add_argument("--folder", type=Path, default=None, help="where the files are written")
    parser.add_argument("--in-use-only", action="store_true", help="leave out what other readings make of it")
    asked = parser.parse_args()
    law = LawInForce(SAMPANG_LOANS, DAY)
    facts = facts_of(law)
    with tempfile.TemporaryDirectory(dir=asked.folder) as name:
        folder = Path(name)
        begun = time.perf_counter()
        write(folder, asked.size, facts, asked.seed)
        megabytes = sum(file.stat().st_size for file in folder.rglob("*.parquet")) / 2**20
        taken = time.perf_counter() - begun
        print(f"{asked.size:,} applicants written in {taken:.0f} s, {megabytes:,.0f} MB")
        connection = opened(folder, asked.memory, asked.threads)
        timed(connection, counted(law, facts, Depth.IN_USE), asked.size, "readings in use")
        if not asked.in_use_only:
            every = counted(law, facts, Depth.OVER_READINGS)
            timed(connection, every, asked.size, "every combination of readings")
        ids = random.Random(asked.seed).sample(range(asked.size), min(asked.sample, asked.size))
        print(f"{compared(connection, law, facts, ids):,} applicants the same one at a time")


if __name__ == "__main__":
    main()
