"""The values that were known before some visits, to hold what they found against them."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.bulk import pieces_in_order
from db.tables import ClientIndicatorRow
from domain.blitar.indicators import Indicator, Measured
from domain.blitar.visiting.odd_figures import last_before
from domain.blitar.visiting.visit import Visit

_ROW = ClientIndicatorRow
_Known = dict[Indicator, tuple[Measured | None, ...]]


def known_before(session: Session, visits: Mapping[int, Visit]) -> dict[int, dict[Indicator, Measured]]:
    """The last value of each indicator on the day of each visit, where one is known, by its number."""
    known = _known(session, {visit.client_id for visit in visits.values() if visit.changes})
    return {number: _before(visit.on, known.get(visit.client_id, {})) for number, visit in visits.items()}


def _before(day: date, known: _Known) -> dict[Indicator, Measured]:
    told = {indicator: last_before(day, *values) for indicator, values in known.items()}
    return {indicator: one for indicator, one in told.items() if one is not None}


def _known(session: Session, clients: Collection[int]) -> dict[int, _Known]:
    """Baseline and latest value of some binaan; nothing is read for none."""
    found: dict[int, _Known] = {}
    columns = (_ROW.baseline_value, _ROW.baseline_on, _ROW.latest_value, _ROW.latest_on)
    query = select(_ROW.client_id, _ROW.indicator, *columns)
    for some in pieces_in_order(clients):
        for client_id, told, first, first_on, newest, newest_on in session.execute(
            query.where(_ROW.client_id.in_(some))
        ):
            indicator = Indicator(told)
            both = _measured(indicator, first, first_on), _measured(indicator, newest, newest_on)
            found.setdefault(client_id, {})[indicator] = both
    return found


def _measured(indicator: Indicator, value: int | None, on: date | None) -> Measured | None:
    return None if value is None or on is None else Measured(indicator, value, on)
