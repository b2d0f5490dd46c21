"""Verbs of the red list: one person proposes, another approves or returns, the Dinas lifts (IX.3, S-38)."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.closings import close_proposal, is_pressed_again, require_not_closed
from db.limits import require_whole
from db.refusals import AlreadyApproved, NotFound, SelfApproval
from db.sampang.applications.application_rows import held_row
from db.sampang.fund.ledger import loan_row
from db.sampang.origination.advancing import require_free
from db.sampang.servicing.outlooks import collection_of
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import LoanRow, RedListEntryRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.closings import Closing, ClosingReason
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.collecting import Lifting, ListingAsked
from domain.sampang.servicing.red_listing import (
    hindrances_to_lifting,
    hindrances_to_listing,
    told_conditions,
)


def propose_listing(
    session: Session, actor: Person, loan_id: int, asked: ListingAsked, *, nonce: str, at: datetime
) -> int:
    """Ask for a borrower to be put on the red list; raises Hindered unless both conditions hold."""
    permission, action = SampangPermission.PROPOSE_RED_LIST, SampangAction.PROPOSE_LISTING
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(asked)
        loan = loan_row(session, loan_id)
        held_row(session, loan.application_id)
        row = RedListEntryRow(
            loan_id=loan.id,
            reason=asked.reason,
            found={"conditions": list(_conditions(act, loan))},
            proposed_by_id=act.person.id,
            proposed_at=at,
        )
        session.add(row)
        session.flush()
        act.close(_subject(row), came_to=row.id, after={"reason": row.reason, **row.found})
        return row.id


def approve_listing(session: Session, actor: Person, entry_id: int, *, at: datetime) -> None:
    """Approve somebody else's proposal: the borrower is on the red list from that day on.

    Raises Hindered where money or a report came meanwhile.
    """
    permission, action = SampangPermission.KEEP_RED_LIST, SampangAction.APPROVE_LISTING
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        row = _held(session, entry_id)
        _require_open(row)
        if row.proposed_by_id == act.person.id:
            raise SelfApproval
        _conditions(act, row.loan, proposed=True)
        row.approved_by_id, row.approved_at, row.since = act.person.id, at, act.day
        act.close(_subject(row), after={"since": act.day.isoformat()})


def return_listing(
    session: Session, actor: Person, entry_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Return somebody else's proposal with a reason; nobody is listed. A second press changes nothing."""
    permission, action = SampangPermission.KEEP_RED_LIST, SampangAction.RETURN_LISTING
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        _close(act, entry_id, Closing.RETURNED, why)


def withdraw_listing(
    session: Session, actor: Person, entry_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Take back one's own proposal that nobody approved. A second press changes nothing."""
    permission, action = SampangPermission.PROPOSE_RED_LIST, SampangAction.WITHDRAW_LISTING
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        _close(act, entry_id, Closing.WITHDRAWN, why)


def lift_listing(
    session: Session, actor: Person, entry_id: int, lifting: Lifting, *, nonce: str, at: datetime
) -> None:
    """Take a borrower off the red list with a reason; the entry stays to be read (S-38)."""
    permission, action = SampangPermission.KEEP_RED_LIST, SampangAction.LIFT_LISTING
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(lifting)
        row = _held(session, entry_id)
        require_free(
            hindrances_to_lifting(row.since, lifting.on, act.day, is_lifted=row.lifted_at is not None)
        )
        row.lifted_on, row.lifted_reason = lifting.on, lifting.reason
        row.lifted_by_id, row.lifted_at = act.person.id, at
        after = {"lifted_on": lifting.on.isoformat(), "reason": lifting.reason}
        act.close(_subject(row), before={"since": str(row.since)}, after=after)


def _conditions(act: Act, loan: LoanRow, *, proposed: bool = False) -> tuple[str, ...]:
    """What the conditions came to today, in words; raises Hindered where one does not hold."""
    outlook = collection_of(act.session, loan, act.day).outlook
    require_free(hindrances_to_listing(outlook, proposed=proposed))
    return told_conditions(outlook)


def _close(act: Act, entry_id: int, how: Closing, why: ClosingReason) -> None:
    row = _held(act.session, entry_id)
    if row.approved_by is not None and row.approved_at is not None:
        raise AlreadyApproved(row.approved_by.name, row.approved_at)
    if is_pressed_again(act, row, how):
        return
    close_proposal(act, row, how, why)
    act.close(_subject(row), before={"reason": row.reason}, after={"closed": str(how), "reason": why.reason})


def _require_open(row: RedListEntryRow) -> None:
    if row.approved_by is not None and row.approved_at is not None:
        raise AlreadyApproved(row.approved_by.name, row.approved_at)
    require_not_closed(row)


def _held(session: Session, entry_id: int) -> RedListEntryRow:
    query = select(RedListEntryRow).where(RedListEntryRow.id == entry_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Catatan daftar merah ini")
    held_row(session, row.loan.application_id)
    return row


def _subject(row: RedListEntryRow) -> Subject:
    return Subject(SampangSubject.RED_LIST, row.id)
