"""The table of drafts that somebody tried on a register and kept; none of them is ever in force."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
from db.tables.office import PersonRow


class PolicyDraftRow(Base):
    """One draft as it was kept, opened by its number; a change of it is another one. Only its end is told."""

    __tablename__ = "policy_draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    programme: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    since: Mapped[date]
    body: Mapped[dict[str, Any]]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]

    by: Mapped[PersonRow] = relationship(foreign_keys=by_person_id)
