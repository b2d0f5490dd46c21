"""Roles of people as stored, with their days, and what has to hold when they change."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from db.access import authorise
from db.installed import StoreKind, kind_in
from db.office.people_refusals import LastAdministrator
from db.refusals import NotFound
from db.tables import PersonRoleRow, PersonRow, RoleEndRow, RoleProposalRow
from db.verbs import Act
from domain.entering.role_terms import RoleTerm
from domain.programme import NotAllowed, Programme, may
from domain.programmes import PROGRAMMES
from domain.roles import OfficePermission, OfficeRole


def held_person(session: Session, person_id: int) -> PersonRow:
    """A person, held against other writers of people; who only names the person goes on."""
    query = select(PersonRow).where(PersonRow.id == person_id).with_for_update(key_share=True)
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Orang ini")
    return row


def hold_everybody(session: Session) -> None:
    """Hold whoever is active against other writers, for what must hold over all of them."""
    active = select(PersonRow.id).where(PersonRow.active).order_by(PersonRow.id)
    session.execute(active.with_for_update(key_share=True))


def hold_everybody_for(act: Act) -> None:
    """Do the same for an administrator, who may have lost that role while waiting."""
    hold_everybody(act.session)
    authorise(act.session, act.person, act.programme, OfficePermission.MANAGE_PEOPLE)


def terms_of(session: Session, person_ids: Iterable[int] | None = None) -> dict[int, list[RoleTerm]]:
    """The roles of people by their number, the oldest first; of everybody when none are named."""
    giver, approver = aliased(PersonRow), aliased(PersonRow)
    query = (
        select(PersonRoleRow, giver.name.label("giver"), approver.name.label("approver"))
        .outerjoin(giver, giver.id == PersonRoleRow.given_by_id)
        .outerjoin(approver, approver.id == PersonRoleRow.approved_by_id)
        .order_by(PersonRoleRow.id)
    )
    if person_ids is not None:
        query = query.where(PersonRoleRow.person_id.in_(list(person_ids)))
    rows = session.execute(query).all()
    ends = _ends(session, [row.PersonRoleRow.id for row in rows])
    found: dict[int, list[RoleTerm]] = {}
    for row, by, approved_by in rows:
        term = _term(row, by or "", approved_by or "", ends.get(row.id))
        if term is not None:
            found.setdefault(row.person_id, []).append(term)
    return found


def _ends(session: Session, role_ids: Sequence[int]) -> dict[int, tuple[date, str, str]]:
    query = (
        select(RoleEndRow.role_id, RoleEndRow.last_day, RoleEndRow.reason, PersonRow.name)
        .outerjoin(PersonRow, PersonRow.id == RoleEndRow.by_person_id)
        .where(RoleEndRow.role_id.in_(role_ids))
        .order_by(RoleEndRow.last_day.desc(), RoleEndRow.id.desc())
    )
    return {row.role_id: (row.last_day, row.reason, row.name or "") for row in session.execute(query)}


def _term(
    row: PersonRoleRow, by: str, approved_by: str, end: tuple[date, str, str] | None
) -> RoleTerm | None:
    programme = next((one for one in PROGRAMMES if one.key == row.programme), None)
    role = programme.role(row.role) if programme else None
    if role is None:
        return None
    last, because, ended_by = end or (None, "", "")
    days = [one for one in (row.until, last) if one is not None]
    return RoleTerm(
        id=row.id,
        programme=row.programme,
        role=role,
        since=row.since,
        until=min(days, default=None),
        reason=row.reason,
        given_by=by,
        approved_by=approved_by,
        given_at=row.at,
        ended_by=ended_by,
        ended_because=because,
    )


def require_over(act: Act, person: PersonRow) -> None:
    """Raise NotAllowed unless the actor manages people in every programme in which the person has a part."""
    terms = terms_of(act.session, [person.id]).get(person.id, [])
    keys = {one.programme for one in terms if not one.is_over(act.day)}
    for programme in PROGRAMMES:
        if programme.key in keys and not may(act.person, OfficePermission.MANAGE_PEOPLE, programme):
            raise NotAllowed(OfficePermission.MANAGE_PEOPLE, programme, act.person)


def has_role_of_two(session: Session, person_id: int, day: date) -> bool:
    """Whether somebody holds, will hold, or is proposed for a role that two people give."""
    for term in terms_of(session, [person_id]).get(person_id, []):
        programme = next(one for one in PROGRAMMES if one.key == term.programme)
        if not term.is_over(day) and programme.needs_two(term.role):
            return True
    waiting = waiting_roles(session, person_id)
    return bool(waiting)


def waiting_roles(session: Session, person_id: int) -> Sequence[RoleProposalRow]:
    """The roles that are proposed for somebody and not yet decided."""
    row = RoleProposalRow
    query = select(row).where(row.person_id == person_id, row.approved_at.is_(None), row.closed_at.is_(None))
    return session.scalars(query).all()


def require_administrators(session: Session, programmes: Iterable[Programme], day: date) -> None:
    """Raise LastAdministrator unless each programme keeps an active one of today whose role has no end.

    Over real data whoever has no address cannot come in, and does not count.
    """
    there = select(PersonRow.id).where(PersonRow.active)
    if kind_in(session.connection()) is StoreKind.REAL:
        there = there.where(PersonRow.email.is_not(None))
    active = set(session.scalars(there))
    terms = terms_of(session)
    for programme in programmes:
        if not any(
            one.programme == programme.key
            and one.role is OfficeRole.ADMINISTRATOR
            and one.until is None
            and one.counts_on(day)
            for number in active
            for one in terms.get(number, [])
        ):
            raise LastAdministrator(programme.name)
