"""The programmes that the product knows, one line each; an installation serves some or all of them."""

from typing import Final

from domain.blitar.programme import BLITAR
from domain.programme import Programme
from domain.sampang.programme import SAMPANG

PROGRAMMES: Final[tuple[Programme, ...]] = (SAMPANG, BLITAR)


def programme_of(key: str) -> Programme:
    """The programme of a key; raises KeyError for a key that no programme has."""
    return {one.key: one for one in PROGRAMMES}[key]
