"""The account of a loan in the store: the bookings one by one, by the days on which they count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import accumulate
from typing import Any, Final

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.fund.loan_books import claims_of, sum_of
from db.sampang.handed_over import standing_handovers
from db.sampang.loans.loans import StoredLoan, loan_of
from db.tables import JournalEntryRow, PersonRow, PostingRow
from domain.roles import Person
from domain.sampang.fund.accounts import Account as Ledger
from domain.sampang.fund.entries import OF_PAYING, EntryKind, reference_in
from domain.sampang.fund.loan_course import Received
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.account import Account
from domain.sampang.servicing.payment_receipt import Receipt

# What came in; a write-off brings nothing, and stands beside the account with its decree.
_TOLD: Final = (*OF_PAYING, EntryKind.SURCHARGE, EntryKind.RECOVERY)
_OF_A_SLIP: Final = (EntryKind.PAYMENT, EntryKind.RECOVERY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """One booking of a loan's money, in signed rupiah, and the principal that was left by its day.

    `on` is the day from which it counts, `booked_on` that of the journal. `is_taken_back` tells that
    another booking undid it; `told` is its slip, or why it was made. `released` is the coming interest that a
    settlement lets fall, whose surcharge is a booking of its own. Money for a claim that was written off is
    told as principal, since it is capital again; `owed` is then what is claimed of the principal.
    """

    entry_id: int
    kind: EntryKind
    on: date
    booked_on: date
    told: str
    interest: int
    principal: int
    owed: int
    by: str
    at: datetime
    is_taken_back: bool
    released: int | None = None

    @property
    def amount(self) -> int:
        """Interest and principal together."""
        return self.interest + self.principal


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """A loan, its account on a day, and the bookings by the days on which they count."""

    loan: StoredLoan
    account: Account
    lines: tuple[Booked, ...]

    def receipt(self, line: Booked) -> Receipt:
        """The receipt for a payment, as the books stood once it was booked."""
        known = [one for one in self.lines if one.at <= line.at]
        return Receipt(
            number=line.entry_id,
            loan=self.loan.number,
            borrower=self.loan.name,
            on=line.on,
            reference=line.told,
            interest=line.interest,
            principal=line.principal,
            owed_after=self.loan.schedule.terms.principal - sum(one.principal for one in known),
            booked_by=line.by,
        )


def account_of(session: Session, actor: Person, application_id: int, day: date) -> StoredAccount | None:
    """The account of the loan that was paid out for an application, if it was, as of a day."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    loan = loan_of(session, actor, application_id)
    if loan is None:
        return None
    lines = _lines(_rows(session, loan.id), loan)
    received = tuple(
        Received(one.on, one.principal, one.interest, one.released) for one in lines if one.kind in OF_PAYING
    )
    course = replace(loan.course(received), claim=claims_of(session, (loan.id,)).get(loan.id, ()))
    given = standing_handovers(session, (loan.id,)).get(loan.id)
    return StoredAccount(loan, Account(course, day, given), lines)


def _rows(session: Session, loan_id: int) -> Sequence[Row[*tuple[Any, ...]]]:
    """The bookings of a loan with their two parts, which are asked with them and not one by one."""
    row, part, person = JournalEntryRow, PostingRow, PersonRow
    query = (
        select(
            row.id, row.kind, row.value_on, row.on, row.memo, row.at, row.reverses_id, row.released,
            person.name.label("by"), sum_of(Ledger.FUND_CASH).label("principal"),
            sum_of(Ledger.INTEREST_CASH).label("interest"),
        )
        .join(part, part.entry_id == row.id)
        .join(person, person.id == row.by_person_id)
        .where(row.loan_id == loan_id, row.kind.in_(_TOLD))
        .group_by(row.id, person.name)
        .order_by(row.value_on, row.id)
    )  # fmt: skip
    return session.execute(query).all()


def _lines(rows: Sequence[Row[*tuple[Any, ...]]], loan: StoredLoan) -> tuple[Booked, ...]:
    taken_back = {row.reverses_id for row in rows}
    owed = accumulate((-int(row.principal) for row in rows), initial=loan.schedule.terms.principal)
    next(owed)
    return tuple(
        Booked(
            entry_id=row.id,
            kind=EntryKind(row.kind),
            on=row.value_on,
            booked_on=row.on,
            told=reference_in(row.memo, loan.number) if row.kind in _OF_A_SLIP else row.memo,
            interest=int(row.interest),
            principal=int(row.principal),
            owed=max(left, 0),
            by=row.by,
            at=row.at,
            is_taken_back=row.id in taken_back,
            released=row.released if row.kind == EntryKind.SETTLEMENT else None,
        )
        for row, left in zip(rows, owed, strict=True)
    )
