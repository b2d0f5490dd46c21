"""The list of applications: filtered, sorted, paged and counted in SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, UnaryExpression, func, or_, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.application_rows import search_form
from db.stored import Status
from db.tables import ApplicationRow
from domain.regulation.assessment import Verdict
from domain.roles import Permission, Person, may
from domain.sampang_loans.kinds import ApplicantKind

LARGEST_PAGE: Final = 200
_NIK_LENGTH: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which applications; an empty field lets all through.

    `text` is a part of the name or of the number, or a whole NIK for those who may see it.
    """

    text: str = ""
    kind: ApplicantKind | None = None
    district_code: str | None = None
    verdict: Verdict | None = None
    status: Status | None = None
    filed_from: date | None = None
    filed_until: date | None = None


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


@dataclass(frozen=True, slots=True)
class ListRow:
    """One application in a list."""

    id: int
    number: str
    name: str
    kind: ApplicantKind
    district_code: str | None
    amount: int | None
    filed_on: date | None
    status: Status
    verdict: Verdict | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the list, and how many there are on all pages together."""

    rows: tuple[ListRow, ...]
    total: int


def list_applications(
    session: Session,
    actor: Person,
    wanted: Filter = EVERYTHING,
    *,
    page: int = 1,
    page_size: int = 25,
    sort: Sort = Sort.NEWEST,
) -> Page:
    """Give one page of the applications that are wanted; the first page is 1."""
    person = authorise(session, actor, Permission.READ_APPLICATIONS)
    if page < 1 or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"pages start at 1 and hold 1 to {LARGEST_PAGE} rows")
    where = _conditions(wanted, person)
    total = session.scalar(select(func.count()).select_from(ApplicationRow).where(*where))
    columns = [getattr(ApplicationRow, name) for name in ListRow.__dataclass_fields__]
    found = session.execute(
        select(*columns).where(*where).order_by(*_order(sort)).limit(page_size).offset((page - 1) * page_size)
    )
    return Page(tuple(_list_row(row._mapping) for row in found), total or 0)


def counts_by_verdict(
    session: Session, actor: Person, wanted: Filter = EVERYTHING
) -> dict[Verdict | None, int]:
    """Count the applications that are wanted by verdict; None stands for not yet assessed."""
    person = authorise(session, actor, Permission.READ_APPLICATIONS)
    found = session.execute(
        select(ApplicationRow.verdict, func.count())
        .where(*_conditions(wanted, person))
        .group_by(ApplicationRow.verdict)
    )
    return {None if verdict is None else Verdict(verdict): count for verdict, count in found}


def _conditions(wanted: Filter, person: Person) -> list[ColumnElement[bool]]:
    conditions = [
        getattr(ApplicationRow, name) == str(value)
        for name in ("kind", "district_code", "verdict", "status")
        if (value := getattr(wanted, name)) is not None
    ]
    if wanted.filed_from:
        conditions.append(ApplicationRow.filed_on >= wanted.filed_from)
    if wanted.filed_until:
        conditions.append(ApplicationRow.filed_on <= wanted.filed_until)
    if text := wanted.text.strip():
        conditions.append(or_(*_matches(text, person)))
    return conditions


def _matches(text: str, person: Person) -> list[ColumnElement[bool]]:
    matches = [ApplicationRow.number.contains(text.upper(), autoescape=True)]
    if name := search_form(text):
        matches.append(ApplicationRow.search_name.contains(name, autoescape=True))
    # Only whole numbers, and only for those who may see them: parts would let one guess the rest.
    digits = "".join(text.split())
    if len(digits) == _NIK_LENGTH and may(person.roles, Permission.REVEAL_IDENTITY):
        matches.append(ApplicationRow.nik == digits)
    return matches


def _order(sort: Sort) -> list[UnaryExpression[Any]]:
    first: dict[Sort, list[UnaryExpression[Any]]] = {
        Sort.NAME: [ApplicationRow.search_name.asc()],
        Sort.LARGEST: [ApplicationRow.amount.desc().nulls_last()],
        Sort.FILED: [ApplicationRow.filed_on.desc().nulls_last()],
    }
    newest = ApplicationRow.id.asc() if sort is Sort.OLDEST else ApplicationRow.id.desc()
    return [*first.get(sort, []), newest]


def _list_row(found: Mapping[Any, Any]) -> ListRow:
    verdict = found["verdict"]
    return ListRow(
        **{
            **found,
            "kind": ApplicantKind(found["kind"]),
            "status": Status(found["status"]),
            "verdict": None if verdict is None else Verdict(verdict),
        }
    )
