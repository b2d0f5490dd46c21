"""What the fund keeps about a NIK: applications as applicant, as wife or husband, and as an officer."""

from collections.abc import Iterator

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.sampang.applications.application_rows import read_row
from db.sampang.origination.issued_papers import PaperKind
from db.sampang.trail import SampangSubject
from db.tables import (
    ApplicationRow,
    BoardEntryRow,
    IssuedPaperRow,
    JournalEntryRow,
    LoanRow,
    PostingRow,
    RedListEntryRow,
)
from db.trail import Subject
from db.wings import KeptAbout
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.own_record import Line, told_in
from domain.purpose_notices import NOT_KNOWN
from domain.sampang.fund.entries import EntryKind
from domain.sampang.origination.stages import Stage


def kept_about(session: Session, nik: str) -> tuple[KeptAbout, ...]:
    """Everything with the NIK, in the order of the applications."""
    row = ApplicationRow
    of_boards = [one.application_id for one in session.scalars(select(BoardEntryRow)) if nik in str(one.body)]
    found = select(row).where(or_(row.nik == nik, row.spouse_nik == nik, row.id.in_(of_boards)))
    return tuple(_of(session, one, nik) for one in session.scalars(found.order_by(row.id)).unique())


def _of(session: Session, row: ApplicationRow, nik: str) -> KeptAbout:
    if row.nik == nik:
        application = read_row(row)
        notice = () if application.notice.notice_on else (("Pemberitahuan data pribadi", NOT_KNOWN),)
        lines = (*told_in(application), *notice, *_papers(session, row.id), *_loan(session, row.id))
        return KeptAbout(f"Pengajuan {row.number} ({Stage(row.status).label})", lines, _subject(row))
    # The rest of the file is somebody else's.
    who = read_row(row).applicant
    part = ("Suami/istri pemohon", who.spouse_name) if row.spouse_nik == nik else ("Pengurus", row.name)
    return KeptAbout(f"Disebut dalam pengajuan {row.number}", (part, ("NIK (KTP)", nik)), _subject(row))


def _papers(session: Session, application_id: int) -> Iterator[Line]:
    query = select(IssuedPaperRow).where(IssuedPaperRow.application_id == application_id)
    for one in session.scalars(query.order_by(IssuedPaperRow.id)):
        yield PaperKind(one.kind).label, f"nomor {one.number}, {indonesian_date(one.dated_on)}"


def _loan(session: Session, application_id: int) -> Iterator[Line]:
    loan = session.scalar(select(LoanRow).where(LoanRow.application_id == application_id))
    if loan is None:
        return
    terms = f"{rupiah(loan.principal)}, {loan.tenor} bulan, sejak {indonesian_date(loan.disbursed_on)}"
    yield "Pinjaman", terms
    entry, amount = JournalEntryRow, func.sum(PostingRow.amount).filter(PostingRow.amount > 0)
    booked = select(entry.kind, entry.value_on, entry.memo, amount).join(PostingRow)
    booked = booked.where(entry.loan_id == loan.id).group_by(entry.id).order_by(entry.id)
    for kind, on, memo, moved in session.execute(booked):
        yield (
            EntryKind(kind).label,
            f"{indonesian_date(on)}, {rupiah(int(moved))}{f', {memo}' if memo else ''}",
        )
    listed = select(RedListEntryRow).where(RedListEntryRow.loan_id == loan.id)
    for one in session.scalars(listed.order_by(RedListEntryRow.id)):
        lifted = f", dicabut {indonesian_date(one.lifted_on)}" if one.lifted_on else ""
        yield "Daftar merah", f"sejak {indonesian_date(one.since) if one.since else 'diusulkan'}{lifted}"


def _subject(row: ApplicationRow) -> Subject:
    return Subject(SampangSubject.APPLICATION, row.id)
