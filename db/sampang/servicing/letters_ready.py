"""How many letters to borrowers who are behind can go out today, for the start page."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from db.sampang.servicing.behind import running_loans
from db.sampang.servicing.outlooks import outlooks_of
from domain.roles import Person
from domain.sampang.servicing.arrears import behind_until
from domain.sampang.servicing.letters_due import LETTERS_OF

LOOKED_AT: Final = 100


@dataclass(frozen=True, slots=True)
class LettersReady:
    """How many loans wait for a letter, among how many of those that are behind, the longest first."""

    loans: int
    looked_at: int
    behind: int

    @property
    def is_whole(self) -> bool:
        """Whether every loan that is behind was looked at."""
        return self.looked_at == self.behind


def letters_ready(session: Session, actor: Person, today: date) -> LettersReady:
    """Of the loans that are behind, at most the first hundred, those for which a letter can go out."""
    until = behind_until(today)
    rows, total = running_loans(session, actor, today, due_until=until, page_size=LOOKED_AT)
    found = outlooks_of(session, rows, today) if rows else ()
    ready = sum(any(step.step in LETTERS_OF for step in one.outlook.ready) for one in found)
    return LettersReady(ready, len(rows), total)
