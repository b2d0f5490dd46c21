"""What people in Sampang make and sell, and where; names of businesses come from here."""

from dataclasses import dataclass
from random import Random
from typing import Final

SRESEH, TORJUN, SAMPANG, CAMPLONG = "35.27.01", "35.27.02", "35.27.03", "35.27.04"
OMBEN, KEDUNGDUNG, JRENGIK, TAMBELANGAN = "35.27.05", "35.27.06", "35.27.07", "35.27.08"
BANYUATES, ROBATAL, SOKOBANAH, KETAPANG = "35.27.09", "35.27.10", "35.27.11", "35.27.12"
PANGARENGAN, KARANG_PENANG = "35.27.13", "35.27.14"
MANDANGIN: Final = "35.27.03.2001"


@dataclass(frozen=True, slots=True)
class Trade:
    """A line of business: the first word of its names, what a loan buys, and its kecamatan."""

    word: str
    plan: str
    districts: tuple[str, ...] = ()


_LOCAL: Final = (
    Trade(
        "Garam",
        "Membeli garam krosok dari petambak pada musim panen",
        (SAMPANG, CAMPLONG, JRENGIK, PANGARENGAN, BANYUATES, SRESEH, TORJUN),
    ),
    Trade("Genteng", "Membeli tanah liat dan kayu bakar untuk pembakaran genteng", (KARANG_PENANG,)),
    Trade(
        "Tembakau",
        "Membeli pupuk dan membayar upah rajang tembakau",
        (OMBEN, KEDUNGDUNG, ROBATAL, KETAPANG, KARANG_PENANG, TAMBELANGAN),
    ),
    Trade("Ikan Kering", "Membeli ikan segar dan garam untuk pengeringan", (CAMPLONG, KETAPANG, SOKOBANAH)),
    Trade("Rajungan", "Membeli rajungan dari nelayan untuk dikupas", (SRESEH, BANYUATES)),
    Trade("Petis", "Membeli bahan petis ikan dan kemasan", (SAMPANG, CAMPLONG, KETAPANG)),
    Trade("Rengginang Lorjuk", "Membeli ketan, lorjuk dan kemasan", (SAMPANG, TORJUN, PANGARENGAN)),
    Trade("Batik", "Membeli kain mori, malam dan pewarna", (SAMPANG, OMBEN, JRENGIK)),
    Trade("Jambu Air", "Membeli jambu air dari pekebun untuk dikirim ke Surabaya", (CAMPLONG,)),
)
_ANYWHERE: Final = (
    Trade("Toko", "Menambah stok sembako toko kelontong"),
    Trade("Warung Makan", "Menambah bahan baku dan persediaan warung"),
    Trade("Konveksi", "Membeli kain dan benang untuk pesanan seragam"),
    Trade("Mebel", "Membeli kayu untuk pesanan kursi dan lemari"),
    Trade("Pakan Ternak", "Menambah stok pakan sapi dan kambing"),
    Trade("Kerupuk", "Membeli tepung dan minyak goreng"),
)
_BRANDS: Final = (
    "Barokah", "Sumber Rejeki", "Sinar Harapan", "Mitra Jaya", "Al-Hidayah", "Berkah Abadi",
    "Putra Madura", "Bintang Laut", "Cahaya Timur", "Tunas Muda", "Sejahtera", "Rahayu",
    "Makmur", "Karya Bersama", "Usaha Kita", "Anugerah", "Setia Kawan", "Lancar Jaya",
    "Melati", "Rukun Santoso", "Jaya Abadi", "Al-Barkah", "Bina Karya", "Maju Terus", "Trunojoyo",
    "Sumekar", "Sakera", "Pelita", "Duta Rasa", "Nur Rahmah",
)  # fmt: skip
BODY_NAMES: Final = (
    "Sumber Makmur", "Bina Sejahtera", "Tirta Garam", "Karya Nelayan", "Mekar Sari", "Amanah Ummat",
    "Tani Rukun", "Wanita Mandiri", "Pasar Bersatu", "Bahari Lestari", "Guyub Rukun", "Harapan Desa",
    "Sakera Jaya", "Trunojoyo Mandiri", "Pesisir Utara", "Bhakti Husada", "Lumbung Rakyat",
    "Cipta Usaha", "Dharma Niaga", "Nusa Madura", "Surya Kencana", "Bumi Salak", "Rukun Makaryo",
    "Tunas Harapan", "Mutiara Selat", "Padi Kapas", "Kembang Jaya", "Argo Mulyo",
)  # fmt: skip


def trade_in(chance: Random, district_code: str) -> Trade:
    """Draw a trade that people have in a kecamatan; the ones it is known for come more often."""
    local = [trade for trade in _LOCAL if district_code in trade.districts]
    return chance.choice([*local, *local, *local, *_ANYWHERE])


class Signboards:
    """Names of businesses, none of them twice."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._taken: set[str] = set()

    def name(self, trade: Trade) -> str:
        """Give a name that starts with the trade."""
        brands = [brand for brand in _BRANDS if f"{trade.word} {brand}" not in self._taken]
        name = f"{trade.word} {self._chance.choice(brands)}"
        self._taken.add(name)
        return name
