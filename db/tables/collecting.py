"""Tables of collecting a loan that is behind: what was done, and the red list (IX)."""

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
from db.tables.fund import LoanRow
from db.tables.lending import IssuedPaperRow
from db.tables.office import PersonRow
from db.tables.proposal import ProposalColumns


class CollectionEntryRow(Base):
    """One thing that was done to collect a loan. Never changed or deleted.

    `paper_id` is the letter as it went out; `ends_id` the hand-over that a coming back ends.
    """

    __tablename__ = "collection_entry"
    __table_args__ = (Index(None, "kind", "loan_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    loan_id: Mapped[int] = mapped_column(ForeignKey("loan.id"), index=True)
    kind: Mapped[str]
    on: Mapped[date]
    number: Mapped[str]
    body: Mapped[dict[str, Any]]
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("issued_paper.id"), unique=True)
    ends_id: Mapped[int | None] = mapped_column(ForeignKey("collection_entry.id"), unique=True)
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()
    paper: Mapped[IssuedPaperRow | None] = relationship()


_STANDING: Final = text("closed_at IS NULL AND lifted_at IS NULL")


class RedListEntryRow(ProposalColumns, Base):
    """Somebody asks for a borrower to be red-listed; another person approves it, and the Dinas may lift it.

    Of the entries of one loan at most one stands: it waits, or was approved and is not lifted. `found` is
    what the conditions came to on the day of the proposal; `since` the day of the approval.
    """

    __tablename__ = "red_list_entry"
    __table_args__ = (
        Index(
            "uq_red_list_entry_standing",
            "loan_id",
            unique=True,
            sqlite_where=_STANDING,
            postgresql_where=_STANDING,
        ),
    )

    loan_id: Mapped[int] = mapped_column(ForeignKey("loan.id"), index=True)
    found: Mapped[dict[str, Any]]
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_at: Mapped[datetime | None]
    since: Mapped[date | None]
    lifted_on: Mapped[date | None]
    lifted_reason: Mapped[str | None]
    lifted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    lifted_at: Mapped[datetime | None]

    loan: Mapped[LoanRow] = relationship()
    approved_by: Mapped[PersonRow | None] = relationship(foreign_keys=approved_by_id)
    lifted_by: Mapped[PersonRow | None] = relationship(foreign_keys=lifted_by_id)
