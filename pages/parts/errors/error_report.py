"""One line in the log for an error: where it came from, and nothing of what anybody typed."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from traceback import walk_tb
from typing import Any, Final

from domain.version import VERSION
from pages.parts.errors.log import LINE, ROOT
from pages.parts.errors.numbers import new_number
from pages.parts.store import now

_LOG: Final = logging.getLogger(__name__)
_ROOMS: Final = frozenset({"streamlit_app.py", "pages", "demo", "db", "documents", "domain", "tests"})
_MARK: Final = "recorded"
_LONGEST_STACK: Final = 30


@dataclass(frozen=True, slots=True)
class Recorded:
    """The number of an error and when it happened, as the screen names them."""

    number: str
    at: datetime


def record(error: BaseException, during: str, visit: Mapping[str, object]) -> Recorded:
    """Write an error into the log, once, and give its number.

    The text of an exception may hold a name or a NIK, so kinds and places are all that is written.
    """
    known: Recorded | None = getattr(error, _MARK, None)
    if known is not None:
        return known
    recorded = Recorded(new_number(), now())
    setattr(error, _MARK, recorded)
    line = {
        "time": recorded.at.isoformat(timespec="seconds"),
        "number": recorded.number,
        "during": during,
        **visit,
        **_origin(error),
        "causes": [_origin(cause) for cause in _causes(error)],
        "version": VERSION,
    }
    _LOG.error("unexpected error", extra={LINE: line})
    return recorded


def _origin(error: BaseException) -> dict[str, Any]:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return {"kind": name, "stack": list(_own_places(error))[-_LONGEST_STACK:]}


def _own_places(error: BaseException) -> Iterator[str]:
    for frame, line in walk_tb(error.__traceback__):
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(ROOT) and (within := file.relative_to(ROOT)).parts[0] in _ROOMS:
            yield f"{within.as_posix()}:{line}:{frame.f_code.co_name}"


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen = {id(error)}
    cause = _cause(error)
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = _cause(cause)


def _cause(error: BaseException) -> BaseException | None:
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)
