"""How quick every page is for every role, from the demo to ten years of a regency.

    python -m benchmarks.ten_years                          # the demo and a tenth of ten years, a few minutes
    python -m benchmarks.ten_years --sizes demo middle full --on postgresql --report report.md

Builds each database once in a folder (the same every time: the demo of one day, copied), runs each view of
each role's menu, and prints a line for each screen, and which statements read too much. Figures are of one
run of one machine and mean something beside each other: CPU is told beyond that of a page that only says
"halo".
"""

import argparse
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import streamlit as st

from benchmarks.ten_years.building import DAY, built, on_postgresql
from benchmarks.ten_years.growing import SIZES
from benchmarks.ten_years.measuring import Figure, measured
from benchmarks.ten_years.report import heavy_statements, long_table, short_table
from db.engine import Database
from tests.screens.clock import clock_at


def main() -> None:
    """Build, measure and report."""
    told = _asked()
    logging.disable(logging.WARNING)
    found: dict[str, list[Figure]] = {}
    for name in told.sizes:
        file = built(told.folder, name)
        where = (
            on_postgresql(told.folder, name, file)
            if told.on == "postgresql"
            else nullcontext(f"sqlite:///{file}")
        )
        with where as url, _used(url) as database:
            found[name] = list(_followed(measured(database, told.runs, told.only, quickly=told.quick), name))
    largest, smallest = SIZES[told.sizes[-1]], SIZES[told.sizes[0]]
    times = (1 + largest.caseloads) / (1 + smallest.caseloads)
    print(short_table(found, times))
    print("\nStatements that read more than 10,000 rows or take more than 20 ms at the largest size:\n")
    print(heavy_statements(found[told.sizes[-1]]))
    if told.report:
        told.report.write_text(f"{short_table(found, times)}\n\n{long_table(found, times)}\n\n"
                               f"{heavy_statements(found[told.sizes[-1]])}\n")  # fmt: skip


def _asked() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    reader.add_argument("--sizes", nargs="+", choices=list(SIZES), default=["demo", "middle"])
    reader.add_argument("--on", choices=["sqlite", "postgresql"], default="sqlite")
    reader.add_argument("--runs", type=int, default=5, help="reruns of each view, of which the median counts")
    reader.add_argument("--quick", action="store_true", help="each view once, not for every role that has it")
    reader.add_argument("--only", default="", help='part of "role view"')
    reader.add_argument("--folder", type=Path, default=Path(".data") / "ten-years", help="for the databases")
    reader.add_argument("--report", type=Path, help="a file for the line of each view, in Markdown")
    return reader.parse_args()


@contextmanager
def _used(url: str) -> Iterator[Database]:
    """Let the screens use a database, on the day of the demo."""
    os.environ["DATABASE_URL"] = url
    st.cache_data.clear()
    st.cache_resource.clear()
    database = Database.at(url)
    with clock_at(DAY):
        yield database
    database.close()


def _followed(figures: Iterator[Figure], size: str) -> Iterator[Figure]:
    for one in figures:
        print(f"{size:7} {one.role:14} {one.view:32} {one.ms:8.1f} ms {one.statements:4}", flush=True)
        yield one


if __name__ == "__main__":
    main()
