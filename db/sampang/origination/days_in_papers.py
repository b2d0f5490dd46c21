"""Which day of a meeting stands in the papers that went out for it, whatever day the meeting has by now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.origination.issued_papers import PaperKind
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import AuditRow, IssuedPaperRow
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True)
class Invited:
    """The newest invitation of a meeting: its number, and the day for which it invites."""

    number: str
    to: date


def invited_to(session: Session, actor: Person, meeting_id: int) -> Invited | None:
    """The newest invitation that went out for a meeting, if any."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    row = IssuedPaperRow
    query = select(row.number, row.sha256).where(
        row.meeting_id == meeting_id, row.kind == PaperKind.INVITATION
    )
    found = session.execute(query.order_by(row.id.desc()).limit(1)).one_or_none()
    if found is None:
        return None
    day = days_in_papers(session, [meeting_id]).get((meeting_id, found.sha256))
    return None if day is None else Invited(found.number, day)


def days_in_papers(session: Session, meeting_ids: Collection[int]) -> Mapping[tuple[int, str], date]:
    """The day that a meeting had when each of its papers went out, by meeting and digest of the paper."""
    row = AuditRow
    query = select(row.subject_id, row.action, row.after).where(
        row.subject_kind == SampangSubject.MEETING,
        row.subject_id.in_(meeting_ids),
        row.action.in_((SampangAction.SAVE_MEETING, SampangAction.ISSUE_PAPER)),
    )
    days: dict[int, date] = {}
    found: dict[tuple[int, str], date] = {}
    for meeting_id, action, after in session.execute(query.order_by(row.id)):
        if action == SampangAction.SAVE_MEETING:
            days[meeting_id] = date.fromisoformat(after["held_on"])
        elif meeting_id in days:
            found[meeting_id, after["sha256"]] = days[meeting_id]
    return found
