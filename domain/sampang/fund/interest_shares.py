"""The interest of the fund by the three that it is for (VIII.4): what came in, was remitted, was paid out.

The whole running total is split, never a payment by itself, so that odd rupiah do not add up to more than
one anywhere (O-08). What an opening balance brings in is kept apart from that total.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from domain.labelled import Labelled
from domain.regulation.law_in_force import LawInForce
from domain.regulation.sources import Citation
from domain.sampang.costs import InterestSplit, split_interest
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.instruments import at


class Share(Labelled):
    """Whom a part of the interest is for, in the order in which a tie is settled."""

    REVENUE = "revenue", "PAD"
    AGENCY = "agency", "Pembinaan oleh Dinas"
    BANK = "bank", "Bank Jatim"

    @property
    def place(self) -> Citation:
        """The provision that gives the share."""
        return _PLACES[self]

    @property
    def due(self) -> Account:
        """The account of what it is still to get."""
        return _DUE[self]

    @property
    def remitted(self) -> Account:
        """The account of what lies for it in the regency's treasury."""
        return _REMITTED[self]


_PLACES: Final = {
    Share.REVENUE: at("VIII.4.a", "dibukukan sebagai Pendapatan Asli Daerah"),
    Share.AGENCY: at("VIII.4.c", "Jasa Pembinaan, Honor Fasilitator dan biaya lainnya"),
    Share.BANK: at("VIII.4.b", "dibayarkan kepada Bank Jatim"),
}
_DUE: Final = {
    Share.REVENUE: Account.DUE_TO_REVENUE,
    Share.AGENCY: Account.DUE_TO_AGENCY,
    Share.BANK: Account.DUE_TO_BANK,
}
_REMITTED: Final = {
    Share.REVENUE: Account.REMITTED_REVENUE,
    Share.AGENCY: Account.REMITTED_AGENCY,
    Share.BANK: Account.REMITTED_BANK,
}
NOTHING_YET: Final = InterestSplit(0, 0, 0)
_PAID_OUT: Final = (EntryKind.SHARE_PAYOUT, EntryKind.UNDONE)
# Every kind of booking in which interest of borrowers comes in or is taken back.
OF_INTEREST: Final = tuple(kind for kind in EntryKind if kind not in (*_PAID_OUT, EntryKind.OPENING))
SHARE_ACCOUNTS: Final = (*_DUE.values(), *_REMITTED.values())

Moved = Mapping[tuple[Account, EntryKind], int]


def rise_of_shares(so_far: InterestSplit, amount: int, rules: LawInForce) -> InterestSplit:
    """What each share rises by when interest comes in, or falls by when an amount below zero is taken back.

    Afterwards the shares are those of the whole total by largest remainder, whatever they were before.
    """
    if not amount:
        return NOTHING_YET
    return split_interest(so_far.total + amount, rules) - so_far


def received_shares(moved: Moved) -> InterestSplit:
    """The shares of everything that came in since the opening, by what the bookings moved."""
    return InterestSplit(*(-_on(moved, share.due, OF_INTEREST) for share in Share))


@dataclass(frozen=True, slots=True)
class Holding:
    """One share in rupiah: what came in for it, what was remitted to the treasury, what was paid out."""

    share: Share
    opening: int
    received: int
    remitted: int
    paid: int

    @property
    def held(self) -> int:
        """What still lies in the bank; below zero when interest was taken back after it was remitted."""
        return self.opening + self.received - self.remitted

    @property
    def payable(self) -> int:
        """What lies in the treasury and can be paid out."""
        return self.remitted - self.paid

    @property
    def left(self) -> int:
        """What is still to be paid out, remitted or not."""
        return self.opening + self.received - self.paid


def holdings_of(moved: Moved) -> tuple[Holding, ...]:
    """The three shares, by what each kind of booking moved on their accounts."""
    return tuple(_holding(share, moved) for share in Share)


def _holding(share: Share, moved: Moved) -> Holding:
    paid = _on(moved, share.due, _PAID_OUT)
    return Holding(
        share,
        opening=-_on(moved, share.due, (EntryKind.OPENING,)),
        received=-_on(moved, share.due, OF_INTEREST),
        remitted=_on(moved, share.remitted, tuple(EntryKind)) + paid,
        paid=paid,
    )


def _on(moved: Moved, account: Account, kinds: tuple[EntryKind, ...]) -> int:
    return sum(moved.get((account, kind), 0) for kind in kinds)


def remitted_parts(holdings: tuple[Holding, ...], amount: int) -> Mapping[Share, int]:
    """Which part of a remittance is of which share: in the proportion in which they lie in the bank.

    By largest remainder, a tie in the order of the shares; never more of one than lies there. ValueError
    for more than all of it.
    """
    held = {one.share: max(one.held, 0) for one in holdings}
    whole = sum(held.values())
    if not 0 < amount <= whole:
        raise ValueError("no more is remitted than lies in the bank")
    parts = {share: amount * part // whole for share, part in held.items()}
    rests = sorted(held, key=lambda share: -(amount * held[share] % whole))
    for share in rests[: amount - sum(parts.values())]:
        parts[share] += 1
    return dict(_without_nothing(parts))


def _without_nothing(parts: Mapping[Share, int]) -> Iterator[tuple[Share, int]]:
    return ((share, part) for share, part in parts.items() if part)
