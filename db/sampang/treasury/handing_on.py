"""Verbs for money that leaves the accounts but for loans: interest remitted, its shares, borrowers' costs.

All interest goes to the regency's treasury first, and a share is paid out of there (O-22): never more than
was remitted of it. Each booking is taken back like a payment, by two people (`loans/reversals.py`).
"""

from datetime import date, datetime

from sqlalchemy.orm import Session

from db.again import let_pass
from db.limits import require_whole
from db.plain import to_plain
from db.sampang.fund.ledger import book, held_fund
from db.sampang.fund.shares import held_shares
from db.sampang.origination.advancing import require_free
from db.sampang.trail import SampangAction, SampangSubject
from db.sampang.treasury.fund_refusals import NotYetOpened, OutsideFund
from db.sampang.treasury.fund_slips import same_fund_slip
from db.sampang.treasury.running_balance import least_since
from db.tables import FundRow, JournalEntryRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.again import AgainBecause
from domain.roles import Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import Entry
from domain.sampang.fund.handing_on_checks import hindrances_to_handing_on
from domain.sampang.fund.interest_shares import remitted_parts
from domain.sampang.fund.money_out import (
    CostHandedOn,
    HandedOn,
    Remittance,
    SharePaid,
    cost_handed_on,
    remittance,
    share_payout,
)
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def remit_interest(
    session: Session,
    actor: Person,
    given: Remittance,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> int:
    """Record interest that went to the treasury; gives the booking's number.

    Raises Hindered for more than lay in the bank, and SameAgain for a slip that was booked before.
    """
    permission, action = SampangPermission.HAND_ON_MONEY, SampangAction.REMIT_INTEREST
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        return act.earlier.subject_id if act.earlier else _handed_on(act, given, again_because)


def pay_out_share(
    session: Session,
    actor: Person,
    given: SharePaid,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> int:
    """Record a share that was paid out of the treasury, or taken as revenue; gives the booking's number.

    Raises Hindered for more than was remitted of the share by that day and is not paid out.
    """
    permission, action = SampangPermission.HAND_ON_MONEY, SampangAction.PAY_OUT_SHARE
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        return act.earlier.subject_id if act.earlier else _handed_on(act, given, again_because)


def hand_on_cost(
    session: Session,
    actor: Person,
    given: CostHandedOn,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> int:
    """Record what was handed on to insurer, notary or BPN; gives the booking's number.

    Raises Hindered for more than borrowers had paid for them by that day.
    """
    permission, action = SampangPermission.HAND_ON_MONEY, SampangAction.HAND_ON_COST
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        return act.earlier.subject_id if act.earlier else _handed_on(act, given, again_because)


def require_day_of_fund(fund: FundRow, on: date, today: date) -> None:
    """Raise NotYetOpened, or OutsideFund for a day before the opening or in the future."""
    if fund.opened_on is None:
        raise NotYetOpened
    if not fund.opened_on <= on <= today:
        raise OutsideFund(fund.opened_on)


def _handed_on(act: Act, given: HandedOn, again_because: str) -> int:
    session = act.session
    require_whole(given)
    require_day_of_fund(held_fund(session), given.on, act.day)
    again = let_pass(same_fund_slip(session, given), again_because)
    require_free(hindrances_to_handing_on(given, _there(session, given)))
    entry_id = book(session, act.person, _entry_of(session, given), act.at)
    kept = again.keep(act, JournalEntryRow, entry_id)
    act.close(Subject(SampangSubject.JOURNAL_ENTRY, entry_id), after={**to_plain(given), **kept})
    return entry_id


def _there(session: Session, given: HandedOn) -> int:
    """What could be handed on of this on that day, and can still be, in rupiah."""
    match given:
        case Remittance():
            return least_since(session, Account.INTEREST_CASH, given.on)
        case SharePaid():
            return least_since(session, given.share.remitted, given.on)
        case CostHandedOn():
            return least_since(session, given.cost.payable, given.on, is_owed=True)


def _entry_of(session: Session, given: HandedOn) -> Entry:
    match given:
        case Remittance():
            return remittance(given, remitted_parts(held_shares(session), given.amount))
        case SharePaid():
            return share_payout(given)
        case CostHandedOn():
            return cost_handed_on(given)
