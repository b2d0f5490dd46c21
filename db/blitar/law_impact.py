"""What another law would make of the candidates of a round that runs, and of the binaan still cared for."""

from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.clients import read_client
from db.blitar.caseload.lines import OPEN
from db.blitar.selection.candidates import read_candidate
from db.tables import CandidateRecordRow, CandidateRow, ClientRow, SelectionRoundRow
from domain.blitar.examining import examine_candidate, examine_client
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.words import verdict_label
from domain.regulation.assessment import Assessment
from domain.regulation.impact import Changed, Looked
from domain.regulation.law_in_force import LawInForce
from domain.roles import OfficePermission, Person

PIECE: Final = 40
_RUNS = SelectionRoundRow.decided_on.is_(None)


def open_counts(session: Session, actor: Person) -> tuple[int, int]:
    """How many candidates of rounds that run there are, and how many binaan that are still cared for."""
    _require_approver(session, actor, BlitarPermission.READ_SELECTION, BlitarPermission.READ_CLIENTS)
    running = select(func.count()).select_from(CandidateRow).join(SelectionRoundRow).where(_RUNS)
    cared_for = select(func.count()).select_from(ClientRow).where(ClientRow.status == OPEN)
    return session.scalar(running) or 0, session.scalar(cared_for) or 0


def candidates_piece(
    session: Session, actor: Person, before: LawInForce, after: LawInForce, *, beyond: int
) -> Looked:
    """What the next candidates after one would come out as under another law; nothing is written."""
    _require_approver(session, actor, BlitarPermission.READ_SELECTION)
    query = select(CandidateRow).join(SelectionRoundRow).where(_RUNS, CandidateRow.id > beyond)
    rows = session.scalars(query.order_by(CandidateRow.id).limit(PIECE)).all()
    told = select(CandidateRecordRow).where(CandidateRecordRow.candidate_id.in_([row.id for row in rows]))
    records: dict[int, list[CandidateRecordRow]] = {row.id: [] for row in rows}
    for record in session.scalars(told.order_by(CandidateRecordRow.id)):
        records[record.candidate_id].append(record)
    changed = []
    for row in rows:
        one = read_candidate(row, records[row.id])
        found = [examine_candidate(one, law).assessment for law in (before, after)]
        changed += _changed(f"Pendaftaran {row.number}", row.name, *found)
    return Looked(rows[-1].id if rows else beyond, len(rows), tuple(changed))


def clients_piece(
    session: Session, actor: Person, before: LawInForce, after: LawInForce, *, beyond: int
) -> Looked:
    """What the next binaan after one would come out as under another law; nothing is written."""
    _require_approver(session, actor, BlitarPermission.READ_CLIENTS)
    query = select(ClientRow).where(ClientRow.status == OPEN, ClientRow.id > beyond)
    rows = session.scalars(query.order_by(ClientRow.id).limit(PIECE)).all()
    changed = []
    for row in rows:
        one = read_client(row)
        found = [examine_client(one, law).assessment for law in (before, after)]
        changed += _changed(row.number, row.name, *found)
    return Looked(rows[-1].id if rows else beyond, len(rows), tuple(changed))


def _require_approver(session: Session, actor: Person, *read: BlitarPermission) -> None:
    """Whoever approves and may read it; a Pendamping reads only their own binaan."""
    for permission in (OfficePermission.APPROVE_SETTINGS, *read):
        authorise(session, actor, BLITAR, permission)


def _changed(number: str, name: str, was: Assessment, becomes: Assessment) -> list[Changed]:
    if was.verdict is becomes.verdict:
        return []
    before, after = (verdict_label(one.kind, one.verdict) for one in (was, becomes))
    return [Changed(number, name, before, after)]
