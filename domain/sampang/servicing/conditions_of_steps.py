"""The conditions of each step of collecting, as reasons (IX.1, IX.2, IX.3, VII.5, O-09 to O-13)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Parameter
from domain.regulation.sources import Citation
from domain.sampang import parameters as law
from domain.sampang.fund.loan_course import Course
from domain.sampang.fund.repayment import Owed
from domain.sampang.servicing.arrears import Arrears
from domain.sampang.servicing.collecting import (
    DEFAULT_KINDS,
    DEFAULTED,
    HANDING_OVER,
    RED_LIST,
    TOGETHER,
    WARNING_KINDS,
    WARNINGS,
    Collected,
    Letter,
)
from domain.sampang.servicing.quality import Quality, class_limits
from domain.sampang.servicing.reasons import Reason
from domain.sampang.servicing.time_behind import TimeBehind

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Behind:
    """A loan that is behind on the day on which months are counted, and what was done about it."""

    course: Course
    counted_on: date
    today: date
    arrears: Arrears
    time: TimeBehind
    owed: Owed
    done: Collected
    has_value: bool | None
    rules: LawInForce

    @property
    def letters(self) -> tuple[Letter, ...]:
        """The letters of this time behind; a day with nothing behind begins them anew (O-10)."""
        return tuple(one for one in self.done.letters if one.on >= self.time.began)

    @property
    def level(self) -> int:
        """The highest warning of this time behind."""
        return max((one.kind.level for one in self.letters), default=0)

    @property
    def defaulted_on(self) -> date | None:
        """The day of the first default paper of this time behind."""
        return min((one.on for one in self.letters if one.kind in DEFAULT_KINDS), default=None)

    @property
    def visited(self) -> bool:
        """Whether the team collected together with the bank since the default paper."""
        since = self.defaulted_on
        return since is not None and any(on >= since for on in self.done.visits)

    def number(self, parameter: Parameter) -> int | None:
        """The value of a parameter on the day of today; None while none is set."""
        value = self.rules.parameters[parameter.key].on(self.today)
        return value if isinstance(value, int) else None


def of_warning(behind: Behind, level: int) -> Iterator[Reason]:
    """A warning needs as many unpaid due days as its number, the one before it, and time since it (IX.1)."""
    yield _months(behind, level)
    if behind.level < level - 1:
        told = f"Teguran {level - 1} belum diterbitkan pada masa tunggakan ini."
        yield Reason(told, False, WARNINGS, "O-10")
    if (spacing := _spacing(behind)) is not None:
        yield spacing


def of_default(behind: Behind) -> Iterator[Reason]:
    """The third warning must be old enough, and the loan of the class macet (O-11)."""
    third = max((one.on for one in behind.letters if one.kind is WARNING_KINDS[2]), default=None)
    if third is None:
        yield Reason("Teguran 3 belum diterbitkan pada masa tunggakan ini.", False, DEFAULTED, "O-11")
    else:
        yield _days_since("teguran 3", third, behind, "O-11")
    limits = class_limits(behind.rules, behind.today)
    months, from_day = behind.arrears.months, _day_of_months(behind, limits.doubtful + 1)
    told = f"Kelas {limits.of(months).label}, {months} bulan menunggak"
    if months > limits.doubtful:
        yield Reason(f"{told}.", True, DEFAULTED, "O-11", from_day)
    else:
        yield _later(f"{told}; {Quality.LOSS.label}", from_day, behind, DEFAULTED, "O-11")


def of_visit(behind: Behind) -> Iterator[Reason]:
    """Open to a person as soon as something is behind; proposed after the default paper (VII.5)."""
    quality = class_limits(behind.rules, behind.today).of(behind.arrears.months)
    told = f"Kelas {quality.label}: penagihan bersama terbuka bagi petugas dan Bank Jatim"
    tail = "." if behind.defaulted_on else "; diusulkan sesudah berita acara macet."
    yield Reason(told + tail, True, TOGETHER)


def of_handing_over(behind: Behind) -> Iterator[Reason]:
    """A claim goes to another collector once its borrower was stated to be in default (IX.1, IX.2)."""
    on = behind.defaulted_on
    told = (
        f"Berita acara/surat pernyataan macet tertanggal {indonesian_date(on)}."
        if on
        else "Berita acara/surat pernyataan macet belum diterbitkan pada masa tunggakan ini."
    )
    yield Reason(told, on is not None, HANDING_OVER)


def of_auction(behind: Behind) -> Reason:
    """Small claims without collateral of value stay with the regency (O-12)."""
    limit, owed = behind.number(law.AUCTION_LIMIT), behind.owed
    debt = owed.principal + owed.interest_due
    told = f"Utang {rupiah(debt)} (pokok {rupiah(owed.principal)}, jasa {rupiah(owed.interest_due)})"
    if limit is None:
        return Reason(f"{told}; batas KPKNL belum ditetapkan.", None, HANDING_OVER, "O-12")
    if debt > limit:
        return Reason(f"{told} di atas {rupiah(limit)}.", True, HANDING_OVER, "O-12")
    against = {
        True: "; ada agunan yang bernilai.",
        False: " dan tanpa agunan yang bernilai: diselesaikan kabupaten sendiri, tidak ke KPKNL.",
        None: "; nilai agunannya belum dicatat, jadi belum dapat ditentukan.",
    }
    told = f"{told} tidak lebih dari {rupiah(limit)}{against[behind.has_value]}"
    return Reason(told, behind.has_value, HANDING_OVER, "O-12")


def of_red_list(behind: Behind) -> Iterator[Reason]:
    """Behind without a break for more than the months of IX.3, and no report since it began (S-38, O-13)."""
    months = behind.number(law.RED_LIST_MONTHS)
    if months is None:
        yield Reason("Lamanya menunggak sebelum daftar merah belum ditetapkan.", None, RED_LIST, "S-38")
        return
    began, from_day = behind.time.began, behind.time.longer_than(months)
    told = f"Menunggak tanpa putus sejak {indonesian_date(began)}"
    if behind.counted_on >= from_day:
        yield Reason(f"{told}, lebih dari {months} bulan.", True, RED_LIST, "O-13", from_day)
    else:
        yield _later(f"{told}; lebih dari {months} bulan", from_day, behind, RED_LIST, "O-13")
    reports = [on for on in behind.done.reports if on >= began]
    told = (
        f"Ada laporan peminjam tanggal {indonesian_date(max(reports))}, sesudah tunggakan mulai."
        if reports
        else "Tidak ada laporan peminjam yang tercatat sejak tunggakan mulai; pengusul memastikannya."
    )
    yield Reason(told, not reports, RED_LIST, "S-38")


def _months(behind: Behind, needed: int) -> Reason:
    months, since = behind.arrears.months, behind.arrears.since
    start = f"{months} jatuh tempo lewat tanpa lunas sejak {indonesian_date(since)}" if since else ""
    from_day = _day_of_months(behind, needed)
    if months >= needed:
        return Reason(f"{start}.", True, WARNINGS, "O-02", from_day)
    return _later(f"Baru {start}; yang ke-{needed}", from_day, behind, WARNINGS, "O-02")


def _later(told: str, from_day: date, behind: Behind, place: Citation, reading: str) -> Reason:
    """A condition of time that does not hold yet; where only the bank's data lags, it is not known."""
    day = indonesian_date(from_day)
    if behind.today >= from_day:
        return Reason(f"{told}: menunggu data bank sampai dengan {day}.", None, place, "O-09")
    return Reason(f"{told} mulai {day} bila belum dibayar.", False, place, reading, from_day)


def _spacing(behind: Behind) -> Reason | None:
    """The days since the loan's last warning, also one of an earlier time behind (O-10)."""
    sent = [one for one in behind.done.letters if one.kind in WARNING_KINDS]
    if not sent:
        return None
    last = max(sent, key=lambda one: one.on)
    return _days_since(last.kind.label.removeprefix("Surat "), last.on, behind, "O-10")


def _days_since(what: str, on: date, behind: Behind, reading: str) -> Reason:
    days = behind.number(law.DAYS_BETWEEN_LETTERS)
    if days is None:
        return Reason("Jarak antara dua surat belum ditetapkan.", None, WARNINGS, reading)
    from_day = on + timedelta(days=days)
    told = f"{days} hari sejak {what} ({indonesian_date(on)}): mulai {indonesian_date(from_day)}."
    return Reason(told, behind.today >= from_day, WARNINGS, reading, from_day)


def _day_of_months(behind: Behind, months: int) -> date:
    """The day on which so many due days have gone by with and since the oldest unpaid one."""
    rows = behind.course.rows
    oldest = next(row.number for row in rows if row.due_on == behind.arrears.since)
    return behind.course.due_on(oldest + months - 1) + _DAY
