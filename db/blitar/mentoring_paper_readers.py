"""For whom a kept paper of the mentoring is, who may read all of it, and what took its place since."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from db.blitar.caseload.handovers import handover
from db.blitar.caseload.reach import own_staff
from db.blitar.mentoring_papers import ABOUT_STAFF, MentoringPaper
from db.refusals import NotFound
from db.tables import MentoringPaperRow, MonthlyReportRow, StaffRow
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.report import ReportState
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.roles import Person

_REPLACED = {
    MentoringPaper.ASSIGNMENT_LETTER: "surat tugas yang lebih baru terbit untuk orang yang sama.",
    MentoringPaper.ANNOUNCEMENT: "pengumuman seleksi ini diubah sesudahnya, dan terbit lagi.",
    MentoringPaper.MONTHLY_REPORT: "laporan bulan ini dibetulkan dengan versi yang lebih baru.",
}


def for_whom(session: Session, person: Person, paper: MentoringPaperRow) -> str | None:
    """For whom a paper other than a letter of recommendation is; None for who may not read all of it."""
    kind = MentoringPaper(paper.kind)
    if kind is MentoringPaper.ANNOUNCEMENT:
        return "umum"
    if kind is MentoringPaper.RENEWAL_DECREE:
        return "" if may(person, BlitarPermission.APPOINT_STAFF, BLITAR) else None
    if kind is MentoringPaper.MONTHLY_REPORT:
        return "Kepala Dinas" if may(person, BlitarPermission.READ_REPORTS, BLITAR) else None
    if not may(person, BlitarPermission.READ_STAFF, BLITAR):
        return None
    if kind in ABOUT_STAFF:
        return _one_of_staff(session, person, paper.of_id)
    return _handed_over(session, person, paper.of_id)


def _one_of_staff(session: Session, person: Person, staff_id: int) -> str | None:
    own = own_staff(session, person)
    if own is not None and staff_id not in own:
        return None
    return session.get_one(StaffRow, staff_id).name


def _handed_over(session: Session, person: Person, handover_id: int) -> str | None:
    try:
        told = handover(session, person, handover_id)
    except NotFound:
        return None
    return None if told.elsewhere else f"{len(told.lines)} binaan dari {told.from_name}"


def replaced_by(session: Session, paper: MentoringPaperRow) -> str:
    """What took the place of a paper since, as a sentence; empty while it holds."""
    kind = MentoringPaper(paper.kind)
    if kind not in _REPLACED:
        return ""
    row, report = MentoringPaperRow, MonthlyReportRow
    later = exists().where(row.kind == kind, row.of_id == paper.of_id, row.id > paper.id)
    if kind is MentoringPaper.MONTHLY_REPORT:
        sent = session.get_one(report, paper.of_id)
        later = exists().where(
            report.month == sent.month, report.version > sent.version, report.state == ReportState.SENT
        )
    return _REPLACED[kind] if session.scalar(select(later)) else ""
