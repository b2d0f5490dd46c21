"""Handovers: binaan given from one Pendamping to others, with the minutes of it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from sqlalchemy import func, or_, select, text
from sqlalchemy.orm import Session

from db.access import authorise
from db.again import let_pass
from db.blitar.care_histories import care_histories
from db.blitar.caseload.lines import ClientLine, client_line
from db.blitar.caseload.month_counts import months_kept
from db.blitar.caseload.month_shares import Ground
from db.blitar.caseload.reach import client_row, own_staff
from db.blitar.mentoring_papers import MentoringPaper, keep_paper, kept_paper
from db.blitar.staffing.staff import held_staff, service_of
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.refusals import NotFound, Wrong
from db.tables import ClientRow, HandoverLineRow, HandoverRow, StaffRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.again import AgainBecause, Earlier, same_sign
from domain.blitar.kinds import SubjectKind as StaffKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.handing_over import HandoverWritten, check_handover, in_way_of
from domain.dates import indonesian_date, year_of
from domain.problems import Problem
from domain.roles import Person

_MINUTES: Final = MentoringPaper.HANDOVER


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """A handover in a list."""

    id: int
    on: date
    number: str
    from_name: str
    clients: int


@dataclass(frozen=True, slots=True)
class Handover:
    """A handover as its minutes tell it; `elsewhere` counts its lines that are not for the reader."""

    id: int
    on: date
    number: str
    from_id: int
    from_name: str
    note: str
    lines: tuple[tuple[ClientLine, str, str], ...]
    by: str
    elsewhere: int


def hand_over(
    session: Session,
    actor: Person,
    from_id: int,
    taken_by: Mapping[int, int],
    written: HandoverWritten,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
    printed: Callable[[Handover], bytes] | None = None,
) -> int:
    """Hand binaan (by number) over to other Pendamping who serve on that day; give the handover's number.

    What was promised to a binaan must be kept; the old visits stay under the old name, and so does all that
    was before the day. Raises Wrong with every reason, each for its binaan, also where another handover came
    first, and SameAgain for a number that other minutes of the year have, without a written reason.
    What `printed` makes of it is kept as the minutes that go out.
    """
    permission, action = BlitarPermission.HAND_OVER_CLIENTS, BlitarAction.HAND_OVER
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        if not taken_by:
            raise ValueError("a handover hands over at least one binaan")
        # In one order, so that two handovers at one moment wait for each other and never both.
        held = {staff_id: held_staff(session, staff_id) for staff_id in sorted({from_id, *taken_by.values()})}
        clients = {client_id: client_row(session, client_id, hold=True) for client_id in sorted(taken_by)}
        wrong = check_handover(written, service_of(held[from_id]), act.day)
        if problems := [*wrong, *_in_way(act, held, taken_by, from_id, written.on)]:
            raise Wrong(problems)
        require_typed(replace(written, promises={}))  # hundreds of binaan may be promised something
        again = let_pass(_same_number(session, written), again_because)
        row = HandoverRow(
            from_staff_id=from_id,
            on=written.on,
            number=written.number,
            note=written.note,
            by_person_id=act.person.id,
            at=at,
        )
        session.add(row)
        with months_kept(session, clients, Ground.CARE):
            for client_id, client in clients.items():
                client.mentor_id = taken_by[client_id]
                act.changed(client)
                session.add(_line(row, client, written.promises.get(client_id, "")))
        after = {"from": from_id, "on": row.on.isoformat(), "number": row.number, "clients": len(taken_by)}
        after |= again.keep(act, HandoverRow, row.id)
        if printed is not None:
            told = handover(session, act.person, row.id)
            after |= keep_paper(act, _MINUTES, row.id, printed(told), number=row.number, on=row.on)
        act.close(Subject(BlitarSubject.HANDOVER, row.id), after=after)
        return row.id


def _same_number(session: Session, written: HandoverWritten) -> Iterator[Earlier]:
    """Other minutes of the year with that number; agenda numbers begin anew each year."""
    table = HandoverRow
    # Two handovers in the same moment would not see each other; on SQLite who writes is alone anyway.
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"LOCK TABLE {table.__tablename__} IN SHARE ROW EXCLUSIVE MODE"))
    query = select(table, StaffRow.name).join(StaffRow, StaffRow.id == table.from_staff_id)
    query = query.where(table.on.between(*year_of(written.on))).order_by(table.id)
    for row, giver in session.execute(query):
        if same_sign(row.number, written.number):
            told = f"Serah terima nomor {row.number}, {indonesian_date(row.on)}, dari {giver}"
            yield Earlier(told, row.by.name, row.at)


def _line(row: HandoverRow, client: ClientRow, promise: str) -> HandoverLineRow:
    return HandoverLineRow(
        handover_id=row.id, client_id=client.id, to_staff_id=client.mentor_id, promise=promise
    )


def handover(session: Session, actor: Person, handover_id: int) -> Handover:
    """One handover for its minutes; or raise NotFound.

    A Pendamping reads the binaan that they gave away or took over, and finds no other handover; the note
    tells of all of them, so it is for who reads all.
    """
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_STAFF)
    row = session.get(HandoverRow, handover_id)
    own = own_staff(session, person)
    shown = () if row is None else tuple(line for line in row.lines if _concerns(row, line, own))
    if row is None or not shown:
        raise NotFound("Serah terima ini")
    names = _names(session)
    lines = []
    for line in shown:
        client = session.get_one(ClientRow, line.client_id)
        lines.append((client_line(client), names[line.to_staff_id], line.promise))
    giver, elsewhere = row.from_staff_id, len(row.lines) - len(shown)
    return Handover(
        row.id,
        row.on,
        row.number,
        giver,
        names[giver],
        "" if elsewhere else row.note,
        tuple(lines),
        row.by.name,
        elsewhere,
    )


def minutes_paper(session: Session, actor: Person, handover_id: int) -> bytes | None:
    """The minutes as they were kept, for who reads every line of them; None for an excerpt or without one."""
    is_whole = handover(session, actor, handover_id).elsewhere == 0
    return kept_paper(session, _MINUTES, handover_id) if is_whole else None


def _concerns(row: HandoverRow, line: HandoverLineRow, own: Collection[int] | None) -> bool:
    return own is None or row.from_staff_id in own or line.to_staff_id in own


def handovers(session: Session, actor: Person) -> tuple[HandoverLine, ...]:
    """Every handover, the newest first; a Pendamping those that gave or took binaan of theirs."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_STAFF)
    names, own = _names(session), own_staff(session, person)
    query = (
        select(HandoverRow, func.count(HandoverLineRow.client_id))
        .join(HandoverLineRow, HandoverLineRow.handover_id == HandoverRow.id)
        .group_by(HandoverRow.id)
        .order_by(HandoverRow.on.desc(), HandoverRow.id.desc())
    )
    if own is not None:
        query = query.where(or_(HandoverRow.from_staff_id.in_(own), HandoverLineRow.to_staff_id.in_(own)))
    return tuple(
        HandoverLine(row.id, row.on, row.number, names[row.from_staff_id], count)
        for row, count in session.execute(query)
    )


def _in_way(
    act: Act, staff: Mapping[int, StaffRow], taken_by: Mapping[int, int], from_id: int, on: date
) -> Iterator[Problem]:
    """Why binaan cannot go over on that day, each by its number."""
    histories = care_histories(act.session, taken_by.keys())
    for client_id, to_id in sorted(taken_by.items()):
        taker, field = staff[to_id], f"to.{client_id}"
        if taker.kind != StaffKind.MENTOR:
            yield Problem(field, f"{taker.name} bukan Pendamping. Pilih Pendamping yang bertugas.")
        for told in in_way_of(histories[client_id], service_of(taker), from_id, on, act.day):
            yield Problem(field, told)


def _names(session: Session) -> Mapping[int, str]:
    return {row.id: row.name for row in session.execute(select(StaffRow.id, StaffRow.name))}
