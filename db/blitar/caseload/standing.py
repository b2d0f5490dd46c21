"""What is worked out for each binaan when something was recorded: last visit, stage, indicators.

The visits and readings are the ground; these columns and rows only make lists quick, and can be made
anew from it at any time.
"""

from collections.abc import Callable, Collection
from datetime import date
from functools import cache
from typing import Any, Final, cast

from sqlalchemy import (
    ColumnElement,
    Date,
    Delete,
    Insert,
    Select,
    Subquery,
    Table,
    Update,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    not_,
    or_,
    select,
)
from sqlalchemy import update as change
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.among import among
from db.blank_text import stripped
from db.blitar.caseload.agreed import still_open
from db.blitar.caseload.goals import weight_of_movement
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.stages import SOME, asked_for, stages_until
from db.quick_rows import send_rows
from db.tables import (
    ClientIndicatorRow,
    ClientRow,
    FollowUpRow,
    IndicatorReadingRow,
    VisitRow,
)
from domain.blitar.caseload.progress import Movement
from domain.blitar.visiting.visit import VisitState

Side = Callable[[str], ColumnElement[Any]]
"""Gives a column of the baseline, or of what was measured last."""
_CLIENTS: Final = cast(Table, ClientRow.__table__)
_CHANGE: Final = (
    change(_CLIENTS)
    .where(_CLIENTS.c.id == bindparam("client"))
    .values(stage=bindparam("new_stage"), last_visit_on=bindparam("last_on"))
)


def stand_anew(session: Session, clients: Collection[int] | None) -> None:
    """Work out last visit, stage and indicators of some binaan, or of all (None).

    The binaan are held first: of two verbs at one moment the second sees what the first one recorded.
    """
    _visits_stand(session, clients)
    _indicators(session, clients)
    choose_anew(session, clients)


def visits_stand_anew(session: Session, clients: Collection[int] | None) -> None:
    """The same where nothing was measured, as by visits that wait for verification; all in one change."""
    _visits_stand(session, clients, _change_by_visits())
    _forget(session)


def _visits_stand(session: Session, clients: Collection[int] | None, update: Update = _CHANGE) -> None:
    session.flush()
    hold_clients(session, clients)
    rows = [
        {"client": client_id, "new_stage": stage.value, "last_on": last_on}
        for client_id, (stage, last_on) in stages_until(session, clients).items()
    ]
    if rows:
        send_rows(session.connection(), update, rows)


def _forget(session: Session) -> None:
    for row in session.identity_map.values():
        if isinstance(row, ClientRow | ClientIndicatorRow):
            session.expire(row)


def choose_anew(session: Session, clients: Collection[int] | None) -> None:
    """Work out by what lists choose some binaan, or all (None), once the rest of them stands."""
    session.flush()
    session.connection().execute(_choosing(is_some=clients is not None), asked_for(clients))
    _forget(session)


def hold_clients(session: Session, clients: Collection[int] | None) -> None:
    """Let no other verb change what is worked out for some binaan, or all (None), until the end."""
    query = select(ClientRow.id).order_by(ClientRow.id).with_for_update()
    session.execute(query if clients is None else query.where(among(ClientRow.id, clients)))


def counting_readings(until: date | None = None) -> Select[*tuple[Any, ...]]:
    """The readings that count: baselines, and what a visit found that is verified in that version."""
    reading = IndicatorReadingRow
    verified = and_(VisitRow.state == VisitState.VERIFIED, VisitRow.version == reading.visit_version)
    query = (
        select(
            reading.id,
            reading.client_id,
            reading.indicator,
            reading.value,
            reading.on,
            reading.evidence,
            reading.visit_id,
        )
        .outerjoin(VisitRow, VisitRow.id == reading.visit_id)
        .where(or_(reading.visit_id.is_(None), verified))
    )
    return query if until is None else query.where(reading.on <= until)


def moves(until: date | None = None, clients: Collection[int] | None = None) -> Select[*tuple[Any, ...]]:
    """Baseline and latest of each binaan and indicator with where it went, as rows of client_indicator."""
    counting = counting_readings(until)
    if clients is not None:
        counting = counting.where(IndicatorReadingRow.client_id.in_(clients))
    return _moves_of(counting)


def _moves_of(counting: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    told = counting.subquery("told")
    is_baseline = told.c.visit_id.is_(None)
    place = func.row_number().over(
        partition_by=(told.c.client_id, told.c.indicator, is_baseline),
        order_by=(case((is_baseline, None), else_=told.c.on).desc(), told.c.id.desc()),
    )
    ranked = select(told, place.label("place"), is_baseline.label("is_baseline")).subquery("ranked")

    first, last = _sides(ranked)
    # At most two rows of each indicator are left: its baseline, and what was measured last.
    return (
        select(
            ranked.c.client_id,
            ranked.c.indicator,
            movement_of(ranked).label("movement"),
            first("value").label("baseline_value"),
            first("on").label("baseline_on"),
            first("evidence").label("baseline_evidence"),
            last("value").label("latest_value"),
            last("on").label("latest_on"),
            last("evidence").label("latest_evidence"),
            last("visit_id").label("latest_visit_id"),
        )
        .where(ranked.c.place == 1)
        .group_by(ranked.c.client_id, ranked.c.indicator)
    )


def _sides(ranked: Subquery) -> tuple[Side, Side]:
    def first(column: str) -> ColumnElement[Any]:
        return func.max(case((ranked.c.is_baseline, ranked.c[column])))

    def last(column: str) -> ColumnElement[Any]:
        return func.max(case((not_(ranked.c.is_baseline), ranked.c[column])))

    return first, last


def movement_of(ranked: Subquery) -> ColumnElement[str]:
    """Rung.movement as SQL over rows with `is_baseline`, `value` and `on`, one of each side in a group."""
    first, last = _sides(ranked)
    is_new = and_(last("value").is_not(None), last("on") >= first("on"))
    return case(
        (first("value").is_(None), Movement.UNKNOWN.value),
        (not_(is_new), Movement.NOT_MEASURED.value),
        (last("value") > first("value"), Movement.UP.value),
        (last("value") < first("value"), Movement.DOWN.value),
        else_=Movement.SAME.value,
    )


# This statement runs at every saved visit, so each form of it is put together once.
@cache
def _renewal(*, is_some: bool) -> tuple[Delete, Insert]:
    """Takes the old rows of client_indicator away and puts the new ones in."""
    table = cast(Table, ClientIndicatorRow.__table__)
    removal, counting = delete(table), counting_readings()
    if is_some:
        removal = removal.where(among(table.c.client_id, SOME))
        counting = counting.where(among(IndicatorReadingRow.client_id, SOME))
    found = _moves_of(counting)
    names = [str(column.key) for column in found.selected_columns]
    return removal, insert(table).from_select(names, found)


@cache
def _choosing(*, is_some: bool) -> Update:
    changed = change(ClientRow).values(
        **_by_visits(ClientRow.last_visit_on),
        movement=weight_of_movement(None),
        shown=case((_may_be_told_of(), _risen_with_evidence()), else_=0),
    )
    return changed.where(among(ClientRow.id, SOME)) if is_some else changed


@cache
def _change_by_visits() -> Update:
    return _CHANGE.values(**_by_visits(bindparam("last_on", type_=Date())))


def _by_visits(last_on: ColumnElement[Any] | InstrumentedAttribute[Any]) -> dict[str, ColumnElement[Any]]:
    """Of what lists choose by, what visits change in which nothing was measured."""
    agreed = still_open().where(FollowUpRow.client_id == ClientRow.id).correlate(ClientRow)
    return {
        "waits_since": func.coalesce(last_on, ClientRow.since),
        "agreed_open": agreed.with_only_columns(func.count()).scalar_subquery(),
        "agreed_due": agreed.with_only_columns(func.min(FollowUpRow.due_on)).scalar_subquery(),
    }


def _may_be_told_of() -> ColumnElement[bool]:
    return and_(ClientRow.status == OPEN, ClientRow.body["consent"]["shares_story"].as_boolean())


def _risen_with_evidence() -> ColumnElement[int]:
    row = ClientIndicatorRow
    risen = (row.movement == Movement.UP, stripped(func.coalesce(row.latest_evidence, "")) != "")
    found = select(func.count()).where(row.client_id == ClientRow.id, *risen)
    return found.correlate(ClientRow).scalar_subquery()


def _indicators(session: Session, clients: Collection[int] | None) -> None:
    for statement in _renewal(is_some=clients is not None):
        session.connection().execute(statement, asked_for(clients))
