"""Verbs for the weekly work plans (Pasal 7 huruf m, Pasal 12 huruf a)."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.blitar.staffing.staff import held_staff
from db.engine import require_write
from db.limits import require_typed
from db.plain import from_plain, to_plain
from db.refusals import ChangedMeanwhile
from db.tables import PersonRow, WeekPlanRow
from domain.blitar.staffing.work_week import Slot, WeekPlan
from domain.roles import NotAllowed, Permission, Person, may
from domain.working_days import monday_of


def save_week_plan(
    session: Session,
    actor: Person,
    plan: WeekPlan,
    *,
    nonce: str,
    at: datetime,
    expected_version: int | None = None,
) -> None:
    """Keep a plan for a week; a Pendamping only their own, a Fasilitator anybody's.

    Raises Wrong for what cannot be stored, and ChangedMeanwhile over somebody else's change.
    """
    require_write(session)
    person = authorise(session, actor, Permission.PLAN_OWN_WORK, Permission.MANAGE_STAFF)
    require_typed(plan)
    body = to_plain(plan)
    if plan.monday != monday_of(plan.monday):
        raise ValueError(f"{plan.monday} is not a Monday")
    if submissions.claim(session, person, Action.SAVE_WEEK_PLAN, nonce, at):
        return
    staff = held_staff(session, plan.mentor_id)
    if not may(person.roles, Permission.MANAGE_STAFF) and staff.person_id != person.id:
        raise NotAllowed(Permission.MANAGE_STAFF, person.roles)
    row = session.get(WeekPlanRow, (plan.mentor_id, plan.monday), populate_existing=True)
    if row is None:
        row = WeekPlanRow(staff_id=plan.mentor_id, monday=plan.monday, version=0)
    elif row.version != expected_version:
        changed_by = session.get_one(PersonRow, row.changed_by_id).name
        raise ChangedMeanwhile("jadwal minggu ini", changed_by, row.changed_at)
    before = {"slots": row.slots} if row.version else None
    row.slots, row.version = body["slots"], row.version + 1
    row.changed_by_id, row.changed_at = person.id, at
    session.add(row)
    session.flush()
    submissions.settle(session, nonce, plan.mentor_id, row.version)
    subject = Subject(SubjectKind.STAFF, plan.mentor_id)
    audit.record(
        session, person, Action.SAVE_WEEK_PLAN, subject, at, before=before, after={"slots": body["slots"]}
    )


def week_plans(
    session: Session, actor: Person, first_monday: date, last_monday: date
) -> tuple[tuple[WeekPlan, int], ...]:
    """The plans of some weeks with their versions; everybody sees all, so that office days are shared."""
    authorise(session, actor, Permission.READ_STAFF)
    query = (
        select(WeekPlanRow)
        .where(WeekPlanRow.monday.between(first_monday, last_monday))
        .order_by(WeekPlanRow.monday, WeekPlanRow.staff_id)
    )
    return tuple((_read(row), row.version) for row in session.scalars(query))


def _read(row: WeekPlanRow) -> WeekPlan:
    slots = tuple(from_plain(Slot, slot) for slot in row.slots)
    return WeekPlan(mentor_id=row.staff_id, monday=row.monday, slots=slots)
