"""When an amount can be lent again, told in sentences: both answers, why, and what would change them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Final

from domain.dates import indonesian_date, indonesian_month, months_in_words
from domain.money import rupiah
from domain.regulation.sources import Citation
from domain.sampang.fund.over_time import OBSERVED_MONTHS, FundOverTime, Reach
from domain.sampang.fund.position import REVOLVES
from domain.sampang.instruments import at

PLACES: Final[tuple[Citation, ...]] = (
    REVOLVES,
    at("VIII.5.a", "Pengembalian pinjaman ditampung ke rekening Tim Pokjanis"),
    at("VI.2.b", "ditetapkan setelah diadakan kesepakatan oleh Tim Pokjanis"),
)
ASSUMED: Final = (
    "Hanya pokok yang bergulir; jasa disetor ke Kas Daerah (VIII.4).",
    "Yang sudah ditetapkan Pokjanis dan belum cair dihitung terikat sampai habis.",
    "Pokok yang sudah lewat jatuh tempo tidak dihitung: tidak ada yang tahu kapan masuknya.",
    "Tidak ada pinjaman baru sesudah hari ini, dan modal tidak berubah.",
    "Tingkat tertagih dianggap sama pada setiap bulan.",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """When an amount is free, by the plan and by the observed rate, and what would change it."""

    by_plan: str
    by_rate: str
    changed_by: tuple[str, ...]


def answer(found: FundOverTime, amount: int) -> Answer:
    """Both answers for an amount in rupiah."""
    return Answer(
        _reach(found.by_plan(amount), found),
        _reach(found.by_rate(amount), found),
        tuple(_changes(found, amount)),
    )


def balance_told(found: FundOverTime) -> str:
    """What is free today with the small sum that makes it, and what is overdue besides."""
    return (
        f"Bebas {indonesian_date(found.day)}: kas {rupiah(found.cash)} − terikat "
        f"{rupiah(found.committed)} = {rupiah(found.free)}. Pokok lewat jatuh tempo "
        f"{rupiah(found.overdue)}, tidak dihitung."
    )


def rate_told(found: FundOverTime) -> str:
    """The observed rate with its source, or why there is none."""
    observed = found.observed
    if observed is None and found.bank_data_until is not None:
        return (
            "Tingkat tertagih belum dapat diketahui: belum ada satu bulan utuh dengan data bank sejak "
            "pinjaman lama diambil alih (tafsir O-21)."
        )
    if observed is None:
        return (
            "Tingkat tertagih belum dapat diketahui: belum ada berkas bank yang dibukukan (VII.8), jadi "
            "pokok yang belum tercatat tidak berarti belum dibayar."
        )
    span = f"{indonesian_month(observed.first)}-{indonesian_month(observed.last)}"
    if observed.rate is None:
        return f"Tingkat tertagih belum dapat diketahui: tidak ada pokok yang jatuh tempo {span}."
    until = indonesian_date(found.bank_data_until) if found.bank_data_until else ""
    since = "" if observed.months == OBSERVED_MONTHS else ", sejak pinjaman lama diambil alih"
    return (
        f"Tingkat tertagih {percent(observed.rate)}: dari pokok {rupiah(observed.due)} yang jatuh tempo "
        f"{span} ({observed.months} bulan terakhir yang datanya utuh{since}), sampai kini masuk "
        f"{rupiah(observed.received)}. Data bank sampai dengan {until}."
    )


def percent(rate: Fraction) -> str:
    """A rate in percent with one decimal, rounded down so that it never tells more than came in."""
    tenths = floor(rate * 1000)
    return f"{tenths // 10},{tenths % 10} %"


def _reach(reach: Reach, found: FundOverTime) -> str:
    if not reach.is_known:
        return "belum dapat diketahui"
    if reach.is_now:
        return "sekarang"
    if reach.month is not None:
        return f"akhir {indonesian_month(reach.month)} ({_away(found.day, reach.month)})"
    if not found.known_months:
        return "tidak tercapai: tidak ada pokok yang masih akan jatuh tempo"
    months, last = months_in_words(found.known_months), indonesian_month(max(found.coming))
    return f"tidak tercapai dalam {months}, sampai angsuran terakhir {last}"


def _away(day: date, month: date) -> str:
    months = (month.year - day.year) * 12 + month.month - day.month
    return "bulan ini" if months == 0 else f"{months_in_words(months)} lagi"


def _changes(found: FundOverTime, amount: int) -> Iterator[str]:
    if amount <= found.free:
        return
    if found.overdue > 0:
        paid = found.with_overdue()
        yield (
            f"Bila seluruh pokok yang lewat jatuh tempo ({rupiah(found.overdue)}) masuk: menurut rencana "
            f"{_reach(paid.by_plan(amount), paid)}; pada tingkat tertagih "
            f"{_reach(paid.by_rate(amount), paid)}."
        )
    needed = found.needed_rate(amount)
    if needed is not None:
        yield (
            f"Agar tercapai sebelum angsuran terakhir, paling sedikit {_at_least(needed)} dari pokok yang "
            "akan jatuh tempo harus masuk."
        )
    if found.committed:
        yield (
            f"Bila yang terikat ({rupiah(found.committed)}) batal dicairkan, bebas bertambah sebesar itu; "
            "setiap penetapan baru menguranginya."
        )
    else:
        yield "Setiap penetapan baru mengurangi yang bebas; tambahan modal menambahnya."


def _at_least(rate: Fraction) -> str:
    tenths = ceil(rate * 1000)
    return f"{tenths // 10},{tenths % 10} %"
