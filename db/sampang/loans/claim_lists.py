"""Write-offs as screens list them: what waits, what was returned, and the claims that stay (VIII.5.i)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.closings import closed_of
from db.sampang.loans.write_offs import asked_of
from db.tables import InstalmentRow, JournalEntryRow, LoanProgressRow, LoanRow, WriteOffProposalRow
from domain.closings import Closed
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.write_off import Claim, WriteOffAsked

LARGEST_PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOff:
    """One proposal of a loan: the decree, the principal, who proposed and approved it, how it ended.

    `entry_id` is its booking once another person approved it.
    """

    id: int
    loan_id: int
    application_id: int
    number: str
    name: str
    asked: WriteOffAsked
    principal: int
    proposed_by: str
    proposed_by_id: int
    proposed_at: datetime
    approved_by: str
    entry_id: int | None
    closed: Closed | None

    @property
    def waits(self) -> bool:
        """Whether nobody has approved or closed it yet."""
        return self.entry_id is None and self.closed is None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim that stays, and whose it is."""

    loan_id: int
    application_id: int
    number: str
    name: str
    district_code: str | None
    claim: Claim


def write_offs_of(session: Session, actor: Person, loan_id: int) -> tuple[WriteOff, ...]:
    """Every proposal about one loan, the newest first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    table = WriteOffProposalRow
    query = _asked(table.loan_id == loan_id).order_by(table.id.desc())
    return tuple(map(_told, session.scalars(query)))


def waiting_write_offs(session: Session, actor: Person) -> tuple[WriteOff, ...]:
    """What waits for a second person, the oldest first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    table = WriteOffProposalRow
    waits = _asked(table.closed_at.is_(None), table.entry_id.is_(None)).order_by(table.id)
    return tuple(map(_told, session.scalars(waits)))


def claim_on(session: Session, actor: Person, loan_id: int) -> Claim | None:
    """The claim of a loan that was written off; None where it stands in the books."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    found = _claims(session, [loan_id])
    return found[0].claim if found else None


def claims(
    session: Session, actor: Person, *, page: int = 1, page_size: int = 25
) -> tuple[tuple[ClaimLine, ...], int]:
    """One page of the claims that stay, the largest principal first, and how many there are."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    if page < 1 or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"pages start at 1 and hold 1 to {LARGEST_PAGE} rows")
    kept = LoanProgressRow
    written_off = select(kept.loan_id).where(kept.written_off > 0)
    total = session.scalar(select(func.count()).select_from(written_off.subquery())) or 0
    ordered = written_off.order_by(kept.written_off.desc(), kept.loan_id)
    page_of_it = ordered.limit(page_size).offset((page - 1) * page_size)
    return _claims(session, list(session.scalars(page_of_it))), total


def claims_of(session: Session, loan_ids: Collection[int]) -> Mapping[int, Claim]:
    """The claims of those among some loans that were written off, for those who have asked who may."""
    return {one.loan_id: one.claim for one in _claims(session, loan_ids)} if loan_ids else {}


def _claims(session: Session, loan_ids: Collection[int]) -> tuple[ClaimLine, ...]:
    kept, table, entry = LoanProgressRow, WriteOffProposalRow, JournalEntryRow
    query = (
        select(table, kept.written_off, kept.recovered, kept.interest_paid, entry.on)
        .join(kept, kept.loan_id == table.loan_id)
        .join(entry, entry.id == table.entry_id)
        .where(table.loan_id.in_(loan_ids), kept.written_off > 0)
        .order_by(kept.written_off.desc(), table.loan_id, table.id)
        .options(joinedload(table.loan).joinedload(LoanRow.application))
    )
    interest, found = _interest(session, loan_ids), {}
    for row, written_off, recovered, paid, on in session.execute(query):
        claim = Claim(
            principal=written_off,
            interest=interest[row.loan_id] - paid,
            recovered=recovered,
            since=on,
            decree=row.decree,
            decreed_on=row.decreed_on,
        )
        file = row.loan.application
        # The newest of a loan counts: one that was taken back stands before it.
        found[row.loan_id] = ClaimLine(
            row.loan_id, file.id, file.number, file.name, file.district_code, claim
        )
    return tuple(found.values())


def _interest(session: Session, loan_ids: Collection[int]) -> Mapping[int, int]:
    """All interest of each plan, in rupiah."""
    plan = InstalmentRow
    query = select(plan.loan_id, func.sum(plan.interest)).where(plan.loan_id.in_(loan_ids))
    return {number: int(amount) for number, amount in session.execute(query.group_by(plan.loan_id))}


def _asked(*chosen: ColumnElement[bool]) -> Select[WriteOffProposalRow]:
    table = WriteOffProposalRow
    people = (table.proposed_by, table.approved_by, table.closed_by)
    of_loan = joinedload(table.loan).joinedload(LoanRow.application)
    return select(table).where(*chosen).options(of_loan, *map(joinedload, people))


def _told(row: WriteOffProposalRow) -> WriteOff:
    file = row.loan.application
    return WriteOff(
        id=row.id,
        loan_id=row.loan_id,
        application_id=file.id,
        number=file.number,
        name=file.name,
        asked=asked_of(row),
        principal=row.principal,
        proposed_by=row.proposed_by.name,
        proposed_by_id=row.proposed_by_id,
        proposed_at=row.proposed_at,
        approved_by=row.approved_by.name if row.approved_by else "",
        entry_id=row.entry_id,
        closed=closed_of(row),
    )
