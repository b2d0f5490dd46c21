"""Requests to take a booking back, as screens list them: those that wait, and those that were closed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased, joinedload

from db.access import authorise
from db.closings import closed_of
from db.sampang.fund.ledger import amounts_of
from db.sampang.loans.settled_loans import surcharges_of
from db.tables import JournalEntryRow, ReversalProposalRow
from domain.closings import Closed, Closing
from domain.roles import Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

_EITHER = (SampangPermission.RECORD_PAYMENTS, SampangPermission.REVERSE_PAYMENTS)


@dataclass(frozen=True, slots=True)
class AskedReversal:
    """A booking that somebody asks to have reversed; `closed` once it was returned or withdrawn."""

    id: int
    entry_id: int
    memo: str
    on: date
    amount: int
    reason: str
    proposed_by: str
    proposed_by_id: int
    proposed_at: datetime
    closed: Closed | None = None


def waiting_reversals(session: Session, actor: Person) -> tuple[AskedReversal, ...]:
    """What waits for a second person, the oldest first."""
    authorise(session, actor, SAMPANG, *_EITHER)
    table = ReversalProposalRow
    query = _asked().where(table.approved_at.is_(None), table.closed_at.is_(None)).order_by(table.id)
    return _read_all(session, query)


def closed_reversals(session: Session, actor: Person, *, most: int = 20) -> tuple[AskedReversal, ...]:
    """What was returned or withdrawn, what was closed last first."""
    authorise(session, actor, SAMPANG, *_EITHER)
    return _read_all(session, _closed().limit(most))


def returned_reversals(session: Session, actor: Person) -> tuple[AskedReversal, ...]:
    """What was returned to the actor, as long as nobody has asked for the same booking again."""
    person = authorise(session, actor, SAMPANG, *_EITHER)
    table, later = ReversalProposalRow, aliased(ReversalProposalRow)
    followed = select(later.id).where(later.entry_id == table.entry_id, later.id > table.id).exists()
    mine = (table.proposed_by_id == person.id, table.closed_how == Closing.RETURNED)
    return _read_all(session, _closed().where(*mine, ~followed))


def _closed() -> Select[ReversalProposalRow]:
    table = ReversalProposalRow
    return _asked().where(table.closed_at.is_not(None)).order_by(table.closed_at.desc(), table.id.desc())


def _asked() -> Select[ReversalProposalRow]:
    return select(ReversalProposalRow).options(
        joinedload(ReversalProposalRow.entry).selectinload(JournalEntryRow.postings),
        joinedload(ReversalProposalRow.proposed_by),
        joinedload(ReversalProposalRow.closed_by),
    )


def _read_all(session: Session, query: Select[ReversalProposalRow]) -> tuple[AskedReversal, ...]:
    rows = session.scalars(query).all()
    added = surcharges_of(session, [row.entry_id for row in rows])
    return tuple(_read(row, added) for row in rows)


def _read(row: ReversalProposalRow, added: Mapping[int, int]) -> AskedReversal:
    return AskedReversal(
        id=row.id,
        entry_id=row.entry_id,
        memo=row.entry.memo,
        on=row.entry.on,
        amount=_amount(row.entry) + added.get(row.entry_id, 0),
        reason=row.reason,
        proposed_by=row.proposed_by.name,
        proposed_by_id=row.proposed_by_id,
        proposed_at=row.proposed_at,
        closed=closed_of(row),
    )


def _amount(row: JournalEntryRow) -> int:
    amounts = amounts_of(row)
    if row.kind != EntryKind.PAYMENT:
        return sum(amount for amount in amounts.values() if amount > 0)
    return amounts.get(Account.FUND_CASH, 0) + amounts.get(Account.INTEREST_CASH, 0)
