"""Binaan as lists, areas and handovers see them: lines without identity numbers, and counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.tables import ClientRow
from domain.blitar.kinds import SubjectKind as ClientKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.roles import Person

OPEN: Final = "open"
ENDED: Final = "ended"


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


def figures_by_district(session: Session, actor: Person) -> Mapping[str, DistrictFigures]:
    """The open binaan of each kecamatan that has any."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_COVERAGE)
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
