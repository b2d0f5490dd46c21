"""Verbs before older loans are taken over: one person proposes them; they are returned or taken back.

Nothing is booked before somebody else approves (`approving.py`). What is closed may be proposed anew.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.closings import close_proposal, is_pressed_again
from db.limits import require_typed, require_whole
from db.plain import to_plain
from db.refusals import NotFound, Refused, Wrong
from db.sampang.fund.ledger import held_fund
from db.sampang.origination.advancing import require_free
from db.sampang.takeover.known_numbers import numbers_taken, problems_of_numbers
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import FundRow, TakeoverProposalRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.closings import Closing, ClosingReason
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Person
from domain.sampang.bank_file.near_loans import number_form
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.takeover.cut_off_sums import explained, problems_of_cut_off, sums_of
from domain.sampang.takeover.old_checks import problems_of
from domain.sampang.takeover.old_loans import MOST_LOANS, Takeover


class AlreadyTakenOver(Refused):
    """A proposal was approved before, so its loans are in the books."""

    def __init__(self, row: TakeoverProposalRow) -> None:
        by = row.approved_by.name if row.approved_by else ""
        super().__init__(
            f"Usulan ini sudah disetujui oleh {by}: {row.loans} pinjaman sudah diambil alih per "
            f"{indonesian_date(row.cut_off)}."
        )


def propose_takeover(session: Session, actor: Person, takeover: Takeover, *, nonce: str, at: datetime) -> int:
    """Propose older loans to be taken over as of a cut-off day; gives the number of the proposal.

    Raises Wrong with every problem of the loans, of a number that is taken, and of the day; Hindered for a
    difference to the signed trial balance that nobody explained.
    """
    permission, action = SampangPermission.PROPOSE_TAKEOVER, SampangAction.PROPOSE_TAKEOVER
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        fund = held_fund(session)
        require_typed(replace(takeover, loans=()))
        require_whole(takeover.signed)
        require_right(act, fund, takeover)
        sums = sums_of(takeover.loans, takeover.cut_off)
        require_free(explained(takeover, sums))
        row = TakeoverProposalRow(
            reason=takeover.reason,
            cut_off=takeover.cut_off,
            file_name=takeover.file_name,
            numbers={"forms": [number_form(loan.number) for loan in takeover.loans]},
            told={"loans": to_plain(takeover.loans)},
            loans=sums.loans,
            principal=sums.principal,
            interest_due=sums.interest_due,
            interest_left=sums.interest_left,
            signed=to_plain(takeover.signed),
            proposed_by_id=act.person.id,
            proposed_at=at,
        )
        session.add(row)
        session.flush()
        act.close(subject_of(row), after={**to_plain(sums), **_told(row)})
        return row.id


def return_takeover(
    session: Session, actor: Person, proposal_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Return somebody else's proposal with a reason: nothing is booked. A second press changes nothing."""
    permission, action = SampangPermission.APPROVE_TAKEOVER, SampangAction.RETURN_TAKEOVER
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        _close(act, proposal_id, Closing.RETURNED, why)


def withdraw_takeover(
    session: Session, actor: Person, proposal_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Take back one's own proposal that nobody approved. A second press changes nothing."""
    permission, action = SampangPermission.PROPOSE_TAKEOVER, SampangAction.WITHDRAW_TAKEOVER
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        _close(act, proposal_id, Closing.WITHDRAWN, why)


def require_right(act: Act, fund: FundRow, takeover: Takeover, *, of: int | None = None) -> None:
    """Raise Wrong with every problem; `of` is the waiting proposal whose own numbers are no duplicates."""
    found = list(problems_of_cut_off(takeover.cut_off, act.day, fund.opened_on, fund.closed_until))
    if not 0 < len(takeover.loans) <= MOST_LOANS:
        found.append(Problem("loans", f"Satu usulan memuat 1 sampai {MOST_LOANS} pinjaman."))
    numbers = [loan.number for loan in takeover.loans]
    taken = numbers_taken(act.session, but=of)
    for place, told in problems_of_numbers(numbers, taken, takeover.cut_off):
        found.append(Problem(f"loans.{place}.number", told))
    for place, loan in enumerate(takeover.loans):
        for problem in problems_of(loan, takeover.cut_off):
            told = f"Pinjaman ke-{place + 1}: {problem.sentence}"
            found.append(Problem(f"loans.{place}.{problem.field}", told))
    if found:
        raise Wrong(found)


def held_proposal(session: Session, proposal_id: int) -> TakeoverProposalRow:
    """The proposal, held with the fund against other writers; or raise NotFound."""
    held_fund(session)
    query = select(TakeoverProposalRow).where(TakeoverProposalRow.id == proposal_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Usulan pengambilalihan ini")
    return row


def subject_of(row: TakeoverProposalRow) -> Subject:
    """The proposal as the subject of a line in the trail."""
    return Subject(SampangSubject.TAKEOVER, row.id)


def _close(act: Act, proposal_id: int, how: Closing, why: ClosingReason) -> None:
    row = held_proposal(act.session, proposal_id)
    if row.approved_at is not None:
        raise AlreadyTakenOver(row)
    if is_pressed_again(act, row, how):
        return
    close_proposal(act, row, how, why)
    act.close(
        subject_of(row), before={"reason": row.reason}, after={"closed": str(how), "reason": why.reason}
    )


def _told(row: TakeoverProposalRow) -> dict[str, object]:
    told = {"cut_off": row.cut_off.isoformat(), "file": row.file_name, "reason": row.reason}
    return {**told, "signed": row.signed}
