"""What it takes to consent to a request and book the loan, while the fund is held.

.venv/bin/python -m benchmarks.disbursing                      # over the demo
.venv/bin/python -m benchmarks.disbursing --sizes demo full    # and over ten years, minutes to build

Every requested file is paid out by the verb in a transaction that is rolled back: milliseconds of this
process and of the clock, without the commit.
"""

import argparse
import gc
import statistics
import time
from datetime import datetime
from itertools import count
from pathlib import Path

from sqlalchemy import select

from benchmarks.ten_years.building import DAY, built
from benchmarks.ten_years.growing import SIZES
from db.engine import Database
from db.office.people import personas
from db.sampang.loans.disbursing import disburse
from db.tables import ApplicationRow
from domain.dates import JAKARTA
from domain.roles import Person
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from tests.db.statements import asked

AT = datetime(DAY.year, DAY.month, DAY.day, 10, 15, tzinfo=JAKARTA)
_presses = count()


def paid_out(database: Database, lead: Person, file: int) -> tuple[float, float, int]:
    """Seconds of this process and of the clock that paying one file out takes, and the statements."""
    gc.collect()
    gc.freeze()  # as the server does at its start
    with database.write() as session, asked(database) as sent:
        session.connection()
        own, whole = time.process_time(), time.perf_counter()
        disburse(session, lead, file, on=DAY, nonce=f"press-{next(_presses)}", at=AT)
        session.flush()
        taken = time.process_time() - own, time.perf_counter() - whole, len(sent)
        session.rollback()
    return taken


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    reader.add_argument("--sizes", nargs="+", choices=list(SIZES), default=["demo"])
    reader.add_argument("--folder", type=Path, default=Path(".data") / "ten-years", help="for the databases")
    reader.add_argument("--runs", type=int, default=20)
    told = reader.parse_args()
    print(f"{'size':>8}{'own ms':>10}{'best':>8}{'clock ms':>10}{'statements':>12}")
    for size in told.sizes:
        database = Database.at(f"sqlite:///{built(told.folder, size)}")
        with database.read() as session:
            lead = next(one for one in personas(session) if SampangRole.TEAM_LEAD in one.roles)
            wanted = select(ApplicationRow.id).where(ApplicationRow.status == Stage.REQUESTED)
            files = session.scalars(wanted).all()
        runs = [paid_out(database, lead, files[run % len(files)]) for run in range(told.runs + 1)][1:]
        own, whole, sent = (list(column) for column in zip(*runs, strict=True))
        best = f"{statistics.median(own) * 1e3:10.1f}{min(own) * 1e3:8.1f}"
        print(f"{size:>8}{best}{statistics.median(whole) * 1e3:10.1f}{max(sent):12}", flush=True)
        database.close()


if __name__ == "__main__":
    main()
