"""Slips of money that was handed on, and decrees about capital, that were recorded before."""

from collections.abc import Iterator

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from db.sampang.fund.ledger import amounts_of
from db.tables import CapitalProposalRow, JournalEntryRow
from domain.again import Earlier, same_sign
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.money_out import (
    CapitalChange,
    CapitalMove,
    CostHandedOn,
    HandedOn,
    Remittance,
    SharePaid,
    about,
    slip_of,
)


def same_fund_slip(session: Session, given: HandedOn) -> tuple[Earlier, ...]:
    """The bookings of the same slip, day and amount for the same; the fund must be held.

    A booking that was taken back no longer counts.
    """
    return tuple(_earlier_bookings(session, given))


def same_decree(session: Session, given: CapitalChange) -> tuple[Earlier, ...]:
    """The changes of the capital by the same decree, of the same amount and kind; the fund must be held.

    One that was returned, withdrawn or taken back no longer counts.
    """
    row = CapitalProposalRow
    query = (
        select(row)
        .where(row.move == given.move, row.amount == given.amount, row.closed_at.is_(None))
        .where(row.entry_id.is_(None) | row.entry_id.not_in(_taken_back()))
        .order_by(row.id)
        .options(joinedload(row.proposed_by))
    )
    return tuple(_earlier_change(one) for one in session.scalars(query) if _alike(one.decree, given.decree))


def _kind_of(given: HandedOn) -> EntryKind:
    match given:
        case Remittance():
            return EntryKind.REMITTANCE
        case SharePaid():
            return EntryKind.SHARE_PAYOUT
        case CostHandedOn():
            return EntryKind.COST_HANDED_ON


def _taken_back() -> Select[int | None]:
    row = JournalEntryRow
    return select(row.reverses_id).where(row.reverses_id.is_not(None))


def _earlier_bookings(session: Session, given: HandedOn) -> Iterator[Earlier]:
    row = JournalEntryRow
    query = (
        select(row)
        .where(row.value_on == given.on)
        .where(row.kind == _kind_of(given))
        .where(row.id.not_in(_taken_back()))
        .order_by(row.id)
        .options(joinedload(row.by))
    )
    for one in session.scalars(query):
        slip = slip_of(one.memo, given)
        if slip is not None and _alike(slip, given.reference) and _amount(one) == given.amount:
            told = (
                f"{about(given)} {rupiah(given.amount)}, {indonesian_date(given.on)}, bukti {slip}, sudah "
                f"dibukukan dengan nomor jurnal {one.id}"
            )
            yield Earlier(told, one.by.name, one.at)


def _earlier_change(row: CapitalProposalRow) -> Earlier:
    how = "menunggu persetujuan" if row.entry_id is None else f"dibukukan dengan nomor jurnal {row.entry_id}"
    told = (
        f"Modal {CapitalMove(row.move).label.lower()} {rupiah(row.amount)} menurut {row.decree}, "
        f"{indonesian_date(row.on)}, {how}"
    )
    return Earlier(told, row.proposed_by.name, row.proposed_at)


def _alike(one: str, other: str) -> bool:
    return same_sign(one, other) or one.strip() == other.strip()


def _amount(row: JournalEntryRow) -> int:
    return sum(amount for amount in amounts_of(row).values() if amount > 0)
