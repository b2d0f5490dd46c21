"""Gives the application's role on a PostgreSQL server the rights that it needs, and no others.

    python -m scripts.postgres_roles OWNER_URL ROLE

OWNER_URL is that of the owner of the tables; "-" takes the setting DATABASE_URL. ROLE must be there, without
special rights. To be run again after each migration (python -m scripts.migrate does). Ends with 1 when the
rights were not given.
"""

import sys
from collections.abc import Sequence

from db.engine import Database
from db.refusals import Refused
from db.upkeep.restoring import server_version
from db.upkeep.server_roles import give_rights
from scripts.told_settings import database_url


def main(arguments: Sequence[str]) -> int:
    """Print what was given."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        give(Database.at(database_url(arguments[0])), arguments[1])
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return 1
    return 0


def give(database: Database, role: str) -> None:
    """Give the rights in one transaction, and print how many tables have which."""
    try:
        with database.writer.begin() as connection:
            server = 0 if database.is_sqlite else server_version(connection)
            given = give_rights(connection, role, server)
    finally:
        database.close()
    for rights in sorted(set(given.values())):
        print(f"{role}: {rights} pada {sum(one == rights for one in given.values())} tabel")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
