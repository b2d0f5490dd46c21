"""Stores of real people in tests: they open with sign-in, and hide numbers under a key from the first on."""

from typing import Final

from db.data_keys import new_key
from db.engine import Database
from db.installed import StoreKind
from db.opening import open_database

KEY: Final = new_key()


def open_real(url: str) -> Database:
    """Open one; an empty database becomes one."""
    return open_database(url, sign_in_configured=True, begins_as=StoreKind.REAL, data_key=KEY)
