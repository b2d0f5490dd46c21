"""What of an office's own rules waits for a second person: settings, readings, and later instruments."""

from typing import Any

from sqlalchemy import ColumnElement, case, func, literal, select, type_coerce, union_all
from sqlalchemy.orm import Session

from db.tables import LaterInstrumentRow, OfficeSettingRow, ReadingSettlementRow
from db.tables.base import Moment
from domain.dates import JAKARTA
from domain.headline import WaitsFor
from domain.office_waiting import rules_waiting
from domain.programme import Programme
from domain.roles import Person

_TABLES: tuple[tuple[Any, tuple[ColumnElement[bool], ...]], ...] = (
    (OfficeSettingRow, ()),
    (ReadingSettlementRow, ()),
    (LaterInstrumentRow, (LaterInstrumentRow.sent_at.is_not(None),)),
)


def rules_to_approve(session: Session, person: Person, programme: Programme) -> tuple[WaitsFor, ...]:
    """All of it as one line with its age; nothing where nothing waits. The caller has asked who may."""
    found = union_all(
        *(
            select(
                table.proposed_at.label("at"),
                case((table.proposed_by_id == person.id, literal(1)), else_=literal(0)).label("own"),
            ).where(
                table.programme == programme.key,
                table.approved_at.is_(None),
                table.closed_at.is_(None),
                *more,
            )
            for table, more in _TABLES
        )
    ).subquery()
    count, since, own = session.execute(
        select(func.count(), type_coerce(func.min(found.c.at), Moment()), func.sum(found.c.own))
    ).one()
    if not count:
        return ()
    return (rules_waiting(programme, count, since.astimezone(JAKARTA).date(), int(own)),)
