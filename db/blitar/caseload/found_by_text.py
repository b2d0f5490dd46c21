"""Whom a text finds: looked for once in every name and number, and told by number where they are few."""

from typing import Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.blitar.caseload.lines import ENDED, OPEN
from db.search_words import found_by, is_whole_nik
from db.tables import ClientRow
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.roles import Person

FEW: Final = 1_000  # what is asked about these alone is quicker than another look at every name


def few_found(session: Session, text: str, person: Person) -> tuple[int, ...] | None:
    """The numbers of the binaan that a text finds for this person; None for more than a few, or no text."""
    row, typed = ClientRow, text.strip()
    within = found_by(typed, number=row.number, name=row.search_name)
    if within is None:
        return None
    found = set(session.scalars(select(row.id).where(of_any_status(), within).limit(FEW + 1)))
    if is_whole_nik(typed) and may_find_by_nik(person):
        found.update(session.scalars(select(row.id).where(row.nik == "".join(typed.split()))))
    return tuple(sorted(found)) if len(found) <= FEW else None


def may_find_by_nik(person: Person) -> bool:
    """Whether a whole NIK finds for this person."""
    return may(person, BlitarPermission.REVEAL_CLIENT_IDENTITY, BLITAR)


def of_any_status() -> ColumnElement[bool]:
    """True of every binaan; a range of the indexes of what lists look at, so that no whole binaan is read."""
    return ClientRow.status.in_((OPEN, ENDED))
