"""What the mentoring keeps about a NIK: as a binaan, as a candidate, and as a member of staff."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.blitar.caseload.clients import read_client
from db.blitar.selection.candidates import stored_candidate
from db.blitar.trail import BlitarSubject
from db.blitar.visiting.visit_rows import read_visit
from db.tables import CandidateRow, ClientRow, StaffRecordRow, StaffRow, UpgradeProposalRow, VisitRow
from db.trail import Subject
from db.wings import KeptAbout
from domain.blitar.kinds import SubjectKind
from domain.blitar.visiting.visit import VisitState
from domain.dates import indonesian_date
from domain.own_record import Line, told_in


def kept_about(session: Session, nik: str) -> tuple[KeptAbout, ...]:
    """Everything with the NIK: binaan, registrations, appointments."""
    clients = session.scalars(select(ClientRow).where(ClientRow.nik == nik).order_by(ClientRow.id))
    candidates = session.scalars(
        select(CandidateRow).where(CandidateRow.nik == nik).order_by(CandidateRow.id)
    )
    staff = session.scalars(select(StaffRow).where(StaffRow.nik == nik).order_by(StaffRow.id))
    return (
        *(_of_client(session, one) for one in clients),
        *(_of_candidate(session, one) for one in candidates),
        *(_of_staff(session, one) for one in staff),
    )


def _of_client(session: Session, row: ClientRow) -> KeptAbout:
    lines = (*told_in(read_client(row)), *_visits(session, row.id), *_proposals(session, row.id))
    return KeptAbout(f"Binaan {row.number}", lines, Subject(BlitarSubject.CLIENT, row.id))


def _visits(session: Session, client_id: int) -> Iterator[Line]:
    query = select(VisitRow).where(VisitRow.client_id == client_id)
    for row in session.scalars(query.order_by(VisitRow.on, VisitRow.id)):
        head = f"{VisitState(row.state).label} oleh {row.mentor.name}"
        yield f"Kunjungan {indonesian_date(row.on)}", head
        yield from told_in(read_visit(row))


def _proposals(session: Session, client_id: int) -> Iterator[Line]:
    query = select(UpgradeProposalRow).where(UpgradeProposalRow.client_id == client_id)
    for row in session.scalars(query.order_by(UpgradeProposalRow.id)):
        yield "Usul naik kelas", f"nomor {row.id}, {indonesian_date(row.proposed_on)}"


def _of_candidate(session: Session, row: CandidateRow) -> KeptAbout:
    found = stored_candidate(session, row)
    outcome = () if found.outcome is None else tuple(told_in(found.outcome))
    tests = [line for test in found.tests for line in told_in(test)]
    lines = (*told_in(found.candidate), *tests, *outcome)
    return KeptAbout(f"Pendaftaran seleksi {row.number}", lines, Subject(BlitarSubject.CANDIDATE, row.id))


def _of_staff(session: Session, row: StaffRow) -> KeptAbout:
    lines: list[Line] = [
        ("Nama", row.name),
        ("NIK (KTP)", row.nik or ""),
        ("Keputusan pengangkatan", f"{row.decree}, {indonesian_date(row.appointed_on)}"),
        ("Kontrak sampai", indonesian_date(row.contract_until)),
    ]
    if row.ended_on is not None:
        lines.append(("Berakhir", indonesian_date(row.ended_on)))
    notes = session.scalars(select(StaffRecordRow).where(StaffRecordRow.staff_id == row.id))
    lines += [("Catatan", ", ".join(str(told) for told in one.body.values() if told)) for one in notes]
    title = f"{SubjectKind(row.kind).label} (penugasan {row.id})"  # no name: it goes into the trail
    return KeptAbout(title, tuple(lines), Subject(BlitarSubject.STAFF, row.id))
