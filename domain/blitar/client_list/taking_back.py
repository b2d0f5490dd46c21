"""Taking back a list of binaan that was taken in by mistake: only whole, and only while nothing was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from domain.labelled import Labelled
from domain.money import number
from domain.problems import Problem
from domain.typed import Prose

_NAMED_MOST: Final = 20


class Deed(Labelled):
    """What may hang on a binaan, so that its list stays."""

    CHANGED = "changed", "datanya diubah"
    VISIT = "visit", "kunjungan"
    FOLLOW_UP = "follow_up", "tindak lanjut"
    READING = "reading", "data awal atau ukuran"
    UPGRADE = "upgrade", "usul naik kelas"
    RECOMMENDATION = "recommendation", "rekomendasi"
    HANDOVER = "handover", "serah terima"
    NOTED = "noted", "catatan lain dalam riwayat"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingBack:
    """Why a list should not have been taken in."""

    reason: Annotated[str, Prose("Alasan pembatalan")]


def check_taking_back(told: TakingBack) -> tuple[Problem, ...]:
    """What is missing in it."""
    if told.reason.strip():
        return ()
    blank = "Alasannya belum diisi. Tulis mengapa daftar ini tidak seharusnya masuk."
    return (Problem("reason", blank),)


def touched_lines(touched: Mapping[str, Sequence[Deed]]) -> tuple[str, ...]:
    """A line for each binaan with which something was done, by number, the first ones of many."""
    lines = [
        f"{serial}: {', '.join(deed.label for deed in deeds)}" for serial, deeds in sorted(touched.items())
    ]
    more = len(lines) - _NAMED_MOST
    return (*lines[:_NAMED_MOST], *([f"dan {number(more)} binaan lain"] if more > 0 else []))
