"""Compares the folder of photos and scans (EVIDENCE_FOLDER) with the store, and removes nothing.

    python -m scripts.check_evidence_folder DATABASE_URL FOLDER

Ends with 1 when a row misses its file. A file without a row is left by a write that was killed, and harms
nobody.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from db.engine import Database
from db.evidence.folder_check import check_folder


def main(arguments: Sequence[str]) -> int:
    """Print what is found."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    url, folder = arguments
    database = Database.at(url)
    try:
        with database.read() as session:
            found = check_folder(session, Path(folder))
    finally:
        database.close()
    for file in found.orphans:
        print(f"no row: {file}")
    for number in found.away:
        print(f"missing or altered: evidence {number}")
    print(f"{found.sound} sound, {len(found.away)} away, {len(found.orphans)} without a row")
    return 1 if found.away else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
