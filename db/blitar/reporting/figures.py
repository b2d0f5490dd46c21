"""The numbers of a month's report, aggregated in SQL from verified visits (Pasal 5(3)i, 16)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.month_counts import Counts, counts_of, due_before, first_month_counted
from db.blitar.reporting.by_month import visits_by_month
from db.blitar.reporting.conditions import Span, span_of
from db.blitar.reporting.mentor_lines import mentors_of
from domain.blitar.caseload.stage import Stage
from domain.blitar.goals_and_tasks import Goal, MentorTask, ReportPart
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.report import month_of
from domain.blitar.reporting.report_figures import PartFigures, ReportFigures, Totals
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import VisitState
from domain.dates import add_months
from domain.roles import Person

_Kind = TypeVar("_Kind", bound=str)
_TOTALS = ("visits", "office", "recommends", "visited", "agreed", "done")
_OF_MONTH = (*_TOTALS, "visited by", "part", "part clients", "task")
_GOING_ON = ("member", "overdue", "stage", "goal", "carer")


def report_figures(session: Session, actor: Person, month: date, *, day: date | None = None) -> ReportFigures:
    """Every number of a month's report as the store has it now; `day` is today while the month goes on."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    return figures_of(session, month, day)


def figures_of(session: Session, month: date, day: date | None = None) -> ReportFigures:
    """The same for verbs that have asked who may."""
    span = span_of(month, day)
    found = counts_of(session, span.start, of=_OF_MONTH, upto=_GOING_ON)
    states = _by_key(found, "visits")
    return ReportFigures(
        month=month_of(month),
        totals=_totals(session, span, found),
        before=_before(session, add_months(month_of(month), -1), day),
        waiting=states[VisitState.SENT],
        drafts=states[VisitState.DRAFT],
        returned=states[VisitState.RETURNED],
        by_part=_by_part(found),
        by_task=_each(MentorTask, found, "task"),
        by_goal=_each(Goal, found, "goal"),
        by_stage=_each(Stage, found, "stage"),
        mentors=mentors_of(session, span, found),
        visits_by_month=visits_by_month(session, span.end, (VisitState.VERIFIED,)),
    )


def _by_key(found: Counts, what: str) -> Counter[str]:
    told: Counter[str] = Counter()
    for (key, _), count in found.get(what, {}).items():
        told[key] += count
    return told


def _each(kinds: Iterable[_Kind], found: Counts, what: str) -> Mapping[_Kind, int]:
    told = _by_key(found, what)
    return {kind: told[kind] for kind in kinds}


def _before(session: Session, month: date, day: date | None) -> Totals | None:
    """The totals of the month before; None when there was no binaan yet, of whom it could tell."""
    first = first_month_counted(session)
    if first is None or first > month:
        return None
    found = counts_of(session, month, of=_TOTALS, upto=("member", "overdue"))
    return _totals(session, span_of(month, day), found)


def _totals(session: Session, span: Span, found: Counts) -> Totals:
    kinds = _by_key(found, "member")
    total = {what: sum(found.get(what, {}).values()) for what in (*_TOTALS, "overdue")}
    clients, visits = kinds.total(), _by_key(found, "visits")[VisitState.VERIFIED]
    cooperatives = kinds[SubjectKind.CLIENT_COOPERATIVE]
    # While the month goes on, only what is late today is late.
    is_over = span.overdue_before > span.end
    return Totals(
        clients=clients,
        cooperatives=cooperatives,
        businesses=clients - cooperatives,
        visited_clients=total["visited"],
        visits=visits,
        office_visits=total["office"],
        field_visits=visits - total["office"],
        agreed=total["agreed"],
        done=total["done"],
        overdue=total["overdue"] if is_over else due_before(session, span.overdue_before),
        recommendations=total["recommends"],
    )


def _by_part(found: Counts) -> Mapping[ReportPart, PartFigures]:
    visits, clients = _by_key(found, "part"), _by_key(found, "part clients")
    mentors = Counter(part for part, _ in found.get("part", {}))
    return {
        part: PartFigures(visits=visits[part], clients=clients[part], mentors=mentors[part])
        for part in ReportPart
    }
