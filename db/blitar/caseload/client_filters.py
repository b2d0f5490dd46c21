"""Which binaan a list shows, as a page asks for it and as SQL; every count is made from the same."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, and_, case

from db.blitar.caseload.found_by_text import may_find_by_nik
from db.blitar.caseload.goals import weight_of_movement
from db.blitar.caseload.lines import ENDED, OPEN
from db.search_words import found_by
from db.tables import ClientRow
from domain.blitar.caseload.attention import month_begins, overdue_before
from domain.blitar.caseload.progress import WEIGHED, Movement
from domain.blitar.caseload.stage import Stage
from domain.blitar.goals_and_tasks import Goal, GoalGroup
from domain.blitar.kinds import Sector, SubjectKind
from domain.labelled import Labelled
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person

NOBODY: Final = 0  # in place of a Pendamping: binaan that nobody mentors


class Visited(Labelled):
    """When a binaan was last visited; the value is stable."""

    OVERDUE = "overdue", "Perlu dikunjungi"
    NEVER = "never", "Belum pernah dikunjungi"
    MONTH = "month", "Dikunjungi bulan ini"


class Agreed(Labelled):
    """What still has to be done of what was agreed; the value is stable."""

    OPEN = "open", "Masih ada"
    OVERDUE = "overdue", "Ada yang lewat batas"


class Status(Labelled):
    """Whether a binaan is mentored now; the value is stable."""

    OPEN = OPEN, "Didampingi"
    ENDED = ENDED, "Sudah diakhiri"
    ALL = "all", "Semua"


class Facet(StrEnum):
    """A choice by which the list is narrowed, with its counts."""

    DISTRICT = "district"
    MENTOR = "mentor"
    KIND = "kind"
    SECTOR = "sector"
    STAGE = "stage"
    VISITED = "visited"
    AGREED = "agreed"
    MOVEMENT = "movement"
    STATUS = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFilter:
    """Which binaan; an empty field lets all through.

    `text` is words of the name or a part of the number, or a whole NIK for those who may see it. With a
    `goal`, only binaan whom it is about are shown, and `movement` is theirs in that goal; without, over
    all goals.
    """

    text: str = ""
    district_code: str | None = None
    mentor_id: int | None = None
    kind: SubjectKind | None = None
    sector: Sector | None = None
    stage: Stage | None = None
    visited: Visited | None = None
    agreed: Agreed | None = None
    goal: Goal | None = None
    movement: Movement | None = None
    status: Status = Status.OPEN


EVERYTHING: Final = ClientFilter()


def dimensions(wanted: ClientFilter, law: LawInForce) -> Mapping[str, ColumnElement[Any]]:
    """By what is chosen, as SQL over a binaan; a flag is 1 or 0."""
    row = ClientRow
    return {
        "status": _column(row.status),
        "district": _column(row.district_code),
        "mentor": _column(row.mentor_id),
        "kind": _column(row.kind),
        "sector": _column(row.sector),
        "stage": _column(row.stage),
        "movement": _movement(wanted.goal),
        **{visited.value: _flag(was_visited(visited, law)) for visited in Visited},
        **{f"agreed_{agreed.value}": _flag(has_agreed(agreed, law)) for agreed in Agreed},
    }


def conditions_of(wanted: ClientFilter, law: LawInForce) -> Mapping[Facet, ColumnElement[bool]]:
    """The condition of each choice that was made."""
    row = ClientRow
    nobody = wanted.mentor_id == NOBODY
    told: dict[Facet, ColumnElement[bool] | None] = {
        Facet.DISTRICT: _is(row.district_code, wanted.district_code),
        Facet.MENTOR: row.mentor_id.is_(None) if nobody else _is(row.mentor_id, wanted.mentor_id),
        Facet.KIND: _is(row.kind, wanted.kind),
        Facet.SECTOR: _is(row.sector, wanted.sector),
        Facet.STAGE: _is(row.stage, wanted.stage),
        Facet.STATUS: None if wanted.status is Status.ALL else row.status == wanted.status,
        Facet.VISITED: None if wanted.visited is None else was_visited(wanted.visited, law),
        Facet.AGREED: None if wanted.agreed is None else has_agreed(wanted.agreed, law),
        Facet.MOVEMENT: _moved(wanted),
    }
    return {facet: condition for facet, condition in told.items() if condition is not None}


def _is(column: Any, value: object) -> ColumnElement[bool] | None:
    return None if value is None else cast(ColumnElement[bool], column == value)


def was_visited(visited: Visited, law: LawInForce) -> ColumnElement[bool]:
    """Whether a binaan was visited in this way."""
    row = ClientRow
    if visited is Visited.OVERDUE:
        return and_(row.status == OPEN, row.waits_since < overdue_before(law))
    if visited is Visited.NEVER:
        return row.last_visit_on.is_(None)
    return row.last_visit_on >= month_begins(law)


def has_agreed(agreed: Agreed, law: LawInForce) -> ColumnElement[bool]:
    """Whether something agreed with a binaan still has to be done, or should have been."""
    return ClientRow.agreed_open > 0 if agreed is Agreed.OPEN else ClientRow.agreed_due < law.day


def _moved(wanted: ClientFilter) -> ColumnElement[bool] | None:
    if wanted.movement is None:
        return None
    return _movement(wanted.goal) == WEIGHED.index(wanted.movement)


def _movement(goal: Goal | None) -> ColumnElement[int]:
    return _column(ClientRow.movement) if goal is None else weight_of_movement(goal)


def kind_of(goal: Goal | None) -> SubjectKind | None:
    """The only kind of binaan that a goal is about; None for a goal of both, and for none."""
    if goal is None or goal.group is GoalGroup.BOTH:
        return None
    is_cooperative = goal.group is GoalGroup.COOPERATIVE
    return SubjectKind.CLIENT_COOPERATIVE if is_cooperative else SubjectKind.CLIENT_MICRO


def seen(
    wanted: ClientFilter,
    person: Person,
    own: Collection[int] | None,
    found: Collection[int] | None = None,
) -> list[ColumnElement[bool]]:
    """Everybody whom this person may see and text and goal let through; `found` by the text, if known."""
    conditions: list[ColumnElement[bool]] = []
    if own is not None:
        conditions.append(ClientRow.mentor_id.in_(own))
    if (kind := kind_of(wanted.goal)) is not None:
        conditions.append(ClientRow.kind == kind)
    if found is not None:
        return [*conditions, ClientRow.id.in_(found or (0,))]  # that nobody has
    row, nik = ClientRow, ClientRow.nik if may_find_by_nik(person) else None
    typed = found_by(wanted.text, number=row.number, name=row.search_name, nik=nik)
    return conditions if typed is None else [*conditions, typed]


def _column(column: Any) -> ColumnElement[Any]:
    return cast(ColumnElement[Any], column)


def _flag(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)
