"""Verbs for noting that somebody of the office looked at the text of another regulation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.limits import require_text
from db.tables import LawCheckRow
from db.trail import OfficeAction, OfficeSubject, Subject
from db.verbs import verb
from domain.programme import Programme
from domain.regulation.other_law import Found, OtherLaw
from domain.roles import OfficePermission, Person


@dataclass(frozen=True, slots=True)
class LawCheck:
    """What somebody found in the text of another regulation, and when."""

    found: str
    by: str
    at: datetime


def record_check(
    session: Session,
    actor: Person,
    programme: Programme,
    law: OtherLaw,
    found: Found,
    *,
    nonce: str,
    at: datetime,
) -> None:
    """Note that the actor looked at the text of another regulation, with what they found there."""
    permission, action = OfficePermission.KEEP_LAW_TEXTS, OfficeAction.CHECK_LAW
    with verb(session, actor, programme, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_text(Found, found, "found")
        row = LawCheckRow(
            programme=programme.key, law=law.law.key, found=found, by_person_id=act.person.id, at=at
        )
        session.add(row)
        session.flush()
        act.close(Subject(OfficeSubject.LAW_CHECK, row.id), after={"law": law.law.key, "found": found})


def law_checks(session: Session, programme: Programme) -> Mapping[str, LawCheck]:
    """The latest look at each other regulation, by its key."""
    rows = session.scalars(
        select(LawCheckRow)
        .where(LawCheckRow.programme == programme.key)
        .order_by(LawCheckRow.id)
        .options(joinedload(LawCheckRow.by))
    )
    return {row.law: LawCheck(row.found, row.by.name, row.at) for row in rows}
