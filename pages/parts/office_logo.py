"""The logo of an office for its papers, read once for each that there is."""

from db.office.logos import logo_bytes
from pages.parts.store import database

_KEPT: dict[str, bytes] = {}


def office_logo(key: str) -> bytes:
    """The logo under its digest; empty for none."""
    if not key:
        return b""
    if key not in _KEPT:
        with database().read() as session:
            found = logo_bytes(session, key)
        if not found:
            return b""
        _KEPT[key] = found
    return _KEPT[key]
