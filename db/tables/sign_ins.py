"""Tables of signing in: the accounts of people, their sign-ins, and roles that wait for a second person."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base
from db.tables.practising import Proposed

_HELD = text("released_at IS NULL")


class AccountRow(Base):
    """The account of a person at a provider, as at the first entry; released when it counts no more."""

    __tablename__ = "account"
    __table_args__ = (
        Index("one_account", "issuer", "subject", unique=True, sqlite_where=_HELD, postgresql_where=_HELD),
        Index("one_issuer", "person_id", "issuer", unique=True, sqlite_where=_HELD, postgresql_where=_HELD),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    issuer: Mapped[str]
    subject: Mapped[str]
    at: Mapped[datetime]
    released_at: Mapped[datetime | None]
    released_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class SignInRow(Base):
    """One sign-in: until when it lasts, and how it ended. `key` is a digest of what the provider told."""

    __tablename__ = "sign_in"
    __table_args__ = (Index(None, "person_id", "ended_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    provider: Mapped[str]
    began_at: Mapped[datetime]
    proven_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    idle_ends_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    fresh_until: Mapped[datetime]
    renewing_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_how: Mapped[str | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class RoleProposalRow(Proposed, Base):
    """A role that one administrator proposes and another approves; for the address that the person has."""

    __tablename__ = "role_proposal"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    email: Mapped[str | None]
    role: Mapped[str]
    since: Mapped[date]
    until: Mapped[date | None]
