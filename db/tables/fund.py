"""Tables of the fund's books: the fund itself, its journal, loans and their fixed instalments."""

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.applying import ApplicationRow
from db.tables.base import Base
from db.tables.office import PersonRow
from db.tables.proposal import ProposalColumns


class FundRow(Base):
    """The one fund; whoever promises or moves its money holds this row until done.

    The books are closed up to `closed_until`, the last day of a month; None while no month was.
    """

    __tablename__ = "fund"

    key: Mapped[str] = mapped_column(primary_key=True)
    decree: Mapped[str | None]
    opened_on: Mapped[date | None]
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime | None]
    closed_until: Mapped[date | None]


class LoanRow(Base):
    """A loan that was paid out, with the terms fixed on that day. Never changed or deleted.

    Of one that was taken over on `taken_over_on` the principal and the instalments are what was left that
    day; it falls due on `own_day` of each month, the first time in the month after that of `due_from`.
    """

    __tablename__ = "loan"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), unique=True)
    principal: Mapped[int] = mapped_column(BigInteger)
    tenor: Mapped[int]
    grace: Mapped[int]
    yearly_percent: Mapped[int]
    method: Mapped[str]
    disbursed_on: Mapped[date] = mapped_column(index=True)
    rules_fingerprint: Mapped[str]
    taken_over_on: Mapped[date | None]
    due_from: Mapped[date | None]
    own_day: Mapped[int | None]
    requested_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    approved_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    application: Mapped[ApplicationRow] = relationship()
    requested_by: Mapped[PersonRow] = relationship(foreign_keys=requested_by_id)
    approved_by: Mapped[PersonRow] = relationship(foreign_keys=approved_by_id)
    instalments: Mapped[list["InstalmentRow"]] = relationship(order_by="InstalmentRow.number")


class InstalmentRow(Base):
    """One row of a loan's schedule as it was fixed. Never changed or deleted."""

    __tablename__ = "instalment"
    __table_args__ = (Index(None, "loan_id", "due_on", "number"),)

    loan_id: Mapped[int] = mapped_column(ForeignKey("loan.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    due_on: Mapped[date]
    principal: Mapped[int] = mapped_column(BigInteger)
    interest: Mapped[int] = mapped_column(BigInteger)
    balance: Mapped[int] = mapped_column(BigInteger)


class JournalEntryRow(Base):
    """One balanced booking. Never changed or deleted: a mistake is reversed by another.

    A loan counts the money from `value_on`; the journal has it `on` the day of its booking. `released` is the
    interest of coming instalments that a settlement lets fall, below zero where it is taken back.
    """

    __tablename__ = "journal_entry"
    __table_args__ = (Index(None, "on", "id"), Index(None, "value_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    on: Mapped[date]
    value_on: Mapped[date]
    memo: Mapped[str]
    released: Mapped[int] = mapped_column(BigInteger, default=0)
    loan_id: Mapped[int | None] = mapped_column(ForeignKey("loan.id"), index=True)
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"), unique=True)
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()
    loan: Mapped[LoanRow | None] = relationship()
    postings: Mapped[list["PostingRow"]] = relationship()


class PostingRow(Base):
    """One account's part of a booking, debit positive. Never changed or deleted."""

    __tablename__ = "posting"

    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"), primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)
    amount: Mapped[int] = mapped_column(BigInteger)


class AccountMonthRow(Base):
    """What the bookings of one kind moved on an account in a month, kept with each booking, debit positive.

    The month is its first day; `entries` counts each booking once, on the first of its accounts by name.
    """

    __tablename__ = "account_month"

    account: Mapped[str] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    amount: Mapped[int] = mapped_column(BigInteger)
    entries: Mapped[int]


class LoanProgressRow(Base):
    """How far a loan is paid back, kept with each of its bookings; the kecamatan is blank where unknown.

    Nothing is left since `ended_on`; `released` is the interest that a settlement let fall. `written_off` is
    principal that left the books by decree, `recovered` what came in for the claim since.
    """

    __tablename__ = "loan_progress"
    __table_args__ = (
        Index(None, "next_due", "district_code"),
        Index(None, "ended_on"),
        Index(None, "written_off", "loan_id"),
    )

    loan_id: Mapped[int] = mapped_column(ForeignKey("loan.id"), primary_key=True, autoincrement=False)
    district_code: Mapped[str]
    principal_paid: Mapped[int] = mapped_column(BigInteger)
    interest_paid: Mapped[int] = mapped_column(BigInteger)
    instalments_paid: Mapped[int]
    next_due: Mapped[date | None]
    released: Mapped[int] = mapped_column(BigInteger)
    ended_on: Mapped[date | None]
    written_off: Mapped[int] = mapped_column(BigInteger)
    recovered: Mapped[int] = mapped_column(BigInteger)


class LendingMonthRow(Base):
    """What a month changed in the lending of a kecamatan, kept with each booking of a loan.

    Summed up to a month it is what stood at its end; the columns are named like the domain's Lending.
    """

    __tablename__ = "lending_month"

    district_code: Mapped[str] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    running: Mapped[int]
    settled: Mapped[int]
    lent: Mapped[int] = mapped_column(BigInteger)
    owed: Mapped[int] = mapped_column(BigInteger)
    behind: Mapped[int]
    loans_behind: Mapped[int]


class PrincipalDueRow(Base):
    """The principal that all plans bring on a day, what of it is paid or written off, kept with each booking.

    What is left of all days together is the principal that is lent.
    """

    __tablename__ = "principal_due"

    due_on: Mapped[date] = mapped_column(primary_key=True)
    due: Mapped[int] = mapped_column(BigInteger)
    paid: Mapped[int] = mapped_column(BigInteger)
    written_off: Mapped[int] = mapped_column(BigInteger)


class UseOfFundsRow(Base):
    """What somebody saw at a borrower's after the money went out. Never changed or deleted."""

    __tablename__ = "use_of_funds"

    id: Mapped[int] = mapped_column(primary_key=True)
    loan_id: Mapped[int] = mapped_column(ForeignKey("loan.id"), index=True)
    body: Mapped[dict[str, Any]]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


_STANDING: Final = text("closed_at IS NULL")


class ReversalProposalRow(ProposalColumns, Base):
    """Somebody asks for a booking to be reversed; another person approves it, or returns it.

    Of the proposals about one booking at most one stands: it waits, or was approved.
    """

    __tablename__ = "reversal_proposal"
    __table_args__ = (
        Index(
            "uq_reversal_proposal_standing",
            "entry_id",
            unique=True,
            sqlite_where=_STANDING,
            postgresql_where=_STANDING,
        ),
    )

    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"))
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_at: Mapped[datetime | None]

    entry: Mapped[JournalEntryRow] = relationship()
    approved_by: Mapped[PersonRow | None] = relationship(foreign_keys=approved_by_id)
