"""Moving up (Pasal 1 angka 13, 14): proposed by a Fasilitator, decided by the Kepala Dinas or withdrawn."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.blitar.caseload.ladders import ladder_of
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.month_counts import months_kept
from db.blitar.caseload.month_shares import Ground
from db.blitar.caseload.proposal_list import proposals_of
from db.blitar.caseload.reach import client_row
from db.blitar.caseload.standing import stand_anew
from db.blitar.trail import BlitarAction, BlitarSubject
from db.closings import close_proposal, is_pressed_again, require_not_closed
from db.limits import require_typed
from db.plain import to_plain
from db.refusals import NotFound, SelfApproval, Wrong
from db.tables import ClientRow, UpgradeProposalRow
from db.trail import Subject
from db.verbs import verb
from domain.blitar.caseload.upgrade import (
    UpgradeDecision,
    UpgradeOutcome,
    UpgradeProposed,
    decision_problems,
    proposal_problems,
)
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.closings import Closing, ClosingReason
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Person


def propose_upgrade(
    session: Session, actor: Person, client_id: int, proposed: UpgradeProposed, *, nonce: str, at: datetime
) -> int:
    """Propose that a binaan moves up, with its ladder as it stands now; give the proposal's number.

    Raises Wrong when nothing rose, nobody says why it is enough, or it was proposed before.
    """
    permission, action = BlitarPermission.PROPOSE_UPGRADES, BlitarAction.PROPOSE_UPGRADE
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_typed(proposed)
        row = client_row(session, client_id, hold=True)
        steps = ladder_of(session, row)
        if problems := (*_open_problems(session, row), *proposal_problems(steps, proposed)):
            raise Wrong(problems)
        proposal = UpgradeProposalRow(
            client_id=client_id,
            reason=proposed.reason,
            basis=to_plain(steps),
            proposed_on=act.day,
            proposed_by_id=act.person.id,
            proposed_at=at,
        )
        with months_kept(session, [client_id], Ground.STAGES):
            session.add(proposal)
            session.flush()
            stand_anew(session, [client_id])
        after = {"client_id": client_id, "reason": proposed.reason, "basis": proposal.basis}
        act.close(Subject(BlitarSubject.UPGRADE_PROPOSAL, proposal.id), after=after)
        return proposal.id


def decide_upgrade(
    session: Session, actor: Person, proposal_id: int, decision: UpgradeDecision, *, at: datetime
) -> None:
    """Record what the Kepala Dinas decides on a proposal; who proposed it never decides.

    A second press of the button changes nothing.
    """
    permission, action = BlitarPermission.DECIDE_UPGRADES, BlitarAction.DECIDE_UPGRADE
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        require_typed(decision)
        body = to_plain(decision)
        row = _held(session, proposal_id)
        if row.decision == body and row.decided_by_id == act.person.id:
            act.unchanged()
            return
        require_not_closed(row)
        if row.proposed_by_id == act.person.id:
            raise SelfApproval
        if row.decision is not None:
            told = "Usulan ini sudah diputuskan. Muat ulang untuk melihat keputusannya."
            raise Wrong((Problem("outcome", told),))
        if problems := decision_problems(decision, row.proposed_on, act.day):
            raise Wrong(problems)
        with months_kept(session, [row.client_id], Ground.STAGES):
            row.outcome, row.decided_on, row.decision = decision.outcome, decision.on, body
            row.decided_by_id, row.decided_at = act.person.id, at
            stand_anew(session, [row.client_id])
        act.close(Subject(BlitarSubject.UPGRADE_PROPOSAL, proposal_id), after=body)


def withdraw_upgrade(
    session: Session, actor: Person, proposal_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Take back one's own proposal that was not decided; the binaan may be proposed again.

    A second press of the button changes nothing.
    """
    permission, action = BlitarPermission.PROPOSE_UPGRADES, BlitarAction.WITHDRAW_UPGRADE
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        row = _held(session, proposal_id)
        if row.decision is not None:
            told = "Usulan ini sudah diputuskan, jadi tidak dapat ditarik. Baca keputusannya."
            raise Wrong((Problem("outcome", told),))
        if is_pressed_again(act, row, Closing.WITHDRAWN):
            return
        with months_kept(session, [row.client_id], Ground.STAGES):
            close_proposal(act, row, Closing.WITHDRAWN, why)
            row.outcome, row.decided_on = Closing.WITHDRAWN, act.day
            stand_anew(session, [row.client_id])
        subject, before = Subject(BlitarSubject.UPGRADE_PROPOSAL, proposal_id), {"reason": row.reason}
        act.close(subject, before=before, after={"closed": str(row.outcome), "reason": why.reason})


def _open_problems(session: Session, row: ClientRow) -> Iterator[Problem]:
    if row.status != OPEN:
        yield Problem("client", "Pendampingan binaan ini sudah diakhiri, jadi tidak dapat diusulkan lagi.")
    for before in proposals_of(session, row.id):
        if before.is_waiting:
            on = indonesian_date(before.proposed_on)
            told = (
                f"Binaan ini sudah diusulkan {before.proposed_by} pada {on}. "
                "Tunggu keputusan Kepala Dinas atas usulan itu."
            )
            yield Problem("client", told)
        elif before.decision is not None and before.decision.outcome is UpgradeOutcome.CONFIRMED:
            on = indonesian_date(before.decision.on)
            yield Problem("client", f"Binaan ini sudah ditetapkan naik kelas pada {on}.")


def _held(session: Session, proposal_id: int) -> UpgradeProposalRow:
    query = select(UpgradeProposalRow).where(UpgradeProposalRow.id == proposal_id)
    query = query.with_for_update(of=UpgradeProposalRow).execution_options(populate_existing=True)
    row = session.scalars(query).one_or_none()
    if row is None:
        raise NotFound("Usulan ini")
    return row
