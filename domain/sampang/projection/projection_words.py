"""What a projection rests on and what it finds, in sentences; each assumption says where it comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.dates import indonesian_date, indonesian_month, months_in_words
from domain.money import number, rupiah
from domain.regulation.sources import Citation
from domain.sampang.fund.interest_shares import Share
from domain.sampang.fund.position import REVOLVES
from domain.sampang.instruments import at
from domain.sampang.projection.projection import Projection, Served
from domain.sampang.projection.projection_known import Assumed, FundKnown
from domain.sampang.projection.projection_rates import (
    LEAST_LOAN_MONTHS,
    LEAST_LOANS,
    Behaviour,
    Chance,
    Delays,
    Entered,
    EnteredDelays,
    History,
    Seen,
)
from domain.sampang.projection.projection_start import MONTHS, LoanPlan, NewLending

NO_PROMISE: Final = "Perkiraan, bukan janji."
PLACES: Final[tuple[Citation, ...]] = (
    REVOLVES,
    at("III.6"),
    at("VIII.5.e", "tambahan bunga"),
    at("VIII.5.g", "sebelum pemohon baru mendapatkan giliran"),
    *(share.place for share in Share),
)
ALWAYS: Final = (
    "Hanya pokok yang bergulir; jasa disetor ke Kas Daerah dan dibagi menurut VIII.4. Modal tidak berubah.",
    "Antrean dilayani menurut urutannya; yang tidak cukup uangnya menahan yang di belakangnya. Pinjaman baru "
    "menunggu sampai antrean hari ini habis.",
    "Pinjaman macet tidak membayar lagi sejak satu angsuran, dan dari agunannya tidak ada yang kembali: "
    "kerugian yang terburuk.",
    "Yang terlambat membayar setiap angsuran sekian bulan sesudah temponya, tanpa denda.",
    "Aturan pinjaman baru tidak berubah selama sepuluh tahun.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """An assumption: its name, its value in words, and where it comes from."""

    name: str
    value: str
    source: str


def assumptions(assumed: Assumed, new: Sequence[NewLending], law: str) -> tuple[Told, ...]:
    """Every assumption of a projection, with the rows of the new loans by a law that is named."""
    known, how = assumed.known, assumed.how
    return (
        Told("Kas dana", rupiah(known.cash), f"jurnal, {indonesian_date(known.day)}"),
        *_of_running(known),
        _of_queue(known),
        *(_of_lending(one.a_month, one.plan, law) for one in new),
        Told("Macet", *_chance(how.default, known.history)),
        Told("Lunas sebelum waktunya", *_chance(how.settled, known.history)),
        Told("Terlambat", *_delays(how.delays, known.history)),
        Told("Batas bawah kas", rupiah(assumed.aims.floor), "isian Anda"),
        Told("Benih acak", str(assumed.aims.seed), "isian Anda; benih sama memberi jawaban sama"),
    )


def _of_running(known: FundKnown) -> Iterator[Told]:
    value = (
        f"{number(known.loans)} pinjaman, sisa pokok yang akan jatuh tempo {rupiah(sum(known.principal))}, "
        f"jasanya {rupiah(sum(known.interest))}"
    )
    yield Told("Pinjaman berjalan", value, "rencana angsuran masing-masing, dijumlah per bulan")
    yield Told(
        "Tidak dihitung",
        f"pokok lewat tempo {rupiah(known.overdue)} dan angsuran mendatang pinjaman macet "
        f"{rupiah(known.macet)}",
        "tidak ada yang tahu kapan masuknya",
    )


def _of_queue(known: FundKnown) -> Told:
    waiting = sum(one.amount for one in known.queue)
    value = (
        f"{number(len(known.queue))} berkas, {rupiah(waiting)}: {number(known.approved)} sudah ditetapkan, "
        f"{number(len(known.queue) - known.approved)} memenuhi syarat"
    )
    if known.beyond:
        value = f"{value}; {number(known.beyond)} berkas lagi tidak dihitung"
    return Told("Antrean", value, "penetapan Pokjanis, lalu urutan antreannya (VIII.5.g, IV.1, tanggal)")


def _of_lending(count: int, plan: LoanPlan, law: str) -> Told:
    grace = int((plan.principal == 0).sum())
    value = (
        f"{number(count)} sebulan, tiap {rupiah(plan.amount)}, {plan.tenor} bulan dengan tenggang {grace}, "
        f"jasa seluruhnya {rupiah(int(plan.interest.sum()))}"
    )
    return Told("Pinjaman baru", value, f"isian Anda; tenggang, jasa, dan cara hitung menurut {law}")


def _chance(chance: Chance | None, history: History | None) -> tuple[str, str]:
    if isinstance(chance, Entered):
        return f"{number(chance.of_thousand)} dari 1.000 pinjaman setahun", "isian Anda"
    if chance is None or history is None:
        return "belum diketahui: isi sendiri", _too_short(history)
    low, middle, high = (_a_year(one) for one in chance.between(0.9))
    value = f"{middle} dari 1.000 pinjaman setahun (90 %: {low} sampai {high})"
    return value, f"riwayat sendiri: {_seen(chance)} sampai {indonesian_date(history.until)}"


def _seen(chance: Seen) -> str:
    return f"{number(chance.cases)} kali dalam {number(chance.chances)} bulan-pinjaman"


def _a_year(monthly: float) -> str:
    """Of a thousand loans, how many in a year, with one decimal."""
    tenths = round(10_000 * (1 - (1 - monthly) ** 12))
    return f"{number(tenths // 10)},{tenths % 10}"


def _delays(delays: Delays | None, history: History | None) -> tuple[str, str]:
    if isinstance(delays, EnteredDelays):
        if not delays.of_hundred:
            return "semua membayar pada bulannya", "isian Anda"
        return (
            f"{delays.of_hundred} dari 100 pinjaman selalu terlambat {months_in_words(delays.months)}",
            "isian Anda",
        )
    if delays is None or history is None:
        return "belum diketahui: isi sendiri", _too_short(history)
    late = ", ".join(
        f"{number(count)} pinjaman {n} bulan" for n, count in enumerate(delays.counts) if n and count
    )
    on_time = number(delays.counts[0])
    value = f"{on_time} pinjaman tepat waktu" + (f"; terlambat: {late}" if late else "")
    return value, f"riwayat sendiri: pinjaman berjalan pada {indonesian_date(history.until)}"


def lacking_told(how: Behaviour) -> str:
    """What has to be entered before anything can be projected."""
    parts = (("macet", how.default), ("lunas awal", how.settled), ("terlambat", how.delays))
    lacking = [name for name, known in parts if known is None]
    return (
        f"Belum dapat dihitung: {', '.join(lacking)} belum diketahui, karena riwayat dana ini belum cukup "
        "panjang. Isi sendiri angkanya di atas; tidak ada angka bawaan."
    )


def _too_short(history: History | None) -> str:
    if history is None:
        return "belum ada berkas bank yang dibukukan (VII.8), jadi belum ada riwayat"
    return (
        f"riwayat baru {number(history.loan_months)} bulan-pinjaman dan {number(sum(history.behind))} "
        f"pinjaman berjalan; dipakai mulai {number(LEAST_LOAN_MONTHS)} dan {number(LEAST_LOANS)} "
        "(pilihan program)"
    )


def approximated(known: FundKnown) -> tuple[str, ...]:
    """What is not exact in it, and by how much at most."""
    months = sum(map(bool, known.principal))
    return (
        "Pinjaman baru dan antrean dihitung satu per satu menurut jadwalnya, sampai rupiah.",
        "Pinjaman berjalan dianggap sama besar: nilai tengahnya tepat, lebarnya mendekati. Pembulatan ke "
        f"bawah paling banyak {rupiah(3 * months)} seluruhnya.",
        "Tambahan jasa lunas awal atas pinjaman berjalan tidak dihitung; paling banyak "
        f"{rupiah(known.bound_of_surcharge)} selama sepuluh tahun.",
    )


def told_in_short(found: Projection, approved: int) -> tuple[str, ...]:
    """What it finds, the most asked first."""
    told = (queue_told(found, approved), floor_told(found), end_told(found), lost_told(found))
    return tuple(one for one in (*told, waiting_told(found)) if one)


def queue_told(found: Projection, approved: int) -> str:
    """When the queue of today is served, in a sentence."""
    if not found.queue:
        return "Hari ini tidak ada yang mengantre."
    last = found.queue[-1]
    told = f"Antrean hari ini ({number(len(found.queue))} berkas, {number(approved)} sudah ditetapkan)"
    if last.middle is None:
        return f"{told} kemungkinan besar belum habis dalam sepuluh tahun."
    return f"{told} kemungkinan habis {indonesian_month(last.middle)} ({_span(last)})."


def _span(served: Served) -> str:
    return f"90 %: {_month(served.early)} sampai {_month(served.late)}"


def _month(month: date | None) -> str:
    return "lewat sepuluh tahun" if month is None else indonesian_month(month)


def served_told(served: Served) -> str:
    """The month in which one of the queue is served, and between which months it lies."""
    if served.middle is None:
        return "belum dalam sepuluh tahun"
    if served.early == served.late:
        return indonesian_month(served.middle)
    return f"{indonesian_month(served.middle)} ({_span(served)})"


def floor_told(found: Projection) -> str:
    """How likely it is that the cash falls below the floor."""
    return (
        f"Peluang kas pernah di bawah {rupiah(found.floor)} pada akhir suatu bulan: "
        f"{percent(found.ever_below, found.paths)} dari {number(found.paths)} jalan; pada akhir "
        f"{indonesian_month(found.months[-1].month)}: {percent(found.months[-1].below, found.paths)}."
    )


def percent(part: int, whole: int) -> str:
    """A part in percent with one decimal; what is not all is never told as all, nor as none."""
    tenths = round(1000 * part / whole)
    tenths = min(max(tenths, int(part > 0)), 1000 - int(part < whole))
    return f"{tenths // 10},{tenths % 10} %"


def lost_told(found: Projection) -> str:
    """The principal that is lost in all."""
    low, middle, high = found.lost
    return (
        f"Pokok hilang dalam {MONTHS // 12} tahun: {rupiah(middle)} "
        f"(90 %: {rupiah(low)} sampai {rupiah(high)})."
    )


def end_told(found: Projection) -> str:
    """Where the cash is at the end."""
    last = found.months[-1]
    return (
        f"Kas akhir {indonesian_month(last.month)}: {rupiah(last.cash[2])} "
        f"(90 %: {rupiah(last.cash[0])} sampai {rupiah(last.cash[4])})."
    )


def waiting_told(found: Projection) -> str:
    """How many new loans are expected to wait at the end; blank where none does."""
    if not found.waiting:
        return ""
    return f"Pada akhirnya rata-rata {number(found.waiting)} pinjaman baru masih menunggu uang."
