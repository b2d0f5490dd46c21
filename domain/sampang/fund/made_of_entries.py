"""Entries that are made of others: the same on another day, and one that takes another back."""

from dataclasses import replace
from datetime import date
from typing import Final

from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import Entry, EntryKind, reversal_memo

# What is handed on, or put in and taken out by a decree: recorded without a loan, and taken back whole.
WITHOUT_A_LOAN: Final = (
    EntryKind.REMITTANCE,
    EntryKind.SHARE_PAYOUT,
    EntryKind.COST_HANDED_ON,
    EntryKind.CAPITAL_ADDED,
    EntryKind.CAPITAL_WITHDRAWN,
)


def booked_from(day: date, entry: Entry) -> Entry:
    """The same entry booked on another day; the day on which the money came or went stays."""
    return entry if day == entry.on else replace(entry, on=day, value_on=entry.counts_on)


def undone(of: Entry, on: date, reason: str) -> Entry:
    """The entry that takes back what was handed on or changed the capital, amount by amount."""
    if of.kind not in WITHOUT_A_LOAN:
        raise ValueError(f"a {of.kind} is not undone so")
    return Entry(EntryKind.UNDONE, on, reversal_memo(of.memo, reason), undone_amounts(of))


def undone_amounts(of: Entry) -> dict[Account, int]:
    """What taking an entry back moves on each account, in signed rupiah."""
    return {account: -amount for account, amount in of.amounts.items()}
