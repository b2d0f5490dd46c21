"""The list of binaan: filtered, sorted, paged and counted in SQL."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, UnaryExpression, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.agreed import still_open
from db.blitar.caseload.client_filters import ClientFilter, Facet, conditions_of, dimensions, seen
from db.blitar.caseload.facets import Counts, counts_of
from db.blitar.caseload.found_by_text import few_found, of_any_status
from db.blitar.caseload.ladders import rungs_of_goal
from db.blitar.caseload.reach import own_staff
from db.tables import ClientRow, FollowUpRow, StaffRow
from domain.blitar.caseload.overview import ClientOverview
from domain.blitar.caseload.progress import WEIGHED, Rung
from domain.blitar.caseload.stage import Stage
from domain.blitar.kinds import Sector
from domain.blitar.kinds import SubjectKind as Kind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.labelled import Labelled
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person

LARGEST_PAGE: Final = 200


class ClientSort(Labelled):
    """The order of the list; every order is complete, so that pages never overlap."""

    WAITING = "waiting", "Paling lama tidak dikunjungi"
    VISITED = "visited", "Baru dikunjungi"
    NAME = "name", "Nama"
    NEWEST = "newest", "Baru didampingi"


@dataclass(frozen=True, slots=True)
class Explored:
    """One page of the list with the counts of the whole, and who the counted Pendamping are, by name.

    `rungs` are what measures the wanted goal, of each binaan of the page that has any; empty without a goal.
    """

    rows: tuple[ClientOverview, ...]
    counts: Counts
    mentors: Mapping[int, str]
    rungs: Mapping[int, tuple[Rung, ...]] = field(default_factory=dict)


def explore(
    session: Session,
    actor: Person,
    wanted: ClientFilter,
    law: LawInForce,
    *,
    page: int = 1,
    page_size: int = 50,
    sort: ClientSort = ClientSort.WAITING,
) -> Explored:
    """Give one page of the binaan that are wanted, with counts; a Pendamping sees their own alone."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    if page < 1 or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"pages start at 1 and hold 1 to {LARGEST_PAGE} rows")
    own = own_staff(session, person)
    # A Pendamping has few binaan, whom a look at every name would not find sooner.
    found = few_found(session, wanted.text, person) if own is None else None
    counts = counts_of(session, wanted, person, own, law, found)
    chosen = _chosen([*seen(wanted, person, own, found), *_narrowed(wanted, law)], sort)
    query = _told(chosen.limit(page_size).offset((page - 1) * page_size), wanted, law, sort)
    rows = tuple(overview_of(row._mapping) for row in session.execute(query))
    rungs = rungs_of_goal(session, [one.id for one in rows], wanted.goal) if wanted.goal else {}
    return Explored(rows, counts, _mentors(session, counts.by[Facet.MENTOR]), rungs)


def listed(
    wanted: ClientFilter,
    person: Person,
    own: Collection[int] | None,
    law: LawInForce,
    sort: ClientSort,
) -> Select[*tuple[Any, ...]]:
    """The binaan that are wanted, in their order."""
    chosen = _chosen([*seen(wanted, person, own), *_narrowed(wanted, law)], sort)
    return _told(chosen, wanted, law, sort)


def _narrowed(wanted: ClientFilter, law: LawInForce) -> list[ColumnElement[bool]]:
    made = conditions_of(wanted, law)
    return [*made.values(), *([] if Facet.STATUS in made else [of_any_status()])]


def _chosen(where: Iterable[ColumnElement[bool]], sort: ClientSort) -> Select[int]:
    return select(ClientRow.id).where(*where).order_by(*_order(sort))


def _told(
    chosen: Select[int], wanted: ClientFilter, law: LawInForce, sort: ClientSort
) -> Select[*tuple[Any, ...]]:
    row, these = ClientRow, chosen.subquery("these")
    agreed = still_open().where(FollowUpRow.client_id == row.id).with_only_columns(func.count())
    overdue = agreed.where(FollowUpRow.due_on < law.day)
    columns = [
        getattr(row, name)
        for name in ("id", "number", "name", "kind", "sector", "district_code", "mentor_id", "since")
    ]
    return (
        select(
            *columns,
            row.last_visit_on,
            row.stage,
            row.ended_on,
            func.coalesce(StaffRow.name, "").label("mentor"),
            dimensions(wanted, law)["movement"].label("movement"),
            row.agreed_open.label("open_follow_ups"),
            overdue.correlate(row).scalar_subquery().label("overdue_follow_ups"),
        )
        .select_from(these)
        .join(row, row.id == these.c.id)
        .outerjoin(StaffRow, StaffRow.id == row.mentor_id)
        .order_by(*_order(sort))
    )


def _mentors(session: Session, counted: Iterable[str | None]) -> Mapping[int, str]:
    wanted = [int(number) for number in counted if number is not None]
    query = select(StaffRow.id, StaffRow.name, StaffRow.decree).where(StaffRow.id.in_(wanted))
    found = session.execute(query.order_by(StaffRow.name, StaffRow.id)).all()
    times = Counter(row.name for row in found)
    return {row.id: row.name if times[row.name] == 1 else f"{row.name} ({row.decree})" for row in found}


def _order(sort: ClientSort) -> list[UnaryExpression[Any]]:
    row = ClientRow
    first: dict[ClientSort, list[UnaryExpression[Any]]] = {
        ClientSort.WAITING: [row.waits_since.asc()],
        ClientSort.VISITED: [row.last_visit_on.desc().nulls_last()],
        ClientSort.NEWEST: [row.since.desc()],
    }
    return [*first.get(sort, []), row.search_name.asc(), row.id.asc()]


def overview_of(found: Mapping[Any, Any]) -> ClientOverview:
    """A row of that query as an overview."""
    told = {name: found[name] for name in ClientOverview.__dataclass_fields__}
    return ClientOverview(
        **{
            **told,
            "kind": Kind(found["kind"]),
            "sector": None if found["sector"] is None else Sector(found["sector"]),
            "stage": Stage(found["stage"]),
            "movement": WEIGHED[found["movement"]],
        }
    )
