"""What people typed into forms that they have not sent yet."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base
from db.tables.hidden import HiddenJson


class UnsentFormRow(Base):
    """The fields of one form as one person typed them in one tab; no version and no line in the trail.

    `typed` may hold a NIK or a telephone number, so a row lives only until it is sent, dropped or old.
    """

    __tablename__ = "unsent_form"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    form: Mapped[str] = mapped_column(primary_key=True)
    tab: Mapped[str] = mapped_column(primary_key=True)
    screen: Mapped[str]
    address: Mapped[str]
    typed: Mapped[dict[str, Any]] = mapped_column(HiddenJson)
    typed_at: Mapped[datetime] = mapped_column(index=True)
