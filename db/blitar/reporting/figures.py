"""The numbers of a month's report, aggregated in SQL from verified visits (Pasal 5(3)i, 16)."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, case, distinct, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.stages import stages_until
from db.blitar.reporting import conditions as only
from db.blitar.reporting.by_month import visits_by_month
from db.blitar.reporting.conditions import Span, span_of
from db.blitar.reporting.mentor_lines import mentors_of
from db.tables import ClientRow, FollowUpRow, VisitPartRow, VisitRow, VisitTaskRow
from domain.blitar.caseload.stage import Stage
from domain.blitar.goals_and_tasks import Goal, MentorTask, ReportPart
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.report import month_of
from domain.blitar.reporting.report_figures import PartFigures, ReportFigures, Totals
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import VisitPlace, VisitState
from domain.dates import add_months
from domain.roles import Person


def report_figures(session: Session, actor: Person, month: date, *, day: date | None = None) -> ReportFigures:
    """Every number of a month's report as the store has it now; `day` is today while the month goes on."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    return figures_of(session, month, day)


def figures_of(session: Session, month: date, day: date | None = None) -> ReportFigures:
    """The same for verbs that have asked who may."""
    span = span_of(month, day)
    states = _states(session, span)
    return ReportFigures(
        month=month_of(month),
        totals=_totals(session, span),
        before=_before(session, add_months(month_of(month), -1), day),
        waiting=states[VisitState.SENT],
        drafts=states[VisitState.DRAFT],
        returned=states[VisitState.RETURNED],
        by_part=_by_part(session, span),
        by_task=_by_task(session, span),
        by_goal=_by_goal(session, span),
        by_stage=_by_stage(session, span),
        mentors=mentors_of(session, span),
        visits_by_month=visits_by_month(session, span.end, only.verified()),
    )


def _states(session: Session, span: Span) -> Counter[str]:
    query = select(VisitRow.state, func.count()).where(only.in_month(span)).group_by(VisitRow.state)
    return Counter(dict(session.execute(query).all()))


def _before(session: Session, month: date, day: date | None) -> Totals | None:
    """The totals of the month before; None when there was no binaan yet, of whom it could tell."""
    span = span_of(month, day)
    first = session.scalar(select(func.min(ClientRow.since)))
    return None if first is None or first > span.end else _totals(session, span)


def _totals(session: Session, span: Span) -> Totals:
    clients, cooperatives = session.execute(
        select(func.count(), _times(ClientRow.kind == SubjectKind.CLIENT_COOPERATIVE)).where(
            only.mentored(span)
        )
    ).one()
    visits, office, visited, recommendations = session.execute(
        select(
            func.count(),
            _times(only.at_place(VisitPlace.OFFICE)),
            func.count(distinct(VisitRow.client_id)),
            _times(only.recommends()),
        ).where(only.counted(span))
    ).one()
    agreed, done, overdue = (
        session.scalar(select(func.count()).select_from(FollowUpRow).join(FollowUpRow.visit).where(condition))
        or 0
        for condition in (only.agreed(span), only.done(span), only.overdue(span))
    )
    return Totals(
        clients=clients,
        cooperatives=cooperatives,
        businesses=clients - cooperatives,
        visited_clients=visited,
        visits=visits,
        office_visits=office,
        field_visits=visits - office,
        agreed=agreed,
        done=done,
        overdue=overdue,
        recommendations=recommendations,
    )


def _times(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((condition, 1)))


def _by_part(session: Session, span: Span) -> Mapping[ReportPart, PartFigures]:
    query = (
        select(
            VisitPartRow.part,
            func.count(),
            func.count(distinct(VisitRow.client_id)),
            func.count(distinct(VisitRow.mentor_id)),
        )
        .join(VisitRow, VisitRow.id == VisitPartRow.visit_id)
        .where(only.counted(span))
        .group_by(VisitPartRow.part)
    )
    found = {
        part: PartFigures(visits=visits, clients=clients, mentors=mentors)
        for part, visits, clients, mentors in session.execute(query)
    }
    return {part: found.get(part, PartFigures()) for part in ReportPart}


def _by_task(session: Session, span: Span) -> Mapping[MentorTask, int]:
    query = (
        select(VisitTaskRow.task, func.count())
        .join(VisitRow, VisitRow.id == VisitTaskRow.visit_id)
        .where(only.counted(span))
        .group_by(VisitTaskRow.task)
    )
    found = dict(session.execute(query).all())
    return {task: found.get(task, 0) for task in MentorTask}


def _by_goal(session: Session, span: Span) -> Mapping[Goal, int]:
    risen = only.risen(span).subquery("risen")
    query = (
        select(risen.c.goal, func.count())
        .join(ClientRow, ClientRow.id == risen.c.client_id)
        .where(only.mentored(span))
        .group_by(risen.c.goal)
    )
    found: dict[str, int] = dict(session.execute(query).all())
    return {goal: found.get(goal, 0) for goal in Goal}


def _by_stage(session: Session, span: Span) -> Mapping[Stage, int]:
    mentored = set(session.scalars(select(ClientRow.id).where(only.mentored(span))))
    stages = stages_until(session, until=span.end)
    found = Counter(stage for client_id, (stage, _) in stages.items() if client_id in mentored)
    return {stage: found[stage] for stage in Stage}
