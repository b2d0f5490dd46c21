"""Moving up (Pasal 1 angka 13 and 14): proposed by a Fasilitator, decided by the Kepala Dinas."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.blitar.caseload.ladders import ladder_of
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.proposal_list import proposals_of
from db.blitar.caseload.reach import client_row
from db.blitar.caseload.standing import stand_anew
from db.engine import require_write
from db.limits import require_typed
from db.plain import to_plain
from db.refusals import NotFound, SelfApproval, Wrong
from db.tables import ClientRow, UpgradeProposalRow
from domain.blitar.caseload.upgrade import (
    UpgradeDecision,
    UpgradeOutcome,
    UpgradeProposed,
    decision_problems,
    proposal_problems,
)
from domain.dates import JAKARTA, indonesian_date
from domain.problems import Problem
from domain.roles import Permission, Person


def propose_upgrade(
    session: Session, actor: Person, client_id: int, proposed: UpgradeProposed, *, nonce: str, at: datetime
) -> int:
    """Propose that a binaan moves up, with its ladder as it stands now; give the proposal's number.

    Raises Wrong when nothing rose, nobody says why it is enough, or it was proposed before.
    """
    require_write(session)
    person = authorise(session, actor, Permission.PROPOSE_UPGRADES)
    require_typed(proposed)
    if done := submissions.claim(session, person, Action.PROPOSE_UPGRADE, nonce, at):
        return done.subject_id
    row = client_row(session, client_id, hold=True)
    steps, day = ladder_of(session, row), at.astimezone(JAKARTA).date()
    if problems := (*_open_problems(session, row), *proposal_problems(steps, proposed)):
        raise Wrong(problems)
    proposal = UpgradeProposalRow(
        client_id=row.id,
        reason=proposed.reason,
        basis=to_plain(steps),
        proposed_on=day,
        proposed_by_id=person.id,
        proposed_at=at,
    )
    session.add(proposal)
    session.flush()
    number = proposal.id
    submissions.settle(session, nonce, number)
    subject = Subject(SubjectKind.UPGRADE_PROPOSAL, number)
    after = {"client_id": row.id, "reason": proposed.reason, "basis": proposal.basis}
    audit.record(session, person, Action.PROPOSE_UPGRADE, subject, at, after=after)
    stand_anew(session, [client_id])
    return number


def decide_upgrade(
    session: Session, actor: Person, proposal_id: int, decision: UpgradeDecision, *, at: datetime
) -> None:
    """Record what the Kepala Dinas decides on a proposal; who proposed it never decides.

    A second press of the button changes nothing.
    """
    require_write(session)
    person = authorise(session, actor, Permission.DECIDE_UPGRADES)
    require_typed(decision)
    body = to_plain(decision)
    row = _held(session, proposal_id)
    if row.decision == body and row.decided_by_id == person.id:
        return
    if row.proposed_by_id == person.id:
        raise SelfApproval
    if row.decision is not None:
        told = "Usulan ini sudah diputuskan. Muat ulang untuk melihat keputusannya."
        raise Wrong((Problem("outcome", told),))
    if problems := decision_problems(decision, row.proposed_on, at.astimezone(JAKARTA).date()):
        raise Wrong(problems)
    row.outcome, row.decided_on, row.decision = decision.outcome, decision.on, body
    row.decided_by_id, row.decided_at = person.id, at
    client_id = row.client_id
    subject = Subject(SubjectKind.UPGRADE_PROPOSAL, row.id)
    audit.record(session, person, Action.DECIDE_UPGRADE, subject, at, after=body)
    stand_anew(session, [client_id])


def _open_problems(session: Session, row: ClientRow) -> Iterator[Problem]:
    if row.status != OPEN:
        yield Problem("client", "Pendampingan binaan ini sudah diakhiri, jadi tidak dapat diusulkan lagi.")
    for before in proposals_of(session, row.id):
        if before.decision is None:
            on = indonesian_date(before.proposed_on)
            told = (
                f"Binaan ini sudah diusulkan {before.proposed_by} pada {on}. "
                "Tunggu keputusan Kepala Dinas atas usulan itu."
            )
            yield Problem("client", told)
        elif before.decision.outcome is UpgradeOutcome.CONFIRMED:
            on = indonesian_date(before.decision.on)
            yield Problem("client", f"Binaan ini sudah ditetapkan naik kelas pada {on}.")


def _held(session: Session, proposal_id: int) -> UpgradeProposalRow:
    query = select(UpgradeProposalRow).where(UpgradeProposalRow.id == proposal_id)
    query = query.with_for_update(of=UpgradeProposalRow).execution_options(populate_existing=True)
    row = session.scalars(query).one_or_none()
    if row is None:
        raise NotFound("Usulan ini")
    return row
