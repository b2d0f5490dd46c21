"""Monthly reports kept: written, sent with their numbers frozen, corrected as a new version."""

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy.orm import Session

from db.blitar.mentoring_papers import MentoringPaper, keep_paper
from db.blitar.reporting.figures import figures_of
from db.blitar.reporting.moment import hold_moment
from db.blitar.reporting.report_rows import (
    add_version,
    changed,
    new_version,
    open_draft,
    subject_of,
    write_narrative,
)
from db.blitar.reporting.report_versions import newest_row, version_of
from db.blitar.trail import BlitarAction
from db.limits import require_typed
from db.noted_rows import note_row
from db.plain import Plain, to_plain
from db.refusals import NotFound, Wrong
from db.tables import MonthlyReportRow
from db.verbs import Act, verb
from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.report import (
    Correction,
    Narrative,
    ReportState,
    ReportVersion,
    check_correction,
    check_narrative,
    check_report,
    month_of,
)
from domain.blitar.reporting.report_figures import ReportFigures
from domain.blitar.roles import BlitarPermission
from domain.problems import Problem
from domain.regulation.receipts import fingerprint
from domain.roles import Person
from domain.version import VERSION


def save_narrative(
    session: Session,
    actor: Person,
    month: date,
    narrative: Narrative,
    *,
    version: int = 1,
    expected_saves: int = 0,
    nonce: str,
    at: datetime,
) -> int:
    """Keep what was written for a month; give how often that version was saved.

    Without a version yet, the first one begins. Raises ChangedMeanwhile over somebody else's save, also
    when the report was sent meanwhile, and Wrong for what is too long.
    """
    permission, action = BlitarPermission.WRITE_REPORTS, BlitarAction.SAVE_REPORT
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        body = _checked(narrative)
        row = open_draft(act, month_of(month), version, expected_saves)
        before = row.narrative
        write_narrative(act, row, body)
        act.close(subject_of(row), version=row.saves, before=before, after=body)
        return row.saves


def send_report(
    session: Session,
    actor: Person,
    month: date,
    narrative: Narrative,
    *,
    version: int = 1,
    expected_saves: int = 0,
    nonce: str,
    at: datetime,
    printed: Callable[[ReportVersion, ReportFigures], bytes] | None = None,
) -> int:
    """Send a month's report to the Kepala Dinas with this narrative; give the version.

    Its numbers are worked out now, all from one moment, and frozen, with the version of the law and of the
    program; what `printed` makes of it is kept as it goes out. Raises Wrong with everything that stands in
    the way, and ChangedMeanwhile over somebody else's save.
    """
    permission, action = BlitarPermission.WRITE_REPORTS, BlitarAction.SEND_REPORT
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        hold_moment(session)
        body = _checked(narrative)
        row = open_draft(act, month_of(month), version, expected_saves)
        figures = figures_of(session, row.month)
        if problems := check_report(narrative, figures, act.day):
            raise Wrong(problems)
        row.figures = {
            "figures": to_plain(figures),
            "law": fingerprint(BLITAR_MENTORING),
            "program": VERSION,
        }
        row.state, row.sent_by_id, row.sent_at = ReportState.SENT, act.person.id, at
        write_narrative(act, row, body)
        note_row(session, MonthlyReportRow.__tablename__, [(row.id,)])
        kept = _kept(act, row, figures, printed) if printed else {}
        after = {"version": row.version, "totals": to_plain(figures.totals), **kept}
        act.close(subject_of(row), version=row.version, after=after)
        return row.version


def _kept(
    act: Act,
    row: MonthlyReportRow,
    figures: ReportFigures,
    printed: Callable[[ReportVersion, ReportFigures], bytes],
) -> Plain:
    act.session.flush()
    act.session.expire(row, ["sent_by", "changed_by"])
    told = version_of(row)
    pdf, number = printed(told, figures), told.number
    return keep_paper(act, MentoringPaper.MONTHLY_REPORT, row.id, pdf, number=number, on=act.day)


def start_correction(
    session: Session,
    actor: Person,
    month: date,
    wanted: Correction,
    *,
    version: int,
    nonce: str,
    at: datetime,
) -> int:
    """Begin the next version of a sent report, with its narrative copied; give the new version.

    The sent one stays as it is; the numbers are worked out anew when the correction is sent. Raises Wrong
    without a reason, and ChangedMeanwhile when somebody else began one before.
    """
    permission, action = BlitarPermission.WRITE_REPORTS, BlitarAction.SAVE_REPORT
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        require_typed(wanted)
        if problems := check_correction(wanted):
            raise Wrong(problems)
        sent = newest_row(session, month_of(month), hold=True)
        if sent is None:
            raise NotFound("Laporan bulan ini")
        if sent.version != version:
            raise changed(session, sent)
        if sent.state != ReportState.SENT:
            told = "Laporan ini belum terkirim, jadi masih dapat diubah langsung tanpa pembetulan."
            raise Wrong((Problem("correction", told),))
        row = new_version(act, sent.month, version + 1)
        row.correction, row.narrative = wanted.correction, sent.narrative
        add_version(session, row)
        after = {"version": row.version, "correction": wanted.correction}
        act.close(subject_of(row), version=row.version, after=after)
        return row.version


def _checked(narrative: Narrative) -> Plain:
    if problems := check_narrative(narrative):
        raise Wrong(problems)
    require_typed(narrative)
    body: Plain = to_plain(narrative)
    return body
