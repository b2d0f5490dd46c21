"""What the store takes in of what people type, whatever page sent it, as the domain declares it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from datetime import date
from types import NoneType
from typing import Any, Final

from db.refusals import Wrong
from domain.declared import blank_problem, check_typed, check_whole, declaration_of, declared_in, undeclared
from domain.problems import Problem
from domain.typed import LONGEST_LINE, Declaration, check_value, is_text

MOST_ENTRIES: Final = 100
_SINGLE: Final = (str, int, date, NoneType)
_HOLDING: Final = (tuple, Mapping)


def require_typed(*values: object) -> None:
    """Raise Wrong for what a person typed too long, too large or unreadable into these dataclasses.

    A dataclass with an undeclared text is a TypeError, and too many entries are a ValueError: faults of
    the program.
    """
    require_declared(values)
    _require(values, check_typed)


def require_declared(values: Iterable[Any]) -> None:
    """Raise TypeError or ValueError for such faults of the program alone, before anything else is checked."""
    for value in values:
        if missing := undeclared(value.__class__):
            raise TypeError(f"{value.__class__.__name__} declares no {', '.join(missing)}")
        _check_entries(value)


def require_whole(*values: object) -> None:
    """Raise what `require_typed` raises, and Wrong also for a needed field that is blank."""
    require_declared(values)
    _require(values, check_whole)


def require_text(declared: Any, text: str, field: str, *, may_be_blank: bool = False) -> None:
    """Raise Wrong for a text that is blank or too long by a declaration, or by an alias such as `Reason`."""
    declaration = declared if isinstance(declared, Declaration) else declaration_of(declared)
    if declaration is None:
        raise TypeError(f"{field} is declared nowhere")
    blank = [] if may_be_blank or text.strip() else [blank_problem(declaration, field)]
    if problems := [*blank, *check_value(declaration, text, field)]:
        raise Wrong(problems)


def check_key(key: str, name: str) -> None:
    """Raise ValueError for a key of the program's own that is blank, too long, or no text."""
    if not key.strip() or len(key) > LONGEST_LINE or not is_text(key):
        raise ValueError(f"{name} is no key")


def _require(values: Iterable[Any], check: Callable[[Any], list[Problem]]) -> None:
    if problems := [problem for value in values for problem in check(value)]:
        raise Wrong(problems)


def _check_entries(value: object) -> None:
    if isinstance(value, _HOLDING):
        if len(value) > MOST_ENTRIES:
            raise ValueError(f"more than {MOST_ENTRIES} entries")
        for entry in value.values() if isinstance(value, Mapping) else value:
            if not isinstance(entry, _SINGLE):
                _check_entries(entry)
        for key in value if isinstance(value, Mapping) else ():
            check_key(str(key), "a key")
    elif is_dataclass(value):
        for name in declared_in(value.__class__):
            inner = getattr(value, name)
            if not isinstance(inner, _SINGLE):
                _check_entries(inner)
