"""The logo of an office for its papers, read once for each that there is."""

from typing import Final

from db.office.logos import logo_bytes
from domain.regulation.parameter import Parameter, Unit
from pages.parts.store import database

PICTURE: Final = 90  # pixels, beside what is decided about it
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


def picture_of(parameter: Parameter, value: object) -> bytes:
    """The picture that a setting is; empty for one that is none, or none yet."""
    return office_logo(value) if parameter.unit is Unit.IMAGE and isinstance(value, str) else b""
