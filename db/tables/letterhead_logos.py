"""Table of the logos of offices, by what they are."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base


class LogoRow(Base):
    """A logo under its own digest, by which a setting names it. Never changed or deleted."""

    __tablename__ = "logo"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
