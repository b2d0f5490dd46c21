"""What of the mentoring waits for the Kepala Dinas' yes, since when, and which contracts end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.selection.candidates import candidates
from db.blitar.selection.rounds import selection_round
from db.blitar.staffing.assignments import deployment_now
from db.tables import RecommendationBundleRow, SelectionRoundRow, StaffRow, UpgradeProposalRow
from domain.blitar.caseload.upgrade import GROWN
from domain.blitar.instruments import at
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import BundleState
from domain.blitar.roles import BlitarPermission, BlitarRole
from domain.blitar.selecting.results import OutcomeKind
from domain.dates import JAKARTA
from domain.headline import WaitsFor
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class ContractsEnding:
    """How many Pendamping whose last day of service lies ahead within the days, and the first such day."""

    count: int
    first: date


@dataclass(frozen=True, slots=True)
class Passed:
    """How many candidates passed a selection that was decided on a day, and are not appointed."""

    count: int
    title: str
    decided_on: date


def waiting_for_the_head(session: Session, actor: Person) -> tuple[WaitsFor, ...]:
    """Proposals and letters that somebody else made and nobody has decided."""
    person = authorise(session, actor, BLITAR, BlitarPermission.DECIDE_UPGRADES)
    return tuple(_waiting(session, person))


def _waiting(session: Session, person: Person) -> Iterator[WaitsFor]:
    proposal, letter, head = UpgradeProposalRow, RecommendationBundleRow, BlitarRole.AGENCY_HEAD.label
    open_ones = select(func.count(), func.min(proposal.proposed_on)).where(
        proposal.outcome.is_(None), proposal.proposed_by_id != person.id
    )
    count, since = session.execute(open_ones).one()
    if count:
        yield WaitsFor("Usul naik kelas untuk diputuskan", head, count, since, GROWN, "usul")
    drafts = select(func.count(), func.min(letter.made_at)).where(
        letter.state == BundleState.DRAFT, letter.made_by_id != person.id
    )
    count, made = session.execute(drafts).one()
    if count:
        day = made.astimezone(JAKARTA).date() if isinstance(made, datetime) else made
        yield WaitsFor("Surat rekomendasi untuk ditetapkan", head, count, day, at("13(1)"), "surat")


def passed_unappointed(session: Session, actor: Person) -> Passed | None:
    """Who passed the newest selection that was decided and is not appointed yet; None without any."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_SELECTION)
    row = SelectionRoundRow
    newest = select(row.id).where(row.decided_on.is_not(None)).order_by(row.id.desc()).limit(1)
    number = session.scalar(newest)
    if number is None:
        return None
    decided = selection_round(session, actor, number)
    known = candidates(session, actor, number)
    passed = [one.id for one in known if one.outcome and one.outcome.kind is OutcomeKind.PASSED]
    appointed = set(session.scalars(select(StaffRow.candidate_id).where(StaffRow.candidate_id.in_(passed))))
    left = len(passed) - len(appointed)
    return Passed(left, decided.round.title, decided.decided_on) if left and decided.decided_on else None


def contracts_ending(session: Session, actor: Person, day: date, days: int) -> ContractsEnding | None:
    """The Pendamping who serve today and whose service ends within so many days."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_STAFF)
    until = day + timedelta(days=days)
    ends = [
        one.last_day for one in deployment_now(session).services if one.is_on(day) and one.last_day <= until
    ]
    return ContractsEnding(len(ends), min(ends)) if ends else None
