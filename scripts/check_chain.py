"""Walks the chain of what is kept for ever, and names the first place where it does not hold.

    python -m scripts.check_chain DATABASE_URL [NUMBER HASH]

With a number and a hash that were kept elsewhere, it tells whether the chain still has them. Ends with 1
when anything is wrong.
"""

import sys
from collections.abc import Sequence

from db.chain.walking import hash_at, walk_chain
from db.engine import Database


def main(arguments: Sequence[str]) -> int:
    """Print what is found."""
    if len(arguments) not in (1, 3):
        print(__doc__, file=sys.stderr)
        return 2
    url, *kept = arguments
    database = Database.at(url)
    try:
        with database.read() as session:
            found = walk_chain(session)
            same = not kept or hash_at(session, int(kept[0])) == kept[1]
    finally:
        database.close()
    print(f"{found.links} links, {found.rows} rows; end {found.head.number} {found.head.hash}")
    if found.broken is not None:
        print(f"broken at link {found.broken.link}: {found.broken.fault.name.lower()}", end="")
        print(f" {found.broken.table} {list(found.broken.rows)}")
    if not same:
        print("the end that was kept is not in this chain")
    return 0 if same and found.broken is None else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
