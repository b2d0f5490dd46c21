"""Visits as rows and back, and what a visit is held against."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.blitar.caseload.reach import client_row
from db.blitar.staffing.staff import held_staff, service_of
from db.bulk import write_rows
from db.plain import from_plain, to_plain
from db.refusals import NotFound, Wrong
from db.tables import (
    FollowUpRow,
    IndicatorReadingRow,
    VisitPartRow,
    VisitRow,
    VisitStepRow,
    VisitTaskRow,
)
from db.verbs import Act
from domain.blitar.kinds import SubjectKind
from domain.blitar.visiting.visit import Doer, FollowUp, FollowUpState, Visit, VisitState
from domain.blitar.visiting.visit_checks import VisitAround, around
from domain.dates import indonesian_date, indonesian_moment
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
    return around(service_of(mentor), client)


def write_visit(session: Session, row: VisitRow, visit: Visit) -> None:
    """Put a visit into its row, and what hangs on it into theirs.

    What was agreed and is closed stays as it is; raises Wrong where the visit would drop or change it.
    """
    closed = _closed(session, row)
    left = _without(visit, closed)
    row.mentor_id, row.client_id, row.on = visit.mentor_id, visit.client_id, visit.on
    row.place, row.day_part, row.district_code = visit.place, visit.day_part, visit.district_code
    row.agency, row.body = visit.agency, to_plain(visit)
    session.add(row)
    session.flush()
    for table in (VisitTaskRow, VisitPartRow, FollowUpRow):
        removal = delete(table).where(table.visit_id == row.id)
        if table is FollowUpRow:
            removal = removal.where(FollowUpRow.state == FollowUpState.OPEN)
        session.execute(removal.execution_options(synchronize_session="fetch"))
    write_hanging(session, {row.id: replace(visit, follow_ups=left)})


def _closed(session: Session, row: VisitRow) -> Sequence[FollowUpRow]:
    query = select(FollowUpRow).where(FollowUpRow.visit_id == row.id, FollowUpRow.state != FollowUpState.OPEN)
    query = query.order_by(FollowUpRow.id).with_for_update(of=FollowUpRow)
    return session.scalars(query.execution_options(populate_existing=True)).all()


def _without(visit: Visit, closed: Sequence[FollowUpRow]) -> tuple[FollowUp, ...]:
    """What was agreed at a visit without what is closed; all of that must still stand in the visit."""
    left = list(visit.follow_ups)
    for row in closed:
        kept = FollowUp(told=row.told, due_on=row.due_on, doer=Doer(row.doer))
        if kept not in left or row.client_id != visit.client_id:
            told = (
                f"Tindak lanjut “{row.told}” sudah ditutup, jadi tidak dapat dihapus atau diubah. Tulis "
                f"kembali seperti semula: sampai {indonesian_date(row.due_on)}, oleh {kept.doer.label}."
            )
            raise Wrong((Problem("follow_ups", told),))
        left.remove(kept)
    return tuple(left)


def write_hanging(session: Session, visits: Mapping[int, Visit]) -> None:
    """Write the tasks, the parts and the follow-ups of visits by their numbers, past the object mapper."""
    told = visits.items()
    done = [(key, one.value) for key, visit in told for one in dict.fromkeys(visit.tasks)]
    of = [(key, one.value) for key, visit in told for one in dict.fromkeys(visit.parts)]
    tasks = [{"visit_id": key, "task": task} for key, task in done]
    parts = [{"visit_id": key, "part": part} for key, part in of]
    agreed = [_agreed(key, visit, one) for key, visit in told for one in visit.follow_ups]
    for table, rows in ((VisitTaskRow, tasks), (VisitPartRow, parts), (FollowUpRow, agreed)):
        write_rows(session, table, rows)


def write_steps(act: Act, visits: Iterable[int], state: VisitState, note: str = "") -> None:
    """Write down that visits, by their numbers, were sent, verified or returned."""
    step = {"state": state.value, "note": note, "by_person_id": act.person.id, "at": act.at}
    write_rows(act.session, VisitStepRow, [{"visit_id": number, **step} for number in visits])


def _agreed(visit_id: int, visit: Visit, one: FollowUp) -> dict[str, Any]:
    return {
        "visit_id": visit_id,
        "client_id": visit.client_id,
        "told": one.told,
        "due_on": one.due_on,
        "doer": one.doer.value,
        "state": FollowUpState.OPEN.value,
    }


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
    query = select(VisitRow).where(
        VisitRow.mentor_id == visit.mentor_id,
        VisitRow.client_id == visit.client_id,
        VisitRow.on == visit.on,
        VisitRow.day_part == visit.day_part,
        VisitRow.id.not_in(but),
    )
    same = session.scalar(query)
    if same is None:
        return
    told = (
        f"Kunjungan yang sama sudah tercatat: {indonesian_date(visit.on)}, {visit.day_part.label}, nomor "
        f"{same.id}, dicatat {same.entered_by.name}, {indonesian_moment(same.entered_at)}. "
        "Buka kunjungan itu dari daftar, atau perbaiki tanggal dan waktunya."
    )
    raise Wrong((Problem("on", told),))
