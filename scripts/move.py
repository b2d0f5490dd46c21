"""Moves a whole store into an empty database of either kind, and proves that nothing was lost.

    python -m scripts.move FROM_URL TO_URL

"-" in the place of one takes the setting DATABASE_URL. Stop the application before: what is saved meanwhile
is not moved. Rows, sums of every column of whole numbers, a hash of each table's content, and the chain are
compared; where anything differs nothing is left at the new place. The old place is only read. Ends with 1
when nothing was moved.
"""

import sys
from collections.abc import Sequence

from db.refusals import Refused
from db.upkeep.moving import move
from scripts.told_settings import database_url


def main(arguments: Sequence[str]) -> int:
    """Print what was moved."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        stock = move(database_url(arguments[0]), database_url(arguments[1]), _told)
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return 1
    print(
        f"Dipindahkan dan sama: {len(stock.rows)} tabel, {stock.all_rows} baris, setiap jumlah dan isi tabel,"
    )
    print(f"rantai sampai {stock.chain[0]} {stock.chain[1]}")
    return 0


def _told(table: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{table:<40}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
