"""Borrowers of the demo's older loans: other names and other years of birth than those of the register."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final

from demo.chance import Deck, some_amount
from demo.people import nik
from demo.sampang.pledges import some_collateral, some_land
from demo.sampang.sampang_trades import trade_in
from domain.regions.regions import SAMPANG_REGENCY as REGENCY
from domain.regions.regions import districts
from domain.sampang.application import Applicant, Collateral
from domain.sampang.kinds import ApplicantKind

# Of a hundred: koperasi, small businesses, micro ones, LKM and Sentra.
_KINDS: Final = ("cooperative",) * 6 + ("small",) * 35 + ("micro",) * 7 + ("microfinance", "cluster")
_BRANDS: Final = (
    "Amanah", "Bahari", "Cendana", "Dua Putri", "Empat Saudara", "Fajar", "Gunung Mas", "Harum", "Indah",
    "Jati Luhur", "Kencana", "Lestari", "Mawar", "Nirwana", "Oriental", "Permata", "Qolbu", "Restu Ibu",
    "Surya", "Teratai", "Utama", "Wijaya", "Yakin", "Zamzam",
)  # fmt: skip
_FIRST: Final = (
    "Abu", "Busiri", "Durahman", "Fathor", "Gufron", "Holil", "Ismail", "Jumadi", "Kusairi", "Luthfi",
    "Madrus", "Nawawi", "Osman", "Pardi", "Qusyairi", "Rasyid", "Suhri", "Tohir", "Umar", "Zaini",
)  # fmt: skip
_SECOND: Final = (
    "Bahri", "Cholil", "Fadli", "Ghozali", "Hafid", "Junaidi", "Kholis", "Latif", "Mansur", "Nasir",
    "Qodir", "Rosidi", "Syarif", "Tamam", "Usman", "Yasin",
)  # fmt: skip
_BODIES: Final = {
    ApplicantKind.COOPERATIVE: ("Koperasi Tani", "Koperasi Nelayan", "Koperasi Pasar"),
    ApplicantKind.MICROFINANCE: ("LKM",),
    ApplicantKind.CLUSTER: ("Sentra UKM",),
}
_MILLION: Final = 10**6


@dataclass(frozen=True, slots=True)
class OldBorrower:
    """A made-up borrower, how much they borrowed in rupiah, and what they pledged."""

    applicant: Applicant
    amount: int
    pledged: Collateral


class OldBorrowers:
    """Draws borrowers, none of whom comes twice; the same seed gives the same ones."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._taken: set[str] = set()
        self._kinds = Deck(chance, _KINDS)
        self._districts = Deck(chance, [one.code for one in districts(REGENCY.code)])

    def next(self, day: date) -> OldBorrower:
        """One more borrower, who pledges something of the years before a day."""
        kind, code = self._kinds.deal(), self._districts.deal()
        if kind in ("small", "micro"):
            return self._business(code, day, is_micro=kind == "micro")
        return self._body(ApplicantKind(kind), code)

    def _business(self, code: str, day: date, *, is_micro: bool) -> OldBorrower:
        chance = self._chance
        name = self._unused(lambda: f"{trade_in(chance, code).word} {chance.choice(_BRANDS)}")
        span = (2, 5, 4) if is_micro else (5, 50, 14)
        amount = some_amount(chance, *(one * _MILLION for one in span))
        applicant = self._applicant(ApplicantKind.BUSINESS, name, code)
        return OldBorrower(applicant, amount, some_collateral(chance, amount, day))

    def _body(self, kind: ApplicantKind, code: str) -> OldBorrower:
        chance, words = self._chance, _BODIES[kind]
        name = self._unused(lambda: f"{chance.choice(words)} {chance.choice(_BRANDS)}")
        amount = some_amount(chance, 20 * _MILLION, 150 * _MILLION, 40 * _MILLION, 5 * _MILLION)
        applicant = self._applicant(kind, name, code)
        return OldBorrower(applicant, amount, some_land(chance, 2 * amount))

    def _applicant(self, kind: ApplicantKind, name: str, code: str) -> Applicant:
        chance = self._chance
        person = self._unused(lambda: f"{chance.choice(_FIRST)} {chance.choice(_SECOND)}")
        # The people of the register are born from 1968 on.
        number = self._unused(
            lambda: nik(
                code,
                date(chance.randint(1948, 1967), chance.randint(1, 12), chance.randint(1, 28)),
                woman=False,
            )
        )
        return Applicant(kind=kind, name=name, contact_name=person, nik=number, district_code=code)

    def _unused(self, draw: Callable[[], str]) -> str:
        while (drawn := draw()) in self._taken:
            pass
        self._taken.add(drawn)
        return drawn
