"""Money that leaves the fund's accounts but for loans, as people write it down, and its booking.

Interest goes to the regency's treasury and its shares are paid out of there (VIII.4, O-22); what borrowers
paid for insurer, notary and BPN is handed on (VIII.5.d, VII.10); capital changes by a decree (VIII.1.a).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from domain.labelled import Labelled
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import Entry, EntryKind
from domain.sampang.fund.interest_shares import Share
from domain.sampang.fund.money_in import LARGEST_FUND
from domain.typed import Day, Line, OneOf, Prose, Rupiah

_LARGEST: Final = LARGEST_FUND


class Cost(Labelled):
    """For whom a borrower paid something besides the loan (VIII.5.d)."""

    INSURANCE = "insurance", "Asuransi"
    NOTARY = "notary", "Notaris"
    LAND_CHECK = "land_check", "BPN"

    @property
    def payable(self) -> Account:
        """The account of what is still to be handed on."""
        return _PAYABLE[self]


_PAYABLE: Final = {
    Cost.INSURANCE: Account.INSURANCE_PAYABLE,
    Cost.NOTARY: Account.NOTARY_PAYABLE,
    Cost.LAND_CHECK: Account.LAND_CHECK_PAYABLE,
}


class CapitalMove(Labelled):
    """Which way the fund's capital changes."""

    ADDED = "added", "Ditambah"
    WITHDRAWN = "withdrawn", "Ditarik"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remittance:
    """Interest that went from the bank to the regency's treasury, in rupiah, with its slip."""

    amount: Annotated[int, Rupiah("Jumlah yang disetor", least=1, largest=_LARGEST)]
    on: Annotated[date, Day("Tanggal setor")]
    reference: Annotated[str, Line("Nomor bukti setor (STS)")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePaid:
    """A share of the interest that was paid out of the treasury, or recorded as revenue, in rupiah."""

    share: Annotated[Share, OneOf("Bagian")]
    amount: Annotated[int, Rupiah("Jumlah yang dibayarkan", least=1, largest=_LARGEST)]
    on: Annotated[date, Day("Tanggal pembayaran")]
    reference: Annotated[str, Line("Nomor SP2D atau bukti")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CostHandedOn:
    """What borrowers had paid for insurer, notary or BPN and was handed on to them, in rupiah."""

    cost: Annotated[Cost, OneOf("Kepada")]
    amount: Annotated[int, Rupiah("Jumlah yang diteruskan", least=1, largest=_LARGEST)]
    on: Annotated[date, Day("Tanggal diteruskan")]
    reference: Annotated[str, Line("Nomor kuitansi atau bukti")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CapitalChange:
    """Capital that the regency adds to the fund or takes out of it, in rupiah, with its decree."""

    move: Annotated[CapitalMove, OneOf("Modal")]
    amount: Annotated[int, Rupiah("Jumlah modal", least=1, largest=_LARGEST)]
    on: Annotated[date, Day("Tanggal di rekening")]
    decree: Annotated[str, Line("Nomor keputusan")]
    reason: Annotated[str, Prose("Keterangan", longest=1_000)]


HandedOn = Remittance | SharePaid | CostHandedOn


def remittance(given: Remittance, parts: Mapping[Share, int]) -> Entry:
    """Interest out of the bank into the treasury, where it lies by its shares."""
    amounts = {share.remitted: part for share, part in parts.items()}
    return _entry(EntryKind.REMITTANCE, given, {**amounts, Account.INTEREST_CASH: -given.amount})


def share_payout(given: SharePaid) -> Entry:
    """A share out of the treasury to whom it is for."""
    amounts = {given.share.due: given.amount, given.share.remitted: -given.amount}
    return _entry(EntryKind.SHARE_PAYOUT, given, amounts)


def cost_handed_on(given: CostHandedOn) -> Entry:
    """What borrowers paid, out of the bank to insurer, notary or BPN."""
    amounts = {given.cost.payable: given.amount, Account.COSTS_CASH: -given.amount}
    return _entry(EntryKind.COST_HANDED_ON, given, amounts)


def capital_change(given: CapitalChange) -> Entry:
    """Capital into the fund's account, or out of it."""
    is_added = given.move is CapitalMove.ADDED
    amount = given.amount if is_added else -given.amount
    kind = EntryKind.CAPITAL_ADDED if is_added else EntryKind.CAPITAL_WITHDRAWN
    amounts = {Account.FUND_CASH: amount, Account.CAPITAL: -amount}
    return Entry(kind, given.on, f"{kind.label}, {given.decree}", amounts)


def about(given: HandedOn) -> str:
    """What the booking is about, without the number of its slip."""
    match given:
        case Remittance():
            return EntryKind.REMITTANCE.label
        case SharePaid():
            return f"{EntryKind.SHARE_PAYOUT.label}: {given.share.label}"
        case CostHandedOn():
            return f"{EntryKind.COST_HANDED_ON.label}: {given.cost.label}"


def slip_of(memo: str, given: HandedOn) -> str | None:
    """The number of the slip out of what a booking of the same says; None for one about something else."""
    start = f"{about(given)}, "
    return memo.removeprefix(start) if memo.startswith(start) else None


def _entry(kind: EntryKind, given: HandedOn, amounts: Mapping[Account, int]) -> Entry:
    return Entry(kind, given.on, f"{about(given)}, {given.reference}", amounts)
