"""How long it takes to walk a chain of very many links, each of one line of the trail, and what memory.

python -m benchmarks.chain [--links N] [--on URL]
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from db.chain.kept_rows import KEPT, contents, told_runs
from db.chain.linking import MARK, hash_of, runs_of
from db.chain.walking import head_of, walk_chain
from db.engine import Database
from db.opening import open_demo
from db.tables import AuditRow, ChainLinkRow

_AT_ONCE = 5_000
_BEGAN = datetime(2016, 1, 4, 2, 0, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--links", type=int, default=1_000_000)
    parser.add_argument(
        "--on", metavar="URL", help="an empty database, in place of a SQLite file that goes again"
    )
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = open_demo(told.on or f"sqlite:///{Path(folder) / 'chain.sqlite3'}")
        _fill(database, told.links)
        _walk(database)
        database.close()


def _fill(database: Database, links: int) -> None:
    for first in range(0, links, _AT_ONCE):
        with database.write() as session:
            _add(session, min(_AT_ONCE, links - first))


def _add(session: Session, count: int) -> None:
    last = session.scalar(select(func.max(AuditRow.id))) or 0
    numbers = range(last + 1, last + count + 1)
    session.connection().execute(insert(AuditRow), [_line(number) for number in numbers])
    head = head_of(session)
    session.connection().execute(insert(ChainLinkRow), list(_links(session, numbers, head.number, head.hash)))


def _line(number: int) -> dict[str, object]:
    after = {"jumlah": number * 1_000, "tanggal": "2026-03-02", "bukti": f"STS {number}", "cara": "tunai"}
    return {
        "id": number,
        "at": _BEGAN + timedelta(minutes=number),
        "person_id": None,
        "person_name": "Orang Petugas Dinas",
        "programme": "sampang",
        "action": "record_payment",
        "subject_kind": "loan",
        "subject_id": number % 20_000 + 1,
        "before": None,
        "after": after,
    }


def _links(session: Session, numbers: range, at: int, before: str) -> Iterator[dict[str, object]]:
    for place, (key, told) in enumerate(contents(session, KEPT["audit"], [(one,) for one in numbers]), 1):
        held = {"audit": told_runs([key])}
        runs = runs_of([told])
        before = hash_of(before, held, runs)
        yield {"number": at + place, "held": held, "marks": runs[0][:MARK], "hash": before}


def _walk(database: Database) -> None:
    begun, used = time.perf_counter(), time.process_time()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with database.read() as session:
        found = walk_chain(session)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{found.links:,} links, {found.rows:,} rows, broken: {found.broken}")
    print(f"{time.perf_counter() - begun:.1f} s, CPU {time.process_time() - used:.1f} s")
    print(f"peak {peak / 1024:.0f} MB, before the walk {before / 1024:.0f} MB")


if __name__ == "__main__":
    main()
