"""Visits as rows and back, and what a visit is held against."""

from collections.abc import Collection, Iterator

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.caseload.reach import client_row
from db.mentoring.staff import held_staff, service_of
from db.plain import from_plain, to_plain
from db.refusals import NotFound, Wrong
from db.tables import (
    FollowUpRow,
    IndicatorReadingRow,
    VisitPartRow,
    VisitRow,
    VisitTaskRow,
)
from domain.blitar_mentoring.kinds import SubjectKind
from domain.blitar_mentoring.visiting.checks import VisitAround
from domain.blitar_mentoring.visiting.visit import FollowUpState, Visit
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Person


def visit_row(session: Session, visit_id: int, *, hold: bool = False) -> VisitRow:
    """A visit, held against other writers on wish; or raise NotFound."""
    query = select(VisitRow).where(VisitRow.id == visit_id)
    if hold:
        query = query.with_for_update(of=VisitRow).execution_options(populate_existing=True)
    row = session.scalars(query).one_or_none()
    if row is None:
        raise NotFound("Kunjungan ini")
    return row


def read_visit(row: VisitRow) -> Visit:
    """A visit as it was recorded."""
    return from_plain(Visit, row.body)


def around_of(session: Session, visit: Visit) -> VisitAround:
    """Who visits and whom, to check the visit against; both are held; or raise NotFound."""
    mentor = held_staff(session, visit.mentor_id)
    if mentor.kind != SubjectKind.MENTOR:
        raise NotFound("Pendamping ini")
    client = client_row(session, visit.client_id, hold=True)
    return VisitAround(
        service=service_of(mentor),
        client_kind=SubjectKind(client.kind),
        client_name=client.name,
        client_since=client.since,
        client_until=client.ended_on,
    )


def write_visit(session: Session, row: VisitRow, visit: Visit) -> None:
    """Put a visit into its row, and what hangs on it into theirs."""
    row.mentor_id, row.client_id, row.on = visit.mentor_id, visit.client_id, visit.on
    row.place, row.day_part, row.district_code = visit.place, visit.day_part, visit.district_code
    row.agency, row.body = visit.agency, to_plain(visit)
    session.add(row)
    session.flush()
    for table in (VisitTaskRow, VisitPartRow, FollowUpRow):
        removal = delete(table).where(table.visit_id == row.id)
        session.execute(removal.execution_options(synchronize_session="fetch"))
    session.add_all(hanging_on(row.id, visit))
    session.flush()


def hanging_on(visit_id: int, visit: Visit) -> Iterator[VisitTaskRow | VisitPartRow | FollowUpRow]:
    """The rows of the tasks, the parts and the follow-ups of a visit."""
    for task in dict.fromkeys(visit.tasks):
        yield VisitTaskRow(visit_id=visit_id, task=task)
    for part in dict.fromkeys(visit.parts):
        yield VisitPartRow(visit_id=visit_id, part=part)
    for agreed in visit.follow_ups:
        yield FollowUpRow(
            visit_id=visit_id,
            client_id=visit.client_id,
            told=agreed.told,
            due_on=agreed.due_on,
            doer=agreed.doer,
            state=FollowUpState.OPEN,
        )


def readings_of(row: VisitRow, visit: Visit, person: Person) -> Iterator[IndicatorReadingRow]:
    """The readings that a visit gives in the version in which it is verified."""
    for change in visit.changes:
        yield IndicatorReadingRow(
            client_id=visit.client_id,
            indicator=change.indicator,
            value=change.value,
            on=visit.on,
            evidence=change.evidence,
            visit_id=row.id,
            visit_version=row.version,
            by_person_id=person.id,
            at=row.changed_at,
        )


def require_single(session: Session, visit: Visit, *, but: Collection[int] = ()) -> None:
    """Raise Wrong when the same Pendamping already met this binaan in that part of the day."""
    query = select(VisitRow.id).where(
        VisitRow.mentor_id == visit.mentor_id,
        VisitRow.client_id == visit.client_id,
        VisitRow.on == visit.on,
        VisitRow.day_part == visit.day_part,
        VisitRow.id.not_in(but),
    )
    if session.scalar(query) is None:
        return
    told = (
        f"Kunjungan yang sama sudah tercatat: {indonesian_date(visit.on)}, {visit.day_part.label}. "
        "Buka kunjungan itu dari daftar, atau perbaiki tanggal dan waktunya."
    )
    raise Wrong((Problem("on", told),))
