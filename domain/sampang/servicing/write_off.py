"""A write-off by the regency's own decree: what it does in the books, what it never does, the claim after it.

VIII.5.i knows no relief, so nothing is waived: principal leaves the loans and the capital, and the claim on
the borrower stays in a memo. What comes in for it later is capital.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.fund.loan_course import Course
from domain.sampang.hindrance import Hindrance
from domain.sampang.servicing.collecting import NO_RELIEF
from domain.typed import Day, Line, Prose

IS: Final = (
    "Hapus buku menurut keputusan kabupaten mengeluarkan sisa pokok dari pinjaman yang beredar dan "
    "mengurangi modal dana sebesar itu. Umur tunggakan, penyisihan, dan perkiraan dana tidak menghitungnya "
    "lagi."
)
IS_NOT: Final = (
    "Bukan keringanan, pembebasan, atau penjadwalan ulang: VIII.5.i tidak mengizinkannya. Tagihan kepada "
    "peminjam tetap ada dan tidak menjadi lunas; agunan tetap disimpan, penagihan dan daftar merah tetap "
    "berjalan. Uang yang masuk kemudian menambah modal dana."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOffAsked:
    """The regency's decree that takes a loan out of the books, and why."""

    decree: Annotated[str, Line("Nomor keputusan")]
    decreed_on: Annotated[date, Day("Tanggal keputusan")]
    reason: Annotated[str, Prose("Alasan", longest=1_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is claimed of a borrower outside the books, in rupiah: principal written off, and interest.

    `interest` is that of the whole plan which is not paid; nothing is added for the time after it (O-05).
    """

    principal: int
    interest: int
    recovered: int
    since: date
    decree: str
    decreed_on: date

    @property
    def total(self) -> int:
        """Principal and interest together, as they were written off."""
        return self.principal + self.interest

    @property
    def left(self) -> int:
        """What is still claimed."""
        return self.total - self.recovered

    @property
    def told(self) -> str:
        """Since when, by which decree, and that the claim stays."""
        by = f"{self.decree} tanggal {indonesian_date(self.decreed_on)}"
        return f"Dihapusbukukan {indonesian_date(self.since)} menurut {by}: tagihan tetap ada."


def hindrances_to_writing_off(
    course: Course, asked: WriteOffAsked, today: date, *, found: int | None = None
) -> Iterator[Hindrance]:
    """Why a loan cannot be written off; `found` is its principal on the day of the proposal."""
    owed = principal_left(course)
    if course.written_off:
        yield Hindrance("Pinjaman ini sudah dihapusbukukan.", NO_RELIEF)
    elif owed <= 0:
        yield Hindrance("Tidak ada sisa pokok yang dapat dihapusbukukan.", NO_RELIEF)
    elif found is not None and found != owed:
        told = (
            f"Sisa pokok berubah sejak diusulkan: waktu itu {rupiah(found)}, sekarang {rupiah(owed)}. "
            "Kembalikan usul ini, lalu usulkan lagi dengan keputusan yang menyebut jumlah sekarang."
        )
        yield Hindrance(told, NO_RELIEF)
    if not course.disbursed_on <= asked.decreed_on <= today:
        first = indonesian_date(course.disbursed_on)
        told = f"Tanggal keputusan harus antara pencairan ({first}) dan hari ini."
        yield Hindrance(told, NO_RELIEF)


def hindrances_to_booking_back(course: Course) -> Iterator[Hindrance]:
    """Why a write-off cannot be taken back: money came in for the claim since."""
    if course.recovered:
        told = (
            f"Sudah masuk {rupiah(course.recovered)} atas tagihan ini dan dibukukan sebagai modal. Balik "
            "dahulu pembukuan uang itu, lalu hapus bukunya."
        )
        yield Hindrance(told, NO_RELIEF)


def principal_left(course: Course) -> int:
    """The principal of a loan that is not paid, written off or not, in rupiah."""
    return course.principal - sum(one.principal for one in course.received)
