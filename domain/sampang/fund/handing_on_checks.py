"""Why money cannot be handed on, given out, or taken back; each with its provision and what to do."""

from collections.abc import Iterator, Mapping

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import Entry
from domain.sampang.fund.interest_shares import Share
from domain.sampang.fund.made_of_entries import undone_amounts
from domain.sampang.fund.money_out import CostHandedOn, HandedOn, Remittance, SharePaid
from domain.sampang.hindrance import Hindrance
from domain.sampang.instruments import at

REMITTED_FIRST = at("VIII.4", "disetor ke Kas Pemerintah Daerah Kabupaten Sampang")
_PAID_FROM_THERE = at("VIII.4", "dari Kas Pemerintah Daerah Kabupaten Sampang dikeluarkan")
_BORROWERS_PAY = at("VIII.5.d", "peminjam dibebani biaya asuransi dan Notariil")


def hindrances_to_handing_on(given: HandedOn, available: int) -> tuple[Hindrance, ...]:
    """Why an amount cannot be handed on; `available` is what lay there since that day, in rupiah."""
    if given.amount <= available:
        return ()
    lay = rupiah(max(available, 0))
    on, wanted = indonesian_date(given.on), rupiah(given.amount)
    match given:
        case Remittance():
            told = (
                f"Jasa di Bank Jatim yang belum disetor per {on} hanya {lay}, sedangkan yang dicatat "
                f"{wanted}. Periksa jumlah dan tanggalnya, atau catat dahulu angsuran yang belum dibukukan."
            )
            return (Hindrance(told, REMITTED_FIRST),)
        case SharePaid():
            told = (
                f"Bagian {given.share.label} yang sudah disetor ke Kas Daerah dan belum dibayarkan per {on} "
                f"hanya {lay}, sedangkan yang dicatat {wanted}. Jasa disetor dahulu, baru dibayarkan dari "
                "Kas Daerah (O-22): catat setorannya dahulu, atau perbaiki jumlahnya."
            )
            return (Hindrance(told, _PAID_FROM_THERE),)
        case CostHandedOn():
            told = (
                f"Titipan peminjam untuk {given.cost.label} per {on} hanya {lay}, sedangkan yang dicatat "
                f"{wanted}. Periksa jumlah, tanggal, dan kepada siapa uangnya diteruskan."
            )
            return (Hindrance(told, _BORROWERS_PAY),)


def hindrances_to_undoing(entry: Entry, balances: Mapping[Account, int]) -> tuple[Hindrance, ...]:
    """Why a booking cannot be taken back: what it brought to the treasury was paid out of there since."""
    return tuple(_paid_since(undone_amounts(entry), balances))


def _paid_since(undone: Mapping[Account, int], balances: Mapping[Account, int]) -> Iterator[Hindrance]:
    for share in Share:
        lies, goes = balances.get(share.remitted, 0), -undone.get(share.remitted, 0)
        if goes > max(lies, 0):
            told = (
                f"Bagian {share.label} dari setoran ini sudah dibayarkan: di Kas Daerah tinggal "
                f"{rupiah(max(lies, 0))} dari {rupiah(goes)}. Balik dahulu pembayarannya."
            )
            yield Hindrance(told, _PAID_FROM_THERE)
