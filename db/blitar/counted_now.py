"""How many binaan there are now, as the kept counts have them: for every part of the programme."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables import MonthCountRow

NOW: Final = 0  # in place of a month: as it is now
BETWEEN: Final = "|"  # between the parts of a key
_OPEN: Final = "open"  # as caseload.lines has it, which stands on this


def counted_now(session: Session, what: str) -> Mapping[tuple[str, str], int]:
    """How many binaan there are now, of each kind and place."""
    row = MonthCountRow
    query = select(row.key, row.place, row.n).where(row.what == what, row.month == NOW, row.n != 0)
    return {(key, place): n for key, place, n in session.execute(query)}


def open_by_mentor(session: Session) -> Mapping[int, Counter[str]]:
    """The open binaan of each Pendamping who has any, by kind."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for (key, mentor), count in counted_now(session, "carers now").items():
        status, kind = key.split(BETWEEN)
        if status == _OPEN and mentor:
            found[int(mentor)][kind] += count
    return found
