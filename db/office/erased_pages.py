"""What was erased leaves the file itself: SQLite keeps old pages until they are written anew."""

import sqlite3

from db.engine import Database
from db.hiding import drop_old_pages


def drop_erased_pages(database: Database) -> bool:
    """Write a SQLite file anew without its old pages; False where somebody else held it just then.

    A server does so by itself (autovacuum).
    """
    if not database.is_sqlite or not database.engine.url.database:
        return True
    try:
        drop_old_pages(database.engine.url.database)
    except sqlite3.OperationalError:
        return False
    return True
