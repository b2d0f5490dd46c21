"""Visits verified or returned by the Fasilitator (Pasal 5 ayat (3) huruf h, Pasal 15 ayat (1))."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.blitar.caseload.standing import stand_anew
from db.blitar.visiting.visit_rows import read_visit, readings_of, visit_row, write_steps
from db.engine import require_write
from db.limits import require_text
from db.refusals import ChangedMeanwhile, NotFound, Wrong
from db.tables import VisitRow
from domain.blitar.visiting.visit import COUNTED, VerifyingNote, VisitState
from domain.problems import Problem
from domain.roles import Permission, Person


def verify_visits(
    session: Session,
    actor: Person,
    visits: Sequence[tuple[int, int]],
    *,
    note: VerifyingNote = "",
    nonce: str,
    at: datetime,
) -> int:
    """Verify visits, each in the version that was looked at; give how many.

    What a visit found of the indicators counts from then on. Raises ChangedMeanwhile when one of them
    changed since, and then none is verified.
    """
    require_write(session)
    person = authorise(session, actor, Permission.VERIFY_VISITS)
    require_text(VerifyingNote, note, "note", may_be_blank=True)
    if not visits:
        raise ValueError("verifying needs at least one visit")
    if done := submissions.claim(session, person, Action.VERIFY_VISITS, nonce, at):
        return done.version
    rows = _all_looked_at(session, dict(visits))
    for row in rows:
        _step(row, VisitState.VERIFIED, person, at)
        if row.body["changes"]:
            session.add_all(readings_of(row, read_visit(row), person))
    write_steps(session, [row.id for row in rows], VisitState.VERIFIED, note, person, at)
    numbers, clients = [row.id for row in rows], {row.client_id for row in rows}
    stand_anew(session, clients)
    submissions.settle(session, nonce, numbers[0], len(numbers))
    subject = Subject(SubjectKind.VISIT, numbers[0])
    audit.record(session, person, Action.VERIFY_VISITS, subject, at, after={"visits": numbers, "note": note})
    return len(numbers)


def return_visit(
    session: Session, actor: Person, visit_id: int, *, version: int, note: VerifyingNote, at: datetime
) -> None:
    """Return a visit to its Pendamping with a note, also one that was verified.

    What it found of the indicators no longer counts; a report that was sent stays as it was.
    """
    require_write(session)
    person = authorise(session, actor, Permission.VERIFY_VISITS)
    require_text(VerifyingNote, note, "note", may_be_blank=True)
    row = visit_row(session, visit_id, hold=True)
    _require_unchanged(row, version, COUNTED)
    if not note.strip():
        told = "Tulis apa yang perlu diperbaiki, agar Pendamping tahu."
        raise Wrong((Problem("note", told),))
    _step(row, VisitState.RETURNED, person, at)
    write_steps(session, [row.id], VisitState.RETURNED, note, person, at)
    client_id = row.client_id
    audit.record(
        session, person, Action.RETURN_VISIT, Subject(SubjectKind.VISIT, row.id), at, after={"note": note}
    )
    stand_anew(session, [client_id])


def _all_looked_at(session: Session, versions: Mapping[int, int]) -> Sequence[VisitRow]:
    query = select(VisitRow).where(VisitRow.id.in_(versions)).order_by(VisitRow.id)
    query = query.with_for_update(of=VisitRow).execution_options(populate_existing=True)
    rows = session.scalars(query).all()
    if len(rows) < len(versions):
        raise NotFound("Kunjungan ini")
    for row in rows:
        _require_unchanged(row, versions[row.id], (VisitState.SENT,))
    return rows


def _require_unchanged(row: VisitRow, version: int, states: Sequence[VisitState]) -> None:
    if row.version != version or VisitState(row.state) not in states:
        raise ChangedMeanwhile("kunjungan ini", row.changed_by.name, row.changed_at)


def _step(row: VisitRow, state: VisitState, person: Person, at: datetime) -> None:
    row.state, row.version = state, row.version + 1
    row.changed_by_id, row.changed_at = person.id, at
