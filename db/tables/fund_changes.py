"""Tables of what changes the fund beside lending: months that were closed, capital, loans written off."""

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
from db.tables.fund import LoanRow
from db.tables.office import PersonRow
from db.tables.proposal import ProposalColumns


class ClosedMonthRow(Base):
    """A month of the books that was closed, by its first day. Never changed or deleted.

    `balances` is what each account stood at then, debit positive; `entries` are the bookings up to then.
    """

    __tablename__ = "closed_month"

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(unique=True)
    balances: Mapped[dict[str, Any]]
    entries: Mapped[int]
    closed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime]

    closed_by: Mapped[PersonRow] = relationship()


class CapitalProposalRow(ProposalColumns, Base):
    """Somebody proposes to book capital that was added or withdrawn; another person approves it."""

    __tablename__ = "capital_proposal"

    move: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    on: Mapped[date]
    decree: Mapped[str]
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_at: Mapped[datetime | None]
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"), unique=True)

    approved_by: Mapped[PersonRow | None] = relationship(foreign_keys=approved_by_id)


_WAITING: Final = text("closed_at IS NULL AND entry_id IS NULL")


class WriteOffProposalRow(ProposalColumns, Base):
    """Somebody proposes to write a loan off by the regency's decree; another person approves it.

    `principal` is what was left on the day of the proposal. Of one loan at most one proposal waits.
    """

    __tablename__ = "write_off_proposal"
    __table_args__ = (
        Index(
            "uq_write_off_proposal_waiting",
            "loan_id",
            unique=True,
            sqlite_where=_WAITING,
            postgresql_where=_WAITING,
        ),
    )

    loan_id: Mapped[int] = mapped_column(ForeignKey("loan.id"), index=True)
    decree: Mapped[str]
    decreed_on: Mapped[date]
    principal: Mapped[int] = mapped_column(BigInteger)
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_at: Mapped[datetime | None]
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"), unique=True)

    loan: Mapped[LoanRow] = relationship()
    approved_by: Mapped[PersonRow | None] = relationship(foreign_keys=approved_by_id)
