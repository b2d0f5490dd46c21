"""Tables of early settlement: what was quoted, and which booking took it up."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
from db.tables.fund import JournalEntryRow, LoanRow
from db.tables.lending import IssuedPaperRow
from db.tables.office import PersonRow


class SettlementQuoteRow(Base):
    """What settles a loan on some days, as it was quoted and printed. Never changed or deleted.

    It holds as long as `after_entry_id` is the newest booking of the loan. Amounts are rupiah; what was paid
    ahead (`credit`) is a part of the surcharge.
    """

    __tablename__ = "settlement_quote"

    id: Mapped[int] = mapped_column(primary_key=True)
    loan_id: Mapped[int] = mapped_column(ForeignKey("loan.id"), index=True)
    on: Mapped[date]
    since: Mapped[date]
    until: Mapped[date] = mapped_column(index=True)
    principal: Mapped[int] = mapped_column(BigInteger)
    interest_due: Mapped[int] = mapped_column(BigInteger)
    surcharge_months: Mapped[int]
    surcharge: Mapped[int] = mapped_column(BigInteger)
    credit: Mapped[int] = mapped_column(BigInteger)
    released: Mapped[int] = mapped_column(BigInteger)
    total: Mapped[int] = mapped_column(BigInteger)
    ruling: Mapped[str]
    after_entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"))
    paper_id: Mapped[int] = mapped_column(ForeignKey("issued_paper.id"), unique=True)
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    loan: Mapped[LoanRow] = relationship()
    paper: Mapped[IssuedPaperRow] = relationship()
    by: Mapped[PersonRow] = relationship()


class SettlementRow(Base):
    """The booking that settled a loan, by its quote, with that of the surcharge. Never changed or deleted."""

    __tablename__ = "settlement"

    entry_id: Mapped[int] = mapped_column(
        ForeignKey("journal_entry.id"), primary_key=True, autoincrement=False
    )
    quote_id: Mapped[int] = mapped_column(ForeignKey("settlement_quote.id"), unique=True)
    surcharge_entry_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"), unique=True)

    entry: Mapped[JournalEntryRow] = relationship(foreign_keys=entry_id)
    quote: Mapped[SettlementQuoteRow] = relationship()
