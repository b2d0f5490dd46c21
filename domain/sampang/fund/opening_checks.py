"""What cannot be right in the fund's opening balance, each said as a sentence beside its field."""

from collections.abc import Iterator
from datetime import date

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.problems import Problem
from domain.sampang.instruments import PERBUP_20_2015
from domain.sampang.step_checks import required, too_long, yet_to_come

LARGEST_FUND = 10**12
_NAMES = {
    "amount": "jumlah saldo awal",
    "on": "tanggal saldo awal",
    "decree": "nomor keputusannya, karena saldo awal hanya dicatat satu kali",
}


def problems_of_opening(
    amount: int | None, on: date | None, decree: str, *, today: date
) -> Iterator[Problem]:
    """Blank fields, an amount that no fund has, a day outside the regulation's time, a long decree."""
    yield from required({"amount": amount, "on": on, "decree": decree}, _NAMES)
    if amount is not None and not 1 <= amount <= LARGEST_FUND:
        yield Problem("amount", f"Jumlah harus antara {rupiah(1)} dan {rupiah(LARGEST_FUND)}.")
    yield from yet_to_come("on", on, today)
    if on is not None and on < PERBUP_20_2015.in_force_since:
        since = indonesian_date(PERBUP_20_2015.in_force_since)
        yield Problem("on", f"{PERBUP_20_2015.name} berlaku sejak {since}; pilih tanggal sejak hari itu.")
    yield from too_long({"decree": decree})
