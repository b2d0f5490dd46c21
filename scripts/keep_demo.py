"""Prepares the demo as of a row of days, loaded through the verbs, so that a new database has it at once.

Run it after the tables, a rule, or something in `demo/` has changed, and before the last prepared day:
`python -m scripts.keep_demo`. It uses every core, and takes about seven minutes on two.
"""

import argparse
import tempfile
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from db.all_rows import read_all_rows
from db.opening import open_demo
from demo.prepared.grid import days_to_prepare, moment_of
from demo.prepared.made_of import fingerprint
from demo.prepared.prepared_days import PreparedDays, written
from demo.through_verbs import load_through_verbs
from domain.dates import JAKARTA, add_months

_MONTHS = 6


def main() -> None:
    """Keep the demos of the coming months."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    today = datetime.now(JAKARTA).date()
    reader.add_argument("--first", type=date.fromisoformat, default=today, help="the day to begin with")
    reader.add_argument("--days", type=int, help="no more than so many")
    told = reader.parse_args()
    days = list(islice(days_to_prepare(told.first, add_months(told.first, _MONTHS)), told.days))
    made = {}
    with ProcessPoolExecutor() as processes:
        for day, rows in zip(days, processes.map(rows_of, days), strict=True):
            made[day] = rows
            print(f"{day}: {len(rows):,} bytes", flush=True)
    prepared = PreparedDays()
    prepared.keep(made, fingerprint())
    size = sum(file.stat().st_size for file in prepared.folder.iterdir())
    print(f"{len(made)} days in {size:,} bytes")


def rows_of(day: date) -> bytes:
    """Everything that the verbs leave in a new store as of a day."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_demo(f"sqlite:///{Path(folder) / 'demo.sqlite3'}")
        try:
            with database.write() as session:
                load_through_verbs(session, today=day, now=moment_of(day))
            with database.engine.connect() as connection:
                return written(read_all_rows(connection))
        finally:
            database.close()


if __name__ == "__main__":
    main()
