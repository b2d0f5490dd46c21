"""The people as an administrator sees them: who they are, their roles in time, and what waits."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from db import clock
from db.access import authorise
from db.office.role_terms import terms_of
from db.tables import AccountRow, PersonRow, RoleProposalRow, SignInRow
from domain.entering.role_terms import RoleTerm
from domain.programme import Programme
from domain.roles import OfficePermission, Person, Role

_MAY = OfficePermission.MANAGE_PEOPLE


@dataclass(frozen=True, slots=True)
class PersonTold:
    """Somebody with their roles in every programme; `signed_in` counts the sign-ins that last."""

    id: int
    name: str
    email: str
    active: bool
    terms: tuple[RoleTerm, ...]
    signed_in: int
    seen_at: datetime | None
    has_account: bool


@dataclass(frozen=True, slots=True)
class RoleWaiting:
    """A proposed role that nobody has decided on."""

    id: int
    person_id: int
    name: str
    email: str
    role: Role
    since: date
    until: date | None
    reason: str
    proposed_by: str
    proposed_by_id: int
    proposed_at: datetime


def people(session: Session, actor: Person, programme: Programme) -> tuple[PersonTold, ...]:
    """Everybody, by name; the active first."""
    authorise(session, actor, programme, _MAY)
    rows = session.scalars(select(PersonRow).order_by(PersonRow.active.desc(), PersonRow.name, PersonRow.id))
    terms, now = terms_of(session), clock.moment()
    here = SignInRow.ended_at.is_(None) & (SignInRow.idle_ends_at >= now) & (SignInRow.ends_at >= now)
    lasting = Counter(session.scalars(select(SignInRow.person_id).where(here)))
    seen = dict(_pairs(session, select(SignInRow.person_id, func.max(SignInRow.seen_at))))
    bound = set(session.scalars(select(AccountRow.person_id).where(AccountRow.released_at.is_(None))))
    return tuple(
        PersonTold(
            id=row.id,
            name=row.name,
            email=row.email or "",
            active=row.active,
            terms=tuple(terms.get(row.id, ())),
            signed_in=lasting[row.id],
            seen_at=seen.get(row.id),
            has_account=row.id in bound,
        )
        for row in rows
    )


def _pairs(session: Session, query: object) -> Sequence[tuple[int, datetime]]:
    grouped = query.group_by(SignInRow.person_id)  # type: ignore[attr-defined]
    return [(row[0], row[1]) for row in session.execute(grouped)]


def roles_waiting(session: Session, actor: Person, programme: Programme) -> tuple[RoleWaiting, ...]:
    """The proposed roles of a programme that wait for a second administrator, the oldest first."""
    authorise(session, actor, programme, _MAY)
    row = RoleProposalRow
    query = (
        select(row, PersonRow.name)
        .join(PersonRow, PersonRow.id == row.person_id)
        .where(row.programme == programme.key, row.approved_at.is_(None), row.closed_at.is_(None))
        .order_by(row.id)
        .options(joinedload(row.proposed_by))
    )
    found = []
    for one, name in session.execute(query):
        role = programme.role(one.role)
        if role is not None:
            found.append(
                RoleWaiting(
                    id=one.id,
                    person_id=one.person_id,
                    name=name,
                    email=one.email or "",
                    role=role,
                    since=one.since,
                    until=one.until,
                    reason=one.reason,
                    proposed_by=one.proposed_by.name,
                    proposed_by_id=one.proposed_by_id,
                    proposed_at=one.proposed_at,
                )
            )
    return tuple(found)
