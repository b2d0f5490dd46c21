"""Words that the official papers share: days and counts spelled out, and rules where nothing is set."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from babel.dates import format_date
from num2words import num2words

from documents.printable import one_line, printable
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.regions.regions import district
from domain.sampang.origination.loan_file import LoanFile

DOTS: Final = "....................."
NOT_TOLD: Final = "tidak dicatat"
# As long as the application form lets a name be: a name on a legal paper is never cut.
_LONGEST: Final = 200
_MOST_LINES: Final = 60


def or_dots(text: str, longest: int = _LONGEST) -> str:
    """A text on one line, or a rule to write on where nobody has set it."""
    return one_line(text, longest) or DOTS


def identity(nik: str | None) -> str:
    """A NIK where it stands in full; a hidden or unknown one is left to be written from the identity card."""
    told = nik or ""
    return or_dots("" if "*" in told else told, 20)


def agreed(file: LoanFile) -> str:
    """The agreement of a loan by its number, or a rule to write on; that of an older loan as it was told."""
    if file.agreement is not None:
        return f"nomor {or_dots(file.agreement.number, 60)} (VI.3)"
    return or_dots(file.agreement_told)


def typed(text: str) -> str:
    """What a person wrote, whole, without empty lines; very many lines run into one another."""
    lines = [line for line in (" ".join(line.split()) for line in printable(text).splitlines()) if line]
    return (" " if len(lines) > _MOST_LINES else "\n").join(lines)


def in_words(number: int) -> str:
    """A whole number spelled out."""
    return str(num2words(number, lang="id"))


def counted(number: int) -> str:
    """A whole number in figures and words: 24 gives "24 (dua puluh empat)"."""
    return f"{number} ({in_words(number)})"


def this_day(day: date | None) -> str:
    """The opening of minutes: weekday, day, month and year in words; rules to fill in without a day."""
    if day is None:
        return f"Pada hari ini, {DOTS}, tanggal {DOTS} bulan {DOTS} tahun {DOTS}"
    return (
        f"Pada hari ini, {format_date(day, 'EEEE', locale='id')}, tanggal {in_words(day.day)} bulan "
        f"{format_date(day, 'MMMM', locale='id')} tahun {in_words(day.year)} ({indonesian_date(day)})"
    )


def rupiah_or(amount: int | None, otherwise: str = NOT_TOLD) -> str:
    """Rupiah in figures, or words where there is no amount."""
    return otherwise if amount is None else rupiah(amount)


def months_or(months: int | None, otherwise: str = NOT_TOLD) -> str:
    """A number of months, or words where there is none."""
    return otherwise if months is None else f"{months} bulan"


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them: "a, b dan c"."""
    *before, last = words
    return f"{', '.join(before)} dan {last}" if before else last


def kecamatan(code: str | None) -> str:
    """The name of a kecamatan by its code; an unknown code says so."""
    if not code:
        return f"kecamatan {NOT_TOLD}"
    found = district(code)
    return f"Kec. {found.name}" if found else "kecamatan tidak dikenal"


def one_line_or(text: str, otherwise: str = NOT_TOLD) -> str:
    """A text on one line, or words where there is none."""
    return one_line(text, _LONGEST) or otherwise


def within(label: str) -> str:
    """A label as it stands within a sentence: its first letter small, its abbreviations as they are."""
    return label[:1].lower() + label[1:]
