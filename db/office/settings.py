"""Verbs for what the office decides for itself: one person proposes it, another approves it.

A proposal counts for nothing until it is approved, and is never edited: a later one follows it. Until then
whoever may approve returns it with a reason, and its maker takes it back.
"""

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.limits import require_whole
from db.office.proposals import (
    Proposal,
    R,
    Row,
    approve,
    check_value,
    close,
    content_of,
    proposal,
    subject_of,
)
from db.plain import to_plain
from db.tables import OfficeSettingRow, ReadingSettlementRow
from db.trail import OfficeAction, Subject
from db.verbs import Act, verb
from domain.closings import Closing, ClosingReason
from domain.programme import Programme
from domain.regulation.interpretations import Interpretation
from domain.regulation.law_in_force import Practice
from domain.regulation.office_proposals import ReadingProposed, SettingProposed
from domain.regulation.parameter import Parameter, Value
from domain.regulation.rules import Regulation
from domain.roles import OfficePermission, Person


def propose_setting(
    session: Session,
    actor: Person,
    programme: Programme,
    parameter: Parameter,
    value: Value,
    proposed: SettingProposed,
    *,
    nonce: str,
    at: datetime,
) -> int:
    """Propose a value for one of the office's own settings; give the proposal's number.

    Raises ValueError for a parameter that the law sets or that is another programme's, and for a value that
    it cannot take.
    """
    permission, action = OfficePermission.PROPOSE_SETTINGS, OfficeAction.PROPOSE_SETTING
    with verb(session, actor, programme, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        if parameter.key not in _regulation(act).parameters:
            raise ValueError(f"{parameter.key} is no setting of {programme.name}")
        check_value(parameter, value, programme.regency.code)
        require_whole(proposed)
        row = OfficeSettingRow(
            parameter=parameter.key, value=to_plain(value), since=proposed.since, reason=proposed.reason
        )
        return _propose(act, row)


def propose_reading(
    session: Session,
    actor: Person,
    programme: Programme,
    interpretation: Interpretation,
    proposed: ReadingProposed,
    *,
    nonce: str,
    at: datetime,
) -> int:
    """Propose to settle on one reading of an interpretation by a decree; give the proposal's number."""
    permission, action = OfficePermission.PROPOSE_SETTINGS, OfficeAction.PROPOSE_READING
    with verb(session, actor, programme, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        if interpretation.id not in _regulation(act).interpretations:
            raise ValueError(f"{interpretation.id} is no question of {programme.name}")
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
        return _propose(act, row)


def approve_setting(
    session: Session, actor: Person, programme: Programme, proposal_id: int, *, at: datetime
) -> None:
    """Approve a proposed setting; raises SelfApproval when the actor proposed it."""
    permission, action = OfficePermission.APPROVE_SETTINGS, OfficeAction.APPROVE_SETTING
    with verb(session, actor, programme, permission, action, at=at) as act:
        _close(act, approve(act, OfficeSettingRow, proposal_id))


def approve_reading(
    session: Session, actor: Person, programme: Programme, proposal_id: int, *, at: datetime
) -> None:
    """Approve a proposed reading; raises SelfApproval when the actor proposed it."""
    permission, action = OfficePermission.APPROVE_SETTINGS, OfficeAction.APPROVE_READING
    with verb(session, actor, programme, permission, action, at=at) as act:
        _close(act, approve(act, ReadingSettlementRow, proposal_id))


def return_proposal(
    session: Session,
    actor: Person,
    programme: Programme,
    subject: Subject,
    why: ClosingReason,
    *,
    at: datetime,
) -> None:
    """Return a proposed setting or reading to its maker with a reason, instead of approving it.

    A second press changes nothing. Raises OwnProposal for its maker, and AlreadyApproved or AlreadyClosed
    for one that waits no more.
    """
    permission, action = OfficePermission.APPROVE_SETTINGS, OfficeAction.RETURN_PROPOSAL
    with verb(session, actor, programme, permission, action, at=at) as act:
        close(act, subject, Closing.RETURNED, why)


def withdraw_proposal(
    session: Session,
    actor: Person,
    programme: Programme,
    subject: Subject,
    why: ClosingReason,
    *,
    at: datetime,
) -> None:
    """Take back a setting or reading that one proposed oneself and nobody approved.

    A second press changes nothing. Raises NotYourProposal for anybody else.
    """
    permission, action = OfficePermission.PROPOSE_SETTINGS, OfficeAction.WITHDRAW_PROPOSAL
    with verb(session, actor, programme, permission, action, at=at) as act:
        close(act, subject, Closing.WITHDRAWN, why)


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
        .where(table.programme == programme.key, table.approved_at.is_(None), table.closed_at.is_(None))
        .options(joinedload(table.proposed_by))
    )


def _regulation(act: Act) -> Regulation:
    return act.programme.law_on(act.day, Practice()).regulation


def _propose(act: Act, row: Row) -> int:
    row.programme = act.programme.key
    row.proposed_by_id, row.proposed_at = act.person.id, act.at
    act.session.add(row)
    act.session.flush()
    _close(act, row)
    return row.id


def _close(act: Act, row: Row) -> None:
    act.close(subject_of(row), after={**content_of(row), "reason": row.reason})
