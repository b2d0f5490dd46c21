"""Tables of what changes the fund but for loans: months that were closed, and proposals about its capital."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
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
