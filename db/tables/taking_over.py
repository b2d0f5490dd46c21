"""Tables of taking over loans that are older than this product: the proposals, and what each loan told."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
from db.tables.fund import LoanRow
from db.tables.hidden import HiddenJson
from db.tables.office import PersonRow
from db.tables.proposal import ProposalColumns


class TakeoverProposalRow(ProposalColumns, Base):
    """Somebody asks for older loans to be taken over; another person approves it, or returns it.

    `told` holds the loans as the domain has them, `numbers` the forms of their numbers; the sums are theirs
    in rupiah as of the cut-off day, `signed` what the signed trial balance says, `reason` why it differs.
    """

    __tablename__ = "takeover_proposal"

    cut_off: Mapped[date]
    file_name: Mapped[str]
    numbers: Mapped[dict[str, Any]] = mapped_column(deferred=True)
    told: Mapped[dict[str, Any]] = mapped_column(HiddenJson, deferred=True)
    loans: Mapped[int]
    principal: Mapped[int] = mapped_column(BigInteger)
    interest_due: Mapped[int] = mapped_column(BigInteger)
    interest_left: Mapped[int] = mapped_column(BigInteger)
    signed: Mapped[dict[str, Any]]
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_at: Mapped[datetime | None]

    approved_by: Mapped[PersonRow | None] = relationship(foreign_keys=approved_by_id)


class TakenOverLoanRow(Base):
    """What the agreement of a loan that was taken over says, and what was paid. Never changed or deleted.

    `told` are the agreed terms, what was paid until the cut-off day, the whole plan by those terms (due day,
    principal and interest of each row, in rupiah), and where each pledged thing lay.
    """

    __tablename__ = "taken_over_loan"

    loan_id: Mapped[int] = mapped_column(ForeignKey("loan.id"), primary_key=True, autoincrement=False)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("takeover_proposal.id"), index=True)
    number_form: Mapped[str] = mapped_column(unique=True)
    told: Mapped[dict[str, Any]]

    loan: Mapped[LoanRow] = relationship()
    proposal: Mapped[TakeoverProposalRow] = relationship()
