"""Amounts by account as two columns, debit and credit, and whether the columns agree."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.sampang.fund.accounts import Account


@dataclass(frozen=True, slots=True)
class Line:
    """One account with its rupiah in one of two columns; None in the other."""

    account: Account
    debit: int | None
    credit: int | None


@dataclass(frozen=True, slots=True)
class TrialBalance:
    """The lines, and the sums of both columns in rupiah."""

    lines: tuple[Line, ...]
    debit: int
    credit: int

    @property
    def agrees(self) -> bool:
        """Whether both columns come to the same."""
        return self.debit == self.credit


def trial_balance(amounts: Mapping[Account, int]) -> TrialBalance:
    """Signed rupiah by account as two columns, debits first; an account at zero has neither."""
    ordered = sorted(amounts, key=lambda account: (amounts[account] < 0, list(Account).index(account)))
    lines = tuple(_line(account, amounts[account]) for account in ordered)
    return TrialBalance(
        lines,
        sum(line.debit or 0 for line in lines),
        sum(line.credit or 0 for line in lines),
    )


def _line(account: Account, amount: int) -> Line:
    return Line(account, amount if amount > 0 else None, -amount if amount < 0 else None)
