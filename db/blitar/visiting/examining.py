"""What stands in the way of many visits, and which of them are recorded already."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.reach import own_staff
from db.blitar.staffing.staff import service_of
from db.blitar.visiting.reaching import Reach
from db.plain import Plain, from_plain
from db.tables import ClientRow, StaffRow, VisitRow
from domain.blitar.kinds import SubjectKind as Kind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import DayPart, Visit
from domain.blitar.visiting.visit_checks import around, check_sent
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Person

_Key = tuple[int, int, date, DayPart]


@dataclass(frozen=True, slots=True)
class Examined:
    """What became of one visit of a pile.

    `recorded_id` is the visit of the same Pendamping, binaan and part of a day that is in the store
    already, and `is_same` tells whether it says the same; else `problems` stand in the way, if any.
    """

    problems: tuple[Problem, ...] = ()
    recorded_id: int | None = None
    is_same: bool = False


def examine_visits(
    session: Session, actor: Person, visits: Sequence[Visit], day: date
) -> tuple[Examined, ...]:
    """What stands in the way of each visit, in their order, and which of them are recorded already."""
    person = authorise(session, actor, BLITAR, BlitarPermission.RECORD_VISITS)
    return examined(session, person, visits, day)


def examined(session: Session, person: Person, visits: Sequence[Visit], day: date) -> tuple[Examined, ...]:
    """The same for the verbs, which have asked who may."""
    mentors, clients = _mentors(session, visits), _clients(session, visits)
    own, stored = own_staff(session, person), _stored(session, visits)
    reach = Reach(session, own, visits)
    seen: set[_Key] = set()
    found = []
    for visit in visits:
        mentor, client, key = mentors.get(visit.mentor_id), clients.get(visit.client_id), _key(visit)
        problems = [*_known(mentor, client, own)]
        if not problems and key in stored:
            visit_id, body = stored[key]
            found.append(Examined(recorded_id=visit_id, is_same=from_plain(Visit, body) == visit))
            continue
        problems = problems or [*reach.problems(visit)]
        if mentor is not None and client is not None and not problems:
            problems += [*check_sent(visit, around(service_of(mentor), client), day), *_twice(visit, seen)]
        seen.add(key)
        found.append(Examined(tuple(problems)))
    return tuple(found)


def _known(mentor: StaffRow | None, client: ClientRow | None, own: Sequence[int] | None) -> Iterator[Problem]:
    if mentor is None or mentor.kind != Kind.MENTOR:
        yield Problem("mentor_id", "Pendamping ini tidak ada dalam daftar. Pilih dari daftar Pendamping.")
    elif own is not None and mentor.id not in own:
        yield Problem("mentor_id", "Anda hanya dapat mencatat kunjungan Anda sendiri.")
    if client is None:
        yield Problem("client_id", "Binaan ini tidak ada dalam daftar. Periksa nomor binaannya.")


def _twice(visit: Visit, seen: set[_Key]) -> Iterator[Problem]:
    if _key(visit) in seen:
        told = f"{indonesian_date(visit.on)}, {visit.day_part.label}"
        yield Problem("on", f"Kunjungan yang sama sudah ada di baris sebelumnya: {told}. Hapus salah satu.")


def _key(visit: Visit) -> _Key:
    return (visit.mentor_id, visit.client_id, visit.on, visit.day_part)


def _mentors(session: Session, visits: Sequence[Visit]) -> Mapping[int, StaffRow]:
    wanted = {visit.mentor_id for visit in visits}
    return {row.id: row for row in session.scalars(select(StaffRow).where(StaffRow.id.in_(wanted)))}


def _clients(session: Session, visits: Sequence[Visit]) -> Mapping[int, ClientRow]:
    wanted = {visit.client_id for visit in visits}
    return {row.id: row for row in session.scalars(select(ClientRow).where(ClientRow.id.in_(wanted)))}


def _stored(session: Session, visits: Sequence[Visit]) -> Mapping[_Key, tuple[int, Plain]]:
    if not visits:
        return {}
    row = VisitRow
    days = [visit.on for visit in visits]
    query = select(row.mentor_id, row.client_id, row.on, row.day_part, row.id, row.body).where(
        row.mentor_id.in_({visit.mentor_id for visit in visits}),
        row.client_id.in_({visit.client_id for visit in visits}),
        row.on.between(min(days), max(days)),
    )
    return {
        (mentor, client, on, DayPart(part)): (id_, body)
        for mentor, client, on, part, id_, body in session.execute(query)
    }
