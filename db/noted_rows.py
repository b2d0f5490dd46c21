"""Which rows a transaction recorded for ever, noted while it goes on, for the link at its end."""

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy.orm import Session

Key = tuple[int, ...]
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "installation": ("id",),
    "audit": ("id",),
    "journal_entry": ("id",),
    "receipt": ("application_id", "seq"),
    "issued_paper": ("id",),
    "mentoring_paper": ("id",),
    "monthly_report": ("id",),
    "erasure_list": ("id",),
    "erasure": ("id",),
    "erased_run": ("id",),
}
"""The tables whose rows are chained, with what numbers their rows."""
_NOTED: Final = "recorded for ever"


def note_row(session: Session, table: str, keys: Iterable[Key]) -> None:
    """Note rows of a table; a transaction may note the same row twice."""
    session.info.setdefault(_NOTED, {}).setdefault(table, set()).update(keys)


def taken_notes(session: Session) -> Mapping[str, set[Key]]:
    """What was noted since the last time."""
    found: Mapping[str, set[Key]] = session.info.pop(_NOTED, {})
    return found
