"""Verbs for the fund's capital: one person proposes what a decree adds or takes out, another approves it.

Nothing is booked before. What is returned or withdrawn is closed; a new proposal may follow it.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.again import let_pass
from db.closings import close_proposal, is_pressed_again, require_not_closed
from db.limits import require_whole
from db.plain import to_plain
from db.refusals import NotFound, SelfApproval
from db.sampang.fund.ledger import book, held_fund, position_of
from db.sampang.origination.advancing import require_free
from db.sampang.trail import SampangAction, SampangSubject
from db.sampang.treasury.fund_refusals import AlreadyBooked
from db.sampang.treasury.fund_slips import same_decree
from db.sampang.treasury.handing_on import require_day_of_fund
from db.tables import CapitalProposalRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.again import AgainBecause
from domain.closings import Closing, ClosingReason
from domain.roles import Person
from domain.sampang.fund.money_out import CapitalChange, CapitalMove, capital_change
from domain.sampang.fund.position import hindrances_to_promising
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def propose_capital(
    session: Session,
    actor: Person,
    change: CapitalChange,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> int:
    """Propose to book capital that was added or withdrawn; gives the number of the proposal.

    Raises OutsideFund for a day before the opening or in the future, Hindered for more than the fund has
    free, and SameAgain for a decree that was recorded before.
    """
    permission, action = SampangPermission.PROPOSE_CAPITAL, SampangAction.PROPOSE_CAPITAL
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(change)
        require_day_of_fund(held_fund(session), change.on, act.day)
        again = let_pass(same_decree(session, change), again_because)
        _require_cash(session, change)
        row = CapitalProposalRow(**_columns(change), proposed_by_id=act.person.id, proposed_at=at)
        session.add(row)
        session.flush()
        kept = again.keep(act, CapitalProposalRow, row.id)
        act.close(_subject(row), after={**to_plain(change), **kept})
        return row.id


def approve_capital(session: Session, actor: Person, proposal_id: int, *, at: datetime) -> int:
    """Approve somebody else's proposal and book it; gives the booking's number.

    Raises AlreadyBooked, AlreadyClosed, SelfApproval, and Hindered when the fund has less free by now.
    """
    permission, action = SampangPermission.APPROVE_CAPITAL, SampangAction.APPROVE_CAPITAL
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        row = _held(session, proposal_id)
        _require_waiting(row)
        if row.proposed_by_id == act.person.id:
            raise SelfApproval
        change = change_of(row)
        _require_cash(session, change)
        row.approved_by_id, row.approved_at = act.person.id, at
        row.entry_id = book(session, act.person, capital_change(change), at)
        act.close(_subject(row), after={"entry": row.entry_id})
        return row.entry_id


def return_capital(
    session: Session, actor: Person, proposal_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Return somebody else's proposal with a reason: nothing is booked. A second press changes nothing."""
    permission, action = SampangPermission.APPROVE_CAPITAL, SampangAction.RETURN_CAPITAL
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        _close(act, proposal_id, Closing.RETURNED, why)


def withdraw_capital(
    session: Session, actor: Person, proposal_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Take back one's own proposal that nobody approved. A second press changes nothing."""
    permission, action = SampangPermission.PROPOSE_CAPITAL, SampangAction.WITHDRAW_CAPITAL
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        _close(act, proposal_id, Closing.WITHDRAWN, why)


def change_of(row: CapitalProposalRow) -> CapitalChange:
    """What a proposal would book."""
    return CapitalChange(
        move=CapitalMove(row.move), amount=row.amount, on=row.on, decree=row.decree, reason=row.reason
    )


def _columns(change: CapitalChange) -> dict[str, object]:
    names = ("move", "amount", "on", "decree", "reason")
    return {name: getattr(change, name) for name in names}


def _require_cash(session: Session, change: CapitalChange) -> None:
    """What is promised to borrowers stays, so no more is taken out than is free."""
    if change.move is CapitalMove.WITHDRAWN:
        require_free(hindrances_to_promising(position_of(session), change.amount))


def _close(act: Act, proposal_id: int, how: Closing, why: ClosingReason) -> None:
    row = _held(act.session, proposal_id)
    if row.entry_id is not None:
        raise AlreadyBooked(row.entry_id)
    if is_pressed_again(act, row, how):
        return
    close_proposal(act, row, how, why)
    act.close(_subject(row), before={"reason": row.reason}, after={"closed": str(how), "reason": why.reason})


def _require_waiting(row: CapitalProposalRow) -> None:
    if row.entry_id is not None:
        raise AlreadyBooked(row.entry_id)
    require_not_closed(row)


def _held(session: Session, proposal_id: int) -> CapitalProposalRow:
    held_fund(session)
    query = select(CapitalProposalRow).where(CapitalProposalRow.id == proposal_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Usulan perubahan modal ini")
    return row


def _subject(row: CapitalProposalRow) -> Subject:
    return Subject(SampangSubject.CAPITAL_PROPOSAL, row.id)
