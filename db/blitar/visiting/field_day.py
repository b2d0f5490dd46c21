"""The day of a Pendamping, as the telephone shows it first: whom to visit, what waits, the plans."""

from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.attention import LARGEST_PAGE, attention_rows
from db.blitar.caseload.kinds_of_attention import ContractToRenew, FollowUpToClose, VisitToSend
from db.blitar.staffing.week_plans import week_plans
from db.blitar.visiting.choices import clients_to_visit, mentors_to_choose
from domain.blitar.caseload.attention import AttentionKind
from domain.blitar.caseload.day_round import DayRound, InCare, day_round, planned_districts
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.assignments import Service
from domain.blitar.staffing.work_week import WeekPlan
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.working_days import monday_of

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class FieldDay:
    """What a Pendamping needs to know in the morning; the plans are None while there is none."""

    mentor: Service
    round: DayRound
    this_week: WeekPlan | None
    next_week: WeekPlan | None
    to_send: tuple[VisitToSend, ...]
    promises: tuple[FollowUpToClose, ...]
    ending: tuple[ContractToRenew, ...]


def field_day(session: Session, actor: Person, law: LawInForce) -> FieldDay | None:
    """The law's day of the Pendamping who asks; None for who is no Pendamping in service on it."""
    person = authorise(session, actor, BLITAR, BlitarPermission.PLAN_OWN_WORK)
    mentors = mentors_to_choose(session, person)
    mentor = next((one for one in mentors if one.is_on(law.day)), None)
    if mentor is None:
        return None
    monday = monday_of(law.day)
    found = week_plans(session, person, monday, monday + _WEEK, mentor_id=mentor.mentor_id)
    plans = {plan.monday: plan for plan, _ in found}
    planned = planned_districts(plans.get(monday), law.day)
    return FieldDay(
        mentor,
        day_round(_in_care(session, person, mentor), planned, law),
        plans.get(monday),
        plans.get(monday + _WEEK),
        cast(tuple[VisitToSend, ...], _waiting(session, person, AttentionKind.NOT_SENT, law)),
        cast(tuple[FollowUpToClose, ...], _waiting(session, person, AttentionKind.FOLLOW_UPS, law)),
        cast(tuple[ContractToRenew, ...], _waiting(session, person, AttentionKind.CONTRACTS, law)),
    )


def _waiting(session: Session, person: Person, kind: AttentionKind, law: LawInForce) -> tuple[object, ...]:
    return attention_rows(session, person, kind, law, page_size=LARGEST_PAGE)


def _in_care(session: Session, person: Person, mentor: Service) -> list[InCare]:
    return [
        InCare(one.id, one.name, one.district_code, one.since, one.last_visit_on)
        for one in clients_to_visit(session, person, mentor.mentor_id)
        if one.in_care
    ]
