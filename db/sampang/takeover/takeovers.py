"""Proposals to take older loans over, and what a loan's own agreement says, for screens."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, undefer

from db.access import authorise
from db.closings import closed_of
from db.plain import from_plain
from db.refusals import NotFound
from db.sampang.fund.ledger import FUND
from db.sampang.takeover.approving import takeover_of
from db.sampang.takeover.known_numbers import numbers_taken
from db.tables import FundRow, TakenOverLoanRow, TakeoverProposalRow
from domain.closings import Closed
from domain.identity import mask_number
from domain.problems import Problem
from domain.roles import Person
from domain.sampang.loan import Row
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.takeover.cut_off_sums import Sums, problems_of_cut_off
from domain.sampang.takeover.old_loans import AgreedTerms, OldLoan, OldPledge, PaidBefore, SignedBalance
from domain.sampang.takeover.own_plan import own_plan

_READERS = (SampangPermission.PROPOSE_TAKEOVER, SampangPermission.APPROVE_TAKEOVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedTakeover:
    """A proposal with its sums beside the signed trial balance; `approved_at` once it was taken over."""

    id: int
    cut_off: date
    file_name: str
    sums: Sums
    signed: SignedBalance
    reason: str
    by: str
    by_id: int
    at: datetime
    approved_by: str | None
    approved_at: datetime | None
    closed: Closed | None

    @property
    def waits(self) -> bool:
        """Whether somebody still has to approve or return it."""
        return self.approved_at is None and self.closed is None


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A loan's own agreement, what was paid until the cut-off day, and where its pledges lay then."""

    cut_off: date
    terms: AgreedTerms
    paid: PaidBefore
    plan: tuple[Row, ...]
    pledged: tuple[OldPledge, ...]
    proposed_by: str
    approved_by: str


def takeovers(session: Session, actor: Person) -> tuple[ProposedTakeover, ...]:
    """Every proposal, the newest first."""
    authorise(session, actor, SAMPANG, *_READERS)
    row = TakeoverProposalRow
    options = (joinedload(row.proposed_by), joinedload(row.approved_by), joinedload(row.closed_by))
    return tuple(_read(one) for one in session.scalars(select(row).options(*options).order_by(row.id.desc())))


def loans_of_takeover(session: Session, actor: Person, proposal_id: int) -> tuple[OldLoan, ...]:
    """The loans of a proposal, identity numbers masked; or raise NotFound."""
    authorise(session, actor, SAMPANG, *_READERS)
    row = session.get(TakeoverProposalRow, proposal_id, options=[undefer(TakeoverProposalRow.told)])
    if row is None:
        raise NotFound("Usulan pengambilalihan ini")
    return tuple(_masked(one) for one in takeover_of(row).loans)


def numbers_in_use(session: Session, actor: Person) -> Mapping[str, str]:
    """Each loan number that is taken, by its form (O-28), with where."""
    authorise(session, actor, SAMPANG, SampangPermission.PROPOSE_TAKEOVER)
    return numbers_taken(session)


def takeover_days(session: Session, actor: Person, cut_off: date, today: date) -> tuple[Problem, ...]:
    """Why balances of a day cannot be taken over; empty when they can."""
    authorise(session, actor, SAMPANG, SampangPermission.PROPOSE_TAKEOVER)
    fund = session.get_one(FundRow, FUND)
    return tuple(problems_of_cut_off(cut_off, today, fund.opened_on, fund.closed_until))


def taken_over_loan(session: Session, actor: Person, loan_id: int) -> TakenOver | None:
    """The own agreement of a loan that was taken over; None of one that this fund paid out in the product."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    row = session.get(TakenOverLoanRow, loan_id)
    if row is None:
        return None
    proposal, told = row.proposal, row.told
    terms = from_plain(AgreedTerms, told["terms"])
    return TakenOver(
        cut_off=proposal.cut_off,
        terms=terms,
        paid=from_plain(PaidBefore, told["paid"]),
        plan=own_plan(terms),
        pledged=tuple(from_plain(OldPledge, one) for one in told["pledged"]),
        proposed_by=proposal.proposed_by.name,
        approved_by=proposal.approved_by.name if proposal.approved_by else "",
    )


def _read(row: TakeoverProposalRow) -> ProposedTakeover:
    return ProposedTakeover(
        id=row.id,
        cut_off=row.cut_off,
        file_name=row.file_name,
        sums=Sums(row.loans, row.principal, row.interest_due, row.interest_left),
        signed=from_plain(SignedBalance, row.signed),
        reason=row.reason,
        by=row.proposed_by.name,
        by_id=row.proposed_by_id,
        at=row.proposed_at,
        approved_by=row.approved_by.name if row.approved_by else None,
        approved_at=row.approved_at,
        closed=closed_of(row),
    )


def _masked(loan: OldLoan) -> OldLoan:
    who = loan.applicant
    hidden = replace(
        who,
        nik=who.nik and mask_number(who.nik),
        npwp=who.npwp and mask_number(who.npwp),
        spouse_nik=who.spouse_nik and mask_number(who.spouse_nik),
    )
    return replace(loan, applicant=hidden)
