"""Which binaan a list shows, as a page asks for it and as SQL; every count is made from the same."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import CTE, ColumnElement, Select, and_, case, func, or_, select

from db.blitar.caseload.follow_ups import is_to_do
from db.blitar.caseload.goals import UNKNOWN_PLACE, place_of
from db.blitar.caseload.lines import ENDED, OPEN
from db.search_words import found_by
from db.tables import ClientIndicatorRow, ClientRow, FollowUpRow, VisitRow
from domain.blitar.caseload.attention import month_begins, overdue_before
from domain.blitar.caseload.progress import WEIGHED, Movement
from domain.blitar.caseload.stage import Stage
from domain.blitar.client import CLIENT_KINDS
from domain.blitar.goals_and_tasks import Goal, GoalGroup
from domain.blitar.indicators import indicators_of, measured_by
from domain.blitar.kinds import Sector, SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.labelled import Labelled
from domain.programme import may
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


def candidates(wanted: ClientFilter, person: Person, own: Collection[int] | None, law: LawInForce) -> CTE:
    """Everybody whom this person may see and the text and the goal let through, with what is chosen by."""
    row = ClientRow
    waits_since = func.coalesce(row.last_visit_on, row.since)
    query = select(
        row.id.label("id"),
        row.district_code.label("district"),
        row.mentor_id.label("mentor"),
        row.kind.label("kind"),
        row.sector.label("sector"),
        row.stage.label("stage"),
        row.status.label("status"),
        _flag(and_(row.status == OPEN, waits_since < overdue_before(law))).label("overdue"),
        _flag(row.last_visit_on.is_(None)).label("never"),
        _flag(row.last_visit_on >= month_begins(law)).label("month"),
        _flag(row.id.in_(still_open())).label("agreed_open"),
        _flag(row.id.in_(still_open().where(FollowUpRow.due_on < law.day))).label("agreed_overdue"),
        weight_of_movement(wanted.goal).label("movement"),
    ).where(*_seen(wanted, person, own))
    return query.cte("candidates")


def conditions_of(wanted: ClientFilter, found: CTE) -> Mapping[Facet, ColumnElement[bool]]:
    """The condition of each choice that was made."""
    nobody = wanted.mentor_id == NOBODY
    told: dict[Facet, tuple[Any, ColumnElement[bool]]] = {
        Facet.DISTRICT: (wanted.district_code, found.c.district == wanted.district_code),
        Facet.MENTOR: (
            wanted.mentor_id,
            found.c.mentor.is_(None) if nobody else found.c.mentor == wanted.mentor_id,
        ),
        Facet.KIND: (wanted.kind, found.c.kind == wanted.kind),
        Facet.SECTOR: (wanted.sector, found.c.sector == wanted.sector),
        Facet.STAGE: (wanted.stage, found.c.stage == wanted.stage),
        Facet.STATUS: (None if wanted.status is Status.ALL else 1, found.c.status == wanted.status),
    }
    if wanted.visited is not None:
        told[Facet.VISITED] = (1, found.c[wanted.visited.value] == 1)
    if wanted.agreed is not None:
        told[Facet.AGREED] = (1, found.c[f"agreed_{wanted.agreed.value}"] == 1)
    if wanted.movement is not None:
        told[Facet.MOVEMENT] = (1, found.c.movement == WEIGHED.index(wanted.movement))
    return {facet: condition for facet, (value, condition) in told.items() if value is not None}


def still_open() -> Select[*tuple[Any, ...]]:
    """The binaan of whatever was agreed at a visit that counts, and is not closed."""
    return select(FollowUpRow.client_id).join(VisitRow, VisitRow.id == FollowUpRow.visit_id).where(is_to_do())


def weight_of_movement(goal: Goal | None) -> ColumnElement[int]:
    """The place in WEIGHED of where a binaan went, in one goal or in all: domain's rule as SQL."""
    row = ClientIndicatorRow
    lightest = select(func.min(place_of(row.movement))).where(row.client_id == ClientRow.id, _counts(goal))
    return func.coalesce(lightest.correlate(ClientRow).scalar_subquery(), UNKNOWN_PLACE)


def _counts(goal: Goal | None) -> ColumnElement[bool]:
    """Whether an indicator is one of the goal, or of a goal that is about this kind of binaan."""
    indicator = ClientIndicatorRow.indicator
    if goal is not None:
        return indicator.in_(measured_by(goal))
    return or_(*(and_(ClientRow.kind == kind, indicator.in_(indicators_of(kind))) for kind in CLIENT_KINDS))


def _seen(wanted: ClientFilter, person: Person, own: Collection[int] | None) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if own is not None:
        conditions.append(ClientRow.mentor_id.in_(own))
    if wanted.goal is not None and wanted.goal.group is not GoalGroup.BOTH:
        cooperative = wanted.goal.group is GoalGroup.COOPERATIVE
        kind = SubjectKind.CLIENT_COOPERATIVE if cooperative else SubjectKind.CLIENT_MICRO
        conditions.append(ClientRow.kind == kind)
    may_see = may(person, BlitarPermission.REVEAL_CLIENT_IDENTITY, BLITAR)
    row, nik = ClientRow, ClientRow.nik if may_see else None
    typed = found_by(wanted.text, number=row.number, name=row.search_name, nik=nik)
    return conditions if typed is None else [*conditions, typed]


def _flag(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)
