"""Tables of what the office keeps of the law's own texts: its copies, and who looked at other law when."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
from db.tables.office import PersonRow


class OwnTextRow(Base):
    """The office's own copy of a regulation; the newest of a regulation counts. Never changed."""

    __tablename__ = "own_text"

    id: Mapped[int] = mapped_column(primary_key=True)
    programme: Mapped[str] = mapped_column(index=True)
    instrument: Mapped[str]
    name: Mapped[str]
    sha256: Mapped[str]
    text: Mapped[str] = mapped_column(deferred=True)
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class LawCheckRow(Base):
    """That somebody looked at the text of another regulation, and what they found. Never changed."""

    __tablename__ = "law_check"

    id: Mapped[int] = mapped_column(primary_key=True)
    programme: Mapped[str] = mapped_column(index=True)
    law: Mapped[str]
    found: Mapped[str]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()
