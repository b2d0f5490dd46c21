"""What cannot be right in what people type at a step, each said as a sentence beside its field."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.problems import Problem
from domain.sampang.application_checks import LARGEST_AMOUNT, LONGEST_NAME, LONGEST_TEXT


def required(typed: Mapping[str, object], names: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each named field that is blank; `names` say what the field is, within a sentence."""
    for field, name in names.items():
        value = typed.get(field)
        if value is None or (isinstance(value, str) and not value.strip()):
            yield Problem(field, f"Isi {name}.")


def too_long(typed: Mapping[str, object], long_texts: Iterable[str] = ()) -> Iterator[Problem]:
    """A problem for each text that is longer than a paper or a list can show."""
    wide = set(long_texts)
    for field, value in typed.items():
        longest = LONGEST_TEXT if field in wide else LONGEST_NAME
        if isinstance(value, str) and len(value) > longest:
            yield Problem(field, f"Paling panjang {longest} huruf; singkat dahulu.")


def wrong_amounts(typed: Mapping[str, int | None], least: int = 1) -> Iterator[Problem]:
    """A problem for each amount in rupiah that is below `least` or larger than any loan could be."""
    for field, amount in typed.items():
        if amount is not None and not least <= amount <= LARGEST_AMOUNT:
            yield Problem(field, f"Jumlah harus antara {rupiah(least)} dan {rupiah(LARGEST_AMOUNT)}.")


def yet_to_come(field: str, on: date | None, today: date) -> Iterator[Problem]:
    """A problem for a day that lies after today."""
    if on is not None and on > today:
        yield Problem(field, f"Tanggal ini belum tiba; hari ini {indonesian_date(today)}.")
