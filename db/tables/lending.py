"""Tables of the way from a filed application to the money: steps, surveys, meetings, custody, papers."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.applying import ApplicationRow
from db.tables.base import Base
from db.tables.office import PersonRow


def _once(name: str, steps: str, *of: str) -> Index:
    """At most one such step a file: the second of two decisions is refused by the database itself."""
    where = text(f"step IN ({steps})")
    return Index(name, "application_id", *of, unique=True, sqlite_where=where, postgresql_where=where)


class FileStepRow(Base):
    """One step of a file, with what was recorded at it. Never changed or deleted.

    `attempt` tells how many decisions about the file had been taken back before.
    """

    __tablename__ = "file_step"
    __table_args__ = (
        _once("uq_file_step_decided", "'approve', 'refuse'", "attempt"),
        _once("uq_file_step_disbursed", "'disburse'"),
    )

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    step: Mapped[str]
    from_stage: Mapped[str]
    to_stage: Mapped[str]
    on: Mapped[date]
    note: Mapped[str]
    body: Mapped[dict[str, Any]]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    attempt: Mapped[int] = mapped_column(default=0)
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class SurveyFindingRow(Base):
    """What one surveyor found. Never changed or deleted; a surveyor's newest finding counts."""

    __tablename__ = "survey_finding"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    body: Mapped[dict[str, Any]]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class MeetingRow(Base):
    """A meeting of the Pokjanis; it can be changed until it is closed.

    `fund_found` is where the fund stood at its first decision, or at its closing where nothing was decided.
    """

    __tablename__ = "meeting"

    id: Mapped[int] = mapped_column(primary_key=True)
    held_on: Mapped[date]
    version: Mapped[int]
    body: Mapped[dict[str, Any]]
    opened_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]
    fund_found: Mapped[dict[str, Any] | None]

    opened_by: Mapped[PersonRow] = relationship(foreign_keys=opened_by_id)


class TeamMemberEntryRow(Base):
    """A member of the Pokjanis by a decree, or with `ends_id` the end of that. Never changed or deleted."""

    __tablename__ = "team_member_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    ends_id: Mapped[int | None] = mapped_column(ForeignKey("team_member_entry.id"), unique=True)
    on: Mapped[date]
    body: Mapped[dict[str, Any]]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class TeamMemberStruckRow(Base):
    """That a line of the register of the Pokjanis was wrong, and why. Never changed or deleted."""

    __tablename__ = "team_member_struck"

    member_id: Mapped[int] = mapped_column(ForeignKey("team_member_entry.id"), primary_key=True)
    body: Mapped[dict[str, Any]]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]


class CustodyEntryRow(Base):
    """One line of the collateral register. Never changed or deleted.

    `examined` is the receipt of the examination of what came in a swap.
    """

    __tablename__ = "custody_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    body: Mapped[dict[str, Any]]
    standing_good: Mapped[bool | None]
    standing_reason: Mapped[str]
    examined: Mapped[dict[str, Any] | None]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class OfferedThingRow(Base):
    """What is offered in the place of a pledged thing, waiting for a ruling. Never changed or deleted."""

    __tablename__ = "offered_thing"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    body: Mapped[dict[str, Any]]
    examined: Mapped[dict[str, Any]]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class IssuedPaperRow(Base):
    """A paper as it went out, byte by byte, so that a reprint is the same. Never changed or deleted."""

    __tablename__ = "issued_paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    application_id: Mapped[int | None] = mapped_column(ForeignKey("application.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    number: Mapped[str] = mapped_column(index=True)
    dated_on: Mapped[date] = mapped_column(index=True)
    sha256: Mapped[str] = mapped_column(index=True)
    seal: Mapped[str] = mapped_column(index=True, default="", server_default="")
    pdf: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()
    application: Mapped[ApplicationRow | None] = relationship()
