"""What cannot be right in a day that people type at a step, said as a sentence beside its field."""

from collections.abc import Iterator
from datetime import date

from domain.dates import indonesian_date
from domain.problems import Problem


def yet_to_come(field: str, on: date | None, today: date) -> Iterator[Problem]:
    """A problem for a day that lies after today."""
    if on is not None and on > today:
        yield Problem(field, f"Tanggal ini belum tiba; hari ini {indonesian_date(today)}.")
