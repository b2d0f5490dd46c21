"""The regulations of the state that both offices meet, with the days and amounts that were found for them.

All of it comes from second sources; the office looks at the texts before it relies on any.
"""

from datetime import date
from typing import Final

from domain.regulation.other_law import NationalLaw

REGIONAL_CLAIMS: Final = NationalLaw(
    key="pmk-137-2022",
    name="PMK 137/PMK.06/2022",
    title="Penghapusan Piutang Daerah yang Tidak Dapat Diserahkan Pengurusannya kepada PUPN",
    place="bersama Pasal 3A PP 35/2017",
    amount=8_000_000,
)
LICENSING: Final = NationalLaw(
    key="pp-28-2025",
    name="PP 28/2025",
    title="Penyelenggaraan Perizinan Berusaha Berbasis Risiko",
    since=date(2025, 6, 5),
)
HALAL: Final = NationalLaw(
    key="pp-42-2024",
    name="PP 42/2024",
    title="Penyelenggaraan Bidang Jaminan Produk Halal",
    place="Pasal 160",
    since=date(2026, 10, 17),
)
MICROFINANCE: Final = NationalLaw(
    key="pojk-41-2024",
    name="POJK 41/2024",
    title="Lembaga Keuangan Mikro",
    since=date(2024, 12, 27),
)
WRITE_OFF: Final = NationalLaw(
    key="pp-47-2024",
    name="PP 47/2024",
    title="Penghapusan Piutang Macet kepada UMKM",
    since=date(2024, 11, 5),
)
