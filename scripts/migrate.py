"""Brings the tables of a store up to date, as their owner; the application itself then need not own them.

    python -m scripts.migrate OWNER_URL [ROLE]

"-" in the place of OWNER_URL takes the setting DATABASE_URL. With the application's role on a PostgreSQL
server it also gives that its rights. Make a backup before, and stop the application. Ends with 1 when nothing
was changed.
"""

import sys
from collections.abc import Sequence

from db.engine import Database
from db.opening import bring_store_up_to_date
from db.refusals import Refused
from db.schema import NEWEST
from scripts.postgres_roles import give
from scripts.told_settings import database_url


def main(arguments: Sequence[str]) -> int:
    """Print the revision before and after."""
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    url = database_url(arguments[0])
    try:
        before = bring_store_up_to_date(url)
        print(f"Revisi {before} -> {NEWEST}")
        if len(arguments) > 1:
            give(Database.at(url), arguments[1])
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
