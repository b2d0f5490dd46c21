"""What was proposed and approved on screen: the office's settings and readings, and later instruments."""

from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, joinedload

from db.engine import known_together
from db.office.proposals import Proposal, value_of
from db.plain import from_plain
from db.tables import LaterInstrumentRow, OfficeSettingRow, PersonRow, ReadingSettlementRow
from db.trail import OfficeSubject
from domain.programme import Programme
from domain.regulation.interpretations import Settlement
from domain.regulation.later_instruments import InstrumentTold, LaterInstrument, keyed, named
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
_INSTRUMENTS = (
    select(LaterInstrumentRow)
    .where(
        LaterInstrumentRow.programme == bindparam("programme"), LaterInstrumentRow.approved_at.is_not(None)
    )
    .order_by(LaterInstrumentRow.in_force_since, LaterInstrumentRow.id)
    .options(joinedload(LaterInstrumentRow.approved_by))
)


def practice(session: Session, programme: Programme) -> Practice:
    """What a programme's office has decided, the oldest first; of one day the last approved counts.

    Open to everybody, without asking who: Dasar hukum shows it also to who is not signed in.
    """
    return known_together(session, ("practice", programme.key), lambda: _practice(session, programme))


def _practice(session: Session, programme: Programme) -> Practice:
    of_it = {"programme": programme.key}
    return Practice(
        settings=tuple((row.parameter, _dated(row)) for row in session.scalars(_SETTINGS, of_it)),
        settlements=tuple((row.interpretation, _settled(row)) for row in session.scalars(_READINGS, of_it)),
        instruments=instruments(session, programme),
    )


def instruments(session: Session, programme: Programme) -> tuple[LaterInstrument, ...]:
    """The later instruments that a programme's head approved, by the day since which they are in force."""
    rows = session.scalars(_INSTRUMENTS, {"programme": programme.key})
    return tuple(entered(row, programme) for row in rows)


def entered(row: LaterInstrumentRow, programme: Programme) -> LaterInstrument:
    """A later instrument as it was entered."""
    told = from_plain(InstrumentTold, row.body)
    whose = programme.regency.name.removeprefix("Kabupaten ")
    return LaterInstrument(keyed(told, programme.key), named(told, whose), told, _name(row.approved_by))


def with_proposal(before: Practice, proposed: Proposal) -> Practice:
    """The practice as it would be once a proposal were approved."""
    if proposed.subject.kind is OfficeSubject.OFFICE_SETTING:
        value = DatedValue(proposed.since, proposed.value, OfficeDecision(proposed.reason, decided_by="-"))
        return replace(before, settings=(*before.settings, (proposed.key, value)))
    settled = Settlement(str(proposed.value), proposed.since, "-", proposed.decree)
    return replace(before, settlements=(*before.settlements, (proposed.key, settled)))


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
