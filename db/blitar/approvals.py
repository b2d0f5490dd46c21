"""What of the mentoring waits for the Kepala Dinas' yes, who may be appointed, and whose contract ends."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.blitar.selection.candidates import OUTCOME
from db.blitar.selection.rounds import round_of
from db.tables import (
    CandidateRecordRow,
    CandidateRow,
    RecommendationBundleRow,
    SelectionRoundRow,
    StaffRow,
    UpgradeProposalRow,
)
from domain.blitar.decisions_due import ContractsEnding, Passed
from domain.blitar.reporting.recommendations import BundleState
from domain.blitar.selecting.results import OutcomeKind
from domain.blitar.staffing.assignments import Service
from domain.blitar.staffing.renewing import runs_out
from domain.blitar.waiting_work import letters_waiting, upgrades_waiting
from domain.dates import JAKARTA
from domain.headline import WaitsFor
from domain.roles import Person


def waiting_for_the_head(session: Session, person: Person) -> Iterator[WaitsFor]:
    """Proposals and letters that nobody has decided, and how many of them the person made."""
    proposal, letter = UpgradeProposalRow, RecommendationBundleRow
    count, since, own = _counted(
        session, proposal.proposed_on, proposal.outcome.is_(None), proposal.proposed_by_id == person.id
    )
    if count:
        yield upgrades_waiting(count, since, own)
    count, made, own = _counted(
        session, letter.made_at, letter.state == BundleState.DRAFT, letter.made_by_id == person.id
    )
    if count:
        yield letters_waiting(count, _day(made), own)


def _counted(
    session: Session, since: InstrumentedAttribute[Any], waits: ColumnElement[bool], own: ColumnElement[bool]
) -> tuple[int, Any, int]:
    owned = func.coalesce(func.sum(case((own, literal(1)), else_=literal(0))), 0)
    count, first, mine = session.execute(select(func.count(), func.min(since), owned).where(waits)).one()
    return count, first, int(mine)


def _day(moment: datetime | date) -> date:
    return moment.astimezone(JAKARTA).date() if isinstance(moment, datetime) else moment


def passed_unappointed(session: Session) -> Passed | None:
    """Who passed the newest selection that was decided and is not appointed yet; None without any."""
    row, record = SelectionRoundRow, CandidateRecordRow
    newest = select(row).where(row.decided_on.is_not(None)).order_by(row.id.desc()).limit(1)
    decided = session.scalars(newest).one_or_none()
    if decided is None or decided.decided_on is None:
        return None
    outcomes = (
        select(record.candidate_id, record.body, StaffRow.id)
        .join(CandidateRow, CandidateRow.id == record.candidate_id)
        .outerjoin(StaffRow, StaffRow.candidate_id == record.candidate_id)
        .where(CandidateRow.round_id == decided.id, record.kind == OUTCOME)
        .order_by(record.id)
    )
    last = {candidate: (body["kind"], staff) for candidate, body, staff in session.execute(outcomes)}
    left = sum(kind == OutcomeKind.PASSED and staff is None for kind, staff in last.values())
    return Passed(left, round_of(decided).title, decided.decided_on) if left else None


def contracts_ending(services: Iterable[Service], day: date, days: int) -> ContractsEnding | None:
    """The Pendamping who serve today and whose contract runs out within so many days."""
    ends = [one.contract_until for one in services if runs_out(one, day, days)]
    return ContractsEnding(len(ends), min(ends), days) if ends else None
