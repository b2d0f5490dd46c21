"""Verbs for the areas of Pendamping: kecamatan given, covered for a time, ended; the history stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.engine import require_write
from db.limits import check_text
from db.mentoring.staff import held_staff, service_of
from db.refusals import NotFound, Wrong
from db.tables import AssignmentRow, StaffRow
from domain.blitar_mentoring.kinds import SubjectKind as StaffKind
from domain.blitar_mentoring.posting.assignments import Assignment, Service, problems_of
from domain.blitar_mentoring.posting.spread import Pairs
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Permission, Person


@dataclass(frozen=True, slots=True)
class Posting:
    """Everything that coverage is worked out from."""

    services: tuple[Service, ...]
    assignments: tuple[Assignment, ...]


def posting(session: Session, actor: Person) -> Posting:
    """Every Pendamping who is or was appointed, and every assignment that ever was."""
    authorise(session, actor, Permission.READ_COVERAGE)
    staff = session.scalars(select(StaffRow).where(StaffRow.kind == StaffKind.MENTOR).order_by(StaffRow.id))
    rows = session.scalars(select(AssignmentRow).order_by(AssignmentRow.starts_on, AssignmentRow.id))
    return Posting(tuple(map(service_of, staff)), tuple(map(_read, rows)))


def assign(
    session: Session, actor: Person, wanted: Assignment, *, note: str = "", nonce: str, at: datetime
) -> int:
    """Give a kecamatan to a Pendamping; raises Wrong for what cannot be (Pasal 11(2))."""
    require_write(session)
    person = authorise(session, actor, Permission.MANAGE_STAFF)
    check_text(note, "note")
    if done := submissions.claim(session, person, Action.ASSIGN_DISTRICT, nonce, at):
        return done.subject_id
    row = _given(session, person, wanted, note, at)
    submissions.settle(session, nonce, row.id)
    return row.id


def end_assignment(
    session: Session, actor: Person, assignment_id: int, *, last_day: date, note: str, at: datetime
) -> None:
    """Let an assignment end on a day; what was before stays as it was."""
    require_write(session)
    person = authorise(session, actor, Permission.MANAGE_STAFF)
    query = select(AssignmentRow).where(AssignmentRow.id == assignment_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Penugasan ini")
    if last_day < row.starts_on - timedelta(days=1):
        told = f"Akhir penugasan mendahului mulainya, {indonesian_date(row.starts_on)}. Periksa tanggalnya."
        raise Wrong((Problem("ends_on", told),))
    before = {"ends_on": row.ends_on.isoformat() if row.ends_on else None}
    row.ends_on = last_day
    after = {"ends_on": last_day.isoformat(), "note": note}
    subject = Subject(SubjectKind.ASSIGNMENT, row.id)
    audit.record(session, person, Action.END_ASSIGNMENT, subject, at, before=before, after=after)


def apply_spread(
    session: Session, actor: Person, pairs: Pairs, *, from_day: date, note: str, nonce: str, at: datetime
) -> int:
    """Make a spread the assignment from a day on, in one transaction; give how many changed.

    Lasting assignments that the spread does not have end on the day before; temporary ones stay.
    """
    require_write(session)
    person = authorise(session, actor, Permission.MANAGE_STAFF)
    if done := submissions.claim(session, person, Action.ASSIGN_DISTRICT, nonce, at):
        return done.subject_id
    present = posting(session, person)
    by_id = {service.mentor_id: service for service in present.services}
    lasting = [
        one
        for one in present.assignments
        if not one.temporary and one.last_day(by_id[one.mentor_id]) >= from_day
    ]
    ended = [one for one in lasting if (one.mentor_id, one.district_code) not in pairs]
    kept = {(one.mentor_id, one.district_code) for one in lasting} - {
        (one.mentor_id, one.district_code) for one in ended
    }
    for one in ended:
        end_assignment(session, person, one.id or 0, last_day=from_day - timedelta(days=1), note=note, at=at)
    for mentor, code in sorted(pairs - kept):
        wanted = Assignment(mentor_id=mentor, district_code=code, starts_on=from_day)
        _given(session, person, wanted, note, at)
    changed = len(ended) + len(pairs - kept)
    submissions.settle(session, nonce, changed)
    return changed


def _given(session: Session, person: Person, wanted: Assignment, note: str, at: datetime) -> AssignmentRow:
    staff = held_staff(session, wanted.mentor_id)
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
        note=note,
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
        "note": note,
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
    )
