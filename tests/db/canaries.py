"""Words that stand nowhere but in one person's data, and what carries them out of the store."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

MARK = "KENARI"
_DEEPEST = 25
_LAW = "domain.regulation"  # the law holds nobody's data, and goes very deep


def canaries_in(told: object) -> set[str]:
    """Every marked word in what a verb gives back, however deep it lies."""
    return {word for text in _texts(told, 0) for word in text.split() if word.startswith(MARK)}


def _texts(told: object, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise AssertionError(f"something lies too deep to be looked through: {type(told)}")
    if type(told).__module__.startswith(_LAW):
        return
    if isinstance(told, str):
        yield told
    elif isinstance(told, bytes):
        yield told.decode("latin-1")
    else:
        for part in _parts(told):
            yield from _texts(part, depth + 1)


def _parts(told: object) -> Iterator[object]:
    if is_dataclass(told) and not isinstance(told, type):
        yield from (getattr(told, one.name) for one in fields(told))
    elif isinstance(told, Mapping):
        yield from told.keys()
        yield from told.values()
    elif hasattr(told, "__iter__"):
        yield from told
