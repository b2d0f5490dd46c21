"""Tables of papers that people sign as printed, and of the officers who are named in them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
from db.tables.hidden import HiddenJson
from db.tables.lending import IssuedPaperRow
from db.tables.office import PersonRow


class PaperToSignRow(Base):
    """A paper for signing: what was told for it, what it rests on. Never changed or deleted.

    `facts` are digests by name; `replaces_id` is the paper of the file in whose place it stands.
    """

    __tablename__ = "paper_to_sign"

    paper_id: Mapped[int] = mapped_column(ForeignKey("issued_paper.id"), primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    kind: Mapped[str]
    body: Mapped[dict[str, Any]] = mapped_column(HiddenJson)
    facts: Mapped[dict[str, Any]] = mapped_column(HiddenJson)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("paper_to_sign.paper_id"), unique=True)

    paper: Mapped[IssuedPaperRow] = relationship()


class PaperSignedRow(Base):
    """That a prepared paper came back signed. Never changed or deleted."""

    __tablename__ = "paper_signed"

    paper_id: Mapped[int] = mapped_column(ForeignKey("paper_to_sign.paper_id"), primary_key=True)
    on: Mapped[date]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class BoardEntryRow(Base):
    """The officers of a koperasi as they were told; the newest counts. Never changed or deleted."""

    __tablename__ = "board_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    body: Mapped[dict[str, Any]] = mapped_column(HiddenJson)
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
