"""Proposals to move up as screens and papers read them: of one binaan, one of them, or a page of all."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased, joinedload

from db.access import authorise
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.reach import own_staff, require_own
from db.closings import closed_of
from db.plain import from_plain
from db.refusals import NotFound
from db.tables import ClientRow, UpgradeProposalRow
from domain.blitar.caseload.progress import GoalStep
from domain.blitar.caseload.proposal import Proposal
from domain.blitar.caseload.upgrade import UpgradeDecision, UpgradeOutcome
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.roles import Person

PAGE_SIZE: Final = 10
_Query = Select[UpgradeProposalRow]


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One page of proposals, and how many there are on all pages."""

    rows: tuple[Proposal, ...]
    total: int


def proposals(
    session: Session, actor: Person, *, decided: bool, page: int = 1, page_size: int = PAGE_SIZE
) -> ProposalPage:
    """Those that wait, the oldest first, or those decided or withdrawn, the newest first.

    A Pendamping sees those of their own binaan.
    """
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    row = UpgradeProposalRow
    query = select(row).where(row.outcome.is_not(None) if decided else row.outcome.is_(None))
    if (own := own_staff(session, person)) is not None:
        query = query.join(ClientRow, ClientRow.id == row.client_id).where(ClientRow.mentor_id.in_(own))
    total = session.scalar(query.with_only_columns(func.count())) or 0
    order = (row.decided_on.desc(), row.id.desc()) if decided else (row.proposed_on, row.id)
    query = query.order_by(*order).limit(page_size).offset((page - 1) * page_size)
    return ProposalPage(_read_all(session, query), total)


def declined_proposals(
    session: Session, actor: Person, *, page: int = 1, page_size: int = PAGE_SIZE
) -> ProposalPage:
    """What the actor proposed and the Kepala Dinas did not confirm, until the binaan is proposed again."""
    person = authorise(session, actor, BLITAR, BlitarPermission.PROPOSE_UPGRADES)
    row = UpgradeProposalRow
    query = _declined(person).order_by(row.decided_on.desc(), row.id.desc())
    query = query.limit(page_size).offset((page - 1) * page_size)
    return ProposalPage(_read_all(session, query), declined_count(session, person))


def declined_count(session: Session, person: Person) -> int:
    """How many these are; for who has asked who may."""
    query = _declined(person).with_only_columns(func.count())
    return session.scalar(query) or 0


def _declined(person: Person) -> _Query:
    row, later = UpgradeProposalRow, aliased(UpgradeProposalRow)
    followed = select(later.id).where(later.client_id == row.client_id, later.id > row.id).exists()
    mine = (row.proposed_by_id == person.id, row.outcome == UpgradeOutcome.DECLINED, ~followed)
    still_open = select(ClientRow.id).where(ClientRow.id == row.client_id, ClientRow.status == OPEN).exists()
    return select(row).where(*mine, still_open)


def proposal(session: Session, actor: Person, proposal_id: int) -> Proposal:
    """One proposal with its ladder, as its paper tells it; raises NotFound."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    row = session.get(UpgradeProposalRow, proposal_id)
    if row is None:
        raise NotFound("Usulan ini")
    require_own(session, person, row.client.mentor_id, BlitarPermission.HAND_OVER_CLIENTS)
    return _read(row)


def proposals_of(session: Session, client_id: int) -> tuple[Proposal, ...]:
    """The proposals of one binaan, the newest first; for the verbs, which have asked who may."""
    query = select(UpgradeProposalRow).where(UpgradeProposalRow.client_id == client_id)
    return _read_all(session, query.order_by(UpgradeProposalRow.id.desc()))


def confirmed_between(session: Session, actor: Person, first: date, last: date) -> dict[SubjectKind, int]:
    """How many binaan of each kind were confirmed within days, both included."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    row = UpgradeProposalRow
    query = (
        select(ClientRow.kind, func.count(row.client_id.distinct()))
        .join(ClientRow, ClientRow.id == row.client_id)
        .where(row.outcome == UpgradeOutcome.CONFIRMED, row.decided_on.between(first, last))
        .group_by(ClientRow.kind)
    )
    return {SubjectKind(kind): count for kind, count in session.execute(query)}


def _read_all(session: Session, query: _Query) -> tuple[Proposal, ...]:
    query = query.options(
        joinedload(UpgradeProposalRow.client).joinedload(ClientRow.mentor),
        joinedload(UpgradeProposalRow.proposed_by),
        joinedload(UpgradeProposalRow.decided_by),
        joinedload(UpgradeProposalRow.closed_by),
    )
    return tuple(_read(row) for row in session.scalars(query))


def _read(row: UpgradeProposalRow) -> Proposal:
    client = row.client
    return Proposal(
        id=row.id,
        client_id=client.id,
        client_number=client.number,
        client_name=client.name,
        kind=SubjectKind(client.kind),
        district_code=client.district_code,
        mentor=client.mentor.name if client.mentor else "",
        reason=row.reason,
        basis=tuple(from_plain(GoalStep, step) for step in row.basis),
        proposed_on=row.proposed_on,
        proposed_by=row.proposed_by.name,
        proposed_by_id=row.proposed_by_id,
        decision=None if row.decision is None else from_plain(UpgradeDecision, row.decision),
        decided_by=row.decided_by.name if row.decided_by else "",
        decided_at=row.decided_at,
        closed=closed_of(row),
    )
