"""Tables of what was erased when its time was over: the lists that two people agreed on, and each row."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
from db.tables.office import PersonRow
from db.tables.practising import Proposed


class ErasureListRow(Proposed, Base):
    """What is to be erased of a programme in a year, as of a day; nothing goes before the approval.

    `erased_at` closes it: from then on no row may be changed by it.
    """

    __tablename__ = "erasure_list"
    __table_args__ = (CheckConstraint("approved_by_id <> proposed_by_id", name="ck_erasure_list_two"),)

    year: Mapped[int]
    on: Mapped[date]
    erased_at: Mapped[datetime | None]

    lines: Mapped[list["ErasureLineRow"]] = relationship(order_by="ErasureLineRow.id")


class ErasureLineRow(Base):
    """One thing on a list, by its number and without any name; `outcome` tells what became of it."""

    __tablename__ = "erasure_line"
    __table_args__ = (UniqueConstraint("list_id", "kind", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("erasure_list.id"))
    kind: Mapped[str]
    subject_id: Mapped[int]
    number: Mapped[str]
    event_on: Mapped[date]
    due_on: Mapped[date]
    pieces: Mapped[int]
    outcome: Mapped[str | None]


class ErasureHoldRow(Base):
    """Why something is kept though it is due, and until when; the newest of a thing counts. Never changed."""

    __tablename__ = "erasure_hold"

    id: Mapped[int] = mapped_column(primary_key=True)
    programme: Mapped[str]
    kind: Mapped[str]
    subject_id: Mapped[int]
    reason: Mapped[str]
    until: Mapped[date]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class ErasureRow(Base):
    """A row out of which an approved list took what is personal: its hashes before and after; kept."""

    __tablename__ = "erasure"
    __table_args__ = (UniqueConstraint("in_table", "row_key", "before"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("erasure_list.id"), index=True)
    in_table: Mapped[str]
    row_key: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]


class ErasedRunRow(Base):
    """A run of rows of a link of the chain that hashes to `after` since an approved list. Never changed."""

    __tablename__ = "erased_run"
    __table_args__ = (UniqueConstraint("link", "place", "before"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("erasure_list.id"), index=True)
    link: Mapped[int]
    place: Mapped[int]
    before: Mapped[str]
    after: Mapped[str]
