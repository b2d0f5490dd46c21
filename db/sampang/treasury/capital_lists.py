"""Proposals about the fund's capital as screens list them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, aliased, joinedload

from db.access import authorise
from db.closings import closed_of
from db.sampang.treasury.capital import change_of
from db.tables import CapitalProposalRow
from domain.closings import Closed, Closing
from domain.roles import Person
from domain.sampang.fund.money_out import CapitalChange
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

_ANY = (SampangPermission.PROPOSE_CAPITAL, SampangPermission.APPROVE_CAPITAL)


@dataclass(frozen=True, slots=True)
class ProposedCapital:
    """What somebody proposed about the capital; with the booking's number once another person approved it."""

    id: int
    change: CapitalChange
    proposed_by: str
    proposed_by_id: int
    proposed_at: datetime
    approved_by: str
    entry_id: int | None
    closed: Closed | None = None


def waiting_capital(session: Session, actor: Person) -> tuple[ProposedCapital, ...]:
    """What waits for a second person, the oldest first."""
    authorise(session, actor, SAMPANG, *_ANY)
    table = CapitalProposalRow
    return _read(session, table.entry_id.is_(None), table.closed_at.is_(None))


def booked_capital(session: Session, actor: Person, *, most: int = 50) -> tuple[ProposedCapital, ...]:
    """What was approved and booked, the newest first; for everybody who may read the fund."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    table = CapitalProposalRow
    query = _asked(table.entry_id.is_not(None)).order_by(table.entry_id.desc()).limit(most)
    return tuple(map(_proposed, session.scalars(query)))


def returned_capital(session: Session, actor: Person) -> tuple[ProposedCapital, ...]:
    """What was returned to the actor, as long as they proposed nothing about the capital since."""
    person = authorise(session, actor, SAMPANG, *_ANY)
    table, later = CapitalProposalRow, aliased(CapitalProposalRow)
    followed = select(later.id).where(later.proposed_by_id == person.id, later.id > table.id).exists()
    mine = (table.proposed_by_id == person.id, table.closed_how == Closing.RETURNED, ~followed)
    return _read(session, *mine)


def closed_capital(session: Session, actor: Person, *, most: int = 20) -> tuple[ProposedCapital, ...]:
    """What was returned or withdrawn, what was closed last first."""
    authorise(session, actor, SAMPANG, *_ANY)
    table = CapitalProposalRow
    newest = (table.closed_at.desc(), table.id.desc())
    query = _asked(table.closed_at.is_not(None)).order_by(*newest).limit(most)
    return tuple(map(_proposed, session.scalars(query)))


def _read(session: Session, *chosen: ColumnElement[bool]) -> tuple[ProposedCapital, ...]:
    return tuple(map(_proposed, session.scalars(_asked(*chosen).order_by(CapitalProposalRow.id))))


def _asked(*chosen: ColumnElement[bool]) -> Select[CapitalProposalRow]:
    table = CapitalProposalRow
    with_people = (joinedload(table.proposed_by), joinedload(table.approved_by), joinedload(table.closed_by))
    return select(table).where(*chosen).options(*with_people)


def _proposed(row: CapitalProposalRow) -> ProposedCapital:
    return ProposedCapital(
        id=row.id,
        change=change_of(row),
        proposed_by=row.proposed_by.name,
        proposed_by_id=row.proposed_by_id,
        proposed_at=row.proposed_at,
        approved_by=row.approved_by.name if row.approved_by else "",
        entry_id=row.entry_id,
        closed=closed_of(row),
    )
