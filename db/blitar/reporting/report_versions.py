"""Versions of monthly reports as they are read: sent ones by everybody, drafts by who writes them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.month_counts import first_month_counted
from db.blitar.mentoring_papers import MentoringPaper, kept_paper
from db.plain import from_plain
from db.tables import MonthlyReportRow
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.report import Narrative, ReportState, ReportVersion, month_of
from domain.blitar.reporting.report_figures import ReportFigures
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of a month's report in a list."""

    month: date
    version: int
    state: ReportState
    correction: str
    sent_by: str
    sent_at: datetime | None

    @property
    def is_sent(self) -> bool:
        """Whether it went to the Kepala Dinas."""
        return self.state is ReportState.SENT


def reports(session: Session, actor: Person, month: date | None = None) -> tuple[VersionLine, ...]:
    """Every version of every month, or of one, the newest first; also that a draft is being prepared."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    row = MonthlyReportRow
    query = select(row).order_by(row.month.desc(), row.version.desc())
    if month is not None:
        query = query.where(row.month == month_of(month))
    return tuple(
        VersionLine(
            one.month,
            one.version,
            ReportState(one.state),
            one.correction,
            one.sent_by.name if one.sent_by else "",
            one.sent_at,
        )
        for one in session.scalars(query)
    )


def report_version(
    session: Session, actor: Person, month: date, version: int | None = None
) -> ReportVersion | None:
    """One version of a month's report, or its newest; None where there is none.

    Who does not write reports gets only what was sent.
    """
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    row = MonthlyReportRow
    query = select(row).where(row.month == month_of(month)).order_by(row.version.desc()).limit(1)
    if version is not None:
        query = query.where(row.version == version)
    if not may(person, BlitarPermission.WRITE_REPORTS, BLITAR):
        query = query.where(row.state == ReportState.SENT)
    found = session.scalars(query).one_or_none()
    return None if found is None else version_of(found)


def report_paper(session: Session, actor: Person, month: date, version: int) -> bytes | None:
    """A report as it was kept when it was sent; None for one of before."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    row = MonthlyReportRow
    query = select(row.id).where(row.month == month_of(month), row.version == version)
    sent = session.scalars(query.where(row.state == ReportState.SENT)).one_or_none()
    return None if sent is None else kept_paper(session, MentoringPaper.MONTHLY_REPORT, sent)


def first_month(session: Session, actor: Person) -> date | None:
    """The month in which the first binaan was mentored, with which reports begin; None before that."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    return first_month_counted(session)


def newest_row(session: Session, month: date, *, hold: bool = False) -> MonthlyReportRow | None:
    """The newest version of a month, held against other writers on wish."""
    row = MonthlyReportRow
    query = select(row).where(row.month == month).order_by(row.version.desc()).limit(1)
    if hold:
        query = query.with_for_update(of=row)
    return session.scalars(query.execution_options(populate_existing=True)).one_or_none()


def version_of(row: MonthlyReportRow) -> ReportVersion:
    """A version as it is read, for the verbs, which have asked who may."""
    kept = row.figures or {}
    return ReportVersion(
        month=row.month,
        version=row.version,
        saves=row.saves,
        state=ReportState(row.state),
        narrative=from_plain(Narrative, row.narrative),
        correction=row.correction,
        changed_by=row.changed_by.name,
        changed_at=row.changed_at,
        figures=from_plain(ReportFigures, kept["figures"]) if kept else None,
        law=kept.get("law", ""),
        program=kept.get("program", ""),
        sent_by=row.sent_by.name if row.sent_by else "",
        sent_at=row.sent_at,
    )
