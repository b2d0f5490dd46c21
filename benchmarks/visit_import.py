"""What a pile of visits costs beside the bare inserting of the rows that it leaves, and how much memory.

.venv/bin/python -m benchmarks.visit_import
.venv/bin/python -m benchmarks.visit_import --url postgresql://...   # of an empty scratch database

The pile is taken in by the verb, its rows are read, and the same rows are inserted by one `executemany` for
each table; the two take turns, each in a transaction that is rolled back, in seconds of this process and of
the clock. `--memory` takes each pile in once more under tracemalloc, which tells the most that the verb held
beside the visits.
"""

import argparse
import gc
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from benchmarks.caseload import DAY, FIRST, filled
from db.blitar.visiting.imports import import_visits
from db.engine import Database
from db.tables import (
    Base,
    ClientRow,
    FollowUpRow,
    VisitImportRow,
    VisitPartRow,
    VisitRow,
    VisitStepRow,
    VisitTaskRow,
)
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.visiting.visit import DayPart, FollowUp, Source, Visit, VisitPlace
from domain.roles import Person
from tests.db.statements import asked

AT = datetime(DAY.year, DAY.month, DAY.day, 5, tzinfo=UTC)
FIRST_DAY, DAYS = FIRST + timedelta(days=30), 330
TABLES: tuple[type[Base], ...] = (
    VisitImportRow,
    VisitRow,
    VisitTaskRow,
    VisitPartRow,
    FollowUpRow,
    VisitStepRow,
)
_presses = count()


def pile(database: Database, size: int) -> list[Visit]:
    """A pile of visits on paper, the same every time: every binaan as often as the others."""
    row = ClientRow
    with database.read() as session:
        found = session.execute(
            select(row.id, row.mentor_id, row.district_code).where(row.status == "open").order_by(row.id)
        ).all()
    return [_visit(place, *found[place % len(found)], place // len(found)) for place in range(size)]


def _visit(place: int, client_id: int, mentor_id: int, code: str, turn: int) -> Visit:
    on = FIRST_DAY + timedelta(days=(client_id * 37 + turn * 3) % DAYS)
    tasks, parts = [*MentorTask], [*ReportPart]
    agreed = FollowUp(told="Siapkan KTP dan surat domisili", due_on=on + timedelta(days=21))
    in_field = place % 5 != 0
    return Visit(
        mentor_id=mentor_id,
        client_id=client_id,
        on=on,
        place=VisitPlace.FIELD if in_field else VisitPlace.OFFICE,
        day_part=[*DayPart][place % 3],
        district_code=code if in_field else None,
        tasks=tuple(tasks[(place * 5 + step) % len(tasks)] for step in range(1 + place % 2)),
        parts=(parts[place % len(parts)],),
        problem="Pencatatan keuangan belum teratur, nota penjualan hilang",
        recommendation="Buku kas harian dan arsip nota",
        follow_ups=(agreed,) if place % 3 == 0 else (),
        source=Source.PAPER,
        shown_by=f"FK-2026/{place}",
    )


def take_in(session: Session, person: Person, visits: list[Visit]) -> None:
    """Take a pile in by the verb."""
    told = {"name": "pile.xlsx", "sha256": "0" * 64, "nonce": f"press-{next(_presses)}", "at": AT}
    import_visits(session, person, visits, again_because="kunjungan kedua hari itu", **told)


def left_by(session: Session) -> dict[type[Base], list[dict[str, Any]]]:
    """The rows that a pile left, table by table, to insert them again without the verb."""
    return {
        table: [dict(row) for row in session.execute(select(*table.__table__.columns)).mappings()]
        for table in TABLES
    }


def insert_bare(session: Session, rows: dict[type[Base], list[dict[str, Any]]]) -> None:
    """Insert rows with one executemany for each table."""
    for table, own in rows.items():
        if own:
            session.connection().execute(insert(table.__table__), own)


@dataclass
class Clock:
    """Seconds of this process and of the clock, run by run."""

    own: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)

    @contextmanager
    def run(self) -> Iterator[None]:
        """Measure one run, which does not pay for the garbage of the one before."""
        gc.collect()
        own, whole = time.process_time(), time.perf_counter()
        yield
        self.own.append(time.process_time() - own)
        self.whole.append(time.perf_counter() - whole)

    def __str__(self) -> str:
        return f"{statistics.median(self.own):8.2f}{statistics.median(self.whole):8.2f}"


def compare(database: Database, person: Person, size: int, runs: int) -> None:
    """Time the verb and the bare inserting in turns, and print one line."""
    visits, verb, bare, sent = pile(database, size), Clock(), Clock(), []
    for _ in range(runs):
        with database.write() as session:
            with asked(database) as sent, verb.run():
                take_in(session, person, visits)
            rows = left_by(session)
            session.rollback()
        with database.write() as session:
            # As in every verb, the statement that begins the transaction is none of the inserting.
            session.connection()
            with bare.run():
                insert_bare(session, rows)
            session.rollback()
    ratios = [
        statistics.median(one / other for one, other in zip(these, those, strict=True))
        for these, those in ((verb.own, bare.own), (verb.whole, bare.whole))
    ]
    told = f"{ratios[0]:8.2f}{ratios[1]:8.2f}{len(sent):12,}"
    print(f"{size:>9,}{verb}{bare}{told}", flush=True)


def held(database: Database, person: Person, size: int) -> None:
    """Print the most memory that the verb held beside the visits themselves."""
    visits = pile(database, size)
    with database.write() as session:
        tracemalloc.start()
        take_in(session, person, visits)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        session.rollback()
    print(f"{size:>9,} visits: {most / 1024**2:8.1f} MB, {most / size:8.0f} bytes a visit", flush=True)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--sizes", type=int, nargs="+", default=[1_000, 5_000])
    reader.add_argument("--clients", type=int, default=5_000)
    reader.add_argument("--runs", type=int, default=3)
    reader.add_argument("--url", help="an empty scratch database; a SQLite file otherwise")
    reader.add_argument("--memory", action="store_true")
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        url = asked.url or f"sqlite:///{Path(folder) / 'import.sqlite3'}"
        database, person = filled(url, asked.clients, 0)
        print(f"{'visits':>9}{'verb: own, clock':>16}{'bare':>16}{'times: own, clock':>17}  statements")
        for size in asked.sizes:
            compare(database, person, size, asked.runs)
        for size in asked.sizes if asked.memory else ():
            held(database, person, size)
        database.close()


if __name__ == "__main__":
    main()
