"""Visits verified or returned by the Fasilitator (Pasal 5 ayat (3) huruf h, Pasal 15 ayat (1))."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.blitar.caseload.month_counts import months_kept
from db.blitar.caseload.month_shares import Ground
from db.blitar.caseload.standing import stand_anew
from db.blitar.refusals import FlaggedTogether, OwnVisits
from db.blitar.trail import BlitarAction, BlitarSubject
from db.blitar.visiting.recommending import recommend_anew
from db.blitar.visiting.second_eye import flags_of, own_among
from db.blitar.visiting.visit_rows import read_visit, readings_of, visit_row, write_steps
from db.limits import require_text
from db.refusals import NotFound, Wrong
from db.tables import VisitRow
from db.trail import Subject
from db.verbs import Act, verb
from db.versions import changed_meanwhile
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import COUNTED, VerifyingNote, VisitState
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Person


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

    What a visit found of the indicators counts from then on. Who recorded, sent or made a visit never
    verifies it (OwnVisits), and one that should be looked at is verified alone (FlaggedTogether). Raises
    ChangedMeanwhile when one of them changed since; after each of these none is verified.
    """
    permission, action = BlitarPermission.VERIFY_VISITS, BlitarAction.VERIFY_VISITS
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        require_text(VerifyingNote, note, "note", may_be_blank=True)
        if not visits:
            raise ValueError("verifying needs at least one visit")
        rows = _all_looked_at(session, dict(visits))
        _require_second_eye(act, rows)
        numbers, clients = [row.id for row in rows], {row.client_id for row in rows}
        with months_kept(session, clients, _ground(rows), {row.on for row in rows}):
            for row in rows:
                row.state = VisitState.VERIFIED
                act.changed(row)
                if row.body["changes"]:
                    session.add_all(readings_of(row, read_visit(row), act.person))
            write_steps(act, numbers, VisitState.VERIFIED, note)
            stand_anew(session, clients)
            recommend_anew(session, clients)
        subject = Subject(BlitarSubject.VISIT, numbers[0])
        act.close(subject, version=len(numbers), after={"visits": numbers, "note": note})
        return len(numbers)


def return_visit(
    session: Session, actor: Person, visit_id: int, *, version: int, note: VerifyingNote, at: datetime
) -> None:
    """Return a visit to its Pendamping with a note, also one that was verified.

    What it found of the indicators no longer counts; a report that was sent stays as it was.
    """
    permission, action = BlitarPermission.VERIFY_VISITS, BlitarAction.RETURN_VISIT
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        require_text(VerifyingNote, note, "note", may_be_blank=True)
        row = visit_row(session, visit_id, hold=True)
        _require_unchanged(session, row, version, COUNTED)
        if not note.strip():
            told = "Tulis apa yang perlu diperbaiki, agar Pendamping tahu."
            raise Wrong((Problem("note", told),))
        with months_kept(session, [row.client_id], Ground.STAGES | _ground([row]), [row.on]):
            row.state = VisitState.RETURNED
            act.changed(row)
            write_steps(act, [visit_id], VisitState.RETURNED, note)
            stand_anew(session, [row.client_id])
            recommend_anew(session, [row.client_id])
        act.close(Subject(BlitarSubject.VISIT, visit_id), after={"note": note})


def _ground(rows: Sequence[VisitRow]) -> Ground:
    """What of the months a verification changes: the stages of binaan follow what was sent already."""
    ground = Ground.VISITS | Ground.AGREED | Ground.LETTERS
    return ground | Ground.GOALS if any(row.body["changes"] for row in rows) else ground


def _require_second_eye(act: Act, rows: Sequence[VisitRow]) -> None:
    own = own_among(act.session, act.person, [row.id for row in rows])
    if own:
        raise OwnVisits(_named(row) for row in rows if row.id in own)
    if len(rows) == 1:
        return
    flags = flags_of(act.session, rows)
    if flagged := [f"{_named(row)} {' '.join(flags[row.id])}" for row in rows if flags[row.id]]:
        raise FlaggedTogether(flagged)


def _named(row: VisitRow) -> str:
    return f"Kunjungan nomor {row.id}, {indonesian_date(row.on)}, {row.client.name}."


def _all_looked_at(session: Session, versions: Mapping[int, int]) -> Sequence[VisitRow]:
    query = select(VisitRow).where(VisitRow.id.in_(versions)).order_by(VisitRow.id)
    query = query.with_for_update(of=VisitRow).execution_options(populate_existing=True)
    rows = session.scalars(query).all()
    if len(rows) < len(versions):
        raise NotFound("Kunjungan ini")
    for row in rows:
        _require_unchanged(session, row, versions[row.id], (VisitState.SENT,))
    return rows


def _require_unchanged(session: Session, row: VisitRow, version: int, states: Sequence[VisitState]) -> None:
    if row.version != version or VisitState(row.state) not in states:
        raise changed_meanwhile(session, row, "kunjungan ini")
