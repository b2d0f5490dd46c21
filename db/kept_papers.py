"""What the papers that went out share in every programme: what is kept, and how one is found again."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Generic, TypeVar

from sqlalchemy import ColumnElement, or_

from db.tables import IssuedPaperRow, MentoringPaperRow
from domain.paper_seal import seal_in, seal_kept_in

LARGEST_PAPER: Final = 5_000_000
MOST_FOUND: Final = 20
Kept = type[IssuedPaperRow] | type[MentoringPaperRow]


Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPaper(Generic[Kind]):
    """A paper that went out: what, of which day, by whom and when, and for whom.

    `of` is empty for who may not read it. `is_same` tells whether a file is the stored one byte by byte, and
    is None where no file was shown.
    """

    id: int
    kind: Kind
    number: str
    dated_on: date
    seal: str
    by: str
    at: datetime
    of: str = ""
    is_same: bool | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells a file from every other: its fingerprint, and the seal inside it, empty without one."""

    sha256: str
    seal: str


def marks_of(data: bytes) -> Marks:
    """The marks of a file."""
    return Marks(hashlib.sha256(data).hexdigest(), seal_kept_in(data))


def require_paper(pdf: bytes) -> None:
    """Raise ValueError for what is no PDF, or a larger one than any paper."""
    if not pdf.startswith(b"%PDF") or len(pdf) > LARGEST_PAPER:
        raise ValueError("this is no paper")


def by_number(row: Kept, told: str) -> ColumnElement[bool] | None:
    """The papers with a seal, or with a number of the office, as it was typed or scanned; None if empty."""
    number = " ".join(told.replace("\0", " ").split())
    if not number:
        return None
    # An office may write its own numbers like a seal.
    wanted: list[ColumnElement[bool]] = [row.number.in_((number, number.upper(), number.lower()))]
    if seal := seal_in(number):
        wanted.append(row.seal == seal)
    return or_(*wanted)


def by_marks(row: Kept, marks: Marks) -> ColumnElement[bool]:
    """The paper that a file is byte by byte, and those whose seal it carries."""
    wanted = [row.sha256 == marks.sha256]
    if marks.seal:
        wanted.append(row.seal == marks.seal)
    return or_(*wanted)
