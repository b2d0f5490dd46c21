"""What people in Blitar make and sell, and where; names of businesses and koperasi come from here."""

from dataclasses import dataclass
from random import Random
from typing import Final

from demo.blitar.posts import (
    BAKUNG,
    BINANGUN,
    DOKO,
    GANDUSARI,
    GARUM,
    KADEMANGAN,
    KANIGORO,
    NGLEGOK,
    PANGGUNGREJO,
    PONGGOK,
    SANANKULON,
    SRENGAT,
    SUTOJAYAN,
    TALUN,
    UDANAWU,
    WATES,
    WLINGI,
    WONODADI,
    WONOTIRTO,
)
from domain.blitar.kinds import Sector
from domain.regions.regions import villages


@dataclass(frozen=True, slots=True)
class Trade:
    """A line of business: the first words of its names, its sector, its kecamatan, and its known desa."""

    word: str
    sector: Sector
    districts: tuple[str, ...] = ()
    village: str = ""


_LOCAL: Final = (
    Trade("Kendang Jimbe", Sector.CRAFT, (NGLEGOK, KANIGORO, GANDUSARI, SRENGAT, WLINGI)),
    Trade("Bubut Kayu", Sector.CRAFT, (NGLEGOK, KANIGORO)),
    Trade("Olahan Kakao", Sector.FOOD, (KADEMANGAN,)),
    Trade("Cokelat Oleh-oleh", Sector.FOOD, (KADEMANGAN,)),
    Trade(
        "Ayam Petelur", Sector.LIVESTOCK, (PONGGOK, SRENGAT, UDANAWU, WONODADI, KADEMANGAN, TALUN, SUTOJAYAN)
    ),
    Trade("Bebek Petelur", Sector.LIVESTOCK, (PONGGOK,)),
    Trade("Telur Asin", Sector.FOOD, (PONGGOK,)),
    Trade("Ikan Koi", Sector.FISHERY, (NGLEGOK, KANIGORO, GARUM, SANANKULON)),
    Trade("Kopi Resapombo", Sector.FOOD, (DOKO,), "Resapombo"),
    Trade("Batik Ciprat", Sector.CLOTHING, (DOKO,), "Resapombo"),
    Trade(
        "Gula Kelapa", Sector.FOOD, (BAKUNG, WONOTIRTO, PANGGUNGREJO, BINANGUN, WATES, SUTOJAYAN, KADEMANGAN)
    ),
)
_ANYWHERE: Final = (
    Trade("Jenang", Sector.FOOD),
    Trade("Gethi", Sector.FOOD),
    Trade("Sambel Pecel", Sector.FOOD),
    Trade("Keripik", Sector.FOOD),
    Trade("Madu", Sector.FOOD),
    Trade("Toko", Sector.TRADE),
    Trade("Warung Makan", Sector.FOOD),
    Trade("Jahit", Sector.CLOTHING),
    Trade("Anyaman Bambu", Sector.CRAFT),
)
_BRANDS: Final = (
    "Sumber Rejeki", "Barokah", "Mekar Jaya", "Sri Rejeki", "Panataran Asri", "Maju Lancar", "Karya Muda",
    "Dua Putri", "Lestari", "Sari Rasa", "Bumi Bung Karno", "Tunas Harapan", "Guyub", "Sido Makmur",
    "Berkah Ibu", "Rahayu", "Cahaya Kelud", "Lumintu", "Sido Mukti", "Ngudi Rejeki", "Putra Brantas",
    "Makmur Sentosa", "Kusuma", "Wijaya", "Anugerah", "Mandiri", "Tirta Kencana", "Bina Usaha", "Arum",
    "Kelud Sejahtera",
)  # fmt: skip
_BODIES: Final = {
    "KSP": Sector.SAVINGS_AND_LOANS,
    "KSU": Sector.TRADE,
    "Koperasi Wanita": Sector.SAVINGS_AND_LOANS,
    "Koperasi Tani": Sector.FARMING,
    "Koperasi Peternak": Sector.LIVESTOCK,
    "Koperasi Perajin": Sector.CRAFT,
}
_BODY_NAMES: Final = (
    "Mitra Sejahtera", "Guyub Rukun", "Sumber Makmur", "Mekar Melati", "Tani Jaya", "Karya Bersama",
    "Bina Mandiri", "Rukun Santoso", "Kartini", "Brantas Makmur", "Kelud Lestari", "Sido Dadi",
    "Dana Rakyat", "Harapan Baru",
)  # fmt: skip


def trades_in(chance: Random, district_code: str, count: int) -> tuple[Trade, ...]:
    """Draw trades for the businesses of a kecamatan: each that it is known for, and more of those."""
    local = [trade for trade in _LOCAL if district_code in trade.districts]
    more = [chance.choice([*local * 3, *_ANYWHERE]) for _ in range(count - len(local))]
    return (*local, *more)


def sector_of(cooperative: str) -> Sector:
    """The sector of a koperasi, by the first words of its name."""
    return next(sector for word, sector in _BODIES.items() if cooperative.startswith(word))


def village_for(chance: Random, district_code: str, trade: Trade | None = None) -> str:
    """Draw the desa of a business, which is the one that its trade is known for, if it is."""
    found = villages(district_code)
    known = [one for one in found if trade and one.name == trade.village]
    return chance.choice(known or found).code


class Signs:
    """Names of businesses and koperasi, none of them twice."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._taken: set[str] = set()

    def business(self, trade: Trade) -> str:
        """Give a name that starts with the trade."""
        return self._unused((trade.word,), _BRANDS)

    def cooperative(self) -> str:
        """Give the name of a koperasi."""
        return self._unused(tuple(_BODIES), _BODY_NAMES)

    def _unused(self, firsts: tuple[str, ...], seconds: tuple[str, ...]) -> str:
        names = (f"{first} {second}" for first in firsts for second in seconds)
        name = self._chance.choice([name for name in names if name not in self._taken])
        self._taken.add(name)
        return name
