"""The verbs of stalls: one is given, and all are counted; the trail alone keeps them."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.malang.trail import MalangAction, MalangSubject
from db.tables import AuditRow
from db.trail import Subject
from db.verbs import verb
from domain.malang.programme import MALANG
from domain.malang.roles import MalangPermission
from domain.roles import OfficePermission, Person


def give_stall(session: Session, actor: Person, number: int, *, at: datetime) -> None:
    """Give the stall of a number away."""
    with verb(session, actor, MALANG, MalangPermission.GIVE_STALLS, MalangAction.GIVE_STALL, at=at) as act:
        act.close(Subject(MalangSubject.STALL, number))


def stalls_given(session: Session, actor: Person) -> int:
    """Count the stalls that were given away."""
    authorise(session, actor, MALANG, OfficePermission.READ_SUMMARY)
    query = select(func.count()).where(
        AuditRow.programme == MALANG.key, AuditRow.action == MalangAction.GIVE_STALL
    )
    return session.scalar(query) or 0
