"""What needs a decision about the mentoring, read once for every screen and paper that tells it."""

from datetime import date
from typing import cast

from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.approvals import contracts_ending, passed_unappointed, waiting_for_the_head
from db.blitar.staffing.assignments import Deployment, deployment_now
from db.office.practice import law_of
from db.office.waiting import rules_to_approve
from domain.blitar.decisions_due import OfStaff, decisions
from domain.blitar.parameters import DAYS_BEFORE_CONTRACT_END
from domain.blitar.programme import BLITAR
from domain.blitar.staffing.coverage import coverage_on, next_gap
from domain.due_decisions import Decision
from domain.headline import WaitsFor
from domain.roles import OfficePermission, Person


def mentoring_decisions(session: Session, actor: Person, day: date) -> tuple[Decision, ...]:
    """The list as it stands on a day, for whoever reads the summary."""
    person = authorise(session, actor, BLITAR, OfficePermission.READ_SUMMARY)
    of_head = tuple(waiting_for_the_head(session, person))
    return decisions_of(session, person, day, deployment_now(session), of_head)


def decisions_of(
    session: Session, person: Person, day: date, deployed: Deployment, of_head: tuple[WaitsFor, ...]
) -> tuple[Decision, ...]:
    """The same for who was let through and has read who serves where, and what waits for the head.

    Gaps are looked for as far ahead as in Cakupan.
    """
    ahead = cast(int, law_of(session, BLITAR, day).values[DAYS_BEFORE_CONTRACT_END.key])
    known = (deployed.services, deployed.assignments)
    staff = OfStaff(
        gap=next_gap(day, ahead, *known),
        coverage=coverage_on(day, *known),
        ending=contracts_ending(deployed.services, day, ahead),
        passed=passed_unappointed(session),
    )
    proposals = (*of_head, *rules_to_approve(session, person, BLITAR))
    return decisions(staff, proposals, day)
