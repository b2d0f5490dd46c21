"""Tables of what is decided on screen: each row is proposed by one, approved by another."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from db.tables.base import Base
from db.tables.office import PersonRow
from db.tables.proposal import ProposalColumns


class Proposed(ProposalColumns):
    """Who proposed a row and who approved it; without an approval it counts for nothing."""

    programme: Mapped[str] = mapped_column(index=True)
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_at: Mapped[datetime | None]

    @declared_attr
    def approved_by(cls) -> Mapped[PersonRow | None]:  # noqa: N805 -- SQLAlchemy gives the class
        """The approver, never the maker."""
        return relationship(PersonRow, foreign_keys=[cls.approved_by_id])  # type: ignore[list-item]


class OfficeSettingRow(Proposed, Base):
    """A value that the law leaves to the office, with the day since which it counts."""

    __tablename__ = "office_setting"

    parameter: Mapped[str] = mapped_column(index=True)
    value: Mapped[Any] = mapped_column(JSON)
    since: Mapped[date]


class ReadingSettlementRow(Proposed, Base):
    """The reading that the office settled on, by which decree, with the day since which it counts."""

    __tablename__ = "reading_settlement"

    interpretation: Mapped[str] = mapped_column(index=True)
    reading: Mapped[str]
    on: Mapped[date]
    decree: Mapped[str]


class LaterInstrumentRow(Proposed, Base):
    """A later instrument with its dated values; a draft until it is sent, law once it is approved."""

    __tablename__ = "later_instrument"

    version: Mapped[int]
    in_force_since: Mapped[date]
    body: Mapped[dict[str, Any]]
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]


class KeptEditionRow(Base):
    """The rules that receipts of this store were worked out by and no release holds. Never changed."""

    __tablename__ = "kept_edition"

    programme: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[dict[str, Any]]
    at: Mapped[datetime]
