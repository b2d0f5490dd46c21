"""What of the mentoring is due: binaan that ended, candidates who were not appointed, staff who left."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from db.blitar.caseload.lines import ENDED, OPEN
from db.blitar.retention.client_rows import rows_of_clients
from db.blitar.retention.staff_rows import rows_of_candidates, rows_of_staff
from db.blitar.trail import BlitarSubject
from db.retention.ended_sign_ins import SIGN_IN_RECORDS
from db.retention.touched import Ended, Records
from db.tables import CandidateRow, ClientRow, SelectionRoundRow, StaffRow, VisitRow
from domain.blitar.retention import CANDIDATE, CLIENT, STAFF
from domain.programme import Programme
from domain.retention.retention_kinds import Due

_Named = Callable[[Session, Collection[int]], Mapping[int, str]]


def _clients_due(session: Session, programme: Programme, ended: Ended) -> list[Due]:
    """Binaan whose mentoring ended, and whose owner is mentored nowhere else."""
    row, other = ClientRow, aliased(ClientRow)
    open_ones = select(other.nik).where(other.status == OPEN, other.nik.is_not(None))
    visits = select(func.count(VisitRow.id)).where(VisitRow.client_id == row.id).scalar_subquery()
    query = select(row.id, row.number, row.name, row.ended_on.label("on"), visits.label("pieces")).where(
        row.status == ENDED, row.ended_on <= ended.last, or_(row.nik.is_(None), row.nik.not_in(open_ones))
    )
    return [ended.due(one.id, one.number, one.name, one.on, one.pieces) for one in session.execute(query)]


def _candidates_due(session: Session, programme: Programme, ended: Ended) -> list[Due]:
    """Registrations in rounds that were decided, from which nobody was appointed."""
    row, decided = CandidateRow, SelectionRoundRow
    appointed = select(StaffRow.candidate_id).where(StaffRow.candidate_id.is_not(None))
    query = (
        select(row.id, row.number, row.name, decided.decided_on.label("on"), decided.minutes_number)
        .join(decided, decided.id == row.round_id)
        .where(decided.decided_on <= ended.last, row.id.not_in(appointed))
    )
    return [
        ended.due(one.id, f"calon {one.number}, {one.minutes_number or one.on.year}", one.name, one.on, 1)
        for one in session.execute(query)
    ]


def _staff_due(session: Session, programme: Programme, ended: Ended) -> list[Due]:
    """Appointments that are over, of people who serve in no other that is not."""
    row, other = StaffRow, aliased(StaffRow)
    last = func.coalesce(row.ended_on, row.contract_until)
    later = func.coalesce(other.ended_on, other.contract_until) > ended.last
    same = or_(other.nik == row.nik, other.person_id == row.person_id)
    again = select(other.id).where(other.id != row.id, later, same).exists()
    query = select(row.id, row.name, last.label("on")).where(last <= ended.last, ~again)
    return [ended.due(one.id, f"penugasan {one.id}", one.name, one.on, 1) for one in session.execute(query)]


def _names_of(row: Any) -> _Named:
    def named(session: Session, ids: Collection[int]) -> Mapping[int, str]:
        found = session.execute(select(row.id, row.name).where(row.id.in_(ids)))
        return {one.id: one.name for one in found}

    return named


RECORDS: Final = (
    Records(CLIENT, BlitarSubject.CLIENT, _clients_due, _names_of(ClientRow), rows_of_clients),
    Records(CANDIDATE, BlitarSubject.CANDIDATE, _candidates_due, _names_of(CandidateRow), rows_of_candidates),
    Records(STAFF, BlitarSubject.STAFF, _staff_due, _names_of(StaffRow), rows_of_staff),
    SIGN_IN_RECORDS,
)
