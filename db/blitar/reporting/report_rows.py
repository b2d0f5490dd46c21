"""Versions of monthly reports as rows: begun, held while they are open, written down in the trail."""

from datetime import date

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.blitar.reporting.report_versions import newest_row
from db.blitar.trail import BlitarSubject
from db.plain import Plain, to_plain
from db.refusals import ChangedMeanwhile, NotFound
from db.tables import MonthlyReportRow
from db.trail import Subject
from db.verbs import Act
from db.versions import changed_meanwhile
from domain.blitar.reporting.report import Narrative, ReportState
from domain.dates import indonesian_month


def open_draft(act: Act, month: date, version: int, expected_saves: int) -> MonthlyReportRow:
    """The draft that was opened, held, or the first one; raises ChangedMeanwhile when it is another now."""
    row = newest_row(act.session, month, hold=True)
    if row is None:
        if (version, expected_saves) != (1, 0):
            raise NotFound(f"Laporan {indonesian_month(month)}")
        row = new_version(act, month, 1)
        add_version(act.session, row)
        return row
    if (row.version, row.saves, row.state) != (version, expected_saves, ReportState.DRAFT):
        raise changed(act.session, row)
    return row


def new_version(act: Act, month: date, version: int) -> MonthlyReportRow:
    """A version in which nothing is written yet."""
    return MonthlyReportRow(
        month=month,
        version=version,
        saves=0,
        state=ReportState.DRAFT,
        correction="",
        narrative=to_plain(Narrative()),
        changed_by_id=act.person.id,
        changed_at=act.at,
    )


def add_version(session: Session, row: MonthlyReportRow) -> None:
    """Keep a new version; raises ChangedMeanwhile when somebody else began it at the same moment."""
    # The second of two waits here, and then finds the first's.
    try:
        with session.begin_nested():
            session.add(row)
            session.flush()
    except IntegrityError:
        found = newest_row(session, row.month)
        if found is None:
            raise
        raise changed(session, found) from None


def write_narrative(act: Act, row: MonthlyReportRow, body: Plain) -> None:
    """Put the words into a version, as saved once more."""
    row.narrative, row.saves = body, row.saves + 1
    row.changed_by_id, row.changed_at = act.person.id, act.at
    act.session.flush()


def changed(session: Session, row: MonthlyReportRow) -> ChangedMeanwhile:
    """The refusal that says who changed the report, and when."""
    return changed_meanwhile(session, row, f"laporan {indonesian_month(row.month)}")


def subject_of(row: MonthlyReportRow) -> Subject:
    """The version of a report as the subject of a line in the trail."""
    return Subject(BlitarSubject.MONTHLY_REPORT, row.id)
