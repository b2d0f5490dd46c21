"""The tabs of Blitar's screens, as the screens show them and as links to them name them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

VIEW: Final = "lihat"
PART: Final = "bagian"
WEEK: Final = "pekan"


class VisitsTab(StrEnum):
    """The tabs of Kunjungan."""

    RECORD = "Catat"
    LIST = "Daftar"
    PILES = "Formulir kertas"


class MentorsTab(StrEnum):
    """The tabs of Pendamping."""

    LIST = "Daftar"
    APPOINTING = "Penetapan"
    RENEWAL = "Perpanjangan"
    AREAS = "Penugasan"
    HANDOVER = "Serah terima"
    WEEK = "Jadwal kerja"


class ReportsTab(StrEnum):
    """The tabs of Laporan."""

    MONTHLY = "Laporan bulanan"
    UPGRADES = "Naik kelas"
    RECOMMENDATIONS = "Rekomendasi"
    REVIEWS = "Kinerja Fasilitator"
    MONDAY = "Senin"


class CardTab(StrEnum):
    """The tabs of one binaan."""

    PROGRESS = "Perkembangan"
    STORY = "Riwayat"
    DATA = "Data"


def link_to(tab: VisitsTab | MentorsTab | ReportsTab, **more: str) -> Mapping[str, str]:
    """The address of a tab of its screen, with what else stands in it."""
    return {PART if isinstance(tab, ReportsTab) else VIEW: tab.value, **more}
