"""Monthly reports kept: written, sent with their numbers frozen, corrected as a new version."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from db import submissions
from db.access import authorise
from db.audit import Action
from db.blitar.reporting.figures import figures_of
from db.blitar.reporting.moment import hold_moment
from db.blitar.reporting.report_rows import (
    add_version,
    changed,
    new_version,
    open_draft,
    trail,
    write_narrative,
)
from db.blitar.reporting.versions import newest_row
from db.engine import require_write
from db.limits import require_typed
from db.plain import Plain, to_plain
from db.refusals import NotFound, Wrong
from domain.blitar.programme import BLITAR_MENTORING
from domain.blitar.reporting.report import (
    Correction,
    Narrative,
    ReportState,
    check_correction,
    check_narrative,
    check_report,
    month_of,
)
from domain.dates import JAKARTA
from domain.problems import Problem
from domain.regulation.receipts import fingerprint
from domain.roles import Permission, Person
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
    person, body = _written(session, actor, narrative)
    if done := submissions.claim(session, person, Action.SAVE_REPORT, nonce, at):
        return done.version
    row = open_draft(session, person, month_of(month), version, expected_saves, at)
    before = row.narrative
    write_narrative(session, row, body, person, at)
    submissions.settle(session, nonce, row.id, row.saves)
    trail(session, row, person, Action.SAVE_REPORT, at, before=before, after=body)
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
) -> int:
    """Send a month's report to the Kepala Dinas with this narrative; give the version.

    Its numbers are worked out now, all from one moment, and frozen, with the version of the law and of the
    program. Raises Wrong with everything that stands in the way, and ChangedMeanwhile over somebody
    else's save.
    """
    person, body = _written(session, actor, narrative)
    hold_moment(session)
    if done := submissions.claim(session, person, Action.SEND_REPORT, nonce, at):
        return done.version
    row = open_draft(session, person, month_of(month), version, expected_saves, at)
    figures = figures_of(session, row.month)
    if problems := check_report(narrative, figures, at.astimezone(JAKARTA).date()):
        raise Wrong(problems)
    row.figures = {
        "figures": to_plain(figures),
        "law": fingerprint(BLITAR_MENTORING),
        "program": VERSION,
    }
    row.state, row.sent_by_id, row.sent_at = ReportState.SENT, person.id, at
    write_narrative(session, row, body, person, at)
    submissions.settle(session, nonce, row.id, row.version)
    totals = to_plain(figures.totals)
    trail(session, row, person, Action.SEND_REPORT, at, after={"version": row.version, "totals": totals})
    return row.version


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
    require_write(session)
    person = authorise(session, actor, Permission.WRITE_REPORTS)
    require_typed(wanted)
    if done := submissions.claim(session, person, Action.SAVE_REPORT, nonce, at):
        return done.version
    if problems := check_correction(wanted):
        raise Wrong(problems)
    sent = newest_row(session, month_of(month), hold=True)
    if sent is None:
        raise NotFound("Laporan bulan ini")
    if sent.version != version:
        raise changed(sent)
    if sent.state != ReportState.SENT:
        told = "Laporan ini belum terkirim, jadi masih dapat diubah langsung tanpa pembetulan."
        raise Wrong((Problem("correction", told),))
    row = new_version(person, sent.month, version + 1, at)
    row.correction, row.narrative = wanted.correction, sent.narrative
    add_version(session, row)
    submissions.settle(session, nonce, row.id, row.version)
    after = {"version": row.version, "correction": wanted.correction}
    trail(session, row, person, Action.SAVE_REPORT, at, after=after)
    return row.version


def _written(session: Session, actor: Person, narrative: Narrative) -> tuple[Person, Plain]:
    require_write(session)
    person = authorise(session, actor, Permission.WRITE_REPORTS)
    if problems := check_narrative(narrative):
        raise Wrong(problems)
    require_typed(narrative)
    body: Plain = to_plain(narrative)
    return person, body
