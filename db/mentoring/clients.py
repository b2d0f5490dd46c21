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
from db.plain import to_plain
from db.refusals import Wrong
from db.tables import ClientRow
from domain.blitar_mentoring.checks import check_client
from domain.blitar_mentoring.client import Client
from domain.blitar_mentoring.kinds import SubjectKind as ClientKind
from domain.dates import JAKARTA
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
    return tuple(
        client_line(row) for row in session.scalars(query.order_by(ClientRow.search_name, ClientRow.id))
    )


def client_line(row: ClientRow) -> ClientLine:
    """A binaan as a list shows it."""
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
