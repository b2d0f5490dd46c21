"""Verbs for what the office decides for itself: one person proposes it, another approves it.

A proposal counts for nothing until it is approved, and is never edited: a later one follows it.
"""

from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from db import audit, submissions
from db.access import authorise
from db.engine import require_write
from db.limits import check_reason
from db.office.proposals import Proposal, R, Row, approve, check_value, content_of, proposal, subject_of
from db.plain import to_plain
from db.tables import OfficeSettingRow, ReadingSettlementRow
from db.trail import Action, OfficeAction
from domain.dates import JAKARTA
from domain.programme import Programme
from domain.regulation.interpretations import Interpretation
from domain.regulation.law_in_force import Practice
from domain.regulation.parameter import Parameter, Value
from domain.regulation.rules import Regulation
from domain.roles import OfficePermission, Person


def propose_setting(
    session: Session,
    actor: Person,
    programme: Programme,
    parameter: Parameter,
    value: Value,
    *,
    since: date,
    reason: str,
    nonce: str,
    at: datetime,
) -> int:
    """Propose a value for one of the office's own settings; give the proposal's number.

    Raises ValueError for a parameter that the law sets or that is another programme's, and for a value that
    it cannot take.
    """
    person = _proposer(session, actor, programme)
    if parameter.key not in _regulation(programme, at).parameters:
        raise ValueError(f"{parameter.key} is no setting of {programme.name}")
    check_value(parameter, value)
    row = OfficeSettingRow(parameter=parameter.key, value=to_plain(value), since=since)
    return _propose(session, person, programme, OfficeAction.PROPOSE_SETTING, row, reason, nonce, at)


def propose_reading(
    session: Session,
    actor: Person,
    programme: Programme,
    interpretation: Interpretation,
    reading: str,
    *,
    on: date,
    decree: str,
    reason: str,
    nonce: str,
    at: datetime,
) -> int:
    """Propose to settle on one reading of an interpretation by a decree; give the proposal's number."""
    person = _proposer(session, actor, programme)
    if interpretation.id not in _regulation(programme, at).interpretations:
        raise ValueError(f"{interpretation.id} is no question of {programme.name}")
    if reading not in interpretation.choosable:
        raise ValueError(f"{interpretation.id}: {reading} is not a reading that can decide")
    check_reason(decree, "decree")
    row = ReadingSettlementRow(interpretation=interpretation.id, reading=reading, on=on, decree=decree)
    return _propose(session, person, programme, OfficeAction.PROPOSE_READING, row, reason, nonce, at)


def approve_setting(
    session: Session, actor: Person, programme: Programme, proposal_id: int, *, at: datetime
) -> None:
    """Approve a proposed setting; raises SelfApproval when the actor proposed it."""
    person = _approver(session, actor, programme)
    row = approve(session, OfficeSettingRow, person, programme, proposal_id, at)
    _record(session, person, programme, OfficeAction.APPROVE_SETTING, row, at)


def approve_reading(
    session: Session, actor: Person, programme: Programme, proposal_id: int, *, at: datetime
) -> None:
    """Approve a proposed reading; raises SelfApproval when the actor proposed it."""
    person = _approver(session, actor, programme)
    row = approve(session, ReadingSettlementRow, person, programme, proposal_id, at)
    _record(session, person, programme, OfficeAction.APPROVE_READING, row, at)


def pending(session: Session, actor: Person, programme: Programme) -> tuple[Proposal, ...]:
    """List what waits for approval in a programme, the oldest first."""
    either = (OfficePermission.PROPOSE_SETTINGS, OfficePermission.APPROVE_SETTINGS)
    authorise(session, actor, programme, *either)
    waiting = [proposal(row) for row in session.scalars(_waiting_in(OfficeSettingRow, programme))]
    waiting += [proposal(row) for row in session.scalars(_waiting_in(ReadingSettlementRow, programme))]
    return tuple(sorted(waiting, key=lambda entry: (entry.proposed_at, entry.subject.id)))


def _waiting_in(table: type[R], programme: Programme) -> Select[R]:
    return (
        select(table)
        .where(table.programme == programme.key, table.approved_at.is_(None))
        .options(joinedload(table.proposed_by))
    )


def _regulation(programme: Programme, at: datetime) -> Regulation:
    return programme.law_on(at.astimezone(JAKARTA).date(), Practice()).regulation


def _proposer(session: Session, actor: Person, programme: Programme) -> Person:
    require_write(session)
    return authorise(session, actor, programme, OfficePermission.PROPOSE_SETTINGS)


def _approver(session: Session, actor: Person, programme: Programme) -> Person:
    require_write(session)
    return authorise(session, actor, programme, OfficePermission.APPROVE_SETTINGS)


def _propose(
    session: Session,
    person: Person,
    programme: Programme,
    action: Action,
    row: Row,
    reason: str,
    nonce: str,
    at: datetime,
) -> int:
    check_reason(reason)
    if done := submissions.claim(session, person, action, nonce, at):
        return done.subject_id
    row.programme = programme.key
    row.reason, row.proposed_by_id, row.proposed_at = reason, person.id, at
    session.add(row)
    session.flush()
    submissions.settle(session, nonce, row.id)
    _record(session, person, programme, action, row, at)
    return row.id


def _record(
    session: Session, person: Person, programme: Programme, action: Action, row: Row, at: datetime
) -> None:
    after = {**content_of(row), "reason": row.reason}
    audit.record(session, person, programme, action, subject_of(row), at, after=after)
