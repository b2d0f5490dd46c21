"""Tables of the bank's monthly files: each file, its rows with what became of them, and how a bank writes."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
from db.tables.office import PersonRow


class BankFileRow(Base):
    """One file of a bank as it came in; it counts as data of its days once somebody has accepted it.

    `tallies` are kept with each change of its rows: how many and how much, by what became of them and kind.
    """

    __tablename__ = "bank_file"
    __table_args__ = (Index(None, "accepted_at", "first", "last"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    bank: Mapped[str]
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    first: Mapped[date]
    last: Mapped[date]
    rows: Mapped[int]
    tallies: Mapped[dict[str, Any]]
    version: Mapped[int]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    accepted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    accepted_at: Mapped[datetime | None]

    by: Mapped[PersonRow] = relationship(foreign_keys=by_person_id)
    accepted_by: Mapped[PersonRow | None] = relationship(foreign_keys=accepted_by_id)


class BankRowRow(Base):
    """One row of a bank's file as it was read, its kind with the reason, and what became of it.

    Amounts are whole rupiah; `written` holds the cells of what could not be read plainly, `candidates` the
    loans that it may mean. `loan_id` is the loan that it is booked on, or would be.
    """

    __tablename__ = "bank_row"
    __table_args__ = (Index(None, "file_id", "state", "kind", "line"),)

    file_id: Mapped[int] = mapped_column(ForeignKey("bank_file.id"), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    state: Mapped[str]
    reason: Mapped[str]
    number: Mapped[str]
    name: Mapped[str]
    on: Mapped[date | None]
    amount: Mapped[int | None] = mapped_column(BigInteger)
    principal: Mapped[int | None] = mapped_column(BigInteger)
    interest: Mapped[int | None] = mapped_column(BigInteger)
    reference: Mapped[str]
    note: Mapped[str]
    written: Mapped[dict[str, Any] | None]
    candidates: Mapped[dict[str, Any] | None]
    loan_id: Mapped[int | None] = mapped_column(ForeignKey("loan.id"))
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"), unique=True)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    because: Mapped[str | None]

    decided_by: Mapped[PersonRow | None] = relationship(foreign_keys=decided_by_id)


class BankMappingRow(Base):
    """Which column of a bank's files is which, as somebody mapped it last, by the words of its heading."""

    __tablename__ = "bank_mapping"

    bank: Mapped[str] = mapped_column(primary_key=True)
    columns: Mapped[dict[str, Any]]
    day_order: Mapped[str | None]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
