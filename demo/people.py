"""Synthetic owners and chairs, with NIK of a valid shape whose serial 0000 belongs to nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final

_WOMAN_OFFSET: Final = 40
_MARRIED_OF_TEN: Final = 8
_WOMEN_OF_TEN: Final = 5
_MEN: Final = (
    "Moh. Rofiq", "Abd. Karim", "Achmad", "Syaiful", "Matrawi", "Buhari", "Misnawi", "Sulaiman",
    "Hasan", "Fauzi", "Muzammil", "Moh. Hosen", "Samsul", "Marsuki", "Abd. Wahid", "Rudi",
    "Subaidi", "Mukhlis", "Jauhari", "Imam",
)  # fmt: skip
_WOMEN: Final = (
    "Siti", "Nurul", "Halimatus", "Khotijah", "Hosniyah", "Sumiyati", "Maryatun", "Musyarrofah",
    "Faridah", "Zainab", "Rohmah", "Endang", "Sunarti", "Lailatul", "Hamidah", "Suhartini",
    "Maimunah", "Uswatun", "Rukmini", "Astutik",
)  # fmt: skip
_MENS_SECOND: Final = (
    "Hidayat", "Arifin", "Rahman", "Anwar", "Efendi", "Mustofa", "Hariyanto", "Basri",
    "Mawardi", "Ridwan", "Santoso", "Maulana",
)  # fmt: skip
_WOMENS_SECOND: Final = (
    "Hidayah", "Rahmawati", "Sa'diyah", "Aisyah", "Hasanah", "Fitriyah", "Wulandari", "Qomariyah",
    "Badriyah", "Lestari", "Jannah", "Munawaroh",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Someone:
    """A made-up person."""

    name: str
    nik: str


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner of a business, with a husband or wife if there is one."""

    person: Someone
    spouse: Someone | None = None


def nik(district_code: str, born: date, *, woman: bool) -> str:
    """Give a NIK that no citizen has: real serials start at 0001."""
    day = born.day + (_WOMAN_OFFSET if woman else 0)
    return f"{district_code.replace('.', '')}{day:02}{born:%m%y}0000"


class Population:
    """Hands out made-up people; no name and no NIK twice.

    They are born from 1968 on, so that the people of the hard cases can be older and never the same.
    """

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._taken: set[str] = set()

    def owner(self, district_code: str) -> Owner:
        """Make up the owner of a business."""
        woman = self._chance.randrange(10) < _WOMEN_OF_TEN
        person = self.someone(district_code, woman=woman)
        married = self._chance.randrange(10) < _MARRIED_OF_TEN
        return Owner(person, self.someone(district_code, woman=not woman) if married else None)

    def someone(self, district_code: str, *, woman: bool) -> Someone:
        """Make up one person."""
        first, second = (_WOMEN, _WOMENS_SECOND) if woman else (_MEN, _MENS_SECOND)
        name = self._unused(lambda: f"{self._chance.choice(first)} {self._chance.choice(second)}")
        return Someone(name, self._unused(lambda: nik(district_code, self._birthday(), woman=woman)))

    def _birthday(self) -> date:
        chance = self._chance
        return date(chance.randint(1968, 2001), chance.randint(1, 12), chance.randint(1, 28))

    def _unused(self, draw: Callable[[], str]) -> str:
        while (drawn := draw()) in self._taken:
            pass
        self._taken.add(drawn)
        return drawn
