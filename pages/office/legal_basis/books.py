"""The two regulations as the legal-basis screen shows them: their chapters, and whom rules are about."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import streamlit as st

from db.office.practice import law_of
from domain.blitar.kinds import SubjectKind
from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.programme import BLITAR as BLITAR_PROGRAMME
from domain.programme import Programme
from domain.regulation.law_in_force import LawInForce
from domain.roles import OfficeRole, Person
from domain.sampang.kinds import ApplicantKind
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.programme import SAMPANG as SAMPANG_PROGRAMME
from pages.parts.store import database, today

PROGRAM = "program"
_KEY = "program-dasar-hukum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One programme on the screen; `chapters` are headings by the place with which they begin."""

    key: str
    label: str
    programme: Programme
    regulation: str
    kinds: type[StrEnum]
    chapters: Mapping[str, str]
    chapter_of: Callable[[str], str]
    place: re.Pattern[str]
    everybody: str
    hint: str
    short: Mapping[str, str] = field(default_factory=dict)

    def kind_label(self, kind: str) -> str:
        """The words for whom a rule is about."""
        return str(getattr(self.kinds(kind), "label", kind))

    @property
    def kind_labels(self) -> tuple[str, ...]:
        """Everybody whom rules can be about."""
        return tuple(self.kind_label(kind) for kind in self.kinds)

    def in_order(self, place: str) -> tuple[int, list[tuple[int, str]]]:
        """Sort places as the text prints them: by chapter, then number by number and letter by letter."""
        chapters = list(self.chapters)
        chapter = self.chapter_of(place)
        at = chapters.index(chapter) if chapter in chapters else len(chapters)
        return at, [(len(part), part) for part in re.split(r"[./()]+", place)]


# The annex's chapters in its own order, with its own headings shortened.
_ANNEX: Mapping[str, str] = {
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
# The chapters of Perbup Blitar 3/2023, each with its last article.
_BAB: Mapping[str, tuple[int, str]] = {
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


def _in_annex(place: str) -> str:
    return next((name for name in _ANNEX if f"{place}.".startswith(f"{name}.")), "")


def _in_bab(place: str) -> str:
    found = re.match(r"\d+", place)
    article = int(found.group()) if found else 0
    return next((name for name, (last, _) in _BAB.items() if 0 < article <= last), "")


SAMPANG = Book(
    key="sampang",
    label="Sampang",
    programme=SAMPANG_PROGRAMME,
    regulation=SAMPANG_LOANS.key,
    kinds=ApplicantKind,
    chapters={name: f"Romawi {name.replace('.', ' angka ')} · {told}" for name, told in _ANNEX.items()},
    chapter_of=_in_annex,
    place=re.compile(r"[ivx]+(\.[0-9a-z]+)+(/\w+)?|s-\d+"),
    everybody="semua pemohon",
    hint="pasal, nomor tafsir, atau kata: IV.2.d, S-06, agunan …",
    short={
        ApplicantKind.BUSINESS.label: "UMKM",
        ApplicantKind.MICROFINANCE.label: "LKM",
        ApplicantKind.CLUSTER.label: "Sentra",
    },
)
BLITAR = Book(
    key="blitar",
    label="Blitar",
    programme=BLITAR_PROGRAMME,
    regulation=BLITAR_MENTORING.key,
    kinds=SubjectKind,
    chapters={name: f"Bab {name} · {told}" for name, (_, told) in _BAB.items()},
    chapter_of=_in_bab,
    place=re.compile(r"\d+(\(\d\))?(\.[0-9a-z]+)?(/\w+)?|b-\d+"),
    everybody="semua: calon, binaan, Pendamping, dan Fasilitator",
    hint="pasal, nomor tafsir, atau kata: 7.d, 13(1), B-08, rekomendasi …",
    short={
        SubjectKind.CANDIDATE.label: "Calon",
        SubjectKind.CLIENT_COOPERATIVE.label: "Koperasi",
        SubjectKind.CLIENT_MICRO.label: "Usaha mikro",
    },
)
BOOKS: Mapping[str, Book] = {book.key: book for book in (SAMPANG, BLITAR)}


def book_of(law: LawInForce) -> Book:
    """The book of a law."""
    return next(book for book in BOOKS.values() if book.regulation == law.regulation.key)


def law_in(book: Book) -> LawInForce:
    """The law of a book on this day, as the office practises it."""
    with database().read() as session:
        return law_of(session, book.programme, today())


def _own_book(person: Person | None) -> Book:
    """The book of the programme in which a person has a part of their own; without one the first."""
    held = (
        {each.programme for each in person.held if not isinstance(each.role, OfficeRole)} if person else set()
    )
    return next((book for key, book in BOOKS.items() if key in held), SAMPANG)


def choose_book(person: Person | None) -> Book:
    """Ask which programme; at first that of the address, or of the person's own roles."""
    own = _own_book(person)
    named = st.query_params.get(PROGRAM, "")
    st.session_state.setdefault(_KEY, named if named in BOOKS else own.key)
    chosen = st.segmented_control(
        "Program",
        list(BOOKS),
        format_func=lambda key: BOOKS[key].label,
        required=True,
        key=_KEY,
        label_visibility="collapsed",
    )
    if st.query_params.get(PROGRAM) != chosen and (named or chosen != own.key):
        st.query_params[PROGRAM] = str(chosen)
    return BOOKS.get(str(chosen), own)
