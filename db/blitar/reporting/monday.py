"""The Monday digest, put together from what the screens count and from last week's visits."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.attention import attention_counts, attention_rows
from db.blitar.caseload.kinds_of_attention import (
    ClientToVisit,
    ContractToRenew,
    DutyToMeet,
    FollowUpToClose,
    IdleMentor,
    VisitToSend,
    Waiting,
)
from db.blitar.caseload.load import loads
from db.blitar.reporting.queue import mentoring_queue
from db.blitar.staffing.week_plans import week_plans
from db.tables import VisitRow
from domain.blitar.caseload.attention import (
    AttentionKind,
    days_left_in_words,
    late_in_words,
    visit_in_words,
)
from domain.blitar.caseload.duties import HALAL_FOOD, state_in_words
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.digest import DigestPart, MentorWeek, MondayDigest
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import COUNTED, VisitState
from domain.dates import indonesian_date
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.working_days import monday_of

_TOLD: Final = 5
_WEEK: Final = timedelta(days=7)


def monday_digest(session: Session, actor: Person, law: LawInForce) -> MondayDigest:
    """The digest of the law's day for a Fasilitator."""
    person = authorise(session, actor, BLITAR, BlitarPermission.VERIFY_VISITS)
    monday = monday_of(law.day)
    counts = attention_counts(session, person, law)
    queue = mentoring_queue(session, person, law.day)
    return MondayDigest(
        law.day,
        monday,
        queue.visits.get(VisitState.SENT, 0),
        tuple(_part(session, person, kind, counts[kind], law) for kind in AttentionKind),
        _mentors(session, person, monday, law),
    )


def _part(session: Session, person: Person, kind: AttentionKind, count: int, law: LawInForce) -> DigestPart:
    rows = attention_rows(session, person, kind, law, page_size=_TOLD) if count else ()
    return DigestPart(kind.label, count, tuple(_in_words(row, law.day) for row in rows))


def _mentors(session: Session, person: Person, monday: date, law: LawInForce) -> tuple[MentorWeek, ...]:
    planned = {plan.mentor_id for plan, _ in week_plans(session, person, monday, monday) if plan.slots}
    visits = _visits(session, monday - _WEEK, monday - timedelta(days=1))
    found = [
        MentorWeek(
            one.name, one.clients, one.need_visit, visits.get(one.mentor_id, 0), one.mentor_id in planned
        )
        for one in loads(session, person, law)
        if one.is_serving
    ]
    return tuple(sorted(found, key=lambda one: (-one.need_visit, one.name)))


def _visits(session: Session, first: date, last: date) -> Mapping[int, int]:
    row = VisitRow
    query = select(row.mentor_id, func.count().label("visits")).where(
        row.on.between(first, last), row.state.in_(COUNTED)
    )
    found = session.execute(query.group_by(row.mentor_id))
    return {one.mentor_id: one.visits for one in found}


def _in_words(row: Waiting, day: date) -> str:
    match row:
        case ClientToVisit():
            last = visit_in_words(row.since, row.last_visit_on, day)
            return f"{row.name}: {last} ({row.mentor or 'tanpa Pendamping'})"
        case FollowUpToClose():
            return f"{row.name}: {row.told}, {late_in_words(row.due_on, day)} ({row.mentor or '–'})"
        case IdleMentor():
            last = f"terakhir {indonesian_date(row.last_visit_on)}" if row.last_visit_on else "belum pernah"
            return f"{row.mentor}: {row.clients} binaan, kunjungan {last}"
        case VisitToSend():
            return f"{row.name}, {indonesian_date(row.on)}: {row.state.label.lower()} ({row.mentor})"
        case ContractToRenew():
            return f"{row.mentor}: {days_left_in_words(row.last_day, day)}, {row.clients} binaan"
        case DutyToMeet():
            return f"{row.name}: {state_in_words(HALAL_FOOD, row.value)} ({row.mentor or '–'})"
