"""The office's practice: the settings and readings that were proposed and approved."""

from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, joinedload

from db.office.proposals import value_of
from db.tables import OfficeSettingRow, PersonRow, ReadingSettlementRow
from domain.programme import Programme
from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import OfficeDecision

# Every step of a file and every screen asks this, so it is put together once.
_SETTINGS = (
    select(OfficeSettingRow)
    .where(OfficeSettingRow.programme == bindparam("programme"), OfficeSettingRow.approved_at.is_not(None))
    .order_by(OfficeSettingRow.since, OfficeSettingRow.approved_at, OfficeSettingRow.id)
    .options(joinedload(OfficeSettingRow.approved_by))
)
_READINGS = (
    select(ReadingSettlementRow)
    .where(
        ReadingSettlementRow.programme == bindparam("programme"),
        ReadingSettlementRow.approved_at.is_not(None),
    )
    .order_by(ReadingSettlementRow.on, ReadingSettlementRow.approved_at, ReadingSettlementRow.id)
    .options(joinedload(ReadingSettlementRow.approved_by))
)


def practice(session: Session, programme: Programme) -> Practice:
    """What a programme's office has decided, the oldest first; of one day the last approved counts."""
    of_it = {"programme": programme.key}
    return Practice(
        settings=tuple((row.parameter, _dated(row)) for row in session.scalars(_SETTINGS, of_it)),
        settlements=tuple((row.interpretation, _settled(row)) for row in session.scalars(_READINGS, of_it)),
    )


def law_of(session: Session, programme: Programme, day: date) -> LawInForce:
    """The regulation of a programme on a day, as its office practises it."""
    return programme.law_on(day, practice(session, programme))


def _dated(row: OfficeSettingRow) -> DatedValue:
    decision = OfficeDecision(row.reason, decided_by=_name(row.approved_by))
    return DatedValue(row.since, value_of(row), decision)


def _settled(row: ReadingSettlementRow) -> Settlement:
    return Settlement(row.reading, row.on, _name(row.approved_by), row.decree)


def _name(person: PersonRow | None) -> str:
    return person.name if person else ""
