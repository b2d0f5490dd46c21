"""Verbs for what the office decides for itself: one person proposes it, another approves it.

A proposal counts for nothing until it is approved, and is never edited: a later one follows it.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db import audit, submissions
from db.access import authorise
from db.audit import Action
from db.engine import require_write
from db.limits import require_whole
from db.office.proposals import Proposal, Row, approve, check_value, content_of, proposal, subject_of
from db.plain import to_plain
from db.tables import OfficeSettingRow, ReadingSettlementRow
from domain.regulation.interpretations import Interpretation
from domain.regulation.office_proposals import ReadingProposed, SettingProposed
from domain.regulation.parameter import Parameter, Value
from domain.roles import Permission, Person


def propose_setting(
    session: Session,
    actor: Person,
    parameter: Parameter,
    value: Value,
    proposed: SettingProposed,
    *,
    nonce: str,
    at: datetime,
) -> int:
    """Propose a value for one of the office's own settings; give the proposal's number.

    Raises ValueError for a parameter that the law sets, or a value that it cannot take.
    """
    person = _proposer(session, actor)
    check_value(parameter, value)
    require_whole(proposed)
    row = OfficeSettingRow(
        parameter=parameter.key, value=to_plain(value), since=proposed.since, reason=proposed.reason
    )
    return _propose(session, person, Action.PROPOSE_SETTING, row, nonce, at)


def propose_reading(
    session: Session,
    actor: Person,
    interpretation: Interpretation,
    proposed: ReadingProposed,
    *,
    nonce: str,
    at: datetime,
) -> int:
    """Propose to settle on one reading of an interpretation by a decree; give the proposal's number."""
    person = _proposer(session, actor)
    if proposed.letter not in interpretation.choosable:
        raise ValueError(f"{interpretation.id}: {proposed.letter} is not a reading that can decide")
    require_whole(proposed)
    row = ReadingSettlementRow(
        interpretation=interpretation.id,
        reading=proposed.letter,
        on=proposed.on,
        decree=proposed.decree,
        reason=proposed.reason,
    )
    return _propose(session, person, Action.PROPOSE_READING, row, nonce, at)


def approve_setting(session: Session, actor: Person, proposal_id: int, *, at: datetime) -> None:
    """Approve a proposed setting; raises SelfApproval when the actor proposed it."""
    person = _approver(session, actor)
    row = approve(session, OfficeSettingRow, person, proposal_id, at)
    _record(session, person, Action.APPROVE_SETTING, row, at)


def approve_reading(session: Session, actor: Person, proposal_id: int, *, at: datetime) -> None:
    """Approve a proposed reading; raises SelfApproval when the actor proposed it."""
    person = _approver(session, actor)
    row = approve(session, ReadingSettlementRow, person, proposal_id, at)
    _record(session, person, Action.APPROVE_READING, row, at)


def pending(session: Session, actor: Person) -> tuple[Proposal, ...]:
    """List what waits for approval, the oldest first."""
    authorise(session, actor, Permission.PROPOSE_SETTINGS, Permission.APPROVE_SETTINGS)
    settings = (
        select(OfficeSettingRow)
        .where(OfficeSettingRow.approved_at.is_(None))
        .options(joinedload(OfficeSettingRow.proposed_by))
    )
    readings = (
        select(ReadingSettlementRow)
        .where(ReadingSettlementRow.approved_at.is_(None))
        .options(joinedload(ReadingSettlementRow.proposed_by))
    )
    waiting = [proposal(row) for row in session.scalars(settings)]
    waiting += [proposal(row) for row in session.scalars(readings)]
    return tuple(sorted(waiting, key=lambda entry: (entry.proposed_at, entry.subject.id)))


def _proposer(session: Session, actor: Person) -> Person:
    require_write(session)
    return authorise(session, actor, Permission.PROPOSE_SETTINGS)


def _approver(session: Session, actor: Person) -> Person:
    require_write(session)
    return authorise(session, actor, Permission.APPROVE_SETTINGS)


def _propose(
    session: Session,
    person: Person,
    action: Action,
    row: Row,
    nonce: str,
    at: datetime,
) -> int:
    if done := submissions.claim(session, person, action, nonce, at):
        return done.subject_id
    row.proposed_by_id, row.proposed_at = person.id, at
    session.add(row)
    session.flush()
    submissions.settle(session, nonce, row.id)
    _record(session, person, action, row, at)
    return row.id


def _record(session: Session, person: Person, action: Action, row: Row, at: datetime) -> None:
    after = {**content_of(row), "reason": row.reason}
    audit.record(session, person, action, subject_of(row), at, after=after)
