"""Turnover of the open binaan now: how many rose, stayed or fell, and by how many rupiah together."""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import BigInteger, Integer, and_, cast, func, literal

from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.month_lines import Line, Some, line
from db.blitar.counted_now import NOW
from db.tables import ClientIndicatorRow, ClientRow
from domain.blitar.caseload.turnover import MEASURED
from domain.blitar.indicators import Indicator

SALES_CLIENTS: Final = "sales now"
SALES_CHANGE: Final = "sales change"


def sales_now(some: Some) -> Iterator[Line]:
    """The binaan by where their turnover went, and the change in rupiah of those measured again."""
    row, now = ClientIndicatorRow, literal(NOW, Integer())
    of = and_(row.indicator == Indicator.ANNUAL_SALES, row.movement.in_(MEASURED))
    changed = cast(func.sum(row.latest_value - row.baseline_value), BigInteger)
    for what, n in ((SALES_CLIENTS, func.count()), (SALES_CHANGE, changed)):
        told = line(what, now, n, key=row.movement, place=ClientRow.district_code).select_from(row)
        told = told.join(ClientRow, and_(ClientRow.id == row.client_id, ClientRow.status == OPEN))
        yield told.where(of, *some).group_by(row.movement, ClientRow.district_code)
