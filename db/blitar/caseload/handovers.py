"""Handovers: binaan given from one Pendamping to others, with the minutes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.lines import OPEN, ClientLine, client_line
from db.blitar.staffing.staff import held_staff, service_of
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.refusals import NotFound, Wrong
from db.tables import ClientRow, HandoverLineRow, HandoverRow, StaffRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.blitar.kinds import SubjectKind as StaffKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.handing_over import HandoverWritten, check_handover
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Person


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
    """A handover as its minutes tell it."""

    id: int
    on: date
    number: str
    from_id: int
    from_name: str
    note: str
    lines: tuple[tuple[ClientLine, str, str], ...]
    by: str


def hand_over(
    session: Session,
    actor: Person,
    from_id: int,
    taken_by: Mapping[int, int],
    written: HandoverWritten,
    *,
    nonce: str,
    at: datetime,
) -> int:
    """Hand binaan (by number) over to other Pendamping who serve on that day; give the handover's number.

    What was promised to a binaan must be kept; the old visits stay under the old name.
    Raises Wrong for what cannot be, also where another handover came first.
    """
    permission, action = BlitarPermission.HAND_OVER_CLIENTS, BlitarAction.HAND_OVER
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        if not taken_by:
            raise ValueError("a handover hands over at least one binaan")
        # In one order, so that two handovers at one moment wait for each other and never both.
        held = {staff_id: held_staff(session, staff_id) for staff_id in sorted({from_id, *taken_by.values()})}
        if problems := check_handover(written, service_of(held[from_id]), act.day):
            raise Wrong(problems)
        require_typed(replace(written, promises={}))  # hundreds of binaan may be promised something
        on, number = written.on, written.number
        for to_id in sorted(set(taken_by.values())):
            _require_serving(held[to_id], from_id, on)
        row = HandoverRow(
            from_staff_id=from_id, on=on, number=number, note=written.note, by_person_id=act.person.id, at=at
        )
        session.add(row)
        session.flush()
        _give(act, row, taken_by, written.promises)
        after = {"from": from_id, "on": on.isoformat(), "number": number, "clients": len(taken_by)}
        act.close(Subject(BlitarSubject.HANDOVER, row.id), after=after)
        return row.id


def _give(act: Act, row: HandoverRow, taken_by: Mapping[int, int], promises: Mapping[int, str]) -> None:
    for client_id, to_id in sorted(taken_by.items()):
        client = _held(act.session, client_id, row.from_staff_id)
        client.mentor_id = to_id
        act.changed(client)
        promise = promises.get(client_id, "")
        line = HandoverLineRow(handover_id=row.id, client_id=client_id, to_staff_id=to_id, promise=promise)
        act.session.add(line)


def handover(session: Session, actor: Person, handover_id: int) -> Handover:
    """One handover for its minutes; or raise NotFound."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_STAFF)
    row = session.get(HandoverRow, handover_id)
    if row is None:
        raise NotFound("Serah terima ini")
    names = _names(session)
    lines = []
    for line in row.lines:
        client = session.get_one(ClientRow, line.client_id)
        lines.append((client_line(client), names[line.to_staff_id], line.promise))
    giver = row.from_staff_id
    return Handover(row.id, row.on, row.number, giver, names[giver], row.note, tuple(lines), row.by.name)


def handovers(session: Session, actor: Person) -> tuple[HandoverLine, ...]:
    """Every handover, the newest first."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_STAFF)
    names = _names(session)
    query = (
        select(HandoverRow, func.count(HandoverLineRow.client_id))
        .join(HandoverLineRow, HandoverLineRow.handover_id == HandoverRow.id)
        .group_by(HandoverRow.id)
        .order_by(HandoverRow.on.desc(), HandoverRow.id.desc())
    )
    return tuple(
        HandoverLine(row.id, row.on, row.number, names[row.from_staff_id], count)
        for row, count in session.execute(query)
    )


def _require_serving(taker: StaffRow, from_id: int, on: date) -> None:
    if taker.id == from_id or taker.kind != StaffKind.MENTOR or not service_of(taker).is_on(on):
        told = f"{taker.name} tidak bertugas pada {indonesian_date(on)}; pilih Pendamping lain."
        raise Wrong((Problem("to", told),))


def _held(session: Session, client_id: int, from_id: int) -> ClientRow:
    query = select(ClientRow).where(ClientRow.id == client_id).with_for_update(of=ClientRow)
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Binaan ini")
    if row.mentor_id != from_id or row.status != OPEN:
        told = f"{row.name} tidak lagi dipegang Pendamping yang menyerahkan. Muat ulang, lalu periksa lagi."
        raise Wrong((Problem("client", told),))
    return row


def _names(session: Session) -> Mapping[int, str]:
    return {row.id: row.name for row in session.execute(select(StaffRow.id, StaffRow.name))}
