"""Tables of the house itself: what it is for, people, numbers, submissions, and the trail of changes."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base


class InstallationRow(Base):
    """What the whole store is for, chosen once: the only row of its table, never changed or removed."""

    __tablename__ = "installation"
    __table_args__ = (
        CheckConstraint("id = 1", name="ck_installation_single"),
        CheckConstraint("kind IN ('demo', 'real')", name="ck_installation_kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    identity: Mapped[str]
    kind: Mapped[str]
    made_at: Mapped[datetime]
    mark: Mapped[str]


class MarkerRow(Base):
    """A note on a demo as a whole: up to which day its people have worked."""

    __tablename__ = "marker"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class CounterRow(Base):
    """The last number given out in a programme's series, such as the applications of one year."""

    __tablename__ = "counter"

    programme: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int]


class PersonRow(Base):
    """Someone who may act; an inactive person may not, but stays for the trail."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str | None] = mapped_column(unique=True)
    active: Mapped[bool]
    roles: Mapped[list["PersonRoleRow"]] = relationship(
        order_by="PersonRoleRow.role", foreign_keys="PersonRoleRow.person_id"
    )


class PersonRoleRow(Base):
    """One role of a person in one programme, with its days. Never changed or deleted.

    Without a first day it counts from the person's beginning, without a last day until somebody ends it.
    """

    __tablename__ = "person_role"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    programme: Mapped[str]
    role: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]
    reason: Mapped[str]
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime | None]


class RoleEndRow(Base):
    """The last day of a role as somebody ended it; the earliest counts. Never changed or deleted."""

    __tablename__ = "role_end"

    id: Mapped[int] = mapped_column(primary_key=True)
    role_id: Mapped[int] = mapped_column(ForeignKey("person_role.id"), index=True)
    last_day: Mapped[date]
    reason: Mapped[str]
    by_person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]


class SubmissionRow(Base):
    """One pressed button: its nonce may come only once, and what came of it is told again."""

    __tablename__ = "submission"

    nonce: Mapped[str] = mapped_column(primary_key=True)
    action: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    subject_id: Mapped[int | None]
    subject_version: Mapped[int | None]


class RecordedAgainRow(Base):
    """Why a row was recorded though the same stood in the store already. Never changed or deleted.

    `in_table` and `row_id` name the row, `resembles` tells the earlier ones as the person was told of them.
    """

    __tablename__ = "recorded_again"
    __table_args__ = (Index(None, "in_table", "row_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    in_table: Mapped[str]
    row_id: Mapped[int]
    because: Mapped[str]
    resembles: Mapped[list[Any]] = mapped_column(JSON)
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class AuditRow(Base):
    """One change: who, when, what, before and after. Never changed or deleted.

    The programme is None for what belongs to the whole installation, such as adding a person.
    """

    __tablename__ = "audit"
    __table_args__ = (Index(None, "subject_kind", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str]
    programme: Mapped[str | None] = mapped_column(index=True)
    action: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
