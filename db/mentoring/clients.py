"""Binaan as areas and handovers see them: added, counted by kecamatan and Pendamping, handed over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.application_rows import search_form
from db.audit import Action, Subject, SubjectKind
from db.engine import require_write
from db.limits import check_plain
from db.mentoring.staff import held_staff, service_of
from db.plain import to_plain
from db.refusals import NotFound, Wrong
from db.tables import ClientRow, HandoverLineRow, HandoverRow, StaffRow
from domain.blitar_mentoring.checks import check_client
from domain.blitar_mentoring.client import Client
from domain.blitar_mentoring.kinds import SubjectKind as ClientKind
from domain.blitar_mentoring.posting.handing_over import check_handover
from domain.dates import JAKARTA, indonesian_date
from domain.problems import Problem
from domain.roles import Permission, Person

OPEN: Final = "open"
_NEXT_NUMBER = text(
    "INSERT INTO counter (key, value) VALUES (:key, 1) "
    "ON CONFLICT (key) DO UPDATE SET value = counter.value + 1 RETURNING value"
)


@dataclass(frozen=True, slots=True)
class ClientLine:
    """One open binaan as a list shows it; no identity number."""

    id: int
    number: str
    name: str
    kind: ClientKind
    district_code: str | None
    mentor_id: int | None
    since: date
    last_visit_on: date | None


@dataclass(frozen=True, slots=True)
class DistrictFigures:
    """What a kecamatan has: open binaan by kind, and when one of them was last visited."""

    cooperatives: int
    businesses: int
    last_visit_on: date | None

    @property
    def clients(self) -> int:
        """All open binaan."""
        return self.cooperatives + self.businesses


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


def add_client(
    session: Session,
    actor: Person,
    client: Client,
    *,
    mentor_id: int | None,
    since: date,
    nonce: str,
    at: datetime,
) -> int:
    """Take a binaan in, in the care of a Pendamping or of nobody yet; give its number in the store."""
    require_write(session)
    person = authorise(session, actor, Permission.HAND_OVER_CLIENTS)
    body = to_plain(client)
    check_plain(body)
    if problems := check_client(client, at.astimezone(JAKARTA).date()):
        raise Wrong(problems)
    if done := submissions.claim(session, person, Action.SAVE_CLIENT, nonce, at):
        return done.subject_id
    serial = session.scalar(_NEXT_NUMBER, {"key": f"BN-{since.year}"})
    row = ClientRow(
        number=f"BN-{since.year}-{serial:04}",
        version=1,
        kind=client.kind,
        status=OPEN,
        name=client.name,
        search_name=search_form(client.name),
        nik=client.nik,
        district_code=client.place.district_code,
        village_code=client.place.village_code,
        mentor_id=mentor_id,
        since=since,
        body=body,
        changed_by_id=person.id,
        changed_at=at,
    )
    session.add(row)
    session.flush()
    submissions.settle(session, nonce, row.id)
    subject = Subject(SubjectKind.CLIENT, row.id)
    audit.record(session, person, Action.SAVE_CLIENT, subject, at, after={**body, "mentor_id": mentor_id})
    return row.id


def figures_by_district(session: Session, actor: Person) -> Mapping[str, DistrictFigures]:
    """The open binaan of each kecamatan that has any."""
    authorise(session, actor, Permission.READ_COVERAGE)
    is_coop = ClientRow.kind == ClientKind.CLIENT_COOPERATIVE
    query = (
        select(
            ClientRow.district_code,
            func.count().filter(is_coop),
            func.count().filter(~is_coop),
            func.max(ClientRow.last_visit_on),
        )
        .where(ClientRow.status == OPEN, ClientRow.district_code.is_not(None))
        .group_by(ClientRow.district_code)
    )
    return {
        code: DistrictFigures(cooperatives, businesses, last)
        for code, cooperatives, businesses, last in session.execute(query)
        if code is not None
    }


def open_clients(
    session: Session, actor: Person, *, mentor_id: int | None = None, district_code: str | None = None
) -> tuple[ClientLine, ...]:
    """The open binaan of a Pendamping or of a kecamatan, by name."""
    authorise(session, actor, Permission.READ_STAFF)
    query = select(ClientRow).where(ClientRow.status == OPEN)
    if mentor_id is not None:
        query = query.where(ClientRow.mentor_id == mentor_id)
    if district_code is not None:
        query = query.where(ClientRow.district_code == district_code)
    return tuple(_line(row) for row in session.scalars(query.order_by(ClientRow.search_name, ClientRow.id)))


def hand_over(
    session: Session,
    actor: Person,
    from_id: int,
    taken_by: Mapping[int, int],
    *,
    on: date,
    number: str,
    note: str,
    promises: Mapping[int, str],
    nonce: str,
    at: datetime,
) -> int:
    """Hand binaan (by number) over to other Pendamping who serve on that day; give the handover's number.

    `promises` are what was promised to a binaan and must be kept; the old visits stay under the old name.
    Raises Wrong for what cannot be, also where another handover came first.
    """
    require_write(session)
    person = authorise(session, actor, Permission.HAND_OVER_CLIENTS)
    if not taken_by:
        raise ValueError("a handover hands over at least one binaan")
    if done := submissions.claim(session, person, Action.HAND_OVER, nonce, at):
        return done.subject_id
    # In one order, so that two handovers at one moment wait for each other and never both.
    held = {staff_id: held_staff(session, staff_id) for staff_id in sorted({from_id, *taken_by.values()})}
    day = at.astimezone(JAKARTA).date()
    if problems := check_handover(number, on, note, promises, service_of(held[from_id]), day):
        raise Wrong(problems)
    for to_id in sorted(set(taken_by.values())):
        _require_serving(held[to_id], from_id, on)
    row = HandoverRow(from_staff_id=from_id, on=on, number=number, note=note, by_person_id=person.id, at=at)
    session.add(row)
    session.flush()
    for client_id, to_id in sorted(taken_by.items()):
        client = _held(session, client_id, from_id)
        client.mentor_id, client.version = to_id, client.version + 1
        client.changed_by_id, client.changed_at = person.id, at
        promise = promises.get(client_id, "")
        session.add(
            HandoverLineRow(handover_id=row.id, client_id=client_id, to_staff_id=to_id, promise=promise)
        )
    submissions.settle(session, nonce, row.id)
    after = {"from": from_id, "on": on.isoformat(), "number": number, "clients": len(taken_by)}
    audit.record(session, person, Action.HAND_OVER, Subject(SubjectKind.HANDOVER, row.id), at, after=after)
    return row.id


def handover(session: Session, actor: Person, handover_id: int) -> Handover:
    """One handover for its minutes; or raise NotFound."""
    authorise(session, actor, Permission.READ_STAFF)
    row = session.get(HandoverRow, handover_id)
    if row is None:
        raise NotFound("Serah terima ini")
    names = _names(session)
    lines = []
    for line in row.lines:
        client = session.get_one(ClientRow, line.client_id)
        lines.append((_line(client), names[line.to_staff_id], line.promise))
    giver = row.from_staff_id
    return Handover(row.id, row.on, row.number, giver, names[giver], row.note, tuple(lines), row.by.name)


def handovers(session: Session, actor: Person) -> tuple[HandoverLine, ...]:
    """Every handover, the newest first."""
    authorise(session, actor, Permission.READ_STAFF)
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
    if taker.id == from_id or taker.kind != ClientKind.MENTOR or not service_of(taker).is_on(on):
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


def _line(row: ClientRow) -> ClientLine:
    return ClientLine(
        row.id,
        row.number,
        row.name,
        ClientKind(row.kind),
        row.district_code,
        row.mentor_id,
        row.since,
        row.last_visit_on,
    )
