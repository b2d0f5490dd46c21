"""What settles a loan of the books by what was paid, how long that amount holds, and what is said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Final

from domain.dates import indonesian_date, monthly
from domain.labelled import Labelled
from domain.money import rupiah
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.regulation.sources import Citation
from domain.sampang.application import LARGEST_AMOUNT
from domain.sampang.fund.loan_course import money_from
from domain.sampang.fund.repayment import Laid
from domain.sampang.instruments import PERBUP_20_2015, at
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.settlement import (
    Bracket,
    EarlySettlement,
    anniversaries,
    brackets_on,
    settled_by,
)
from domain.typed import Count, Day, Line, Prose, Rupiah

SETTLING: Final[Citation] = at("VIII.5.e", "melunasi")
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurchargeRuling:
    """How many months of interest a person rules for a loan older than the regulation, and on what (O-17)."""

    months: Annotated[int | None, Count("Tambahan jasa menurut putusan", unit="bulan", largest=12)] = None
    reason: Annotated[str, Prose("Dasar putusan", longest=1_000)] = ""


NO_RULING: Final = SurchargeRuling()


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementAsked:
    """On which day a loan is to be settled, until when the amount is to hold, a ruling for an old loan."""

    on: Annotated[date, Day("Tanggal pelunasan")]
    until: Annotated[date | None, Day("Berlaku sampai")] = None
    ruling: SurchargeRuling = NO_RULING


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementReceived:
    """What came in to settle a loan, in rupiah, on which day, and the slip that shows it."""

    amount: Annotated[int, Rupiah("Jumlah yang masuk", least=1, largest=2 * LARGEST_AMOUNT)]
    on: Annotated[date, Day("Tanggal masuk")]
    reference: Annotated[str, Line("Nomor bukti setor")]


@dataclass(frozen=True, slots=True)
class SettlementQuote:
    """What settles a loan, and on which days that is the amount; any booking of the loan ends it (O-18)."""

    settled: EarlySettlement
    since: date
    until: date
    ruling: SurchargeRuling = NO_RULING
    leap_day: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the amount is right on a day, as long as nothing is booked."""
        return self.since <= day <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteIssued:
    """A quote as it is asked for, with the number and day of its paper."""

    asked: SettlementAsked
    numbered: PaperNumber


class QuoteState(Labelled):
    """What has become of a quote that went out; the value is stable, the label is for people."""

    HOLDS = "holds", "Berlaku"
    COMING = "coming", "Belum mulai berlaku"
    EXPIRED = "expired", "Lewat waktu"
    OUT_OF_DATE = "out_of_date", "Batal: ada pembukuan sesudahnya"
    SETTLED = "settled", "Dipakai melunasi"
    TAKEN_BACK = "taken_back", "Pelunasannya dibalik"


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One line of a quote: what it is, rupiah, and where it rests."""

    label: str
    amount: int
    place: Citation
    reading: str = ""

    @property
    def rests_on(self) -> str:
        """The provision, and the reading where one decides."""
        return f"{self.place.short}, tafsir {self.reading}" if self.reading else self.place.short


def quote_for(
    laid: Sequence[Laid],
    disbursed_on: date,
    asked: SettlementAsked,
    rules: LawInForce,
    *,
    last_money: date | None = None,
    taken_over_on: date | None = None,
    due_day: int | None = None,
) -> SettlementQuote | Problem:
    """The quote of a loan of the books for a day, or a sentence about what is in the way.

    `rules` is the law that the loan stands under, `last_money` the newest day on which money came for it, or
    its end or write-off was taken back. Of a loan that was taken over, `laid` are the rows of its own
    agreement, and `due_day` the day of the month on which it falls due, where that is a day of its own.
    """
    known_from = money_from(disbursed_on, taken_over_on)
    first = max(known_from, last_money or known_from)
    if asked.on < first:
        return Problem("on", _too_early(first, disbursed_on, known_from))
    if all(one.is_paid for one in laid):
        return Problem("", "Pinjaman ini sudah lunas, jadi tidak ada yang perlu dilunasi lagi.")
    found = _settled(laid, disbursed_on, asked, rules)
    if isinstance(found, Problem):
        return found
    since, latest = _days_of(laid, disbursed_on, asked.on, rules, due_day or disbursed_on.day)
    if asked.until is not None and not asked.on <= asked.until <= latest:
        return Problem(
            "until",
            f"Jumlahnya hanya tetap sampai {indonesian_date(latest)} (tafsir O-18); pilih tanggal dari "
            f"{indonesian_date(asked.on)} sampai hari itu, atau kosongkan.",
        )
    ends = asked.until or latest
    if is_older(disbursed_on):
        return SettlementQuote(found, max(since, first), ends, asked.ruling)
    return SettlementQuote(found, max(since, first), ends, leap_day=_leap_day(disbursed_on, asked.on, rules))


def is_older(disbursed_on: date) -> bool:
    """Whether a loan went out before the regulation, so that its surcharge is a ruling (O-17)."""
    return disbursed_on < PERBUP_20_2015.in_force_since


def lines_of(quote: SettlementQuote) -> Iterator[QuoteLine]:
    """What is paid, line by line; together they are the total."""
    found = quote.settled
    yield QuoteLine("Sisa pokok", found.principal, at("VIII.5.e", "sisa pokok pinjaman"))
    yield QuoteLine("Jasa yang sudah jatuh tempo", found.interest_due, at("VIII.4"), "S-43")
    bracket = found.bracket
    if bracket is None:
        yield QuoteLine(
            "Tambahan jasa: tidak ada, angsuran terakhir sudah jatuh tempo", 0, found.place, "O-04"
        )
        return
    label = f"Tambahan jasa {bracket.months} bulan × {rupiah(found.month_interest)}"
    ruled = quote.ruling.months is not None
    yield QuoteLine(f"{label}{', menurut putusan' if ruled else ''}", found.surcharge, found.place,
                    "O-17" if ruled else "S-43")  # fmt: skip
    if found.credit:
        yield QuoteLine("Dikurangi jasa yang sudah dibayar di muka", -found.credit, found.place, "O-03")


def remarks_on(quote: SettlementQuote) -> Iterator[str]:
    """What is to be known beside the amounts, sentence by sentence."""
    found = quote.settled
    if found.costs_more_than_going_on:
        yield (
            f"Melunasi sekarang lebih mahal {rupiah(found.loss)} daripada meneruskan angsuran sampai akhir "
            f"({rupiah(found.going_on)})."
        )
    if found.alternative_total is not None:
        yield (
            f"Tepat pada hari ulang tahun pinjaman: dengan {found.alternative_months} bulan tambahan "
            f"jumlahnya {rupiah(found.alternative_total)} (tafsir S-43)."
        )
    if quote.leap_day is not None and found.bracket is not None:
        yield (
            f"Pinjaman cair 29 Februari, jadi genap umurnya pada {indonesian_date(quote.leap_day)}; pada 28 "
            f"Februari yang berlaku masih {found.bracket.months} bulan tambahan jasa (tafsir S-23)."
        )
    if found.ahead > found.credit:
        yield (
            f"Jasa yang sudah dibayar di muka {rupiah(found.ahead)}; yang lebih dari tambahan jasa tidak "
            "dikembalikan (tafsir O-03)."
        )
    if quote.ruling.months is not None:
        yield f"Pinjaman ini lebih tua daripada {PERBUP_20_2015.name}. Dasar putusan: {quote.ruling.reason}"


def _settled(
    laid: Sequence[Laid], disbursed_on: date, asked: SettlementAsked, rules: LawInForce
) -> EarlySettlement | Problem:
    coming = any(one.row.due_on > asked.on for one in laid)
    if not coming:
        return settled_by(laid, asked.on, None)
    if not is_older(disbursed_on):
        return settled_by(laid, asked.on, *brackets_on(asked.on, disbursed_on, rules))
    if asked.ruling.months is None or not asked.ruling.reason.strip():
        since = indonesian_date(PERBUP_20_2015.in_force_since)
        return Problem(
            "ruling.months",
            f"Pinjaman ini cair sebelum {PERBUP_20_2015.name} berlaku ({since}), jadi VIII.5.e tidak berlaku "
            "dengan sendirinya (tafsir O-17). Isi berapa bulan tambahan jasanya menurut perjanjian atau "
            "putusan, 0 bila tidak ada, beserta dasarnya.",
        )
    return settled_by(laid, asked.on, Bracket(asked.ruling.months, None, None))


def _days_of(
    laid: Sequence[Laid], start: date, day: date, rules: LawInForce, due_day: int
) -> tuple[date, date]:
    """The first and the last day on which the amounts of a day are the same."""
    past = [one.row.due_on for one in laid if one.row.due_on <= day]
    coming = [one.row.due_on for one in laid if one.row.due_on > day]
    upcoming = coming[0] if coming else _next_monthly(past[-1], due_day, day)
    first, last = [start, *past[-1:]], [upcoming - _DAY]
    if coming and not is_older(start):
        one_year, two_years = anniversaries(start, rules)
        for begins in (one_year, two_years + _DAY):
            (first if begins <= day else last).append(begins if begins <= day else begins - _DAY)
    return max(first), min(last)


def _next_monthly(last: date, due_day: int, day: date) -> date:
    """After the last due day the months go on as before, though nothing falls due (O-02)."""
    months = 0
    while monthly(last, months, due_day) <= day:
        months += 1
    return monthly(last, months, due_day)


def _leap_day(start: date, day: date, rules: LawInForce) -> date | None:
    """The anniversary on 1 March of a loan of 29 February, on the 28 February before it."""
    if (start.month, start.day) != (2, 29) or (day.month, day.day) != (2, 28):
        return None
    return next((one for one in anniversaries(start, rules) if one == day + _DAY), None)


def _too_early(first: date, disbursed_on: date, known_from: date) -> str:
    because = "hari uang terakhir masuk, atau pelunasan atau hapus bukunya dibalik"
    if first == known_from:
        because = "hari pencairan" if first == disbursed_on else "hari sesudah saldo yang diambil alih"
    return f"Tanggal pelunasan paling awal {indonesian_date(first)}, {because}. Pilih tanggal sejak hari itu."
