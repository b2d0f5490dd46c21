"""What stands in the way of many visits, and which of them are recorded already."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.among import among
from db.blitar.caseload.reach import own_staff
from db.blitar.staffing.staff import service_of
from db.blitar.visiting.reaching import Reach
from db.blitar.visiting.same_day import met_as
from db.bulk import Progress, pieces, untold
from db.plain import Plain, from_plain
from db.tables import ClientRow, StaffRow, VisitRow
from domain.blitar.kinds import SubjectKind as Kind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.assignments import Service
from domain.blitar.visiting.visit import Visit
from domain.blitar.visiting.visit_checks import Visited, around, check_sent
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Person

_Key = tuple[int, int, date, str]


@dataclass(frozen=True, slots=True)
class Examined:
    """What became of one visit of a pile.

    `recorded_id` is the visit of the same Pendamping, binaan and part of a day that is in the store
    already, and `is_same` tells whether it says the same; else `problems` stand in the way, if any.
    """

    problems: tuple[Problem, ...] = ()
    recorded_id: int | None = None
    is_same: bool = False


class _Staff(NamedTuple):
    kind: str
    service: Service


class _Recorded(NamedTuple):
    visit_id: int
    body: Plain

    def examined(self, visit: Visit) -> Examined:
        return Examined(recorded_id=self.visit_id, is_same=from_plain(Visit, self.body) == visit)


_READY: Final = Examined()


def examine_visits(
    session: Session, actor: Person, visits: Sequence[Visit], day: date
) -> tuple[Examined, ...]:
    """What stands in the way of each visit, in their order, and which of them are recorded already."""
    person = authorise(session, actor, BLITAR, BlitarPermission.RECORD_VISITS)
    return examined(session, person, visits, day)


def examined(
    session: Session, person: Person, visits: Sequence[Visit], day: date, progress: Progress = untold
) -> tuple[Examined, ...]:
    """The same for the verbs, which have asked who may."""
    own, seen = own_staff(session, person), set[_Key]()
    return tuple(
        one for piece in pieces(visits, progress) for one in _examined(session, own, piece, day, seen)
    )


def _examined(
    session: Session, own: Sequence[int] | None, visits: Sequence[Visit], day: date, seen: set[_Key]
) -> Iterator[Examined]:
    mentors, clients = _mentors(session, visits), _clients(session, visits)
    recorded, reach = _recorded(session, visits), Reach(session, own, visits)
    for visit in visits:
        mentor, client, key = mentors.get(visit.mentor_id), clients.get(visit.client_id), _key(visit)
        problems = [*_known(mentor, client, own)]
        if not problems and key in recorded:
            yield recorded[key].examined(visit)
            continue
        problems = problems or [*reach.problems(visit)]
        if mentor is not None and client is not None and not problems:
            problems += [*check_sent(visit, around(mentor.service, client), day), *_twice(visit, seen)]
        seen.add(key)
        yield Examined(tuple(problems)) if problems else _READY


def _known(mentor: _Staff | None, client: Visited | None, own: Sequence[int] | None) -> Iterator[Problem]:
    if mentor is None or mentor.kind != Kind.MENTOR:
        yield Problem("mentor_id", "Pendamping ini tidak ada dalam daftar. Pilih dari daftar Pendamping.")
    elif own is not None and mentor.service.mentor_id not in own:
        yield Problem("mentor_id", "Anda hanya dapat mencatat kunjungan Anda sendiri.")
    if client is None:
        yield Problem("client_id", "Binaan ini tidak ada dalam daftar. Periksa nomor binaannya.")


def _twice(visit: Visit, seen: set[_Key]) -> Iterator[Problem]:
    if _key(visit) in seen:
        told = f"{indonesian_date(visit.on)}, {visit.day_part.label}"
        yield Problem("on", f"Kunjungan yang sama sudah ada di baris sebelumnya: {told}. Hapus salah satu.")


def _key(visit: Visit) -> _Key:
    return (visit.mentor_id, visit.client_id, visit.on, visit.day_part)


def _mentors(session: Session, visits: Sequence[Visit]) -> Mapping[int, _Staff]:
    query = select(StaffRow).where(StaffRow.id.in_({visit.mentor_id for visit in visits}))
    return {row.id: _Staff(row.kind, service_of(row)) for row in session.scalars(query)}


def _clients(session: Session, visits: Sequence[Visit]) -> Mapping[int, Visited]:
    row = ClientRow
    query = select(row.id, row.kind, row.name, row.since, row.ended_on)
    found = session.execute(query.where(among(row.id, {visit.client_id for visit in visits})))
    return {one.id: one for one in found}


def _recorded(session: Session, visits: Sequence[Visit]) -> Mapping[_Key, _Recorded]:
    """What the store has of the same Pendamping, binaan and part of a day as some visits."""
    row, wanted = VisitRow, {_key(visit) for visit in visits}
    keys = select(row.id, row.mentor_id, row.client_id, row.on, row.day_part).where(met_as(visits))
    numbers = [number for number, *key in session.execute(keys) if tuple(key) in wanted]
    query = select(row.id, row.mentor_id, row.client_id, row.on, row.day_part, row.body)
    return {
        (mentor, client, on, part): _Recorded(number, body)
        for some in pieces(numbers)
        for number, mentor, client, on, part, body in session.execute(query.where(among(row.id, some)))
    }
