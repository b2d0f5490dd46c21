"""The list of applications: filtered, sorted, paged and counted in SQL."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.applications.counting import counted
from db.sampang.applications.list_filters import (
    EVERYTHING,
    FileGroup,
    Filter,
    Sort,
    conditions_of,
    group_of,
    in_index,
    order_of,
)
from db.sampang.applications.standing_law import is_due
from db.tables import ApplicationRow
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

__all__ = [
    "EVERYTHING",
    "FileGroup",
    "Filter",
    "ListRow",
    "Page",
    "Sort",
    "counts_by_group",
    "counts_by_stage",
    "counts_by_verdict",
    "list_applications",
    "total_of",
]

K = TypeVar("K")
LARGEST_PAGE: Final = 200
_FAR: Final = 2_000


@dataclass(frozen=True, slots=True)
class ListRow:
    """One application in a list; `is_due` while its verdict by the law of the day is still to be found."""

    id: int
    number: str
    name: str
    kind: ApplicantKind
    district_code: str | None
    amount: int | None
    filed_on: date | None
    status: Stage
    verdict: Verdict | None
    most: int | None
    is_due: bool = False

    @property
    def is_older(self) -> bool:
        """Whether it is a loan that was taken over (O-21): such a file was never handed in here."""
        return self.status is Stage.DISBURSED and self.filed_on is None


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
    law: LawInForce | None = None,
    total: int | None = None,
) -> Page:
    """Give one page of the applications that are wanted; the first page is 1.

    Whoever has counted them already tells the `total`.
    With the `law` of the day a verdict that was found by another one is left out, and the row says so.
    """
    person = authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    if page < 1 or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"pages start at 1 and hold 1 to {LARGEST_PAGE} rows")
    if total is None:
        total = sum(files for *_, files in counted(session, person, wanted, law))
    first = (page - 1) * page_size
    where = conditions_of(wanted, person, law)
    is_narrow = bool(where) or first > _FAR
    order = order_of(sort, is_narrow=is_narrow)
    if is_narrow or sort not in (Sort.NEWEST, Sort.OLDEST):
        where.append(in_index())
    chosen = select(ApplicationRow.id).where(*where).order_by(*order).limit(page_size).offset(first)
    columns = [getattr(ApplicationRow, name) for name in ListRow.__dataclass_fields__ if name != "is_due"]
    due = literal(False) if law is None else is_due(law)
    found = session.execute(
        select(*columns, due.label("is_due"))
        .where(ApplicationRow.id.in_(chosen.scalar_subquery()))
        .order_by(*order)
    )
    return Page(tuple(_list_row(row._mapping) for row in found), total)


def counts_by_verdict(
    session: Session, actor: Person, wanted: Filter = EVERYTHING, *, law: LawInForce | None = None
) -> dict[Verdict | None, int]:
    """Count the applications that are wanted by verdict; None stands for not yet assessed.

    With the `law` of the day a verdict that was found by another one counts as not yet assessed.
    """
    person = authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    found: Counter[Verdict | None] = Counter()
    for _, verdict, files in counted(session, person, wanted, law):
        found[verdict] += files
    return found


def counts_by_group(
    session: Session, actor: Person, wanted: Filter = EVERYTHING, *, law: LawInForce | None = None
) -> Mapping[FileGroup, Mapping[Verdict | None, int]]:
    """The same for each group of files; the filter names no group."""
    person = authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    found: dict[FileGroup, Counter[Verdict | None]] = {group: Counter() for group in FileGroup}
    for stage, verdict, files in counted(session, person, wanted, law):
        found[group_of(stage, verdict)][verdict] += files
    return found


def counts_by_stage(session: Session, actor: Person, wanted: Filter = EVERYTHING) -> dict[Stage, int]:
    """Count the applications that are wanted by stage; a stage that none has is left out."""
    person = authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    found: Counter[Stage] = Counter()
    for stage, _, files in counted(session, person, wanted):
        found[stage] += files
    return found


def total_of(counts: Mapping[K, int], chosen: K | None) -> int:
    """How many of the counted are chosen; all of them while nothing is."""
    return sum(counts.values()) if chosen is None else counts.get(chosen, 0)


def _list_row(found: Mapping[Any, Any]) -> ListRow:
    verdict, is_due = found["verdict"], bool(found["is_due"])
    return ListRow(
        **{
            **found,
            "kind": ApplicantKind(found["kind"]),
            "status": Stage(found["status"]),
            "verdict": None if verdict is None or is_due else Verdict(verdict),
            "most": None if is_due else found["most"],
            "is_due": is_due,
        }
    )
