"""Visits of one Pendamping to one binaan on one day, and what was agreed twice, told as what was before."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.search_words import search_form
from db.tables import ClientRow, FollowUpRow, VisitRow
from domain.again import Earlier
from domain.blitar.visiting.visit import DayPart, FollowUpState, Visit
from domain.dates import indonesian_date

_Met = tuple[int, int, date]


def before(session: Session, visit: Visit, *, but: Collection[int] = ()) -> tuple[Earlier, ...]:
    """The other visits of that day and what was agreed with the same words; mentor and binaan are held."""
    return (*earlier_of(session, [visit], but=but).get(_met(visit), ()), *_agreed(session, visit, but))


def earlier_of(
    session: Session, visits: Sequence[Visit], *, but: Collection[int] = ()
) -> Mapping[_Met, list[Earlier]]:
    """What the store has of the same Pendamping, binaan and day, by these three, for many visits."""
    row, days = VisitRow, [visit.on for visit in visits]
    query = (
        select(row)
        .where(
            row.mentor_id.in_({visit.mentor_id for visit in visits}),
            row.client_id.in_({visit.client_id for visit in visits}),
            row.on.between(min(days), max(days)),
            row.id.not_in(but),
        )
        .order_by(row.id)
        .options(joinedload(row.client), joinedload(row.entered_by))
    )
    wanted = {_met(visit) for visit in visits}
    found: dict[_Met, list[Earlier]] = {}
    for one in session.scalars(query):
        if (met := (one.mentor_id, one.client_id, one.on)) in wanted:
            told = _told(one.client.name, one.on, DayPart(one.day_part), f" nomor {one.id}")
            found.setdefault(met, []).append(Earlier(told, one.entered_by.name, one.entered_at))
    return found


def each_before(
    session: Session, visits: Sequence[Visit], by: str, at: datetime
) -> tuple[tuple[Earlier, ...], ...]:
    """What was before each visit of a pile, in their order: in the store, or further up in the pile."""
    found = {met: list(told) for met, told in earlier_of(session, visits).items()}
    names = _names(session, visits)
    each = []
    for visit in visits:
        told = found.setdefault(_met(visit), [])
        each.append(tuple(told))
        here = _told(names[visit.client_id], visit.on, visit.day_part, " dalam kiriman ini")
        told.append(Earlier(here, by, at))
    return tuple(each)


def _agreed(session: Session, visit: Visit, but: Collection[int]) -> Iterable[Earlier]:
    agreed = {(search_form(one.told), one.due_on) for one in visit.follow_ups}
    if not agreed:
        return
    row = FollowUpRow
    query = select(row).where(
        row.client_id == visit.client_id, row.state == FollowUpState.OPEN, row.visit_id.not_in(but)
    )
    for one in session.scalars(query.order_by(row.id)):
        if (search_form(one.told), one.due_on) in agreed:
            told = (
                f"Tindak lanjut “{one.told}” sampai {indonesian_date(one.due_on)} masih terbuka dari "
                f"kunjungan nomor {one.visit_id}, {indonesian_date(one.visit.on)}"
            )
            yield Earlier(told, one.visit.entered_by.name, one.visit.entered_at)


def _names(session: Session, visits: Sequence[Visit]) -> Mapping[int, str]:
    wanted = {visit.client_id for visit in visits}
    rows = session.execute(select(ClientRow.id, ClientRow.name).where(ClientRow.id.in_(wanted)))
    return {row.id: row.name for row in rows}


def _told(name: str, on: date, part: DayPart, which: str) -> str:
    return f"Kunjungan{which} ke {name}, {indonesian_date(on)}, {part.label}, oleh Pendamping yang sama"


def _met(visit: Visit) -> _Met:
    return visit.mentor_id, visit.client_id, visit.on
