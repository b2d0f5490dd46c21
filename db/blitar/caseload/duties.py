"""Binaan that do not yet have, as far as is known, what a dated duty asks of them."""

from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from db.blitar.caseload.lines import OPEN
from db.tables import ClientIndicatorRow, ClientRow, StaffRow
from db.tables.hidden import HiddenText
from domain.blitar.caseload.attention import MOST_COUNTED
from domain.blitar.caseload.duties import HALAL_FOOD
from domain.regulation.law_in_force import LawInForce

_Own = Collection[int] | None
_VALUE: Final = func.coalesce(ClientIndicatorRow.latest_value, ClientIndicatorRow.baseline_value)


def duties_open(session: Session, law: LawInForce, own: _Own) -> int:
    """How many binaan there are; no more than a thousand are counted, so that a screen never reads all."""
    if not HALAL_FOOD.counts_on(law.day):
        return 0
    found = _bound(select(ClientRow.id), law, own).limit(MOST_COUNTED).subquery()
    return session.scalar(select(func.count()).select_from(found)) or 0


def duty_rows(law: LawInForce, own: _Own) -> Select[*tuple[Any, ...]]:
    """The binaan, those that are known to lack it first, then those of whom nobody knows."""
    row = ClientRow
    mentor = func.coalesce(StaffRow.name, "").label("mentor")
    phone: Any = phone_told()
    columns = select(row.id, row.name, row.district_code, mentor, phone, _VALUE.label("value"))
    found = _bound(columns, law, own).outerjoin(StaffRow, StaffRow.id == row.mentor_id)
    return found.order_by(_VALUE.is_(None), row.waits_since, row.search_name, row.id)


def phone_told() -> ColumnElement[str]:
    """The telephone of a binaan; blank while nobody told it."""
    told: ColumnElement[Any] = type_coerce(ClientRow.body["phone"].as_string(), HiddenText)
    return func.coalesce(told, "").label("phone")


def _bound(query: Select[Any], law: LawInForce, own: _Own) -> Select[Any]:
    row, measured = ClientRow, ClientIndicatorRow
    of_it = and_(measured.client_id == row.id, measured.indicator == HALAL_FOOD.indicator)
    where: list[ColumnElement[bool]] = [
        row.status == OPEN,
        row.kind == HALAL_FOOD.kind,
        row.sector.in_(HALAL_FOOD.sectors),
        or_(_VALUE.is_(None), _VALUE == 0),
    ]
    if own is not None:
        where.append(row.mentor_id.in_(own))
    if not HALAL_FOOD.counts_on(law.day):
        where.append(row.id.is_(None))  # nobody, before its day
    return query.select_from(row).outerjoin(measured, of_it).where(*where)
