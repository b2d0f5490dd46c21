"""Entries of the fund's books; one that does not balance cannot be made."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.labelled import Labelled
from domain.sampang.costs import InterestSplit
from domain.sampang.fund.accounts import Account

_PAYMENT_OF: Final = "Angsuran"
_SETTLEMENT_OF: Final = "Pelunasan"
_RECOVERY_OF: Final = "Tagihan hapus buku"


class EntryKind(Labelled):
    """What an entry is about."""

    OPENING = "opening", "Saldo awal"
    TAKEN_OVER = "taken_over", "Saldo awal pinjaman"
    DISBURSEMENT = "disbursement", "Pencairan"
    PAYMENT = "payment", "Angsuran masuk"
    REVERSAL = "reversal", "Pembalikan"
    REALLOCATION = "reallocation", "Penataan pokok dan jasa"
    SETTLEMENT = "settlement", "Pelunasan dipercepat"
    SURCHARGE = "surcharge", "Tambahan jasa pelunasan"
    REMITTANCE = "remittance", "Setoran jasa ke Kas Daerah"
    SHARE_PAYOUT = "share_payout", "Pembayaran bagian jasa"
    COST_HANDED_ON = "cost_handed_on", "Biaya peminjam diteruskan"
    CAPITAL_ADDED = "capital_added", "Modal ditambah"
    CAPITAL_WITHDRAWN = "capital_withdrawn", "Modal ditarik"
    WRITE_OFF = "write_off", "Hapus buku piutang"
    RECOVERY = "recovery", "Uang masuk atas tagihan hapus buku"
    UNDONE = "undone", "Pembalikan setoran, bayaran, atau modal"


# Of a loan, every kind that tells what came in for it by its plan; the surcharge of VIII.5.e comes on top.
OF_PAYING: Final = (EntryKind.PAYMENT, EntryKind.REVERSAL, EntryKind.REALLOCATION, EntryKind.SETTLEMENT)
# Of a loan whose principal the regency wrote off: the claim stays, and what comes in for it is capital.
OF_CLAIM: Final = (EntryKind.WRITE_OFF, EntryKind.RECOVERY)
# What one person can ask to have taken back.
REVERSIBLE: Final = (EntryKind.PAYMENT, EntryKind.SETTLEMENT, *OF_CLAIM)


@dataclass(frozen=True, slots=True)
class Entry:
    """One balanced booking: signed rupiah by account, debit positive; nothing is zero, all sum to zero.

    `value_on` is the day on which the money came, where it is booked on a later one; `released` the interest
    of coming instalments that a settlement lets fall, below zero when it is taken back.
    """

    kind: EntryKind
    on: date
    memo: str
    amounts: Mapping[Account, int]
    value_on: date | None = None
    released: int = 0

    def __post_init__(self) -> None:
        if len(self.amounts) < 2 or 0 in self.amounts.values():
            raise ValueError("an entry moves something between two accounts or more")
        if sum(self.amounts.values()) != 0:
            raise ValueError(f"this entry does not balance: {sum(self.amounts.values())} is left over")

    @property
    def counts_on(self) -> date:
        """The day from which a loan counts the money (S-68)."""
        return self.value_on or self.on


def opening(amount: int, on: date, decree: str) -> Entry:
    """The fund's capital as it stands in the Pokjanis' account on the first day (VIII.1.a)."""
    _positive(amount)
    return Entry(
        EntryKind.OPENING, on, f"Saldo awal, {decree}", {Account.FUND_CASH: amount, Account.CAPITAL: -amount}
    )


def taken_over(principal: int, on: date, number: str) -> Entry:
    """The principal that was left of an older loan on the cut-off day: it is capital that is lent (O-21)."""
    _positive(principal)
    memo = f"{EntryKind.TAKEN_OVER.label} {number}"
    return Entry(EntryKind.TAKEN_OVER, on, memo, {Account.LOANS: principal, Account.CAPITAL: -principal})


def disbursement(
    principal: int, on: date, memo: str, *, insurance: int, notary: int, land_check: int
) -> Entry:
    """A loan paid out of the fund, and what the borrower pays besides (VIII.2.d, VIII.5.d).

    The costs come from the borrower and are held for insurer, notary and BPN: they never touch the fund.
    """
    _positive(principal)
    if min(insurance, notary, land_check) < 0:
        raise ValueError("a cost is never negative")
    costs = insurance + notary + land_check
    amounts = {
        Account.LOANS: principal,
        Account.FUND_CASH: -principal,
        Account.COSTS_CASH: costs,
        Account.INSURANCE_PAYABLE: -insurance,
        Account.NOTARY_PAYABLE: -notary,
        Account.LAND_CHECK_PAYABLE: -land_check,
    }
    return Entry(EntryKind.DISBURSEMENT, on, memo, _without_zeros(amounts))


def payment(principal: int, split: InterestSplit, on: date, memo: str) -> Entry:
    """What a borrower pays: principal revolves into the fund, interest is held by its shares (VIII.4).

    A share can fall by an odd rupiah that it had too much (O-08); all interest together cannot.
    """
    if principal < 0 or split.total < 0:
        raise ValueError("a payment is never negative")
    _positive(principal + split.total)
    return _of_loan(EntryKind.PAYMENT, principal, split, on, memo)


def taking_back(principal: int, split: InterestSplit, on: date, memo: str) -> Entry:
    """What is taken back of a loan's money, in rupiah below zero: the parts that were laid last."""
    if principal + split.total >= 0:
        raise ValueError("what is taken back is below zero")
    return _of_loan(EntryKind.REVERSAL, principal, split, on, memo)


def reallocation(split: InterestSplit, on: date, memo: str) -> Entry:
    """Principal of a day that becomes interest, or the other way, because money before it changed (O-14)."""
    return _of_loan(EntryKind.REALLOCATION, -split.total, split, on, memo)


def settlement(principal: int, split: InterestSplit, released: int, on: date, memo: str) -> Entry:
    """All principal that is left and the interest due, which end a loan before its plan does (VIII.5.e).

    Everything is below zero where a settlement is taken back.
    """
    way = 1 if principal > 0 else -1
    if not principal or min(way * split.total, way * released) < 0:
        raise ValueError("a settlement brings principal, and its parts go one way")
    return replace(_of_loan(EntryKind.SETTLEMENT, principal, split, on, memo), released=released)


def surcharge(split: InterestSplit, on: date, memo: str) -> Entry:
    """The interest that a settlement adds (VIII.5.e), shared like all interest (O-07); or takes back."""
    return _of_loan(EntryKind.SURCHARGE, 0, split, on, memo)


def write_off(principal: int, on: date, memo: str) -> Entry:
    """Principal that the regency's own decree takes off the loans and the capital; below zero, back again."""
    return Entry(EntryKind.WRITE_OFF, on, memo, {Account.CAPITAL: principal, Account.LOANS: -principal})


def recovery(amount: int, on: date, memo: str) -> Entry:
    """Money for a claim that was written off: it is capital again; below zero where it is taken back."""
    return Entry(EntryKind.RECOVERY, on, memo, {Account.FUND_CASH: amount, Account.CAPITAL: -amount})


def _of_loan(kind: EntryKind, principal: int, split: InterestSplit, on: date, memo: str) -> Entry:
    amounts = {
        Account.FUND_CASH: principal,
        Account.LOANS: -principal,
        Account.INTEREST_CASH: split.total,
        Account.DUE_TO_REVENUE: -split.revenue,
        Account.DUE_TO_AGENCY: -split.agency,
        Account.DUE_TO_BANK: -split.bank,
    }
    return Entry(kind, on, memo, _without_zeros(amounts))


def payment_memo(number: str, reference: str) -> str:
    """What a payment's booking says: the number of the loan's file, and of the slip."""
    return f"{_PAYMENT_OF} {number}, {reference}"


def settlement_memo(number: str, reference: str) -> str:
    """What a settlement's booking says: the number of the loan's file, and of the slip."""
    return f"{_SETTLEMENT_OF} {number}, {reference}"


def surcharge_memo(number: str, months: int) -> str:
    """What the booking of a surcharge says: the number of the loan's file, and for how many months."""
    return f"{EntryKind.SURCHARGE.label} {number}, {months} bulan (VIII.5.e)"


def write_off_memo(number: str, decree: str) -> str:
    """What the booking of a write-off says: the number of the loan's file, and of the decree."""
    return f"{EntryKind.WRITE_OFF.label} {number}, {decree}"


def recovery_memo(number: str, reference: str) -> str:
    """What the booking of money for a written-off claim says: the loan's file, and the slip."""
    return f"{_RECOVERY_OF} {number}, {reference}"


def reference_in(memo: str, number: str) -> str:
    """The number of the slip out of what the booking of money of a loan says."""
    for told in (payment_memo, settlement_memo, recovery_memo):
        memo = memo.removeprefix(told(number, ""))
    return memo


def reversal_memo(of: str, reason: str) -> str:
    """What the booking says that takes another back."""
    return f"Pembalikan: {of}. {reason}"


def _without_zeros(amounts: Mapping[Account, int]) -> dict[Account, int]:
    return {account: amount for account, amount in amounts.items() if amount}


def _positive(amount: int) -> None:
    if amount <= 0:
        raise ValueError("an entry moves more than nothing")
