"""What people say of a bank's file, and why they put a row aside."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Final

from domain.dates import indonesian_date
from domain.problems import Problem
from domain.typed import Day, FileName, Line, Prose

LONGEST_BANK: Final = 60
THE_BANK: Final = "Bank Jatim"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTold:
    """Whose file it is, and of which days it tells, both included."""

    bank: Annotated[str, Line("Bank", longest=LONGEST_BANK)]
    name: FileName
    first: Annotated[date, Day("Data dari tanggal")]
    last: Annotated[date, Day("Data sampai dengan")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAside:
    """Why a row of the bank's file is not booked."""

    reason: Annotated[str, Prose("Alasan", longest=500)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanChosen:
    """Which loan a row of the bank's file means, and why, where the same slip was booked before."""

    number: Annotated[str, Line("Nomor pinjaman", longest=60)]
    because: Annotated[str, Prose("Mengapa pinjaman ini?", longest=500)] = ""


def check_told(told: FileTold, days: tuple[date, date] | None, today: date) -> tuple[Problem, ...]:
    """What is wrong with the days that a file is said to tell of, beside the days in its rows."""
    if told.last < told.first:
        return (Problem("last", "Tanggal akhir data mendahului tanggal awalnya. Periksa keduanya."),)
    if told.last > today:
        return (Problem("last", "Data tidak dapat sampai hari yang belum terjadi. Periksa tanggalnya."),)
    if days is not None and days[1] > told.last:
        newest = indonesian_date(days[1])
        return (Problem("last", f"Berkas memuat setoran {newest}, sesudah tanggal ini. Periksa keduanya."),)
    return ()


def first_after(until: date | None, oldest: date | None, today: date) -> date:
    """From which day a new file tells, where nobody says it: after the last one, or its oldest month."""
    if until is not None and (oldest is None or oldest > until):
        return until + timedelta(days=1)
    return (oldest or today).replace(day=1)


def usual_last(newest: date | None, today: date) -> date:
    """Up to which day a new file tells where nobody says otherwise: the end of its newest month, gone by."""
    month_end = today.replace(day=1) - timedelta(days=1)
    return month_end if newest is None or newest <= month_end else today
