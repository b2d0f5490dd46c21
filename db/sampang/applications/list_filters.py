"""Which applications a list shows and in what order, as a page asks for it and as SQL."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, UnaryExpression, and_, case, not_, null
from sqlalchemy.orm import InstrumentedAttribute

from db.sampang.applications.standing_law import is_due
from db.search_words import found_by
from db.tables import ApplicationRow
from domain.labelled import Labelled
from domain.programme import may
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.stages import UNDECIDED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


class FileGroup(Labelled):
    """Which of three kinds a file is; a loan that was taken over was never decided here (O-21)."""

    UNDECIDED = "belum", "Belum diputus"
    DECIDED = "sudah", "Sudah diputus"
    OLDER = "lama", "Pinjaman lama"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which applications; an empty field lets all through.

    `text` is words of the name or a part of the number, or a whole NIK for those who may see it.
    `stages` are several statuses of which any will do.
    """

    text: str = ""
    kind: ApplicantKind | None = None
    district_code: str | None = None
    verdict: Verdict | None = None
    status: Stage | None = None
    filed_from: date | None = None
    filed_until: date | None = None
    stages: tuple[Stage, ...] = ()
    group: FileGroup | None = None


EVERYTHING: Final = Filter()


class Sort(StrEnum):
    """The order of the list; what has no value comes last."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    LARGEST = "largest"
    FILED = "filed"

    @property
    def label(self) -> str:
        """The Indonesian words on screens."""
        return _SORT_LABELS[self]


_SORT_LABELS: Final = {
    Sort.NEWEST: "Terbaru dimasukkan",
    Sort.OLDEST: "Terlama dimasukkan",
    Sort.NAME: "Nama",
    Sort.LARGEST: "Permintaan terbesar",
    Sort.FILED: "Terakhir diajukan",
}


def verdict_by(law: LawInForce | None) -> ColumnElement[str | None]:
    """The kept verdict; with the law of the day only where it was found by it."""
    kept = ApplicationRow.verdict
    return case((is_due(law), null()), else_=kept) if law else kept.expression


def conditions_of(wanted: Filter, person: Person, law: LawInForce | None = None) -> list[ColumnElement[bool]]:
    """The conditions of a filter, as far as this person may search; a verdict is one by the `law` given."""
    conditions = [
        getattr(ApplicationRow, name) == str(value)
        for name in ("kind", "district_code", "status")
        if (value := getattr(wanted, name)) is not None
    ]
    if wanted.verdict is not None:
        conditions.append(verdict_by(law) == str(wanted.verdict))
    if wanted.group is not None:
        row = ApplicationRow
        conditions.append(in_group(wanted.group, row.status, row.verdict.is_(None)))
    if wanted.stages:
        conditions.append(ApplicationRow.status.in_(wanted.stages))
    if wanted.filed_from:
        conditions.append(ApplicationRow.filed_on >= wanted.filed_from)
    if wanted.filed_until:
        conditions.append(ApplicationRow.filed_on <= wanted.filed_until)
    nik = ApplicationRow.nik if may(person, SampangPermission.REVEAL_IDENTITY, SAMPANG) else None
    row = ApplicationRow
    typed = found_by(wanted.text, number=row.number, name=row.search_name, nik=nik)
    return conditions if typed is None else [*conditions, typed]


def in_group(
    group: FileGroup, status: InstrumentedAttribute[str], is_blank: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Whether a file is of a group; paid out without ever a verdict is what was taken over."""
    if group is FileGroup.UNDECIDED:
        return status.in_(UNDECIDED)
    older = and_(status == Stage.DISBURSED, is_blank)
    return older if group is FileGroup.OLDER else and_(status.not_in(UNDECIDED), not_(older))


def group_of(stage: Stage, verdict: Verdict | None) -> FileGroup:
    """The group of a file at a stage with a verdict."""
    if stage in UNDECIDED:
        return FileGroup.UNDECIDED
    return FileGroup.OLDER if stage is Stage.DISBURSED and verdict is None else FileGroup.DECIDED


def in_index() -> ColumnElement[bool]:
    """True of every file; a range of the index of what lists look at, so that no whole file is read.

    With statistics SQLite would otherwise walk through the files themselves, which are many times larger.
    """
    return ApplicationRow.status > ""


def order_of(sort: Sort, *, is_narrow: bool = False) -> list[UnaryExpression[Any]]:
    """The columns to sort by; every order is complete, so that pages never overlap.

    In a narrow list, of which one page may lie all over the table, the number is told as a sum: otherwise
    SQLite would walk through the whole files by their numbers instead of the index of what lists look at.
    """
    first: dict[Sort, list[UnaryExpression[Any]]] = {
        Sort.NAME: [ApplicationRow.search_name.asc()],
        Sort.LARGEST: [ApplicationRow.amount.desc().nulls_last()],
        Sort.FILED: [ApplicationRow.filed_on.desc().nulls_last()],
    }
    number = ApplicationRow.id + 0 if is_narrow else ApplicationRow.id.expression
    newest = number.asc() if sort is Sort.OLDEST else number.desc()
    return [*first.get(sort, []), newest]
