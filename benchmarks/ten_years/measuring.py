"""What each view costs over a database: CPU beside halo, statements, rows read, memory, bytes."""

import gc
import math
import statistics
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection
from streamlit.testing.v1 import AppTest

from benchmarks.ten_years.rerun import Cost, Meter, Statement, halo, opened
from benchmarks.ten_years.views import View, distinct, views
from db.engine import Database

MANY_ROWS: Final = 10_000
STEPS_OF_A_ROW: Final = 10  # of SQLite's machine, roughly, where it filters or joins
LONG: Final = 20.0  # milliseconds
_SLOW: Final = 1_000.0  # a rerun that is measured once is enough


@dataclass(frozen=True, slots=True)
class Figure:
    """One view: milliseconds of CPU beyond halo, statements, rows, peak memory and bytes of a click.

    Rows are counted by PostgreSQL itself; on SQLite they are the steps of its machine, ten to a row.
    """

    role: str
    view: str
    screen: str
    ms: float
    statements: int
    rows: int
    peak: int
    size: int
    heavy: tuple[Statement, ...]


def measured(database: Database, runs: int, only: str = "", *, quickly: bool = False) -> Iterator[Figure]:
    """Measure each view of the menu whose "role view" contains a text; quickly, only the distinct ones."""
    beside = halo()
    meter = Meter(names_askers=False)
    with meter.watching():
        for _ in range(5):
            meter.costs(beside.run)
        for view in distinct(views(database)) if quickly else views(database):
            if only in f"{view.role} {view.name}":
                try:
                    yield _figure(database, meter, view, beside, runs)
                except RuntimeError:  # a statement was broken off
                    name, nothing = view.screen or "beranda", 0
                    yield Figure(
                        str(view.role), view.name, name, math.inf, nothing, nothing, nothing, nothing, ()
                    )


def _figure(database: Database, meter: Meter, view: View, beside: AppTest, runs: int) -> Figure:
    kept: list[AppTest] = []

    def open_it() -> AppTest:
        kept.append(opened(view))
        return kept[0]

    first = meter.costs(open_it)
    app = kept[0]
    over, cost = [], first
    gc.collect()
    gc.freeze()  # as the server does: what earlier views left in this process is not looked through again
    for _ in range(1 if first.ms > _SLOW else runs):
        empty = meter.costs(beside.run).ms
        cost = meter.costs(app.run)
        over.append(cost.ms - empty)
    peak = _count_rows(database, meter, app, cost)
    return Figure(
        role=str(view.role),
        view=view.name,
        screen=view.screen or "beranda",
        ms=statistics.median(over),
        statements=len(cost.statements),
        rows=sum(one.rows for one in cost.statements),
        peak=peak,
        size=cost.size,
        heavy=tuple(one for one in cost.statements if one.rows > MANY_ROWS or one.ms > LONG),
    )


def _count_rows(database: Database, meter: Meter, app: AppTest, cost: Cost) -> int:
    """Tell each statement of a rerun how many rows it read; give the most bytes that a rerun holds at once.

    Both take time, which is why the rerun that is timed is another.
    """
    meter.counts_steps, meter.names_askers = database.is_sqlite, True
    tracemalloc.start()
    again = meter.costs(app.run)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    meter.counts_steps, meter.names_askers = False, False
    with database.engine.connect() as connection:
        for one, counted in zip(cost.statements, again.statements, strict=False):
            one.asked_by = counted.asked_by
            if database.is_sqlite:
                one.rows = counted.steps // STEPS_OF_A_ROW
            elif one.sql.lstrip().upper().startswith(("SELECT", "WITH")):
                _explain(connection, one)
    return peak


def _explain(connection: Connection, one: Statement) -> None:
    """Let PostgreSQL say how many rows it read for a statement, and how long that took it."""
    asked = f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {one.sql}"
    (told,) = connection.exec_driver_sql(asked, one.parameters).scalar_one()
    one.rows, one.ms = int(_rows_read(told["Plan"])), float(told["Execution Time"])


def _rows_read(node: dict[str, Any]) -> float:
    own = 0.0
    if "Relation Name" in node:
        left_out = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
        own = (node["Actual Rows"] + left_out) * node["Actual Loops"]
    return own + sum(_rows_read(below) for below in node.get("Plans", ()))
