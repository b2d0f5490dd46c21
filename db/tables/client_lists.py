"""Lists of binaan that were taken in together, which binaan came by each, and whether it was taken back."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
from db.tables.office import PersonRow


class ClientListRow(Base):
    """A list of binaan that was taken in; only that it was taken back is told of it later, once."""

    __tablename__ = "client_list"

    id: Mapped[int] = mapped_column(primary_key=True)
    taken: Mapped[int]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    taken_back_because: Mapped[str | None]
    taken_back_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    taken_back_at: Mapped[datetime | None]

    by: Mapped[PersonRow] = relationship(foreign_keys=[by_person_id])
    taken_back_by: Mapped[PersonRow | None] = relationship(foreign_keys=[taken_back_by_id])


class ClientListLineRow(Base):
    """One binaan that came by a list. Never changed or deleted."""

    __tablename__ = "client_list_line"

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("client_list.id"), index=True)
