"""The mark of the key under which the store hides numbers of people; the key itself is never kept here."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base


class DataKeyRow(Base):
    """Which key hides since when; `proof` is a known word hidden under it. One row, or none without a key."""

    __tablename__ = "data_key"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]
    proof: Mapped[str]
    since: Mapped[datetime]
