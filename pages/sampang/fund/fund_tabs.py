"""The parts of Kas dana, as their tabs are called."""

from enum import StrEnum
from typing import Final

PART: Final = "bagian"


class FundTab(StrEnum):
    """A part of the screen; its value stands on the tab and in the address."""

    BOOKS = "Kas & jurnal"
    INTEREST = "Setoran & pencairan jasa"
    CAPITAL = "Modal"
    OVER_TIME = "Perkiraan dana"
    OLDER = "Pinjaman lama"
    CLOSING = "Tutup bulan"
