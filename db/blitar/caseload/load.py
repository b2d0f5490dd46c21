"""What each Pendamping carries: binaan by kind, and how often they were visited this month."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.month_counts import counts_of
from db.blitar.caseload.reach import own_staff
from db.blitar.counted_now import open_by_mentor
from db.tables import ClientRow, StaffRow, VisitRow
from domain.blitar.caseload.attention import overdue_before
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


def left_behind(session: Session, actor: Person, day: date) -> int:
    """How many binaan are in the care of somebody who serves no more on a day."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_STAFF)
    gone = select(StaffRow.id).where(StaffRow.kind == SubjectKind.MENTOR, last_day_of_service() < day)
    care = open_by_mentor(session)
    return sum(care[number].total() for number in session.scalars(gone) if number in care)


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
    care, visits, visited = open_by_mentor(session), _visits(session, law), _visited(session, law)
    needing = _needing(session, law, own)
    serving = serves_on(law.day)
    counted = and_(VisitRow.mentor_id == StaffRow.id, VisitRow.state.in_(COUNTED), VisitRow.on <= law.day)
    last = select(VisitRow.on).where(counted).order_by(VisitRow.on.desc()).limit(1).correlate(StaffRow)
    columns = (StaffRow.id, StaffRow.name, serving.label("serving"), last.scalar_subquery().label("last_on"))
    query = select(*columns).where(
        StaffRow.kind == SubjectKind.MENTOR, or_(serving, StaffRow.id.in_({*care}))
    )
    if own is not None:
        query = query.where(StaffRow.id.in_(own))
    for row in session.execute(query):
        kinds = care.get(row.id, Counter())
        yield Load(
            mentor_id=row.id,
            name=row.name,
            is_serving=bool(row.serving),
            cooperatives=kinds[SubjectKind.CLIENT_COOPERATIVE],
            businesses=kinds[SubjectKind.CLIENT_MICRO],
            need_visit=needing.get(row.id, 0),
            visits=visits[row.id],
            visited_clients=visited[row.id],
            last_visit_on=row.last_on,
        )


def _visits(session: Session, law: LawInForce) -> Counter[int]:
    found: Counter[int] = Counter()
    for (state, mentor), count in counts_of(session, law.day, of=["visits"]).get("visits", {}).items():
        found[int(mentor)] += count if state in COUNTED else 0
    return found


def _visited(session: Session, law: LawInForce) -> Counter[int]:
    seen = counts_of(session, law.day, of=["seen by"]).get("seen by", {})
    return Counter({int(mentor): count for (_, mentor), count in seen.items()})


def _needing(session: Session, law: LawInForce, own: tuple[int, ...] | None) -> Mapping[int, int]:
    row = ClientRow
    query = select(row.mentor_id, func.count()).where(
        row.status == OPEN, row.waits_since < overdue_before(law), row.mentor_id.is_not(None)
    )
    if own is not None:
        query = query.where(row.mentor_id.in_(own))
    return {mentor: count for mentor, count in session.execute(query.group_by(row.mentor_id)) if mentor}
