"""Perbup Blitar 3/2023 as the legal-basis screen shows it."""

import re
from collections.abc import Mapping
from typing import Final

from domain.blitar.kinds import SubjectKind
from pages.parts.books import Book

# The chapters of Perbup Blitar 3/2023, each with its last article.
_BAB: Final[Mapping[str, tuple[int, str]]] = {
    "I": (1, "Ketentuan umum"),
    "II": (4, "Tujuan, sasaran, dan ruang lingkup"),
    "III": (5, "Fasilitator"),
    "IV": (10, "Seleksi, status, dan bimbingan teknis Pendamping"),
    "V": (11, "Pendamping"),
    "VI": (12, "Tata kerja Pendamping"),
    "VII": (13, "Pemanfaatan hasil pendampingan"),
    "VIII": (14, "Pembiayaan"),
    "IX": (15, "Pemantauan dan evaluasi"),
    "X": (16, "Mekanisme pelaporan"),
    "XI": (17, "Penutup"),
}


def _in_bab(place: str) -> str:
    number = re.match(r"\d+", place)
    article = int(number.group()) if number else 0
    return next((name for name, (last, _) in _BAB.items() if 0 < article <= last), "")


BOOK: Final = Book(
    label="Blitar",
    kinds=SubjectKind,
    chapters={name: f"Bab {name} · {title}" for name, (_, title) in _BAB.items()},
    chapter_of=_in_bab,
    place=re.compile(r"\d+(\(\d\))?(\.[0-9a-z]+)?(/\w+)?|b-\d+"),
    everybody="semua: calon, binaan, Pendamping, dan Fasilitator",
    hint="pasal, nomor tafsir, atau kata: 7.d, 13(1), B-08, rekomendasi …",
    example="13(1)",
    short={
        SubjectKind.CANDIDATE.label: "Calon",
        SubjectKind.CLIENT_COOPERATIVE.label: "Koperasi",
        SubjectKind.CLIENT_MICRO.label: "Usaha mikro",
    },
)
