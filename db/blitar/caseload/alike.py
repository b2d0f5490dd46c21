"""Binaan that may be the same as one that is being entered: pointed out, never in the way."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.lines import OPEN, TAKEN_BACK
from db.blitar.caseload.reach import own_staff
from db.search_words import same_name_nearby, search_form
from db.tables import ClientRow
from domain.blitar.client import Client, nib_digits
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.labelled import Labelled
from domain.roles import Person

_MOST = 10


class ClientLikeness(Labelled):
    """In what two binaan are alike."""

    SAME_NIK = "same_nik", "NIK sama"
    SAME_NIB = "same_nib", "NIB sama"
    SAME_NAME = "same_name", "nama dan kecamatan sama"


@dataclass(frozen=True, slots=True)
class AlikeClient:
    """Another binaan that is alike."""

    id: int
    number: str
    name: str
    mentor: str
    is_open: bool
    alike_in: ClientLikeness


def alike_clients(
    session: Session, actor: Person, client: Client, except_id: int | None = None
) -> tuple[AlikeClient, ...]:
    """Binaan with the same NIK or NIB, or with the same name in the same kecamatan; the newest first.

    A Pendamping is told of their own: whose NIK or name somebody else's binaan has is not for them, and
    the Fasilitator is told of both.
    """
    person = authorise(session, actor, BLITAR, BlitarPermission.EDIT_CLIENTS)
    same: list[ColumnElement[bool]] = [ClientRow.nik == client.nik] if client.nik else []
    if nib := nib_digits(client):
        same.append(ClientRow.nib == nib)
    name, code = search_form(client.name), client.place.district_code
    nearby = same_name_nearby(ClientRow.search_name, ClientRow.district_code, name, code)
    if nearby is not None:
        same.append(nearby)
    if not same:
        return ()
    query = (
        select(ClientRow)
        .where(or_(*same), ClientRow.status != TAKEN_BACK)
        .order_by(ClientRow.id.desc())
        .limit(_MOST)
    )
    if except_id is not None:
        query = query.where(ClientRow.id != except_id)
    own = own_staff(session, person)
    if own is not None:
        query = query.where(ClientRow.mentor_id.in_(own))
    return tuple(_alike(row, client) for row in session.scalars(query))


def _alike(row: ClientRow, client: Client) -> AlikeClient:
    likeness = ClientLikeness.SAME_NAME
    if row.nib and row.nib == nib_digits(client):
        likeness = ClientLikeness.SAME_NIB
    if row.nik and row.nik == client.nik:
        likeness = ClientLikeness.SAME_NIK
    return AlikeClient(
        id=row.id,
        number=row.number,
        name=row.name,
        mentor=row.mentor.name if row.mentor else "",
        is_open=row.status == OPEN,
        alike_in=likeness,
    )
