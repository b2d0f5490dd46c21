"""A day as people type it: day first, with figures or the name of the month, and never guessed.

The well-known readers (dateutil, dateparser, Babel) turn 5/13/2026 into 13 May, or clip 31 February; here
such a text comes back with what is wrong about it.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from babel.dates import get_day_names, get_month_names

from domain.dates import indonesian_date
from domain.problems import Problem

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2100, 12, 31)

_EXAMPLE: Final = "Tulis misalnya 5/3/2026 (hari/bulan/tahun) atau 5 Maret 2026."
_UNREADABLE: Final = f"Tanggal ini tidak terbaca. {_EXAMPLE}"
_NO_YEAR: Final = f"Tahunnya belum ditulis. {_EXAMPLE}"
_LONGEST: Final = 40
_SEPARATOR: Final = r"\s*[-/. ]\s*"
_YEAR_FIRST: Final = re.compile(
    rf"(?P<year>\d{{4}}){_SEPARATOR}(?P<month>\d{{1,2}}){_SEPARATOR}(?P<day>\d{{1,2}})(?:[t ]00:00(?::00)?)?"
)
_DAY_FIRST: Final = re.compile(
    rf"(?P<day>\d{{1,2}}){_SEPARATOR}(?P<month>\d{{1,2}}){_SEPARATOR}(?P<year>\d{{4}}|\d{{2}})"
)
_WITH_NAME: Final = re.compile(r"(?P<day>\d{1,2})[-/. ]*(?P<month>[a-z]+)[-/., ]*(?P<year>\d{4}|\d{2})")
_SHORT: Final = re.compile(rf"\d{{1,2}}(?:{_SEPARATOR}\d{{1,2}}|[-/. ]*[a-z]{{3,}})")
_EIGHT_DIGITS: Final = re.compile(r"(\d{2})(\d{2})(\d{4})")
_WEEKDAY: Final = re.compile(r"([a-z]+'?[a-z]+)\s*,?\s+(?=\d)")
# Other spellings that offices use, and the English names that Excel writes.
_OTHER_MONTHS: Final = {
    "peb": 2, "pebruari": 2, "nop": 11, "nopember": 11, "ags": 8, "agt": 8, "agust": 8, "sept": 9,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "aug": 8, "august": 8,
    "oct": 10, "october": 10, "dec": 12, "december": 12,
}  # fmt: skip
_OTHER_WEEKDAYS: Final = {"jum'at": 4, "jumat": 4, "ahad": 6}
# Two figures of a year stand for one century only where the other cannot be meant.
_THIS_CENTURY: Final = range(40)
_LAST_CENTURY: Final = range(60, 100)


@dataclass(frozen=True, slots=True)
class _Parts:
    day: int
    month: int
    year: str
    is_day_first: bool = True


def typed_day(day: date) -> str:
    """A day as a field shows it: "05/03/2026"."""
    return day.strftime("%d/%m/%Y")


def parse_day(text: str, field: str = "") -> date | Problem | None:
    """Read a day that a person typed; None for a blank, or a Problem for the form.

    What cannot be a day is never moved to another one, and two figures of a year are read only where they
    leave no doubt.
    """
    typed = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").strip(" .,\t\n")
    if not typed:
        return None
    if len(typed) > _LONGEST:
        return Problem(field, _UNREADABLE)
    weekday = _WEEKDAY.match(typed)
    read = _read(typed[weekday.end() :] if weekday else typed)
    if isinstance(read, date) and weekday:
        read = _on_weekday(read, weekday[1])
    return Problem(field, read) if isinstance(read, str) else read


def _read(typed: str) -> date | str:
    if digits := _EIGHT_DIGITS.fullmatch(typed):
        return _eight_digits(typed, *digits.groups())
    if match := _YEAR_FIRST.fullmatch(typed):
        return _day(_Parts(int(match["day"]), int(match["month"]), match["year"], is_day_first=False))
    if match := _DAY_FIRST.fullmatch(typed):
        return _day(_Parts(int(match["day"]), int(match["month"]), match["year"]))
    if match := _WITH_NAME.fullmatch(typed):
        month = _months().get(match["month"])
        if month is None:
            return f"Bulan “{match['month']}” tidak dikenal. {_EXAMPLE}"
        return _day(_Parts(int(match["day"]), month, match["year"]))
    return _NO_YEAR if _SHORT.fullmatch(typed) else _UNREADABLE


def _eight_digits(typed: str, first: str, second: str, year: str) -> date | str:
    # No text can be both: a year between 1900 and 2100 at its end leaves no month in its middle.
    year_first = _day(_Parts(int(typed[6:]), int(typed[4:6]), typed[:4], is_day_first=False))
    return year_first if isinstance(year_first, date) else _day(_Parts(int(first), int(second), year))


def _day(parts: _Parts) -> date | str:
    year = _year(parts.year)
    if isinstance(year, str):
        return year
    if not 1 <= parts.month <= 12:
        return _no_month(parts, year)
    last = monthrange(year, parts.month)[1]
    if not 1 <= parts.day <= last:
        month = indonesian_date(date(year, parts.month, 1)).partition(" ")[2]
        return f"{month} hanya mempunyai tanggal 1 sampai {last}. Periksa tanggalnya."
    return date(year, parts.month, parts.day)


def _year(digits: str) -> int | str:
    year = int(digits)
    if len(digits) == 4:
        if FIRST_DAY.year <= year <= LAST_DAY.year:
            return year
        return f"Tahun {digits} di luar {FIRST_DAY.year} sampai {LAST_DAY.year}. Periksa tahunnya."
    if year in _THIS_CENTURY:
        return 2000 + year
    if year in _LAST_CENTURY:
        return 1900 + year
    return f"Tahun “{digits}” dapat berarti 19{digits} atau 20{digits}. Tulis tahunnya dengan empat angka."


def _no_month(parts: _Parts, year: int) -> str:
    order = "hari/bulan/tahun" if parts.is_day_first else "tahun-bulan-hari"
    sentence = f"Bulan {parts.month} tidak ada; tanggal dibaca {order}."
    if 1 <= parts.day <= 12 and 1 <= parts.month <= monthrange(year, parts.day)[1]:
        meant = date(year, parts.day, parts.month)
        written = f"{meant.day}/{meant.month}/{meant.year}"
        return f"{sentence} Bila maksudnya {indonesian_date(meant)}, tulis {written}."
    return f"{sentence} {_EXAMPLE}"


def _on_weekday(day: date, name: str) -> date | str:
    weekday = _weekdays().get(name)
    if weekday is None:
        return _UNREADABLE
    if weekday == day.weekday():
        return day
    real = get_day_names("wide", locale="id")[day.weekday()]
    return f"{indonesian_date(day)} jatuh pada hari {real}. Periksa tanggalnya, atau hapus nama harinya."


@cache
def _months() -> Mapping[str, int]:
    named = {
        str(name).casefold().rstrip("."): month
        for width in ("wide", "abbreviated")
        for month, name in get_month_names(width, locale="id").items()
    }
    return named | _OTHER_MONTHS


@cache
def _weekdays() -> Mapping[str, int]:
    named = {str(name).casefold(): day for day, name in get_day_names("wide", locale="id").items()}
    return named | _OTHER_WEEKDAYS
