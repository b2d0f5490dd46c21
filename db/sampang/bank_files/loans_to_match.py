"""The loans and the bookings that rows of a bank's file are held against."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from db.bulk import PIECE
from db.tables import (
    ApplicationRow,
    BankRowRow,
    InstalmentRow,
    JournalEntryRow,
    LoanProgressRow,
    LoanRow,
    PostingRow,
    SettlementRow,
    WriteOffProposalRow,
)
from domain.sampang.bank_file.bank_matching import Booked, Matcher
from domain.sampang.bank_file.bank_rows import BankRow, days_in
from domain.sampang.bank_file.near_loans import KnownLoan, NearLoans
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import REVERSIBLE, reference_in

_INCOMING = (Account.FUND_CASH, Account.INTEREST_CASH)


def matcher_for(session: Session, rows: Sequence[BankRow]) -> Matcher:
    """What rows of one file are held against: the loans and the books as they are now."""
    days = days_in(rows)
    return Matcher(loans_to_match(session), booked_between(session, *days) if days else ())


def loans_to_match(session: Session) -> NearLoans:
    """Every loan with what is left of it: a file may name any of them, or one by a name alone."""
    return NearLoans(_loans(session))


def booked_between(session: Session, first: date, last: date) -> Iterator[Booked]:
    """The money of loans in the books that came in on these days, and that nobody took back.

    Its own day counts, also where its month was closed and it is booked on a later one. A settlement counts
    with its surcharge, as it came.
    """
    entry, row = JournalEntryRow, BankRowRow
    # Kept with the booking itself: a reversal names the payment that it takes back.
    back = select(entry.reverses_id).where(entry.reverses_id.is_not(None))
    came_as = func.coalesce(SettlementRow.entry_id, PostingRow.entry_id)
    amounts = (
        select(came_as.label("entry_id"), func.sum(PostingRow.amount).label("amount"))
        .join(JournalEntryRow, JournalEntryRow.id == PostingRow.entry_id)
        .outerjoin(SettlementRow, SettlementRow.surcharge_entry_id == PostingRow.entry_id)
        .where(JournalEntryRow.value_on.between(first, last), PostingRow.account.in_(_INCOMING))
        .group_by(came_as)
        .subquery()
    )
    query = (
        select(
            entry.id, entry.loan_id, ApplicationRow.number, entry.value_on, amounts.c.amount, entry.memo,
            row.line, row.reference,
        )
        .join(amounts, amounts.c.entry_id == entry.id)
        .join(LoanRow, LoanRow.id == entry.loan_id)
        .join(ApplicationRow, ApplicationRow.id == LoanRow.application_id)
        .outerjoin(row, row.entry_id == entry.id)
        .where(entry.value_on.between(first, last), entry.kind.in_(REVERSIBLE))
        .where(entry.reverses_id.is_(None), entry.id.not_in(back))
        .order_by(entry.id)
    )  # fmt: skip
    found = session.execute(query.execution_options(yield_per=PIECE))
    for entry_id, loan_id, number, on, amount, memo, line, slip in found:
        reference = reference_in(memo, number) if line is None else slip
        yield Booked(entry_id, loan_id, number, on, int(amount), reference, from_bank=line is not None)


def _loans(session: Session) -> Iterator[KnownLoan]:
    loan, file, kept = LoanRow, ApplicationRow, LoanProgressRow
    plan = InstalmentRow
    costs = (
        select(plan.loan_id, func.sum(plan.principal + plan.interest).label("whole"))
        .group_by(plan.loan_id)
        .subquery()
    )
    query = (
        select(
            loan.id, file.number, file.name, file.answers["applicant"]["contact_name"].as_string(),
            loan.disbursed_on, costs.c.whole,
            kept.principal_paid + kept.interest_paid + kept.released + kept.recovered,
            plan.principal + plan.interest, kept.next_due, loan.taken_over_on, kept.written_off,
        )
        .join(file, file.id == loan.application_id)
        .join(costs, costs.c.loan_id == loan.id)
        .join(kept, kept.loan_id == loan.id)
        .outerjoin(plan, (plan.loan_id == loan.id) & (plan.number == kept.instalments_paid + 1))
        .order_by(loan.id)
    )  # fmt: skip
    again = _opened_again(session)
    found = session.execute(query.execution_options(yield_per=PIECE))
    for number, told, name, contact, out, whole, paid, instalment, due, taken, off in found:
        names = (name, contact) if contact else (name,)
        left = int(whole) - int(paid)
        since = again.get(number)
        yield KnownLoan(number, told, names, out, left, int(instalment or 0), due, taken, off > 0, since)


def _opened_again(session: Session) -> Mapping[int, date]:
    """Of loans whose settlement or write-off was taken back, the newest day of that."""
    of, back = JournalEntryRow, aliased(JournalEntryRow)
    ends = select(SettlementRow.entry_id).union(
        select(WriteOffProposalRow.entry_id).where(WriteOffProposalRow.entry_id.is_not(None))
    )
    query = (
        select(of.loan_id, func.max(back.value_on))
        .join(back, back.reverses_id == of.id)
        .where(of.id.in_(ends))
        .group_by(of.loan_id)
    )
    return {loan_id: on for loan_id, on in session.execute(query) if loan_id is not None}
