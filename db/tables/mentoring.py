"""Tables of the mentoring programme: selection, staff, areas, plans, clients, handovers, boundaries."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import SORTABLE, Base
from db.tables.hidden import HiddenJson, HiddenText
from db.tables.office import PersonRow

_LOOKED_AT = (
    "waits_since", "search_name", "id", "number", "mentor_id", "district_code", "kind", "sector", "stage",
    "movement", "last_visit_on", "agreed_open", "agreed_due", "since",
)  # fmt: skip


def _looked_at(name: str, *first: str) -> Index:
    """All that lists choose, count and sort by, in an order, so that no whole binaan is read for it."""
    return Index(f"ix_client_{name}", *first, *(column for column in _LOOKED_AT if column not in first))


class SelectionRoundRow(Base):
    """One selection round; once its result is decided it is not changed."""

    __tablename__ = "selection_round"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    body: Mapped[dict[str, Any]]
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]
    decided_on: Mapped[date | None]
    minutes_number: Mapped[str | None]
    result: Mapped[dict[str, Any] | None]

    changed_by: Mapped[PersonRow] = relationship()


class CandidateRow(Base):
    """One registration; a NIK registers once a round."""

    __tablename__ = "candidate"
    __table_args__ = (UniqueConstraint("round_id", "nik"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("selection_round.id"), index=True)
    number: Mapped[int]
    version: Mapped[int]
    name: Mapped[str]
    search_name: Mapped[str] = mapped_column(SORTABLE)
    nik: Mapped[str | None] = mapped_column(HiddenText)
    body: Mapped[dict[str, Any]] = mapped_column(HiddenJson)
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]

    changed_by: Mapped[PersonRow] = relationship()


class CandidateRecordRow(Base):
    """An opinion, a test result or an outcome of a candidate. Never changed or deleted."""

    __tablename__ = "candidate_record"

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    kind: Mapped[str]
    body: Mapped[dict[str, Any]]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class StaffRow(Base):
    """A Pendamping or a Fasilitator, from the decree to the ending."""

    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    kind: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    nik: Mapped[str | None] = mapped_column(HiddenText, index=True)
    home_code: Mapped[str | None]
    decree: Mapped[str]
    appointed_on: Mapped[date]
    contract_until: Mapped[date]
    background: Mapped[dict[str, Any]]
    candidate_id: Mapped[int | None] = mapped_column(ForeignKey("candidate.id"), unique=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    ended_on: Mapped[date | None]
    ending: Mapped[dict[str, Any] | None]
    changed_at: Mapped[datetime]


class RenewalDecreeRow(Base):
    """A decree that renewed contracts, with its list as it stood then. Never changed or deleted."""

    __tablename__ = "renewal_decree"

    id: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[dict[str, Any]]
    lines: Mapped[list[Any]] = mapped_column(JSON)
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class MentoringPaperRow(Base):
    """A paper of the mentoring as it went out, byte by byte. Never changed or deleted.

    `of_id` numbers what it is about by its kind: a letter of recommendation, a decree of renewal, a handover,
    a member of staff, a round of selection, a version of a monthly report.
    """

    __tablename__ = "mentoring_paper"
    __table_args__ = (Index("ix_mentoring_paper_of", "kind", "of_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    of_id: Mapped[int]
    number: Mapped[str] = mapped_column(index=True)
    dated_on: Mapped[date]
    sha256: Mapped[str] = mapped_column(index=True)
    seal: Mapped[str] = mapped_column(index=True)
    pdf: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class StaffRecordRow(Base):
    """A training (Pasal 10) or another note about a member of staff. Never changed or deleted."""

    __tablename__ = "staff_record"

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    kind: Mapped[str]
    body: Mapped[dict[str, Any]]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]


class AssignmentRow(Base):
    """One kecamatan given to one Pendamping; its end may be set later, its start never changes."""

    __tablename__ = "assignment"
    __table_args__ = (Index(None, "district_code", "starts_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    district_code: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    temporary: Mapped[bool]
    note: Mapped[str]
    given_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    staff: Mapped[StaffRow] = relationship()


class WeekPlanRow(Base):
    """The work plan of one Pendamping for one week."""

    __tablename__ = "week_plan"

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    monday: Mapped[date] = mapped_column(primary_key=True)
    version: Mapped[int]
    slots: Mapped[list[Any]] = mapped_column(JSON)
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]


class ClientRow(Base):
    """One binaan: a koperasi or a micro business, with who mentors it now.

    What lists choose by is worked out when something is recorded: since when it waits (the last visit, or
    else the first day), the place in WEIGHED of where it went, what was agreed and is open, and its first day
    due. `shown` tells how many of its indicators rose with evidence, while it is mentored and shares its
    story.
    """

    __tablename__ = "client"
    __table_args__ = (
        Index(None, "district_code", "status", "last_visit_on"),
        Index(None, "search_name", "id"),
        _looked_at("waiting", "status"),
        _looked_at("of_district", "district_code", "status"),
        _looked_at("of_mentor", "mentor_id", "status"),
        _looked_at("agreed", "status", "agreed_due"),
        Index(None, "shown", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    kind: Mapped[str]
    status: Mapped[str]
    name: Mapped[str]
    search_name: Mapped[str] = mapped_column(SORTABLE)
    nik: Mapped[str | None] = mapped_column(HiddenText, index=True)
    nib: Mapped[str | None] = mapped_column(index=True)
    district_code: Mapped[str | None]
    village_code: Mapped[str | None]
    mentor_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    since: Mapped[date]
    given_on: Mapped[date | None]
    last_visit_on: Mapped[date | None] = mapped_column(index=True)
    waits_since: Mapped[date]
    sector: Mapped[str | None]
    stage: Mapped[str]
    movement: Mapped[int]
    agreed_open: Mapped[int]
    agreed_due: Mapped[date | None]
    shown: Mapped[int]
    ended_on: Mapped[date | None] = mapped_column(index=True)
    leaving: Mapped[dict[str, Any] | None]
    body: Mapped[dict[str, Any]] = mapped_column(HiddenJson)
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]

    mentor: Mapped[StaffRow | None] = relationship()


class HandoverRow(Base):
    """Binaan handed over from one Pendamping to others, with the minutes. Never changed or deleted."""

    __tablename__ = "handover"

    id: Mapped[int] = mapped_column(primary_key=True)
    from_staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    on: Mapped[date]
    number: Mapped[str]
    note: Mapped[str]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    lines: Mapped[list["HandoverLineRow"]] = relationship(order_by="HandoverLineRow.client_id")
    by: Mapped[PersonRow] = relationship()


class HandoverLineRow(Base):
    """One binaan in a handover, and who takes it. Never changed or deleted."""

    __tablename__ = "handover_line"

    handover_id: Mapped[int] = mapped_column(ForeignKey("handover.id"), primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), primary_key=True)
    to_staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    promise: Mapped[str]


class BoundaryFileRow(Base):
    """Official boundaries that the office loaded; the newest of a regency counts. Never changed."""

    __tablename__ = "boundary_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    programme: Mapped[str] = mapped_column(index=True)
    regency_code: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    sha256: Mapped[str]
    data: Mapped[bytes | None] = mapped_column(LargeBinary)
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()
