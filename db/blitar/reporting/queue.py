"""What waits for the people of the mentoring programme, counted for their start page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.proposal_list import declined_count
from db.blitar.caseload.reach import own_staff
from db.blitar.caseload.waiting_counts import visit_states
from db.blitar.reporting.report_versions import newest_row
from db.blitar.reporting.waiting_recommendations import waiting
from db.blitar.visiting.second_eye import own_sent
from db.tables import RecommendationBundleRow, UpgradeProposalRow
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import BundleState
from domain.blitar.reporting.report import ReportState, month_of
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import VisitState
from domain.programme import may
from domain.roles import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class MentoringQueue:
    """Visits by state, proposals not decided, recommendations, and last month when it is not reported.

    What a person began does not wait for them where another decides on it: proposals, letters to be set, and
    the visits that they recorded, sent or made, of which `for_others` tells how many. `declined` are one's
    own proposals that were not confirmed and not made again.
    """

    visits: Mapping[VisitState, int]
    for_others: int
    proposals: int
    unbundled: int
    letters: Mapping[BundleState, int]
    unreported: date | None
    declined: int = 0


def mentoring_queue(session: Session, actor: Person, day: date) -> MentoringQueue:
    """Count what waits; a Pendamping is counted only their own visits and recommendations."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    own = own_staff(session, person)
    for_others = own_sent(session, person)
    proposals = select(func.count()).where(
        UpgradeProposalRow.outcome.is_(None), UpgradeProposalRow.proposed_by_id != person.id
    )
    found = waiting(session, person)
    by_state = {VisitState(state): count for state, count in visit_states(session, own).items()}
    if for_others:
        by_state[VisitState.SENT] -= for_others
    return MentoringQueue(
        visits=by_state,
        for_others=for_others,
        proposals=session.scalar(proposals) or 0,
        unbundled=found.unbundled,
        letters=_without_own_drafts(session, person, found.letters),
        declined=declined_count(session, person) if _proposes(person) else 0,
        unreported=_unreported(session, month_of(month_of(day) - timedelta(days=1))),
    )


def _without_own_drafts(
    session: Session, person: Person, letters: Mapping[BundleState, int]
) -> Mapping[BundleState, int]:
    if not may(person, BlitarPermission.SET_RECOMMENDATIONS, BLITAR):
        return letters
    table = RecommendationBundleRow
    own = select(func.count()).where(table.state == BundleState.DRAFT, table.made_by_id == person.id)
    return {**letters, BundleState.DRAFT: letters[BundleState.DRAFT] - (session.scalar(own) or 0)}


def _proposes(person: Person) -> bool:
    return may(person, BlitarPermission.PROPOSE_UPGRADES, BLITAR)


def _unreported(session: Session, month: date) -> date | None:
    row = newest_row(session, month)
    return None if row is not None and row.state == ReportState.SENT else month
