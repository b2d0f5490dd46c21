"""Whole numbers of people are shown for a reason alone, and which reason it was stays in the trail."""

from typing import Final

from domain.identity import mask_number
from domain.labelled import Labelled

HIDDEN: Final = "*"


class Why(Labelled):
    """Why somebody opens a number that is masked."""

    MATCH_CARD = "match_card", "Mencocokkan dengan KTP atau kartu"
    CONTACT = "contact", "Menghubungi orangnya"
    CORRECT = "correct", "Membetulkan data"
    OWN_REQUEST = "own_request", "Diminta oleh orangnya sendiri"
    EXAMINATION = "examination", "Pemeriksaan oleh yang berwenang"
    CONTINUE = "continue", "Melanjutkan isian"
    OPEN_PAPER = "open_paper", "Membuka surat atau pindaian yang memuatnya"

    @property
    def told(self) -> dict[str, str]:
        """As the trail keeps it."""
        return {"alasan": self.label}


def kept_if_masked(told: str, stored: str) -> str:
    """What was told, or what is stored where the masked form of it came back from a screen."""
    return stored if HIDDEN in told and told == mask_number(stored) else told
