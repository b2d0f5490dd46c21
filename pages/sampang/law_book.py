"""Perbup Sampang 20/2015 as the legal-basis screen shows it."""

import re
from collections.abc import Mapping
from typing import Final

from domain.regulation.sources import Citation
from domain.sampang.amendments import is_reprinted
from domain.sampang.kinds import ApplicantKind
from pages.parts.books import Book

# The annex's chapters in its own order, with its own headings shortened.
_ANNEX: Final[Mapping[str, str]] = {
    "III": "Ruang lingkup kegiatan dana bergulir",
    "IV.1": "Kriteria koperasi",
    "IV.2": "Kriteria usaha mikro, kecil, dan menengah",
    "IV.3": "Kriteria lembaga keuangan mikro",
    "IV.4": "Kriteria Sentra UKM",
    "V": "Pokjanis",
    "VI": "Seleksi",
    "VII": "Bank pelaksana",
    "VIII": "Dana bergulir",
    "IX": "Sanksi",
}
_IN_FORCE: Final = "Pasal II"


def _chapter_of(place: str) -> str:
    chapters = (_IN_FORCE, *_ANNEX)
    return next((name for name in chapters if f"{place}.".startswith(f"{name}.")), "")


def _origin(place: Citation) -> str:
    return "dicetak ulang, tidak disebut sebagai perubahan" if is_reprinted(place.short) else ""


BOOK: Final = Book(
    label="Sampang",
    kinds=ApplicantKind,
    chapters={
        _IN_FORCE: f"{_IN_FORCE} · Mulai berlaku",
        **{name: f"Romawi {name.replace('.', ' angka ')} · {title}" for name, title in _ANNEX.items()},
    },
    chapter_of=_chapter_of,
    place=re.compile(r"[ivx]+(\.[0-9a-z]+)+(/\w+)?|[so]-\d+"),
    everybody="semua pemohon",
    hint="pasal, nomor tafsir, atau kata: IV.2.d, S-06, O-02, agunan …",
    example="IV.2",
    item="agunan",
    short={
        ApplicantKind.BUSINESS.label: "UMKM",
        ApplicantKind.MICROFINANCE.label: "LKM",
        ApplicantKind.CLUSTER.label: "Sentra",
    },
    origin_of=_origin,
)
