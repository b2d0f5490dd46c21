"""Many visits at once: a pile of paper forms from the grid, or a filled template."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.caseload.reach import own_staff
from db.caseload.standing import stand_anew
from db.engine import require_write
from db.limits import check_plain, check_text
from db.mentoring.staff import service_of
from db.plain import to_plain
from db.refusals import Wrong
from db.tables import ClientRow, StaffRow, VisitImportRow, VisitRow, VisitStepRow
from db.visiting.rows import hanging_on
from domain.blitar_mentoring.kinds import SubjectKind as Kind
from domain.blitar_mentoring.visiting.checks import VisitAround, check_sent
from domain.blitar_mentoring.visiting.visit import DayPart, Visit, VisitState
from domain.dates import JAKARTA, indonesian_date
from domain.problems import Problem
from domain.roles import Permission, Person

MOST_ROWS: Final = 5_000
_Key = tuple[int, int, date, DayPart]


@dataclass(frozen=True, slots=True)
class PastImport:
    """A pile that was taken in before."""

    id: int
    name: str
    taken: int
    left_out: int
    by: str
    at: datetime


def examine_visits(
    session: Session, actor: Person, visits: Sequence[Visit], day: date
) -> tuple[tuple[Problem, ...], ...]:
    """What stands in the way of each visit, in their order; empty where it can be taken in."""
    person = authorise(session, actor, Permission.RECORD_VISITS)
    return _examined(session, person, visits, day)


def import_visits(
    session: Session,
    actor: Person,
    visits: Sequence[Visit],
    *,
    name: str,
    sha256: str,
    left_out: int = 0,
    nonce: str,
    at: datetime,
) -> int:
    """Take visits in and send them for verification, all or none; give how many.

    `left_out` tells how many rows of the pile were bad. Raises Wrong when one of them cannot be.
    """
    require_write(session)
    person = authorise(session, actor, Permission.RECORD_VISITS)
    check_text(name, "name")
    if not 0 < len(visits) <= MOST_ROWS:
        raise ValueError(f"an import holds between 1 and {MOST_ROWS} visits")
    for visit in visits:
        check_plain(to_plain(visit))
    if done := submissions.claim(session, person, Action.IMPORT_VISITS, nonce, at):
        return done.version
    found = _examined(session, person, visits, at.astimezone(JAKARTA).date())
    if problems := tuple(problem for each in found for problem in each):
        raise Wrong(problems[:5])
    pile = VisitImportRow(
        name=name, sha256=sha256, taken=len(visits), left_out=left_out, by_person_id=person.id, at=at
    )
    session.add(pile)
    session.flush()
    _insert(session, person, visits, pile.id, at)
    stand_anew(session, {visit.client_id for visit in visits})
    submissions.settle(session, nonce, pile.id, len(visits))
    subject = Subject(SubjectKind.VISIT_IMPORT, pile.id)
    after = {"name": name, "sha256": sha256, "taken": len(visits), "left_out": left_out}
    audit.record(session, person, Action.IMPORT_VISITS, subject, at, after=after)
    return len(visits)


def past_imports(session: Session, actor: Person, sha256: str | None = None) -> tuple[PastImport, ...]:
    """The newest piles first; with a checksum only those of the same file."""
    authorise(session, actor, Permission.RECORD_VISITS)
    query = select(VisitImportRow).order_by(VisitImportRow.id.desc()).limit(20)
    if sha256 is not None:
        query = query.where(VisitImportRow.sha256 == sha256)
    return tuple(
        PastImport(row.id, row.name, row.taken, row.left_out, row.by.name, row.at)
        for row in session.scalars(query)
    )


def _insert(session: Session, person: Person, visits: Sequence[Visit], pile: int, at: datetime) -> None:
    rows = [
        VisitRow(
            version=1,
            state=VisitState.SENT,
            mentor_id=visit.mentor_id,
            client_id=visit.client_id,
            on=visit.on,
            place=visit.place,
            day_part=visit.day_part,
            district_code=visit.district_code,
            agency=visit.agency,
            body=to_plain(visit),
            import_id=pile,
            entered_by_id=person.id,
            entered_at=at,
            changed_by_id=person.id,
            changed_at=at,
        )
        for visit in visits
    ]
    session.add_all(rows)
    session.flush()
    for row, visit in zip(rows, visits, strict=True):
        session.add_all(hanging_on(row.id, visit))
        session.add(
            VisitStepRow(visit_id=row.id, state=VisitState.SENT, note="", by_person_id=person.id, at=at)
        )
    session.flush()


def _examined(
    session: Session, person: Person, visits: Sequence[Visit], day: date
) -> tuple[tuple[Problem, ...], ...]:
    mentors, clients = _mentors(session, visits), _clients(session, visits)
    own, stored = own_staff(session, person), _stored(session, visits)
    seen: set[_Key] = set()
    found = []
    for visit in visits:
        mentor, client = mentors.get(visit.mentor_id), clients.get(visit.client_id)
        problems = [*_known(mentor, client, own)]
        if mentor is not None and client is not None and not problems:
            around = VisitAround(
                service=service_of(mentor),
                client_kind=Kind(client.kind),
                client_name=client.name,
                client_since=client.since,
                client_until=client.ended_on,
            )
            problems += [*check_sent(visit, around, day), *_twice(visit, stored, seen)]
        seen.add(_key(visit))
        found.append(tuple(problems))
    return tuple(found)


def _known(mentor: StaffRow | None, client: ClientRow | None, own: Sequence[int] | None) -> Iterator[Problem]:
    if mentor is None or mentor.kind != Kind.MENTOR:
        yield Problem("mentor_id", "Pendamping ini tidak ada dalam daftar. Pilih dari daftar Pendamping.")
    elif own is not None and mentor.id not in own:
        yield Problem("mentor_id", "Anda hanya dapat mencatat kunjungan Anda sendiri.")
    if client is None:
        yield Problem("client_id", "Binaan ini tidak ada dalam daftar. Periksa nomor binaannya.")


def _twice(visit: Visit, stored: set[_Key], seen: set[_Key]) -> Iterator[Problem]:
    told = f"{indonesian_date(visit.on)}, {visit.day_part.label}"
    if _key(visit) in stored:
        yield Problem("on", f"Kunjungan ini sudah tercatat: {told}. Baris ini tidak perlu dimasukkan lagi.")
    elif _key(visit) in seen:
        yield Problem("on", f"Kunjungan yang sama sudah ada di baris sebelumnya: {told}. Hapus salah satu.")


def _key(visit: Visit) -> _Key:
    return (visit.mentor_id, visit.client_id, visit.on, visit.day_part)


def _mentors(session: Session, visits: Sequence[Visit]) -> Mapping[int, StaffRow]:
    wanted = {visit.mentor_id for visit in visits}
    return {row.id: row for row in session.scalars(select(StaffRow).where(StaffRow.id.in_(wanted)))}


def _clients(session: Session, visits: Sequence[Visit]) -> Mapping[int, ClientRow]:
    wanted = {visit.client_id for visit in visits}
    return {row.id: row for row in session.scalars(select(ClientRow).where(ClientRow.id.in_(wanted)))}


def _stored(session: Session, visits: Sequence[Visit]) -> set[_Key]:
    if not visits:
        return set()
    row = VisitRow
    days = [visit.on for visit in visits]
    query = select(row.mentor_id, row.client_id, row.on, row.day_part).where(
        row.mentor_id.in_({visit.mentor_id for visit in visits}), row.on.between(min(days), max(days))
    )
    return {(mentor, client, on, DayPart(part)) for mentor, client, on, part in session.execute(query)}
