"""The programmes that the product knows, a line each; an installation serves some or all of them."""

from importlib import import_module
from typing import Final

from domain.programme import Programme

# The folder of each in every room; its `programme.py` names the programme by the same word in capitals.
_KEYS: Final = (
    "sampang",
    "blitar",
)


def _declared(key: str) -> Programme:
    programme: Programme = getattr(import_module(f"domain.{key}.programme"), key.upper())
    return programme


PROGRAMMES: Final = tuple(_declared(key) for key in _KEYS)
