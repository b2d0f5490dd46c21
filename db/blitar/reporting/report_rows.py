"""Versions of monthly reports as rows: begun, held while they are open, written down in the trail."""

from datetime import date, datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db import audit
from db.blitar.reporting.versions import newest_row
from db.blitar.trail import BlitarSubject
from db.plain import Plain, to_plain
from db.refusals import ChangedMeanwhile, NotFound
from db.tables import MonthlyReportRow
from db.trail import Action, Subject
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.report import Narrative, ReportState
from domain.dates import indonesian_month
from domain.roles import Person


def open_draft(
    session: Session, person: Person, month: date, version: int, expected_saves: int, at: datetime
) -> MonthlyReportRow:
    """The draft that was opened, held, or the first one; raises ChangedMeanwhile when it is another now."""
    row = newest_row(session, month, hold=True)
    if row is None:
        if (version, expected_saves) != (1, 0):
            raise NotFound(f"Laporan {indonesian_month(month)}")
        row = new_version(person, month, 1, at)
        add_version(session, row)
        return row
    if (row.version, row.saves, row.state) != (version, expected_saves, ReportState.DRAFT):
        raise changed(row)
    return row


def new_version(person: Person, month: date, version: int, at: datetime) -> MonthlyReportRow:
    """A version in which nothing is written yet."""
    return MonthlyReportRow(
        month=month,
        version=version,
        saves=0,
        state=ReportState.DRAFT,
        correction="",
        narrative=to_plain(Narrative()),
        changed_by_id=person.id,
        changed_at=at,
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
        raise changed(found) from None


def write_narrative(
    session: Session, row: MonthlyReportRow, body: Plain, person: Person, at: datetime
) -> None:
    """Put the words into a version, as saved once more."""
    row.narrative, row.saves = body, row.saves + 1
    row.changed_by_id, row.changed_at = person.id, at
    session.flush()


def changed(row: MonthlyReportRow) -> ChangedMeanwhile:
    """The refusal that says who changed the report, and when."""
    what = f"laporan {indonesian_month(row.month)}"
    return ChangedMeanwhile(what, row.changed_by.name, row.changed_at)


def trail(
    session: Session,
    row: MonthlyReportRow,
    person: Person,
    action: Action,
    at: datetime,
    *,
    before: Plain | None = None,
    after: Plain,
) -> None:
    """Add a line about a version to the trail of changes."""
    subject = Subject(BlitarSubject.MONTHLY_REPORT, row.id)
    audit.record(session, person, BLITAR, action, subject, at, before=before, after=after)
