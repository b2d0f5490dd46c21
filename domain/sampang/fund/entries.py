"""Entries of the fund's books; one that does not balance cannot be made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.labelled import Labelled
from domain.sampang.costs import InterestSplit
from domain.sampang.fund.accounts import Account

_PAYMENT_OF: Final = "Angsuran"


class EntryKind(Labelled):
    """What an entry is about."""

    OPENING = "opening", "Saldo awal"
    DISBURSEMENT = "disbursement", "Pencairan"
    PAYMENT = "payment", "Angsuran masuk"
    REVERSAL = "reversal", "Pembalikan"


@dataclass(frozen=True, slots=True)
class Entry:
    """One balanced booking: signed rupiah by account, debit positive; nothing is zero, all sum to zero."""

    kind: EntryKind
    on: date
    memo: str
    amounts: Mapping[Account, int]

    def __post_init__(self) -> None:
        if len(self.amounts) < 2 or 0 in self.amounts.values():
            raise ValueError("an entry moves something between two accounts or more")
        if sum(self.amounts.values()) != 0:
            raise ValueError(f"this entry does not balance: {sum(self.amounts.values())} is left over")


def opening(amount: int, on: date, decree: str) -> Entry:
    """The fund's capital as it stands in the Pokjanis' account on the first day (VIII.1.a)."""
    _positive(amount)
    return Entry(
        EntryKind.OPENING, on, f"Saldo awal, {decree}", {Account.FUND_CASH: amount, Account.CAPITAL: -amount}
    )


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
    """What a borrower pays: principal revolves into the fund, interest is held by its shares (VIII.4)."""
    interest = split.revenue + split.agency + split.bank
    if principal < 0 or min(split.revenue, split.agency, split.bank) < 0:
        raise ValueError("a payment is never negative")
    _positive(principal + interest)
    amounts = {
        Account.FUND_CASH: principal,
        Account.LOANS: -principal,
        Account.INTEREST_CASH: interest,
        Account.DUE_TO_REVENUE: -split.revenue,
        Account.DUE_TO_AGENCY: -split.agency,
        Account.DUE_TO_BANK: -split.bank,
    }
    return Entry(EntryKind.PAYMENT, on, memo, _without_zeros(amounts))


def payment_memo(number: str, reference: str) -> str:
    """What a payment's booking says: the number of the loan's file, and of the slip."""
    return f"{_PAYMENT_OF} {number}, {reference}"


def reference_in(memo: str, number: str) -> str:
    """The number of the slip out of what a payment's booking says."""
    return memo.removeprefix(payment_memo(number, ""))


def reversal(of: Entry, on: date, reason: str) -> Entry:
    """The entry that takes another back, amount by amount."""
    undone = {account: -amount for account, amount in of.amounts.items()}
    return Entry(EntryKind.REVERSAL, on, f"Pembalikan: {of.memo}. {reason}", undone)


def _without_zeros(amounts: Mapping[Account, int]) -> dict[Account, int]:
    return {account: amount for account, amount in amounts.items() if amount}


def _positive(amount: int) -> None:
    if amount <= 0:
        raise ValueError("an entry moves more than nothing")
