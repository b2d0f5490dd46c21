"""The widest that the store takes in, so that a page that forgot to check cannot harm it.

Pages check first and tell the user kindly; what arrives here nevertheless is a fault of the program.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final

from db.refusals import Wrong
from domain.blitar.goals_and_tasks import ReportPart
from domain.declared import blank_problem, check_typed, check_whole, declaration_of, undeclared
from domain.problems import Problem
from domain.sampang.origination.records import Aspect
from domain.typed import Declaration, check_value

LONGEST_TEXT: Final = 300
LONGEST_LONG_TEXT: Final = 5_000
LARGEST_AMOUNT: Final = 10**15
LARGEST_NUMBER: Final = 10**6
MOST_ENTRIES: Final = 100

LONG_TEXTS: Final = frozenset(
    {"plan", "note", "address", "description", "stated_because", "reason", "reading_reason", "photos"}
    | {"problem", "recommendation", "answer", "conclusion", "closing", *ReportPart}
    | {"terms", "told", "entrepreneurship_told", "mentored_told", "involved_told", "paper_told"}
) | frozenset(Aspect)
AMOUNTS: Final = frozenset(
    {
        "amount",
        "last_amount",
        "value",
        "net_assets",
        "annual_sales",
        "capital",
        "insurance",
        "notary",
        "land_check",
    }
)


def check_plain(value: Any, name: str = "") -> None:
    """Raise ValueError when a plain JSON value is longer, larger or more than the store takes in."""
    if isinstance(value, str):
        check_text(value, name)
    elif isinstance(value, int):
        largest = LARGEST_AMOUNT if name in AMOUNTS else LARGEST_NUMBER
        if not 0 <= value <= largest:
            raise ValueError(f"{name} is not between 0 and {largest}")
    elif isinstance(value, list | Mapping):
        if len(value) > MOST_ENTRIES:
            raise ValueError(f"{name} has more than {MOST_ENTRIES} entries")
        entries = value.items() if isinstance(value, Mapping) else ((name, e) for e in value)
        for key, entry in entries:
            check_text(key, name)
            check_plain(entry, key)


def check_text(text: str, name: str) -> None:
    """Raise ValueError for a text that is too long, or that a database cannot hold."""
    longest = LONGEST_LONG_TEXT if name in LONG_TEXTS else LONGEST_TEXT
    if len(text) > longest:
        raise ValueError(f"{name} is longer than {longest} characters")
    is_plain = text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)
    if "\0" in text or not is_plain:
        raise ValueError(f"{name} holds a character that is no text")


def check_key(text: str, name: str) -> None:
    """Raise ValueError for a key of the program's own that is blank or too long."""
    check_reason(text, name)


def check_reason(text: str, name: str = "reason") -> None:
    """Raise ValueError for a reason or source that is blank, or for a text that is too long."""
    if not text.strip():
        raise ValueError(f"{name} is blank")
    check_text(text, name)


def require_typed(*values: object) -> None:
    """Raise Wrong for what a person typed too long, too large or unreadable into these dataclasses.

    A dataclass with an undeclared text is a TypeError, and too many entries are a ValueError: faults of
    the program.
    """
    _require(values, check_typed)


def require_whole(*values: object) -> None:
    """Raise what `require_typed` raises, and Wrong also for a needed field that is blank."""
    _require(values, check_whole)


def require_text(declared: Any, text: str, field: str) -> None:
    """Raise Wrong for a text that is blank or too long by a declaration, or by an alias such as `Reason`."""
    declaration = declared if isinstance(declared, Declaration) else declaration_of(declared)
    if declaration is None:
        raise TypeError(f"{field} is declared nowhere")
    blank = [] if text.strip() else [blank_problem(declaration, field)]
    if problems := [*blank, *check_value(declaration, text, field)]:
        raise Wrong(problems)


def _require(values: Iterable[Any], check: Callable[[Any], list[Problem]]) -> None:
    for value in values:
        if missing := undeclared(value.__class__):
            raise TypeError(f"{value.__class__.__name__} declares no {', '.join(missing)}")
        _check_entries(value)
    if problems := [problem for value in values for problem in check(value)]:
        raise Wrong(problems)


def _check_entries(value: object) -> None:
    if isinstance(value, tuple | Mapping):
        if len(value) > MOST_ENTRIES:
            raise ValueError(f"more than {MOST_ENTRIES} entries")
        for entry in value.values() if isinstance(value, Mapping) else value:
            _check_entries(entry)
        for key in value if isinstance(value, Mapping) else ():
            check_text(str(key), "key")
    elif is_dataclass(value):
        for field in fields(value):
            _check_entries(getattr(value, field.name))
