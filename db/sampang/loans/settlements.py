"""Verb for the money that settles a loan by its quote; how it is taken back stands here as well."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from db.again import let_pass
from db.limits import require_whole
from db.plain import to_plain
from db.refusals import NotFound
from db.sampang.fund.ledger import amounts_of, book, held_fund, position_of
from db.sampang.fund.loan_books import LoanBooks, books_of
from db.sampang.loans.posting import Splits
from db.sampang.loans.settled_loans import require_running
from db.sampang.loans.settlement_quotes import newest_entry
from db.sampang.loans.slips import same_slip
from db.sampang.origination.advancing import require_free
from db.sampang.settlement_refusals import OtherThanQuoted, OutsideQuote, QuoteOutOfDate
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import JournalEntryRow, SettlementQuoteRow, SettlementRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.again import AgainBecause
from domain.roles import Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import (
    Entry,
    reversal_memo,
    settlement,
    settlement_memo,
    surcharge,
    surcharge_memo,
)
from domain.sampang.fund.money_in import Payment
from domain.sampang.fund.position import hindrances_to_paying
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.settling import SettlementReceived


def settle_loan(
    session: Session,
    actor: Person,
    quote_id: int,
    received: SettlementReceived,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> int:
    """Book the money that settles a loan, exactly as it was quoted; give the booking's number.

    Principal and interest due are one booking, the surcharge another (VIII.5.e). Raises LoanEnded,
    QuoteOutOfDate, OutsideQuote, OtherThanQuoted, and SameAgain for a slip that was booked before.
    """
    permission, action = SampangPermission.SETTLE_LOANS, SampangAction.SETTLE_LOAN
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(received)
        held_fund(session)
        quote = session.get(SettlementQuoteRow, quote_id)
        if quote is None:
            raise NotFound("Rincian pelunasan ini")
        books = books_of(session, quote.loan)
        _require_as_quoted(act, quote, books, received)
        slip = Payment(amount=received.amount, on=received.on, reference=received.reference)
        again = let_pass(same_slip(session, quote.loan_id, slip), again_because)
        row = _book(act, quote, books, received)
        kept = again.keep(act, JournalEntryRow, row.entry_id)
        after = {**to_plain(received), "entry": row.entry_id, "quote": quote_id, **kept}
        act.close(Subject(SampangSubject.LOAN, quote.loan_id), came_to=row.entry_id, after=after)
        return row.entry_id


def take_back_settlement(act: Act, entry: JournalEntryRow, on: date, reason: str) -> int:
    """Book a settlement and its surcharge back, in an open verb that holds the fund; the loan runs again."""
    session, loan = act.session, entry.loan
    row = session.get(SettlementRow, entry.id)
    if loan is None or row is None:
        raise RuntimeError("a settlement has its loan and its quote")
    came, now = amounts_of(entry), position_of(session)
    principal = came[Account.FUND_CASH]
    require_free(hindrances_to_paying(now, principal, now.committed))
    splits = Splits(session, act.at)
    split = splits.of_interest(-came.get(Account.INTEREST_CASH, 0), on)
    memo = reversal_memo(entry.memo, reason)
    back = settlement(-principal, split, -entry.released, on, memo)
    books = books_of(session, loan)
    entry_id = book(session, act.person, back, act.at, loan=books, reverses_id=entry.id)
    if (added := session.get(JournalEntryRow, row.surcharge_entry_id or 0)) is not None:
        split = splits.of_interest(-amounts_of(added)[Account.INTEREST_CASH], on)
        of_surcharge = surcharge(split, on, reversal_memo(added.memo, reason))
        book(session, act.person, of_surcharge, act.at, loan=books.after(back), reverses_id=added.id)
    return entry_id


def _require_as_quoted(
    act: Act, quote: SettlementQuoteRow, books: LoanBooks, received: SettlementReceived
) -> None:
    require_running(books.course, received.on)
    if newest_entry(act.session, quote.loan_id) != quote.after_entry_id:
        raise QuoteOutOfDate
    if not quote.since <= received.on <= min(quote.until, act.day):
        raise OutsideQuote(quote.since, quote.until)
    if received.amount != quote.total:
        raise OtherThanQuoted(received.amount, quote.total)
    if books.course.left != quote.principal + quote.interest_due + quote.released:
        raise RuntimeError("a quote leaves nothing of its loan")


def _book(
    act: Act, quote: SettlementQuoteRow, books: LoanBooks, received: SettlementReceived
) -> SettlementRow:
    session, person, at, on = act.session, act.person, act.at, received.on
    number = quote.loan.application.number
    split = Splits(session, at).of_interest(quote.interest_due, on)
    memo = settlement_memo(number, received.reference)
    entry = settlement(quote.principal, split, quote.released, on, memo)
    row = SettlementRow(entry_id=book(session, person, entry, at, loan=books), quote_id=quote.id)
    if added := quote.surcharge - quote.credit:
        of_surcharge = _surcharge(act, added, quote, on, number)
        row.surcharge_entry_id = book(session, person, of_surcharge, at, loan=books.after(entry))
    session.add(row)
    session.flush()
    return row


def _surcharge(act: Act, added: int, quote: SettlementQuoteRow, on: date, number: str) -> Entry:
    split = Splits(act.session, act.at).of_interest(added, on)
    return surcharge(split, on, surcharge_memo(number, quote.surcharge_months))
