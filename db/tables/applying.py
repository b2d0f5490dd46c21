"""Tables of the applications and of what is found about them."""

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.tables.base import SORTABLE, Base
from db.tables.hidden import HiddenJson, HiddenText
from db.tables.office import PersonRow

NAMED: Final = text("search_contact || search_name <> ''")
"""What the index of like names holds; a query says the same words to be read through it."""
_CHILDREN = "all, delete-orphan"
_LOOKED_AT = (
    "status", "basis", "filed_on", "verdict", "kind", "district_code", "search_name", "number", "amount",
)  # fmt: skip


class ApplicationRow(Base):
    """One application: what lists and look-alikes need as columns, all other answers as JSON.

    `stage_since` is the moment of its newest step, or of its entering while it has taken none.
    """

    __tablename__ = "application"
    __table_args__ = (
        Index(None, "search_name", "district_code"),
        Index(None, "status", "stage_since"),
        # All that lists look at, so that none reads the answers of every file.
        Index("ix_application_looked_at", *_LOOKED_AT),
        # For like names alone: a list of a kecamatan would read every file of it through this index.
        Index(
            "ix_application_named_near",
            *("district_code", "search_contact", "search_name"),
            sqlite_where=NAMED,
            postgresql_where=NAMED,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    status: Mapped[str] = mapped_column(active_history=True)
    stage_since: Mapped[datetime]
    version: Mapped[int]
    kind: Mapped[str] = mapped_column(active_history=True)
    name: Mapped[str]
    search_name: Mapped[str] = mapped_column(SORTABLE)
    search_contact: Mapped[str] = mapped_column(default="", server_default="")
    nik: Mapped[str | None] = mapped_column(HiddenText, index=True)
    npwp: Mapped[str | None] = mapped_column(HiddenText)
    npwp_key: Mapped[str | None] = mapped_column(HiddenText, index=True)
    spouse_nik: Mapped[str | None] = mapped_column(HiddenText, index=True)
    district_code: Mapped[str | None] = mapped_column(active_history=True)
    village_code: Mapped[str | None]
    amount: Mapped[int | None] = mapped_column(BigInteger)
    term_months: Mapped[int | None]
    filed_on: Mapped[date | None]
    source: Mapped[str]
    note: Mapped[str]
    answers: Mapped[dict[str, Any]] = mapped_column(HiddenJson)
    verdict: Mapped[str | None] = mapped_column(active_history=True)
    most: Mapped[int | None] = mapped_column(BigInteger)
    basis: Mapped[str | None]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime]
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]

    entered_by: Mapped[PersonRow] = relationship(foreign_keys=entered_by_id)
    changed_by: Mapped[PersonRow] = relationship(foreign_keys=changed_by_id)
    collateral: Mapped[list["CollateralRow"]] = relationship(
        order_by="CollateralRow.position", cascade=_CHILDREN
    )
    papers: Mapped[list["PaperRow"]] = relationship(order_by="PaperRow.code", cascade=_CHILDREN)
    judgements: Mapped[list["JudgementRow"]] = relationship(order_by="JudgementRow.id", viewonly=True)


class FileCountRow(Base):
    """How many files have a stage, kind, kecamatan and verdict, kept with each change; blank for none."""

    __tablename__ = "file_count"

    status: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    district_code: Mapped[str] = mapped_column(primary_key=True)
    verdict: Mapped[str] = mapped_column(primary_key=True)
    files: Mapped[int]


class CollateralRow(Base):
    """One pledged thing; the columns are named like the fields of the domain's Collateral."""

    __tablename__ = "collateral"

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    description: Mapped[str]
    value: Mapped[int | None] = mapped_column(BigInteger)
    assessed_by: Mapped[str]
    owned_by_applicant: Mapped[bool | None]
    owner_name: Mapped[str]
    power_of_attorney: Mapped[bool | None]
    situation: Mapped[str | None]
    price_letter: Mapped[str | None]
    wheels: Mapped[int | None]
    year: Mapped[int | None]
    title_year: Mapped[int | None]
    plate: Mapped[str | None]
    plate_number: Mapped[str] = mapped_column(default="", server_default="")
    sale_receipt: Mapped[bool | None]
    statement: Mapped[bool | None]


class PaperRow(Base):
    """Whether one paper is in the file of an application."""

    __tablename__ = "paper"

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    present: Mapped[bool]


class JudgementRow(Base):
    """A recorded opinion; the newest of a question counts. Never changed or deleted."""

    __tablename__ = "judgement"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), index=True)
    question: Mapped[str]
    answer: Mapped[bool]
    about: Mapped[str]
    by_name: Mapped[str]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    on: Mapped[date]
    reason: Mapped[str]
    recorded_at: Mapped[datetime]


class ReceiptRow(Base):
    """The receipt of one assessment of an application. Never changed or deleted."""

    __tablename__ = "receipt"

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    verdict: Mapped[str]
    verdict_in_use: Mapped[str]
    most: Mapped[int | None] = mapped_column(BigInteger)
    fingerprint: Mapped[str]
    body: Mapped[dict[str, Any]]
    by_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    because: Mapped[str] = mapped_column(default="", server_default="")

    by: Mapped[PersonRow] = relationship()
