"""What cannot be right in the day of the fund's opening balance, said as a sentence beside its field."""

from collections.abc import Iterator
from datetime import date

from domain.dates import indonesian_date
from domain.problems import Problem
from domain.sampang.instruments import PERBUP_20_2015
from domain.sampang.step_checks import yet_to_come


def problems_of_opening_day(on: date | None, today: date) -> Iterator[Problem]:
    """A day that has not come yet, or lies before the regulation."""
    yield from yet_to_come("on", on, today)
    if on is not None and on < PERBUP_20_2015.in_force_since:
        since = indonesian_date(PERBUP_20_2015.in_force_since)
        yield Problem("on", f"{PERBUP_20_2015.name} berlaku sejak {since}; pilih tanggal sejak hari itu.")
