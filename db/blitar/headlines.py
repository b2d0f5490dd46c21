"""The mentoring for the leadership: numbers, what they are made of, and who is waited for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.approvals import waiting_for_the_head
from db.blitar.caseload.goal_counts import open_by_goal, open_by_kind
from db.blitar.caseload.lines import TAKEN_BACK
from db.blitar.caseload.mentored import Mentored, mentored_on
from db.blitar.caseload.mentored_months import MentoredTotals, mentored_at_ends
from db.blitar.caseload.month_counts import counts_of, days_counted, waiting_on
from db.blitar.caseload.turnover import turnover_now
from db.blitar.decisions import decisions_of
from db.blitar.reporting.by_month import visits_by_month
from db.blitar.staffing.assignments import deployment_now
from db.tables import ClientRow, StaffRow, UpgradeProposalRow
from domain.blitar.caseload.proposal import GoalCount
from domain.blitar.caseload.turnover import Turnover
from domain.blitar.caseload.upgrade import UpgradeOutcome
from domain.blitar.kinds import SubjectKind
from domain.blitar.leadership import CaseloadNumbers, CaseloadParts, CaseloadTrends
from domain.blitar.programme import BLITAR
from domain.blitar.staffing.coverage import DistrictCoverage, coverage_on
from domain.blitar.visiting.visit import COUNTED, VisitState
from domain.blitar.waiting_work import visits_waiting
from domain.dates import add_months, months_ends_before, months_up_to
from domain.due_decisions import Decision
from domain.headline import MONTHS_OF_TREND, WaitsFor
from domain.roles import OfficePermission, Person


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
    trends: CaseloadTrends
    turnover: Turnover
    goals: tuple[GoalCount, ...]
    decisions: tuple[Decision, ...]
    waits: tuple[WaitsFor, ...]


def blitar_summary(session: Session, actor: Person, day: date, *, days: int) -> BlitarSummary:
    """The mentoring today, beside the end of last month; `days` within which one is to be visited."""
    person = authorise(session, actor, BLITAR, OfficePermission.READ_SUMMARY)
    deployed = deployment_now(session)
    coverage = coverage_on(day, deployed.services, deployed.assignments)
    ends = months_ends_before(day, MONTHS_OF_TREND - 1)
    covered = [_covered(coverage_on(end, deployed.services, deployed.assignments)) for end in ends]
    past = mentored_at_ends(session, ends, days)
    now = mentored_on(session, day, days)
    numbers = _numbers(session, now, coverage)
    by_month = visits_by_month(session, day, COUNTED)
    of_head = tuple(waiting_for_the_head(session, person))
    return BlitarSummary(
        now=numbers,
        before=_before(session, past[-1], covered[-1]),
        visits_before=_visits(session, add_months(day, -1)),
        parts=_parts(session, now, coverage),
        coverage=coverage,
        clients_by_district=now.by_district,
        without_mentor=_without_mentor(session, day),
        visits_by_month=by_month,
        trends=CaseloadTrends(
            covered=(*covered, numbers.covered),
            clients=(*(one.clients for one in past), numbers.clients),
            visited=(*(one.visited for one in past), numbers.visited),
            risen=(*(one.risen for one in past), numbers.risen),
            confirmed=_confirmed_by_month(session, day),
            visits=tuple(by_month.values())[-MONTHS_OF_TREND:],
        ),
        turnover=turnover_now(session, open_by_kind(session)[SubjectKind.CLIENT_MICRO]),
        goals=open_by_goal(session),
        decisions=decisions_of(session, person, day, deployed, of_head),
        waits=(*_unverified(session), *of_head),
    )


def visits_by_district(session: Session, actor: Person, month: date) -> Mapping[str | None, int]:
    """The visits of a month that were sent or verified, by kecamatan; they add up to the month's bar."""
    authorise(session, actor, BLITAR, OfficePermission.READ_SUMMARY)
    return _by_district(session, month)


def _by_district(session: Session, month: date) -> Mapping[str | None, int]:
    found = counts_of(session, month, of=["district"]).get("district", {})
    return {code or None: count for (code, _), count in found.items()}


def _covered(coverage: tuple[DistrictCoverage, ...]) -> int:
    return sum(one.is_covered for one in coverage)


def _before(session: Session, found: MentoredTotals, covered: int) -> CaseloadNumbers:
    return CaseloadNumbers(
        day=found.day,
        covered=covered,
        clients=found.clients,
        visits=_visits(session, found.day),
        visited=found.visited,
        risen=found.risen,
        confirmed=_confirmed_until(session, found.day),
    )


def _confirmed_until(session: Session, day: date) -> int:
    counted = select(func.count(UpgradeProposalRow.client_id.distinct())).where(_confirmed(day))
    return session.scalar(counted) or 0


def _confirmed_by_month(session: Session, day: date) -> tuple[int, ...]:
    """How many the Kepala Dinas confirmed in each of the last months, up to a day."""
    months, proposal = months_up_to(day, MONTHS_OF_TREND), UpgradeProposalRow
    query = (
        select(proposal.decided_on, func.count(proposal.client_id.distinct()))
        .where(proposal.outcome == UpgradeOutcome.CONFIRMED, proposal.decided_on.between(months[0], day))
        .group_by(proposal.decided_on)
    )
    found = dict.fromkeys(months, 0)
    for decided_on, count in session.execute(query):
        if decided_on is not None:
            found[decided_on.replace(day=1)] += count
    return tuple(found.values())


def _numbers(session: Session, found: Mentored, coverage: tuple[DistrictCoverage, ...]) -> CaseloadNumbers:
    """The numbers, each counted by itself and not from its parts."""
    return CaseloadNumbers(
        day=found.day,
        covered=_covered(coverage),
        clients=sum(found.by_kind.values()),
        visits=_visits(session, found.day),
        visited=sum(found.visited.values()),
        risen=sum(found.risen.values()),
        confirmed=_confirmed_until(session, found.day),
    )


def _visits(session: Session, day: date) -> int:
    counted = days_counted(session, day.replace(day=1), day)
    return sum(count for (_, state), count in counted.items() if state in COUNTED)


def _parts(session: Session, found: Mentored, coverage: tuple[DistrictCoverage, ...]) -> CaseloadParts:
    by_kind = select(ClientRow.kind, func.count(ClientRow.id.distinct())).group_by(ClientRow.kind)
    confirmed = by_kind.join(UpgradeProposalRow, UpgradeProposalRow.client_id == ClientRow.id)
    return CaseloadParts(
        coverage=coverage,
        clients=found.by_kind,
        visits=_by_district(session, found.day),
        visited=found.visited,
        risen=found.risen,
        confirmed=_kinds(session, confirmed.where(_confirmed(found.day))),
    )


def _without_mentor(session: Session, day: date) -> Mapping[str | None, int]:
    """The binaan of each kecamatan who have nobody, or whose Pendamping serves no more on a day."""
    idle = session.scalars(select(StaffRow.id).where(not_(_serves(day)))).all()
    row = ClientRow
    # Nearly every binaan has a Pendamping, so that these few are found by theirs.
    query = select(row.district_code, func.count()).group_by(row.district_code)
    query = query.where(or_(row.mentor_id.is_(None), row.mentor_id.in_(idle)), _mentored(day))
    return dict(session.execute(query).all())


def _mentored(day: date) -> ColumnElement[bool]:
    # The last day of a mentoring is one of it, as in the monthly report.
    lasts = or_(ClientRow.ended_on.is_(None), ClientRow.ended_on >= day)
    return and_(ClientRow.since <= day, lasts, ClientRow.status != TAKEN_BACK)


def _serves(day: date) -> ColumnElement[bool]:
    """Whether a Pendamping serves on a day."""
    return and_(
        StaffRow.appointed_on <= day,
        StaffRow.contract_until >= day,
        or_(StaffRow.ended_on.is_(None), StaffRow.ended_on >= day),
    )


def _confirmed(day: date) -> ColumnElement[bool]:
    proposal = UpgradeProposalRow
    in_year = proposal.decided_on.between(date(day.year, 1, 1), day)
    return and_(proposal.outcome == UpgradeOutcome.CONFIRMED, in_year)


def _unverified(session: Session) -> tuple[WaitsFor, ...]:
    count, since = waiting_on(session, "days", VisitState.SENT)
    return (visits_waiting(count, since),) if count else ()


def _kinds(session: Session, query: Select[str, int]) -> Mapping[SubjectKind, int]:
    return {SubjectKind(kind): count for kind, count in session.execute(query)}
