"""What every table of proposals holds: who proposed it and why, and how it was closed if it was."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from db.tables.office import PersonRow


class ProposalColumns:
    """A proposal by one person; closed when it was returned or withdrawn before anybody approved it."""

    id: Mapped[int] = mapped_column(primary_key=True)
    reason: Mapped[str]
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    proposed_at: Mapped[datetime]
    closed_how: Mapped[str | None]
    closed_reason: Mapped[str | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]

    @declared_attr
    def proposed_by(cls) -> Mapped[PersonRow]:  # noqa: N805 -- SQLAlchemy gives the class
        """The maker, who never approves it."""
        return relationship(PersonRow, foreign_keys=[cls.proposed_by_id])  # type: ignore[list-item]

    @declared_attr
    def closed_by(cls) -> Mapped[PersonRow | None]:  # noqa: N805 -- SQLAlchemy gives the class
        """Who returned it, or took it back."""
        return relationship(PersonRow, foreign_keys=[cls.closed_by_id])  # type: ignore[list-item]
