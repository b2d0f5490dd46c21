"""Made-up people of Blitar, with NIK of a valid shape whose serial 0000 belongs to nobody."""

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final

from demo.people import nik

_MEN: Final = (
    "Agung", "Bambang", "Budi", "Cahyo", "Danang", "Didik", "Eko", "Fajar", "Gatot", "Hariyanto", "Heru",
    "Imam", "Joko", "Kuncoro", "Mujiono", "Nur", "Pujianto", "Rudi", "Slamet", "Sugeng", "Suyono", "Teguh",
    "Tri", "Wahyu", "Yoga", "Yudi",
)  # fmt: skip
_WOMEN: Final = (
    "Anik", "Ayu", "Dewi", "Dyah", "Endah", "Erna", "Fitri", "Ika", "Indah", "Kartini", "Kristin", "Lestari",
    "Mujiati", "Ningsih", "Nurul", "Partini", "Ratna", "Retno", "Rini", "Siti", "Sri", "Sulastri", "Sumarni",
    "Titik", "Wiwik", "Yuliana",
)  # fmt: skip
_MENS_SECOND: Final = (
    "Prasetyo", "Santoso", "Wibowo", "Nugroho", "Setiawan", "Hidayat", "Saputra", "Susilo",
    "Purnomo", "Kurniawan", "Raharjo", "Subagyo", "Handoko", "Sutrisno", "Wijayanto", "Mulyono",
)  # fmt: skip
_WOMENS_SECOND: Final = (
    "Rahayu", "Wahyuni", "Handayani", "Astuti", "Wulandari", "Puspita", "Kusumawati",
    "Susanti", "Winarsih", "Setyaningrum", "Andayani", "Purwanti", "Hartati", "Widayati",
    "Anggraini",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody who lives in a kecamatan; nobody real."""

    name: str
    nik: str
    born: date
    district_code: str


class Crowd:
    """Hands out made-up people; no name and no NIK twice."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._taken: set[str] = set()

    def someone(
        self, district_code: str, born_in: tuple[int, int], *, name: str = "", woman: bool | None = None
    ) -> Neighbour:
        """Make up somebody who was born within two years, both included."""
        chance = self._chance
        is_woman = chance.random() < 0.5 if woman is None else woman
        while True:
            born = date(chance.randint(*born_in), chance.randint(1, 12), chance.randint(1, 28))
            made = self.born_on(district_code, born, name=name, woman=is_woman)
            if made is not None:
                return made

    def born_on(self, district_code: str, born: date, *, name: str = "", woman: bool) -> Neighbour | None:
        """Make up somebody born on a day; None when that NIK was handed out before."""
        number = nik(district_code, born, woman=woman)
        if number in self._taken:
            return None
        self._taken.add(number)
        return Neighbour(name or self._name(woman=woman), number, born, district_code)

    def _name(self, *, woman: bool) -> str:
        firsts, seconds = (_WOMEN, _WOMENS_SECOND) if woman else (_MEN, _MENS_SECOND)
        while True:
            name = f"{self._chance.choice(firsts)} {self._chance.choice(seconds)}"
            if name not in self._taken:
                self._taken.add(name)
                return name
