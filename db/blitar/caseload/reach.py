"""Whose binaan a person may see and change: a Pendamping their own, the others all."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, union
from sqlalchemy.orm import Session, aliased

from db.blitar.caseload.lines import TAKEN_BACK
from db.bulk import pieces_in_order
from db.refusals import NotFound, Refused
from db.tables import ClientRow, HandoverLineRow, HandoverRow, StaffRow
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import NotAllowed, may
from domain.roles import Permission, Person


class NotTheirs(NotAllowed):
    """A Pendamping reached for a binaan or a visit of a colleague."""

    def __init__(self, permission: Permission, person: Person) -> None:
        super().__init__(permission, BLITAR, person)
        self.sentence = (
            "Binaan ini didampingi orang lain, jadi datanya dan kunjungannya tidak terbuka bagi Anda. Bila "
            "seharusnya Anda yang mendampingi, mintalah Fasilitator menyerahterimakannya kepada Anda."
        )


def own_staff(session: Session, person: Person) -> tuple[int, ...] | None:
    """The numbers of a Pendamping in the register of staff; None for who sees everybody's binaan."""
    if may(person, BlitarPermission.VERIFY_VISITS, BLITAR) or may(
        person, BlitarPermission.DECIDE_UPGRADES, BLITAR
    ):
        return None
    return tuple(session.scalars(select(StaffRow.id).where(StaffRow.person_id == person.id)))


def require_own(session: Session, person: Person, mentor_id: int | None, permission: Permission) -> None:
    """Raise NotAllowed when a Pendamping reaches for another's binaan or visit."""
    own = own_staff(session, person)
    if own is not None and mentor_id not in own:
        raise NotTheirs(permission, person)


def may_be_visited_by(own: Collection[int]) -> ColumnElement[bool]:
    """The binaan whose visits some Pendamping may record: in their care, or handed over by them.

    What they handed over only as long as it was theirs: `care_ends` tells until when.
    """
    given = _handed_over_by(own).subquery()
    return or_(ClientRow.mentor_id.in_(own), ClientRow.id.in_(select(given.c.client_id)))


def ever_cared_for_by(own: Collection[int]) -> Select[int]:
    """The numbers of the same binaan, found by what holds them, for who asks about no binaan beforehand."""
    mine = aliased(ClientRow)
    given = _handed_over_by(own).subquery()
    return select(
        union(select(mine.id).where(mine.mentor_id.in_(own)), select(given.c.client_id)).subquery().c.id
    )


def care_ends(session: Session, own: Collection[int], clients: Collection[int]) -> Mapping[int, date]:
    """The last day on which some Pendamping may have visited each binaan, the day of its handover.

    It has no end for who has the binaan in care; a binaan that was never theirs is left out.
    """
    given = _handed_over_by(own).subquery()
    query = (
        select(ClientRow.id, ClientRow.mentor_id, given.c.on)
        .outerjoin(given, given.c.client_id == ClientRow.id)
        .where(may_be_visited_by(own))
    )
    return {
        id_: date.max if carer in own else on
        for some in pieces_in_order(clients)
        for id_, carer, on in session.execute(query.where(ClientRow.id.in_(some)))
    }


def _handed_over_by(own: Collection[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(HandoverLineRow.client_id, func.max(HandoverRow.on).label("on"))
        .join(HandoverRow, HandoverRow.id == HandoverLineRow.handover_id)
        .where(HandoverRow.from_staff_id.in_(own))
        .group_by(HandoverLineRow.client_id)
    )


def client_row(session: Session, client_id: int, *, hold: bool = False) -> ClientRow:
    """A binaan, held against other writers on wish; or raise NotFound, or Refused to who would change one
    that was taken back."""
    query = select(ClientRow).where(ClientRow.id == client_id)
    if hold:
        query = query.with_for_update(of=ClientRow).execution_options(populate_existing=True)
    row = session.scalars(query).one_or_none()
    if row is None:
        raise NotFound("Binaan ini")
    if hold and row.status == TAKEN_BACK:
        told = f"{row.number} salah dimasukkan dan sudah dibatalkan bersama daftarnya"
        raise Refused(
            f"{told}, jadi tidak dapat diubah lagi. Masukkan binaannya lagi bila memang didampingi."
        )
    return row
