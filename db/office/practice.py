"""The office's practice: the settings and readings that were proposed and approved."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.office.proposals import value_of
from db.tables import OfficeSettingRow, PersonRow, ReadingSettlementRow
from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import OfficeDecision

# Every step of a file and every screen asks this, so it is put together once.
_SETTINGS = (
    select(OfficeSettingRow)
    .where(OfficeSettingRow.approved_at.is_not(None))
    .order_by(OfficeSettingRow.since, OfficeSettingRow.approved_at, OfficeSettingRow.id)
    .options(joinedload(OfficeSettingRow.approved_by))
)
_READINGS = (
    select(ReadingSettlementRow)
    .where(ReadingSettlementRow.approved_at.is_not(None))
    .order_by(ReadingSettlementRow.on, ReadingSettlementRow.approved_at, ReadingSettlementRow.id)
    .options(joinedload(ReadingSettlementRow.approved_by))
)


def practice(session: Session) -> Practice:
    """What the office has decided for itself, the oldest first; of one day the last approved counts."""
    return Practice(
        settings=tuple((row.parameter, _dated(row)) for row in session.scalars(_SETTINGS)),
        settlements=tuple((row.interpretation, _settled(row)) for row in session.scalars(_READINGS)),
    )


def _dated(row: OfficeSettingRow) -> DatedValue:
    decision = OfficeDecision(row.reason, decided_by=_name(row.approved_by))
    return DatedValue(row.since, value_of(row), decision)


def _settled(row: ReadingSettlementRow) -> Settlement:
    return Settlement(row.reading, row.on, _name(row.approved_by), row.decree)


def _name(person: PersonRow | None) -> str:
    return person.name if person else ""
