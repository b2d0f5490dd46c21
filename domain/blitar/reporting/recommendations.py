"""Recommendations to other Perangkat Daerah (Pasal 13): bundled, set by the Kepala Dinas, answered."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from domain.blitar.field_checks import day_problems
from domain.blitar.instruments import at
from domain.blitar.kinds import SubjectKind
from domain.dates import add_months, indonesian_date
from domain.declared import check_typed
from domain.labelled import Labelled
from domain.problems import Problem
from domain.typed import Day, Line, Prose

FOUND: Final = at("12.c", "memberikan rekomendasi hasil konsultasi dan pendampingan")
SET_BY: Final = at("13(1)", "ditetapkan oleh Kepala Dinas")
SENT_TO: Final = at("13(2)", "disampaikan kepada Perangkat Daerah terkait")
MOST_LINES: Final = 100
_LISTED_MONTHS: Final = 12

# Names to choose from; the office may write another. The Perbup only says "Perangkat Daerah terkait".
AGENCIES: Final = (
    "Dinas Kesehatan",
    "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    "Dinas Perindustrian dan Perdagangan",
    "Dinas Pariwisata, Kebudayaan, Pemuda dan Olahraga",
    "Dinas Peternakan dan Perikanan",
    "Dinas Ketahanan Pangan dan Pertanian",
    "Dinas Komunikasi dan Informatika",
    "Bagian Pengadaan Barang dan Jasa",
)


class BundleState(Labelled):
    """Where a bundle stands, in its order."""

    DRAFT = "draft", "Disiapkan"
    RETURNED = "returned", "Dikembalikan"
    SET = "set", "Ditetapkan"
    SENT = "sent", "Dikirim"
    ANSWERED = "answered", "Dijawab"

    @property
    def waits_for(self) -> str:
        """What is to be done next; blank when nothing is."""
        return _NEXT[self]


_NEXT: Final[Mapping[BundleState, str]] = {
    BundleState.DRAFT: "menunggu ditetapkan Kepala Dinas",
    BundleState.RETURNED: "menunggu diperbaiki Fasilitator",
    BundleState.SET: "menunggu dikirim",
    BundleState.SENT: "menunggu jawaban",
    BundleState.ANSWERED: "",
}


# What nobody has set: who prepares letters may change it or give it up.
NOT_SET: Final = (BundleState.DRAFT, BundleState.RETURNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterNumber:
    """The act of the Kepala Dinas: the letter's number and its day."""

    number: Annotated[str, Line("Nomor surat")]
    on: Annotated[date, Day("Tanggal surat")]


@dataclass(frozen=True, slots=True, kw_only=True)
class BundlePrepared:
    """A bundle as it is prepared: to which Perangkat Daerah, and the words for each visit by its number."""

    agency: Annotated[str, Line("Perangkat Daerah yang dituju")]
    told: Annotated[Mapping[int, str], Prose("Isi rekomendasi dalam surat")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a Perangkat Daerah answered, and on which day."""

    answer: Annotated[str, Prose("Isi jawaban Perangkat Daerah")]
    on: Annotated[date, Day("Tanggal jawaban")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommended:
    """One recommendation as a letter tells it: about whom, from which visit, in which words; no NIK."""

    visit_id: int
    visited_on: date
    client_number: str
    client_name: str
    kind: SubjectKind
    district_code: str | None
    problem: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyLetter:
    """A letter to one Perangkat Daerah; without `letter` it is a draft, which nobody has set."""

    agency: str
    lines: tuple[Recommended, ...]
    letter: LetterNumber | None = None
    signer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where one recommendation stands: its Perangkat Daerah, and the bundle that it is in, if any."""

    agency: str
    line: Recommended
    state: BundleState | None = None
    number: str = ""
    on: date | None = None

    @property
    def told(self) -> str:
        """Where it stands, in words."""
        if self.state is None:
            return "Belum masuk surat"
        number = f" nomor {self.number}" if self.number else ""
        day = f", {indonesian_date(self.on)}" if self.on else ""
        return f"{self.state.label}{number}{day}"


def check_bundle(prepared: BundlePrepared) -> tuple[Problem, ...]:
    """Every problem in a bundle as it is prepared: the Perangkat Daerah, and the words for each visit."""
    return tuple(_bundle_problems(prepared))


def _bundle_problems(prepared: BundlePrepared) -> Iterator[Problem]:
    told = prepared.told
    if not prepared.agency.strip():
        yield Problem("agency", f"Perangkat Daerah yang dituju belum dipilih ({SENT_TO.place}).")
    if not told:
        yield Problem("lines", "Pilih paling sedikit satu rekomendasi untuk surat ini.")
    if len(told) > MOST_LINES:
        yield Problem(
            "lines",
            f"Satu surat memuat paling banyak {MOST_LINES} rekomendasi. Buat surat kedua untuk sisanya.",
        )
    for visit_id, words in told.items():
        if not words.strip():
            yield Problem(
                f"told.{visit_id}", "Rekomendasi ini kosong. Tulis isinya, atau keluarkan dari surat."
            )
    yield from check_typed(prepared)


def check_standing(returned: Collection[str]) -> tuple[Problem, ...]:
    """A letter is not set while a visit that it rests on is not verified; `returned` names the binaan."""
    if not returned:
        return ()
    names = ", ".join(returned)
    told = (
        f"Kunjungan kepada {names} tidak lagi terverifikasi. Keluarkan dari surat, atau tunggu sampai "
        f"Fasilitator memverifikasinya lagi ({SET_BY.place})."
    )
    return (Problem("lines", told),)


def check_letter(letter: LetterNumber, latest_visit: date, day: date) -> tuple[Problem, ...]:
    """Every problem in the number and the day of a letter about visits up to a day."""
    found: list[Problem] = []
    if not letter.number.strip():
        found.append(Problem("number", "Nomor surat belum diisi. Salin dari buku agenda Dinas."))
    found += check_typed(letter)
    found += day_problems(day, ("on", letter.on))
    if letter.on < latest_visit:
        told = (
            f"Surat ini memuat kunjungan {indonesian_date(latest_visit)}, jadi tidak dapat bertanggal "
            "sebelumnya. Periksa tanggalnya."
        )
        found.append(Problem("on", told))
    return tuple(found)


def number_taken(agency: str, on: date) -> Problem:
    """The number of a letter stands on another letter of the same year already."""
    told = (
        f"Nomor ini sudah dipakai surat untuk {agency} tanggal {indonesian_date(on)}. Periksa buku agenda: "
        "satu nomor hanya untuk satu surat dalam satu tahun."
    )
    return Problem("number", told)


def check_sending(sent_on: date, set_on: date, day: date) -> tuple[Problem, ...]:
    """Every problem in the day on which a letter went out."""
    return tuple(_after(sent_on, set_on, day, "ditetapkan"))


def check_answer(answered: Answer, sent_on: date, day: date) -> tuple[Problem, ...]:
    """Every problem in the answer of a Perangkat Daerah."""
    found = list(_after(answered.on, sent_on, day, "dikirim"))
    if not answered.answer.strip():
        found.append(Problem("answer", "Isi jawaban belum ditulis. Ringkas apa yang akan dilakukan mereka."))
    found += check_typed(answered)
    return tuple(found)


def listed_since(day: date) -> date:
    """The first day of the list of all recommendations, where nobody chooses another."""
    return add_months(day, -_LISTED_MONTHS)


def choices_of(*named: Iterable[str]) -> tuple[str, ...]:
    """The Perangkat Daerah to choose from: those named, then the known ones, each once."""
    every = (name for names in (*named, AGENCIES) for name in names)
    return tuple(dict.fromkeys(name.strip() for name in every if name.strip()))


def _after(told: date, earlier: date, day: date, what: str) -> Iterator[Problem]:
    yield from day_problems(day, ("on", told))
    if told < earlier:
        yield Problem("on", f"Surat baru {what} pada {indonesian_date(earlier)}. Periksa tanggalnya.")
