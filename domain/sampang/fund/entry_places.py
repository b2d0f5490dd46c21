"""The provision that each kind of booking rests on."""

from typing import Final

from domain.regulation.sources import Citation
from domain.sampang.fund.entries import EntryKind
from domain.sampang.instruments import at

_PLACES: Final = {
    EntryKind.OPENING: at("VIII.1.a", "pinjaman dana yang berasal dari DAU"),
    EntryKind.TAKEN_OVER: at("VIII.1.c", "dibukukan dalam bentuk hutang"),
    EntryKind.DISBURSEMENT: at("VIII.2.d", "dipindah bukukan ke masing-masing rekening"),
    EntryKind.REMITTANCE: at("VIII.4", "disetor ke Kas Pemerintah Daerah Kabupaten Sampang"),
    EntryKind.SHARE_PAYOUT: at("VIII.4", "dari Kas Pemerintah Daerah Kabupaten Sampang dikeluarkan"),
    EntryKind.COST_HANDED_ON: at("VIII.5.d", "peminjam dibebani biaya asuransi dan Notariil"),
    EntryKind.WRITE_OFF: at("VIII.5.i", "tidak dapat mengajukan keringanan"),
    EntryKind.CAPITAL_ADDED: at("VIII.1.a", "pinjaman dana yang berasal dari DAU"),
    EntryKind.CAPITAL_WITHDRAWN: at("VIII.1.a", "pinjaman dana yang berasal dari DAU"),
}
_PAYING_BACK: Final = at("VIII.5.a", "Pengembalian pinjaman ditampung ke rekening Tim Pokjanis")


def place_of(kind: EntryKind) -> Citation:
    """The provision behind a booking: of money of a loan, and of what is taken back, that on paying back."""
    return _PLACES.get(kind, _PAYING_BACK)
