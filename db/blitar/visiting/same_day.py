"""Visits of one Pendamping to one binaan on one day, and what was agreed twice, told as what was before."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from db.among import among
from db.bulk import Progress, pieces, untold
from db.search_words import search_form
from db.tables import ClientRow, FollowUpRow, PersonRow, VisitRow
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
    row, wanted = VisitRow, {_met(visit) for visit in visits}
    keys = select(row.id, row.mentor_id, row.client_id, row.on).where(met_as(visits), row.id.not_in(but))
    numbers = [number for number, *met in session.execute(keys.order_by(row.id)) if tuple(met) in wanted]
    query = (
        select(
            row.id, row.mentor_id, row.client_id, row.on, row.day_part, row.entered_at,
            ClientRow.name.label("client"), PersonRow.name.label("by"),
        )
        .join(ClientRow, ClientRow.id == row.client_id)
        .join(PersonRow, PersonRow.id == row.entered_by_id)
        .order_by(row.id)
    )  # fmt: skip
    found: dict[_Met, list[Earlier]] = {}
    for some in pieces(numbers):
        for one in session.execute(query.where(among(row.id, some))):
            told = _told(one.client, one.on, DayPart(one.day_part), f" nomor {one.id}")
            met = (one.mentor_id, one.client_id, one.on)
            found.setdefault(met, []).append(Earlier(told, one.by, one.entered_at))
    return found


def met_as(visits: Sequence[Visit]) -> ColumnElement[bool]:
    """The visits of the Pendamping of some visits to their binaan between the first and the last day."""
    row, days = VisitRow, [visit.on for visit in visits]
    return and_(
        among(row.mentor_id, {visit.mentor_id for visit in visits}),
        among(row.client_id, {visit.client_id for visit in visits}),
        row.on.between(min(days), max(days)),
    )


def each_before(
    session: Session, visits: Sequence[Visit], by: str, at: datetime, progress: Progress = untold
) -> tuple[tuple[Earlier, ...], ...]:
    """What was before each visit of a pile, in their order: in the store, or further up in the pile."""
    further_up: dict[_Met, tuple[Visit, ...]] = {}
    return tuple(
        one for piece in pieces(visits, progress) for one in _each_before(session, piece, further_up, by, at)
    )


def _each_before(
    session: Session,
    visits: Sequence[Visit],
    further_up: dict[_Met, tuple[Visit, ...]],
    by: str,
    at: datetime,
) -> Iterator[tuple[Earlier, ...]]:
    stored = earlier_of(session, visits)
    above = [_put_below(visit, further_up) for visit in visits]
    names = _names(session, [visit for visit, some in zip(visits, above, strict=True) if some])
    for visit, some in zip(visits, above, strict=True):
        here = [
            Earlier(_told(names[one.client_id], one.on, one.day_part, " dalam kiriman ini"), by, at)
            for one in some
        ]
        yield (*stored.get(_met(visit), ()), *here)


def _put_below(visit: Visit, further_up: dict[_Met, tuple[Visit, ...]]) -> tuple[Visit, ...]:
    """The visits of the same Pendamping, binaan and day above this one, which then stands below them."""
    above = further_up.get(_met(visit), ())
    further_up[_met(visit)] = (*above, visit)
    return above


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
    if not visits:
        return {}
    wanted = {visit.client_id for visit in visits}
    rows = session.execute(select(ClientRow.id, ClientRow.name).where(among(ClientRow.id, wanted)))
    return {row.id: row.name for row in rows}


def _told(name: str, on: date, part: DayPart, which: str) -> str:
    return f"Kunjungan{which} ke {name}, {indonesian_date(on)}, {part.label}, oleh Pendamping yang sama"


def _met(visit: Visit) -> _Met:
    return visit.mentor_id, visit.client_id, visit.on
