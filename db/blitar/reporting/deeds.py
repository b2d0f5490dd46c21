"""What the store knows that a Fasilitator did in a month, counted from what was recorded under their name."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Final

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.blank_text import stripped
from db.blitar.reporting.reviews import require_reader
from db.blitar.staffing.trainings import TRAINING
from db.blitar.trail import BlitarAction
from db.tables import (
    AuditRow,
    HandoverRow,
    MonthlyReportRow,
    RecommendationBundleRow,
    StaffRecordRow,
    VisitImportRow,
    VisitRow,
    VisitStepRow,
)
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.facilitator_deeds import Deeds, ReportSent, Trace, VerifiedOfMonth
from domain.blitar.reporting.report import ReportState, last_day_of
from domain.blitar.visiting.visit import VisitState
from domain.dates import JAKARTA, add_months
from domain.roles import Person

# Counted by thing, however often it was saved.
_THINGS: Final = {
    Trace.ROUNDS: (BlitarAction.SAVE_ROUND, BlitarAction.DECIDE_ROUND),
    Trace.CANDIDATES: (BlitarAction.SAVE_CANDIDATE,),
    Trace.VISITS_ENTERED: (BlitarAction.SAVE_VISIT, BlitarAction.SEND_VISIT),
    Trace.CLIENTS_SAVED: (BlitarAction.SAVE_CLIENT,),
    Trace.BASELINES: (BlitarAction.RECORD_BASELINE,),
    Trace.ASSIGNMENTS: (BlitarAction.ASSIGN_DISTRICT, BlitarAction.END_ASSIGNMENT),
    Trace.BUNDLES_SENT: (BlitarAction.SEND_RECOMMENDATIONS,),
    Trace.ANSWERS: (BlitarAction.ANSWER_RECOMMENDATIONS,),
    Trace.UPGRADES: (BlitarAction.PROPOSE_UPGRADE,),
    Trace.REPORTS: (BlitarAction.SEND_REPORT,),
}
# Counted by how often it was recorded.
_TIMES: Final = {
    Trace.CANDIDATE_RECORDS: (BlitarAction.RECORD_ON_CANDIDATE,),
    Trace.WEEK_PLANS: (BlitarAction.SAVE_WEEK_PLAN,),
}


def done_by(session: Session, actor: Person, staff_id: int, month: date) -> Deeds:
    """What the store knows of a Fasilitator's month; for the Kepala Dinas and for the Fasilitator alone."""
    row = require_reader(session, actor, staff_id)
    start, end = _moments(month)
    counts: dict[Trace, int] = {}
    verified = VerifiedOfMonth()
    if row.person_id is not None:
        counts = dict(_in_trail(session, row.person_id, start, end))
        counts |= dict(_in_tables(session, row.person_id, start, end))
        verified = _verified_of(session, row.person_id, month)
    return Deeds(
        month=month,
        has_account=row.person_id is not None,
        counts={trace: count for trace, count in counts.items() if count},
        report=_report(session, month),
        verified=verified,
    )


def _moments(month: date) -> tuple[datetime, datetime]:
    first, after = (datetime.combine(add_months(month, n), time(), tzinfo=JAKARTA) for n in (0, 1))
    return first, after


def _in_trail(session: Session, person: int, start: datetime, end: datetime) -> Iterator[tuple[Trace, int]]:
    row = AuditRow
    query = (
        select(row.action, row.subject_id, func.count())
        .where(row.programme == BLITAR.key, row.person_id == person, row.at >= start, row.at < end)
        .group_by(row.action, row.subject_id)
    )
    found = [(BlitarAction(action), subject, times) for action, subject, times in session.execute(query)]
    for trace, actions in _THINGS.items():
        yield trace, len({subject for action, subject, _ in found if action in actions})
    for trace, actions in _TIMES.items():
        yield trace, sum(times for action, _, times in found if action in actions)


def _in_tables(session: Session, person: int, start: datetime, end: datetime) -> Iterator[tuple[Trace, int]]:
    def count(
        who: InstrumentedAttribute[int], when: InstrumentedAttribute[datetime], *more: ColumnElement[bool]
    ) -> int:
        query = select(func.count()).where(and_(who == person, when >= start, when < end, *more))
        return session.scalar(query) or 0

    step, pile = VisitStepRow, VisitImportRow
    by, when, noted = step.by_person_id, step.at, stripped(step.note) != ""
    yield Trace.RETURNED, count(by, when, step.state == VisitState.RETURNED)
    yield Trace.VERIFIED, count(by, when, step.state == VisitState.VERIFIED)
    yield Trace.VERIFIED_WITH_NOTE, count(by, when, step.state == VisitState.VERIFIED, noted)
    record, moved = StaffRecordRow, HandoverRow
    yield Trace.TRAININGS, count(record.by_person_id, record.at, record.kind == TRAINING)
    yield Trace.PILES, count(pile.by_person_id, pile.at)
    yield Trace.HANDOVERS, count(moved.by_person_id, moved.at)
    # A draft that was given up is gone from the table, and was no letter.
    letter = RecommendationBundleRow
    yield Trace.BUNDLES, count(letter.made_by_id, letter.made_at)


def _verified_of(session: Session, person: int, month: date) -> VerifiedOfMonth:
    """The visits of a month that a person verified whenever; each once, by their last verification of it."""
    step, ends, after = VisitStepRow, _moments(month)[1], _moments(add_months(month, 1))[1]
    last = (
        select(step.visit_id, func.max(step.at).label("at"))
        .join(VisitRow, VisitRow.id == step.visit_id)
        .where(step.by_person_id == person, step.state == VisitState.VERIFIED)
        .where(VisitRow.on.between(month, last_day_of(month)))
        .group_by(step.visit_id)
        .subquery("last_verified")
    )
    at = last.c.at
    counts = [func.count(case((one, 1))) for one in (at < ends, and_(at >= ends, at < after), at >= after)]
    row = session.execute(select(*counts).select_from(last)).one()
    return VerifiedOfMonth(by_its_end=row[0], next_month=row[1], later=row[2])


def _report(session: Session, month: date) -> ReportSent | None:
    row = MonthlyReportRow
    query = (
        select(row).where(row.month == month, row.state == ReportState.SENT).order_by(row.version).limit(1)
    )
    found = session.scalars(query).one_or_none()
    if found is None or found.sent_at is None or found.sent_by is None:
        return None
    return ReportSent(found.sent_at.astimezone(JAKARTA).date(), found.sent_by.name)
