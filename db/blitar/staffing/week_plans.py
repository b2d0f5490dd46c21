"""Verbs for the weekly work plans (Pasal 7 huruf m, Pasal 12 huruf a)."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.staffing.staff import held_staff
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.plain import from_plain, to_plain
from db.tables import WeekPlanRow
from db.trail import Subject
from db.verbs import verb
from db.versions import require_version
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.work_week import Slot, WeekPlan
from domain.roles import Person
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
    either = (BlitarPermission.PLAN_OWN_WORK, BlitarPermission.MANAGE_STAFF)
    with verb(session, actor, BLITAR, either, BlitarAction.SAVE_WEEK_PLAN, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_typed(plan)
        body = to_plain(plan)
        if plan.monday != monday_of(plan.monday):
            raise ValueError(f"{plan.monday} is not a Monday")
        if held_staff(session, plan.mentor_id).person_id != act.person.id:
            act.require(BlitarPermission.MANAGE_STAFF)
        row = session.get(WeekPlanRow, (plan.mentor_id, plan.monday), populate_existing=True)
        if row is None:
            row = WeekPlanRow(staff_id=plan.mentor_id, monday=plan.monday, version=0)
        else:
            require_version(session, row, expected_version, "jadwal minggu ini")
        before = {"slots": row.slots} if row.version else None
        row.slots = body["slots"]
        act.changed(row)
        session.add(row)
        session.flush()
        subject = Subject(BlitarSubject.STAFF, plan.mentor_id)
        act.close(subject, version=row.version, before=before, after={"slots": body["slots"]})


def week_plans(
    session: Session, actor: Person, first_monday: date, last_monday: date, *, mentor_id: int | None = None
) -> tuple[tuple[WeekPlan, int], ...]:
    """The plans of some weeks with their versions, of everybody or of one Pendamping.

    Everybody sees all, so that office days are shared.
    """
    authorise(session, actor, BLITAR, BlitarPermission.READ_STAFF)
    query = (
        select(WeekPlanRow.staff_id, WeekPlanRow.monday, WeekPlanRow.slots, WeekPlanRow.version)
        .where(WeekPlanRow.monday.between(first_monday, last_monday))
        .order_by(WeekPlanRow.monday, WeekPlanRow.staff_id)
    )
    if mentor_id is not None:
        query = query.where(WeekPlanRow.staff_id == mentor_id)
    return tuple(
        (
            WeekPlan(mentor_id=staff, monday=monday, slots=tuple(from_plain(Slot, one) for one in slots)),
            version,
        )
        for staff, monday, slots, version in session.execute(query)
    )
