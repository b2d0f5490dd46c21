"""What each Pendamping carries: binaan by kind, and how often they were visited this month."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.reach import own_staff
from db.tables import ClientRow, StaffRow, VisitRow
from domain.blitar.caseload.attention import month_begins, overdue_before
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import COUNTED
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What one Pendamping carries on a day; visits are those sent or verified of the month so far."""

    mentor_id: int
    name: str
    is_serving: bool
    cooperatives: int
    businesses: int
    need_visit: int
    visits: int
    visited_clients: int
    last_visit_on: date | None

    @property
    def clients(self) -> int:
        """All open binaan."""
        return self.cooperatives + self.businesses


def loads(session: Session, actor: Person, law: LawInForce) -> tuple[Load, ...]:
    """Everybody who serves on the day or still has open binaan, who carries most first."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    own = own_staff(session, person)
    return tuple(sorted(_loads(session, law, own), key=lambda one: (-one.clients, one.name, one.mentor_id)))


def average_load(found: Collection[Load]) -> Fraction | None:
    """How many binaan each has on average; None when there is nobody."""
    return Fraction(sum(one.clients for one in found), len(found)) if found else None


def last_day_of_service() -> ColumnElement[date]:
    """The last day of service of a member of staff, as domain has it, in SQL."""
    staff = StaffRow
    ended_early = and_(staff.ended_on.is_not(None), staff.ended_on < staff.contract_until)
    return case((ended_early, staff.ended_on), else_=staff.contract_until)


def serves_on(day: date) -> ColumnElement[bool]:
    """Whether a member of staff serves on a day."""
    return and_(StaffRow.appointed_on <= day, last_day_of_service() >= day)


def _loads(session: Session, law: LawInForce, own: tuple[int, ...] | None) -> Iterator[Load]:
    client, visit = ClientRow, VisitRow
    is_coop = client.kind == SubjectKind.CLIENT_COOPERATIVE
    waits_since = func.coalesce(client.last_visit_on, client.since)
    care = (
        select(
            client.mentor_id,
            func.count().filter(is_coop).label("cooperatives"),
            func.count().filter(~is_coop).label("businesses"),
            func.count().filter(waits_since < overdue_before(law)).label("need_visit"),
        )
        .where(client.status == OPEN)
        .group_by(client.mentor_id)
        .subquery()
    )
    this_month = visit.on >= month_begins(law)
    done = (
        select(
            visit.mentor_id,
            func.count().filter(this_month).label("visits"),
            func.count(visit.client_id.distinct()).filter(this_month).label("visited"),
            func.max(visit.on).label("last_on"),
        )
        .where(visit.state.in_(COUNTED), visit.on <= law.day)
        .group_by(visit.mentor_id)
        .subquery()
    )
    serving = serves_on(law.day)
    query = (
        select(StaffRow.id, StaffRow.name, serving.label("serving"), care, done)
        .outerjoin(care, care.c.mentor_id == StaffRow.id)
        .outerjoin(done, done.c.mentor_id == StaffRow.id)
        .where(StaffRow.kind == SubjectKind.MENTOR, or_(serving, care.c.mentor_id.is_not(None)))
    )
    if own is not None:
        query = query.where(StaffRow.id.in_(own))
    for row in session.execute(query):
        yield Load(
            mentor_id=row.id,
            name=row.name,
            is_serving=bool(row.serving),
            cooperatives=row.cooperatives or 0,
            businesses=row.businesses or 0,
            need_visit=row.need_visit or 0,
            visits=row.visits or 0,
            visited_clients=row.visited or 0,
            last_visit_on=row.last_on,
        )
