"""Tables of photos and scans: what each is, its bytes apart, and that one was withdrawn."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
from db.tables.office import PersonRow


class EvidenceRow(Base):
    """A photo or scan beside a record; `part` says of which paper of it. Never changed or deleted."""

    __tablename__ = "evidence"
    __table_args__ = (Index(None, "subject_kind", "subject_id"), Index(None, "programme", "size"))

    id: Mapped[int] = mapped_column(primary_key=True)
    programme: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    part: Mapped[str]
    kind: Mapped[str]
    caption: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    taken_at: Mapped[datetime | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class EvidenceBytesRow(Base):
    """The bytes of a photo or scan, read only when it is looked at. Never changed or deleted.

    `data` is empty where the bytes lie in the folder that the administrator named.
    """

    __tablename__ = "evidence_bytes"

    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"), primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)
    small: Mapped[bytes] = mapped_column(LargeBinary)


class EvidenceWithdrawalRow(Base):
    """A photo or scan that is not shown any more, and why. Never changed or deleted."""

    __tablename__ = "evidence_withdrawal"

    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"), primary_key=True)
    reason: Mapped[str]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()
