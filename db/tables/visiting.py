"""Tables of the caseload: visits with what hangs on them, indicators, proposals, reports, reviews."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import Base
from db.tables.mentoring import ClientRow, StaffRow
from db.tables.office import PersonRow
from db.tables.proposal import ProposalColumns


class VisitRow(Base):
    """One visit; a Pendamping meets a binaan once in a part of a day."""

    __tablename__ = "visit"
    __table_args__ = (
        UniqueConstraint("mentor_id", "client_id", "on", "day_part"),
        Index(None, "client_id", "on"),
        Index(None, "mentor_id", "on", "state"),
        Index(None, "on", "state"),
        Index(None, "state", "on"),
        Index(None, "district_code", "state", "on"),
        Index(None, "state", "agency"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    state: Mapped[str]
    mentor_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    on: Mapped[date]
    place: Mapped[str]
    day_part: Mapped[str]
    district_code: Mapped[str | None]
    agency: Mapped[str]
    body: Mapped[dict[str, Any]]
    import_id: Mapped[int | None] = mapped_column(ForeignKey("visit_import.id"), index=True)
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime]
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]

    client: Mapped[ClientRow] = relationship()
    mentor: Mapped[StaffRow] = relationship()
    entered_by: Mapped[PersonRow] = relationship(foreign_keys=entered_by_id)
    changed_by: Mapped[PersonRow] = relationship(foreign_keys=changed_by_id)


class VisitTaskRow(Base):
    """One of the eighteen tasks of Pasal 12 that a visit did."""

    __tablename__ = "visit_task"

    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"), primary_key=True)
    task: Mapped[str] = mapped_column(primary_key=True)


class VisitPartRow(Base):
    """One of the seven parts of Pasal 16(2) that a visit belongs to."""

    __tablename__ = "visit_part"

    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"), primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)


class VisitStepRow(Base):
    """A visit sent, verified or returned, with a note. Never changed or deleted."""

    __tablename__ = "visit_step"
    __table_args__ = (Index(None, "by_person_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"), index=True)
    state: Mapped[str]
    note: Mapped[str]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class FollowUpRow(Base):
    """Something agreed at a visit: what, until when, by whom, and what became of it."""

    __tablename__ = "follow_up"
    __table_args__ = (Index(None, "state", "due_on"), Index(None, "client_id", "state", "due_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    told: Mapped[str]
    due_on: Mapped[date]
    doer: Mapped[str]
    state: Mapped[str]
    closed_on: Mapped[date | None]
    closing_note: Mapped[str | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    visit: Mapped[VisitRow] = relationship()


class VisitImportRow(Base):
    """A pile of paper forms or a filled template that was taken in. Never changed or deleted."""

    __tablename__ = "visit_import"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    taken: Mapped[int]
    left_out: Mapped[int]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()


class IndicatorReadingRow(Base):
    """A value of an indicator: a baseline (without a visit), or what a verified visit found.

    Never changed or deleted. One of a visit counts while the visit is verified in that version.
    """

    __tablename__ = "indicator_reading"
    __table_args__ = (Index(None, "client_id", "indicator"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    indicator: Mapped[str]
    value: Mapped[int] = mapped_column(BigInteger)
    on: Mapped[date]
    evidence: Mapped[str]
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visit.id"), index=True)
    visit_version: Mapped[int | None]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]


class ClientIndicatorRow(Base):
    """Baseline and latest of an indicator of a binaan, worked out from the readings when one is added."""

    __tablename__ = "client_indicator"
    __table_args__ = (Index(None, "indicator", "movement"),)

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), primary_key=True)
    indicator: Mapped[str] = mapped_column(primary_key=True)
    movement: Mapped[str]
    baseline_value: Mapped[int | None] = mapped_column(BigInteger)
    baseline_on: Mapped[date | None]
    baseline_evidence: Mapped[str | None]
    latest_value: Mapped[int | None] = mapped_column(BigInteger)
    latest_on: Mapped[date | None]
    latest_evidence: Mapped[str | None]
    latest_visit_id: Mapped[int | None] = mapped_column(ForeignKey("visit.id"))


class MonthCountRow(Base):
    """A number of a month, kept with what it counts: of it alone, or what came less what went in it.

    `month` counts the months since the beginning of the year 0. Some numbers are rupiah.
    """

    __tablename__ = "month_count"

    what: Mapped[str] = mapped_column(primary_key=True)
    month: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(BigInteger)


class UpgradeProposalRow(ProposalColumns, Base):
    """A proposal that a binaan moves up, and what the Kepala Dinas decided on it.

    `outcome` is set once it waits no more: to what was decided, or to "withdrawn" by its maker.
    """

    __tablename__ = "upgrade_proposal"
    __table_args__ = (
        Index(None, "outcome", "proposed_on", "id"),
        Index(None, "outcome", "decided_on", "client_id"),
        Index(None, "decided_on", "id"),
    )

    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    basis: Mapped[list[Any]] = mapped_column(JSON)
    proposed_on: Mapped[date]
    outcome: Mapped[str | None]
    decided_on: Mapped[date | None]
    decision: Mapped[dict[str, Any] | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]

    client: Mapped[ClientRow] = relationship()
    decided_by: Mapped[PersonRow | None] = relationship(foreign_keys=decided_by_id)


class RecommendationBundleRow(Base):
    """Recommendations to one Perangkat Daerah: prepared, set with a number, sent, answered.

    `letter` holds the lines as they stood when the letter was set, so that a reprint stays the same.
    """

    __tablename__ = "recommendation_bundle"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    agency: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    number: Mapped[str | None]
    set_on: Mapped[date | None]
    sent_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    answer: Mapped[str | None]
    letter: Mapped[dict[str, Any] | None]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    set_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]

    made_by: Mapped[PersonRow] = relationship(foreign_keys=made_by_id)
    set_by: Mapped[PersonRow | None] = relationship(foreign_keys=set_by_id)
    items: Mapped[list["RecommendationItemRow"]] = relationship(
        order_by="RecommendationItemRow.place", cascade="all, delete-orphan"
    )


class RecommendationItemRow(Base):
    """One recommendation in a bundle; each visit's recommendation goes into one bundle only."""

    __tablename__ = "recommendation_item"

    bundle_id: Mapped[int] = mapped_column(ForeignKey("recommendation_bundle.id"), primary_key=True)
    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"), primary_key=True, unique=True)
    place: Mapped[int]
    told: Mapped[str]

    visit: Mapped[VisitRow] = relationship()


class RecommendationRow(Base):
    """A visit whose recommendation waits for a letter, or is in one; worked out from visits and letters."""

    __tablename__ = "recommendation"
    __table_args__ = (
        Index(None, "bundle_id", "agency", "on", "visit_id"),
        Index(None, "client_id", "bundle_id"),
    )

    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"), primary_key=True, autoincrement=False)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    agency: Mapped[str]
    on: Mapped[date]
    bundle_id: Mapped[int | None] = mapped_column(ForeignKey("recommendation_bundle.id"))


class MonthlyReportRow(Base):
    """One version of a month's report; once sent it is not changed, a correction is a new version."""

    __tablename__ = "monthly_report"
    __table_args__ = (UniqueConstraint("month", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[date]
    version: Mapped[int]
    saves: Mapped[int]
    state: Mapped[str]
    correction: Mapped[str]
    narrative: Mapped[dict[str, Any]]
    figures: Mapped[dict[str, Any] | None]
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]
    sent_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    sent_at: Mapped[datetime | None]

    changed_by: Mapped[PersonRow] = relationship(foreign_keys=changed_by_id)
    sent_by: Mapped[PersonRow | None] = relationship(foreign_keys=sent_by_id)


class FacilitatorReviewRow(Base):
    """The Kepala Dinas's review of a Fasilitator for a month; the newest counts. Never changed or deleted."""

    __tablename__ = "facilitator_review"
    __table_args__ = (Index(None, "staff_id", "month"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    month: Mapped[date]
    body: Mapped[dict[str, Any]]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]

    by: Mapped[PersonRow] = relationship()
