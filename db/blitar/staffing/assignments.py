"""Verbs for the areas of Pendamping: kecamatan given, covered for a time, ended; the history stays."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.staffing.staff import held_staff, service_of
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed, require_whole
from db.plain import Plain
from db.refusals import NotFound, Wrong
from db.tables import AssignmentRow, StaffRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.blitar.kinds import SubjectKind as StaffKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.assignments import (
    Assignment,
    AssignmentEnd,
    Service,
    SpreadAccepted,
    end_problem,
    problems_of,
)
from domain.blitar.staffing.spread import Pairs
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class Deployment:
    """Everything that coverage is worked out from."""

    services: tuple[Service, ...]
    assignments: tuple[Assignment, ...]


def deployment(session: Session, actor: Person) -> Deployment:
    """Every Pendamping who is or was appointed, and every assignment that ever was."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_COVERAGE)
    return deployment_now(session)


def deployment_now(session: Session) -> Deployment:
    """The same for the verbs, which have asked who may."""
    staff = session.scalars(select(StaffRow).where(StaffRow.kind == StaffKind.MENTOR).order_by(StaffRow.id))
    rows = session.scalars(select(AssignmentRow).order_by(AssignmentRow.starts_on, AssignmentRow.id))
    return Deployment(tuple(map(service_of, staff)), tuple(map(_read, rows)))


def assignments_of(session: Session, mentors: Collection[int]) -> tuple[Assignment, ...]:
    """Every assignment that some Pendamping ever had, for the verbs, which have asked who may."""
    query = select(AssignmentRow).where(AssignmentRow.staff_id.in_(mentors))
    return tuple(map(_read, session.scalars(query.order_by(AssignmentRow.starts_on, AssignmentRow.id))))


def assign(session: Session, actor: Person, wanted: Assignment, *, nonce: str, at: datetime) -> int:
    """Give a kecamatan to a Pendamping; raises Wrong for what cannot be (Pasal 11(2))."""
    permission, action = BlitarPermission.MANAGE_STAFF, BlitarAction.ASSIGN_DISTRICT
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_typed(wanted)
        row = _given(act, wanted)
        act.close(_subject(row), after=_content(row))
        return row.id


def end_assignment(
    session: Session, actor: Person, assignment_id: int, ending: AssignmentEnd, *, at: datetime
) -> None:
    """Let an assignment end on an earlier day; what was before stays as it was.

    The day before its start ends one that has not begun. A longer one is given anew. A second press of
    the button changes nothing.
    """
    permission, action = BlitarPermission.MANAGE_STAFF, BlitarAction.END_ASSIGNMENT
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        require_whole(ending)
        row = _held(session, assignment_id)
        if row.ends_on == ending.ends_on:
            act.unchanged()
            return
        before, after = _ended(row, ending)
        act.close(_subject(row), before=before, after=after)


def apply_spread(
    session: Session, actor: Person, pairs: Pairs, accepted: SpreadAccepted, *, nonce: str, at: datetime
) -> int:
    """Make a spread the assignment from a day on, in one transaction; give how many changed.

    What holds from that day to the end of a service and is in the spread stays. All other lasting
    assignments end on the day before, and so does a temporary one that the spread makes lasting; the
    other temporary ones stay until their own end.
    """
    permission, action = BlitarPermission.MANAGE_STAFF, BlitarAction.ASSIGN_DISTRICT
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(accepted)
        from_day = accepted.from_day
        for mentor in sorted({mentor for mentor, _ in pairs}):
            held_staff(session, mentor)
        kept, ended = _against(deployment_now(session), pairs, from_day)
        changed = len(ended) + len(pairs - kept)
        if not changed:
            act.unchanged()
            return changed
        for one in ended:
            row = _held(session, one.id or 0)
            last_day = max(from_day, one.starts_on) - timedelta(days=1)
            before, after = _ended(row, AssignmentEnd(ends_on=last_day, note=accepted.note))
            act.note(_subject(row), action=BlitarAction.END_ASSIGNMENT, before=before, after=after)
        for mentor, code in sorted(pairs - kept):
            wanted = Assignment(mentor_id=mentor, district_code=code, starts_on=from_day, note=accepted.note)
            row = _given(act, wanted)
            act.note(_subject(row), after=_content(row))
        act.close_noted(changed)
        return changed


def _against(present: Deployment, pairs: Pairs, from_day: date) -> tuple[Pairs, tuple[Assignment, ...]]:
    """Which pairs hold already, and which assignments have to end for a spread from a day on."""
    by_id = {service.mentor_id: service for service in present.services}
    kept: set[tuple[int, str]] = set()
    ended = []
    for one in present.assignments:
        service, pair = by_id[one.mentor_id], (one.mentor_id, one.district_code)
        begins = max(from_day, one.starts_on)
        # One that begins after the service, wanted again, would overlap should the service be prolonged.
        if (one.ends_on or date.max) < begins or (one.last_day(service) < begins and pair not in pairs):
            continue
        to_the_end = one.starts_on <= from_day and one.last_day(service) == service.last_day
        if pair in pairs and to_the_end and not one.temporary:
            kept.add(pair)
        elif pair in pairs or not one.temporary:
            ended.append(one)
    return frozenset(kept), tuple(ended)


def _held(session: Session, assignment_id: int) -> AssignmentRow:
    query = select(AssignmentRow).where(AssignmentRow.id == assignment_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Penugasan ini")
    return row


def _ended(row: AssignmentRow, ending: AssignmentEnd) -> tuple[Plain, Plain]:
    """Let a held assignment end; give what the trail says of it before and after."""
    if problem := end_problem(_read(row), ending.ends_on):
        raise Wrong((problem,))
    before = {"ends_on": row.ends_on.isoformat() if row.ends_on else None}
    row.ends_on = ending.ends_on
    return before, {"ends_on": ending.ends_on.isoformat(), "note": ending.note}


def _given(act: Act, wanted: Assignment) -> AssignmentRow:
    session = act.session
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
        given_by_id=act.person.id,
        at=act.at,
    )
    session.add(row)
    session.flush()
    return row


def _content(row: AssignmentRow) -> Plain:
    return {
        "staff_id": row.staff_id,
        "district_code": row.district_code,
        "starts_on": row.starts_on.isoformat(),
        "ends_on": row.ends_on.isoformat() if row.ends_on else None,
        "temporary": row.temporary,
        "note": row.note,
    }


def _subject(row: AssignmentRow) -> Subject:
    return Subject(BlitarSubject.ASSIGNMENT, row.id)


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
