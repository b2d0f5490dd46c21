"""Binaan as lists, areas and handovers see them: lines without identity numbers, and counts."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.tables import ClientRow
from domain.blitar.kinds import SubjectKind as ClientKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.roles import Person

OPEN: Final = "open"
ENDED: Final = "ended"
# Taken in by mistake and taken back with its list: it never was one of the binaan.
TAKEN_BACK: Final = "taken_back"


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


def open_clients(
    session: Session, actor: Person, *, mentor_id: int | None = None, district_code: str | None = None
) -> tuple[ClientLine, ...]:
    """The open binaan of a Pendamping or of a kecamatan, by name, for who hands them over."""
    authorise(session, actor, BLITAR, BlitarPermission.HAND_OVER_CLIENTS)
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
