"""The mentoring for the leadership: numbers, what they are made of, and who is waited for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.reporting.by_month import visits_by_month
from db.blitar.reporting.conditions import Span, risen
from db.blitar.staffing.assignments import deployment_now
from db.tables import ClientRow, RecommendationBundleRow, StaffRow, UpgradeProposalRow, VisitRow
from domain.blitar.caseload.upgrade import UpgradeOutcome
from domain.blitar.kinds import SubjectKind
from domain.blitar.leadership import CaseloadNumbers, CaseloadParts
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import BundleState
from domain.blitar.staffing.coverage import DistrictCoverage, coverage_on
from domain.blitar.visiting.visit import COUNTED, VisitState
from domain.dates import JAKARTA, add_months
from domain.roles import OfficePermission, Person


@dataclass(frozen=True, slots=True)
class WaitingWork:
    """How much of something waits, and since which day the oldest of it does."""

    count: int
    since: date | None


@dataclass(frozen=True, slots=True)
class BlitarSummary:
    """Everything that the leadership sees of the mentoring on a day; the months tell their visits."""

    now: CaseloadNumbers
    before: CaseloadNumbers
    visits_before: int
    parts: CaseloadParts
    coverage: tuple[DistrictCoverage, ...]
    clients_by_district: Mapping[str | None, int]
    without_mentor: Mapping[str | None, int]
    visits_by_month: Mapping[date, int]
    unverified: WaitingWork
    proposals: WaitingWork
    bundles: WaitingWork


def blitar_summary(session: Session, actor: Person, day: date, *, days: int) -> BlitarSummary:
    """The mentoring on a day, beside the end of last month; `days` within which one is to be visited."""
    authorise(session, actor, BLITAR, OfficePermission.READ_SUMMARY)
    coverage = _coverage(session, day)
    return BlitarSummary(
        now=_numbers(session, day, days),
        before=_numbers(session, day.replace(day=1) - timedelta(days=1), days),
        visits_before=_visits(session, add_months(day, -1)),
        parts=_parts(session, day, days, coverage),
        coverage=coverage,
        clients_by_district=_counts(session, _by_district().where(_mentored(day))),
        without_mentor=_counts(session, _by_district().where(_mentored(day), ~_has_mentor(day))),
        visits_by_month=visits_by_month(session, day, VisitRow.state.in_(COUNTED)),
        unverified=_waiting(session, VisitRow.state == VisitState.SENT, func.min(VisitRow.on)),
        proposals=_waiting(
            session, UpgradeProposalRow.outcome.is_(None), func.min(UpgradeProposalRow.proposed_on)
        ),
        bundles=_waiting(
            session,
            RecommendationBundleRow.state == BundleState.DRAFT,
            func.min(RecommendationBundleRow.made_at),
        ),
    )


def _coverage(session: Session, day: date) -> tuple[DistrictCoverage, ...]:
    deployed = deployment_now(session)
    return coverage_on(day, deployed.services, deployed.assignments)


def _numbers(session: Session, day: date, days: int) -> CaseloadNumbers:
    """The numbers, each counted by itself and not from its parts."""
    clients = select(func.count()).select_from(ClientRow).where(_mentored(day))
    confirmed = select(func.count(UpgradeProposalRow.client_id.distinct())).where(_confirmed(day))
    return CaseloadNumbers(
        day=day,
        covered=sum(one.is_covered for one in _coverage(session, day)),
        clients=_count(session, clients),
        visits=_visits(session, day),
        visited=_count(session, clients.where(_visited(day, days))),
        risen=_count(session, clients.where(_risen(day))),
        confirmed=_count(session, confirmed),
    )


def _visits(session: Session, day: date) -> int:
    return _count(session, select(func.count()).select_from(VisitRow).where(_in_month(day)))


def _parts(session: Session, day: date, days: int, coverage: tuple[DistrictCoverage, ...]) -> CaseloadParts:
    mentored = _by_district().where(_mentored(day))
    by_kind = select(ClientRow.kind, func.count(ClientRow.id.distinct())).group_by(ClientRow.kind)
    confirmed = by_kind.join(UpgradeProposalRow, UpgradeProposalRow.client_id == ClientRow.id)
    visits = _by_district().join(VisitRow, VisitRow.client_id == ClientRow.id)
    return CaseloadParts(
        coverage=coverage,
        clients=_kinds(session, by_kind.where(_mentored(day))),
        visits=_counts(session, visits.where(_in_month(day))),
        visited=_counts(session, mentored.where(_visited(day, days))),
        risen=_counts(session, mentored.where(_risen(day))),
        confirmed=_kinds(session, confirmed.where(_confirmed(day))),
    )


def _by_district() -> Select[str | None, int]:
    return select(ClientRow.district_code, func.count()).group_by(ClientRow.district_code)


def _mentored(day: date) -> ColumnElement[bool]:
    # The last day of a mentoring is one of it, as in the monthly report.
    return and_(ClientRow.since <= day, or_(ClientRow.ended_on.is_(None), ClientRow.ended_on >= day))


def _has_mentor(day: date) -> ColumnElement[bool]:
    """Whether the Pendamping of a binaan still serves on a day."""
    serving = and_(
        StaffRow.appointed_on <= day,
        StaffRow.contract_until >= day,
        or_(StaffRow.ended_on.is_(None), StaffRow.ended_on >= day),
    )
    return exists().where(StaffRow.id == ClientRow.mentor_id, serving)


def _in_month(day: date) -> ColumnElement[bool]:
    return and_(VisitRow.on.between(day.replace(day=1), day), VisitRow.state.in_(COUNTED))


def _visited(day: date, days: int) -> ColumnElement[bool]:
    """Binaan visited at most so many days before a day."""
    return exists().where(
        VisitRow.client_id == ClientRow.id,
        VisitRow.state.in_(COUNTED),
        VisitRow.on.between(day - timedelta(days=days), day),
    )


def _risen(day: date) -> ColumnElement[bool]:
    goals = risen(Span(day.replace(day=1), day, day)).subquery("risen_goals")
    return ClientRow.id.in_(select(goals.c.client_id))


def _confirmed(day: date) -> ColumnElement[bool]:
    proposal = UpgradeProposalRow
    in_year = proposal.decided_on.between(date(day.year, 1, 1), day)
    return and_(proposal.outcome == UpgradeOutcome.CONFIRMED, in_year)


def _waiting(session: Session, which: ColumnElement[bool], since: ColumnElement[Any]) -> WaitingWork:
    count, first = session.execute(select(func.count(), since).where(which)).one()
    return WaitingWork(count, first.astimezone(JAKARTA).date() if isinstance(first, datetime) else first)


def _count(session: Session, query: Select[int]) -> int:
    return session.scalar(query) or 0


def _counts(session: Session, query: Select[str | None, int]) -> Mapping[str | None, int]:
    return {row[0]: row[1] for row in session.execute(query)}


def _kinds(session: Session, query: Select[str, int]) -> Mapping[SubjectKind, int]:
    return {SubjectKind(kind): count for kind, count in session.execute(query)}
