"""Visits found: filtered, counted by state and paged in SQL; a Pendamping finds their own only."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, Subquery, UnaryExpression, case, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.month_counts import days_counted
from db.blitar.caseload.reach import own_staff
from db.blitar.visiting.second_eye import own_of, remarks_on
from db.blitar.visiting.visit_warnings import Looked, warnings_among
from db.plain import from_plain
from db.tables import ClientRow, StaffRow, VisitRow
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.report import last_day_of
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import (
    OPEN_TO_CHANGE,
    DayPart,
    IndicatorChange,
    Source,
    Visit,
    VisitPlace,
    VisitState,
)
from domain.dates import add_months
from domain.roles import Person

PAGE_SIZE: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFilter:
    """Which visits; an empty field lets all through. `month` is any day of the month.

    `for_me` lets through what waits and the asking person may verify, whatever the state.
    """

    state: VisitState | None = None
    mentor_id: int | None = None
    client_id: int | None = None
    district_code: str | None = None
    month: date | None = None
    source: Source | None = None
    for_me: bool = False


ALL_VISITS: Final = VisitFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """One visit as a list shows it, with what a person should look at before verifying it.

    `is_own` is true for who recorded, sent or made it, and may therefore not verify it.
    """

    id: int
    version: int
    state: VisitState
    on: date
    day_part: DayPart
    place: VisitPlace
    district_code: str | None
    client_id: int
    client_number: str
    client_name: str
    mentor_id: int
    mentor_name: str
    source: Source
    warnings: tuple[str, ...]
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class VisitPage:
    """One page of visits, and how many there are in each state under the other filters."""

    lines: tuple[VisitLine, ...]
    total: int
    counts: Mapping[VisitState, int]


def visit_list(session: Session, actor: Person, wanted: VisitFilter = ALL_VISITS, page: int = 1) -> VisitPage:
    """One page of 50 visits with the counts by state; the first page is 1.

    Those that wait come in the order of their days, the longest waiting first; all others newest first,
    for a Pendamping after the drafts and returned ones, which are theirs to finish.
    """
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    if page < 1:
        raise ValueError("pages start at 1")
    own = own_staff(session, person)
    counts = _counts(session, wanted, own)
    where = [*conditions_of(wanted, own), *_state(wanted, person)]
    total = _total(session, wanted, counts, where)
    order = _order(wanted, own)
    # Chosen first, by what the indexes hold, so that no more than a page of whole visits is read.
    chosen = select(VisitRow.id).where(*where).order_by(*order)
    these = chosen.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE).subquery("these")
    rows = session.execute(_columns(person, these).order_by(*order)).all()
    warned = _warned(session, rows)
    return VisitPage(tuple(_line(row, warned.get(row.id, ())) for row in rows), total, counts)


def _warned(session: Session, rows: Sequence[Row[Any]]) -> dict[int, tuple[str, ...]]:
    looked = {row.id: _looked(row) for row in rows if VisitState(row.state) is not VisitState.VERIFIED}
    warned = warnings_among(session, looked)
    sent = [row.id for row in rows if VisitState(row.state) is VisitState.SENT]
    for number, remarks in remarks_on(session, sent).items():
        warned[number] = (*warned[number], *remarks)
    return warned


def _counts(session: Session, wanted: VisitFilter, own: tuple[int, ...] | None) -> dict[VisitState, int]:
    if own is None and wanted == VisitFilter(state=wanted.state, month=wanted.month, for_me=wanted.for_me):
        return _kept_counts(session, wanted.month)
    query = select(VisitRow.state, func.count()).where(*conditions_of(wanted, own)).group_by(VisitRow.state)
    return {VisitState(state): count for state, count in session.execute(query)}


def _kept_counts(session: Session, month: date | None) -> dict[VisitState, int]:
    """The counts over everybody, of a month or of all, which are kept."""
    first, last = (date.min, date.max) if month is None else (month.replace(day=1), last_day_of(month))
    found: Counter[VisitState] = Counter()
    for (_, state), count in days_counted(session, first, last).items():
        found[VisitState(state)] += count
    return dict(found)


def conditions_of(wanted: VisitFilter, own: tuple[int, ...] | None = None) -> Iterator[ColumnElement[bool]]:
    """The conditions of a filter but for the state; `own` are the numbers of a Pendamping."""
    if own is not None:
        yield VisitRow.mentor_id.in_(own)
    for name in ("mentor_id", "client_id", "district_code"):
        if (value := getattr(wanted, name)) is not None:
            yield getattr(VisitRow, name) == value
    if wanted.month is not None:
        first = wanted.month.replace(day=1)
        yield VisitRow.on >= first
        yield VisitRow.on < add_months(first, 1)
    if wanted.source is not None:
        yield VisitRow.body["source"].as_string() == wanted.source.value


def _total(
    session: Session,
    wanted: VisitFilter,
    counts: Mapping[VisitState, int],
    where: Sequence[ColumnElement[bool]],
) -> int:
    if wanted.for_me:
        return session.scalar(select(func.count()).select_from(VisitRow).where(*where)) or 0
    return sum(counts.values()) if wanted.state is None else counts.get(wanted.state, 0)


def _state(wanted: VisitFilter, person: Person) -> tuple[ColumnElement[bool], ...]:
    if wanted.for_me:
        return (VisitRow.state == VisitState.SENT, ~own_of(person))
    return () if wanted.state is None else (VisitRow.state == wanted.state,)


def _order(wanted: VisitFilter, own: tuple[int, ...] | None) -> tuple[UnaryExpression[Any], ...]:
    if wanted.state is VisitState.SENT:
        return VisitRow.on.asc(), VisitRow.id.asc()
    newest = VisitRow.on.desc(), VisitRow.id.desc()
    to_finish = case((VisitRow.state.in_(OPEN_TO_CHANGE), 0), else_=1)
    return newest if own is None else (to_finish.asc(), *newest)


def _columns(person: Person, these: Subquery) -> Select[*tuple[Any, ...]]:
    # Every visit has both, but a join that may find nothing keeps the planner at the visits in their order.
    return (
        select(
            VisitRow.id,
            VisitRow.version,
            VisitRow.state,
            VisitRow.on,
            VisitRow.day_part,
            VisitRow.place,
            VisitRow.district_code,
            VisitRow.client_id,
            VisitRow.mentor_id,
            VisitRow.body["source"].as_string().label("source"),
            VisitRow.body["changes"].label("changes"),
            ClientRow.number.label("client_number"),
            ClientRow.name.label("client_name"),
            ClientRow.mentor_id.label("carer_id"),
            StaffRow.name.label("mentor_name"),
            own_of(person).label("is_own"),
        )
        .select_from(these)
        .join(VisitRow, VisitRow.id == these.c.id)
        .outerjoin(ClientRow, ClientRow.id == VisitRow.client_id)
        .outerjoin(StaffRow, StaffRow.id == VisitRow.mentor_id)
    )


def _looked(row: Row[Any]) -> Looked:
    visit = Visit(
        mentor_id=row.mentor_id,
        client_id=row.client_id,
        on=row.on,
        place=VisitPlace(row.place),
        day_part=DayPart(row.day_part),
        district_code=row.district_code,
        changes=tuple(from_plain(IndicatorChange, one) for one in row.changes or ()),
    )
    return Looked(visit, row.carer_id)


def _line(row: Row[Any], warnings: tuple[str, ...]) -> VisitLine:
    return VisitLine(
        id=row.id,
        version=row.version,
        state=VisitState(row.state),
        on=row.on,
        day_part=DayPart(row.day_part),
        place=VisitPlace(row.place),
        district_code=row.district_code,
        client_id=row.client_id,
        client_number=row.client_number,
        client_name=row.client_name,
        mentor_id=row.mentor_id,
        mentor_name=row.mentor_name,
        source=Source(row.source),
        warnings=warnings,
        is_own=bool(row.is_own),
    )
