"""Verbs for the areas of Pendamping: kecamatan given, covered for a time, ended; the history stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.blitar.staffing.staff import held_staff, service_of
from db.engine import require_write
from db.limits import require_typed, require_whole
from db.refusals import NotFound, Wrong
from db.tables import AssignmentRow, StaffRow
from domain.blitar.kinds import SubjectKind as StaffKind
from domain.blitar.staffing.assignments import (
    Assignment,
    AssignmentEnd,
    Service,
    SpreadAccepted,
    end_problem,
    problems_of,
)
from domain.blitar.staffing.spread import Pairs
from domain.roles import Permission, Person


@dataclass(frozen=True, slots=True)
class Posting:
    """Everything that coverage is worked out from."""

    services: tuple[Service, ...]
    assignments: tuple[Assignment, ...]


def posting(session: Session, actor: Person) -> Posting:
    """Every Pendamping who is or was appointed, and every assignment that ever was."""
    authorise(session, actor, Permission.READ_COVERAGE)
    return posting_now(session)


def posting_now(session: Session) -> Posting:
    """The same for the verbs, which have asked who may."""
    staff = session.scalars(select(StaffRow).where(StaffRow.kind == StaffKind.MENTOR).order_by(StaffRow.id))
    rows = session.scalars(select(AssignmentRow).order_by(AssignmentRow.starts_on, AssignmentRow.id))
    return Posting(tuple(map(service_of, staff)), tuple(map(_read, rows)))


def assign(session: Session, actor: Person, wanted: Assignment, *, nonce: str, at: datetime) -> int:
    """Give a kecamatan to a Pendamping; raises Wrong for what cannot be (Pasal 11(2))."""
    require_write(session)
    person = authorise(session, actor, Permission.MANAGE_STAFF)
    require_typed(wanted)
    if done := submissions.claim(session, person, Action.ASSIGN_DISTRICT, nonce, at):
        return done.subject_id
    row = _given(session, person, wanted, at)
    submissions.settle(session, nonce, row.id)
    return row.id


def end_assignment(
    session: Session, actor: Person, assignment_id: int, ending: AssignmentEnd, *, at: datetime
) -> None:
    """Let an assignment end on an earlier day; what was before stays as it was.

    The day before its start ends one that has not begun. A longer one is given anew. A second press of
    the button changes nothing.
    """
    require_write(session)
    person = authorise(session, actor, Permission.MANAGE_STAFF)
    require_whole(ending)
    last_day = ending.ends_on
    query = select(AssignmentRow).where(AssignmentRow.id == assignment_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Penugasan ini")
    if row.ends_on == last_day:
        return
    if problem := end_problem(_read(row), last_day):
        raise Wrong((problem,))
    before = {"ends_on": row.ends_on.isoformat() if row.ends_on else None}
    row.ends_on = last_day
    after = {"ends_on": last_day.isoformat(), "note": ending.note}
    subject = Subject(SubjectKind.ASSIGNMENT, row.id)
    audit.record(session, person, Action.END_ASSIGNMENT, subject, at, before=before, after=after)


def apply_spread(
    session: Session, actor: Person, pairs: Pairs, accepted: SpreadAccepted, *, nonce: str, at: datetime
) -> int:
    """Make a spread the assignment from a day on, in one transaction; give how many changed.

    What holds from that day to the end of a service and is in the spread stays. All other lasting
    assignments end on the day before, and so does a temporary one that the spread makes lasting; the
    other temporary ones stay until their own end.
    """
    require_write(session)
    person = authorise(session, actor, Permission.MANAGE_STAFF)
    require_whole(accepted)
    from_day = accepted.from_day
    if done := submissions.claim(session, person, Action.ASSIGN_DISTRICT, nonce, at):
        return done.subject_id
    for mentor in sorted({mentor for mentor, _ in pairs}):
        held_staff(session, mentor)
    kept, ended = _against(posting_now(session), pairs, from_day)
    for one in ended:
        last_day = max(from_day, one.starts_on) - timedelta(days=1)
        ending = AssignmentEnd(ends_on=last_day, note=accepted.note)
        end_assignment(session, person, one.id or 0, ending, at=at)
    for mentor, code in sorted(pairs - kept):
        wanted = Assignment(mentor_id=mentor, district_code=code, starts_on=from_day, note=accepted.note)
        _given(session, person, wanted, at)
    changed = len(ended) + len(pairs - kept)
    submissions.settle(session, nonce, changed)
    return changed


def _against(present: Posting, pairs: Pairs, from_day: date) -> tuple[Pairs, tuple[Assignment, ...]]:
    """Which pairs hold already, and which assignments have to end for a spread from a day on."""
    by_id = {service.mentor_id: service for service in present.services}
    kept: set[tuple[int, str]] = set()
    ended = []
    for one in present.assignments:
        service, pair = by_id[one.mentor_id], (one.mentor_id, one.district_code)
        if one.last_day(service) < max(from_day, one.starts_on):
            continue
        to_the_end = one.starts_on <= from_day and one.last_day(service) == service.last_day
        if pair in pairs and to_the_end and not one.temporary:
            kept.add(pair)
        elif pair in pairs or not one.temporary:
            ended.append(one)
    return frozenset(kept), tuple(ended)


def _given(session: Session, person: Person, wanted: Assignment, at: datetime) -> AssignmentRow:
    staff = held_staff(session, wanted.mentor_id)
    if staff.kind != StaffKind.MENTOR:
        raise NotFound("Pendamping ini")  # a Fasilitator has no kecamatan (Pasal 11(2))
    own = select(AssignmentRow).where(AssignmentRow.staff_id == staff.id)
    existing: Iterable[Assignment] = [_read(row) for row in session.scalars(own)]
    if problems := problems_of(wanted, service_of(staff), existing):
        raise Wrong(problems)
    row = AssignmentRow(
        staff_id=staff.id,
        district_code=wanted.district_code,
        starts_on=wanted.starts_on,
        ends_on=wanted.ends_on,
        temporary=wanted.temporary,
        note=wanted.note,
        given_by_id=person.id,
        at=at,
    )
    session.add(row)
    session.flush()
    after = {
        "staff_id": staff.id,
        "district_code": wanted.district_code,
        "starts_on": wanted.starts_on.isoformat(),
        "ends_on": wanted.ends_on.isoformat() if wanted.ends_on else None,
        "temporary": wanted.temporary,
        "note": wanted.note,
    }
    subject = Subject(SubjectKind.ASSIGNMENT, row.id)
    audit.record(session, person, Action.ASSIGN_DISTRICT, subject, at, after=after)
    return row


def _read(row: AssignmentRow) -> Assignment:
    return Assignment(
        id=row.id,
        mentor_id=row.staff_id,
        district_code=row.district_code,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        temporary=row.temporary,
        note=row.note,
    )
