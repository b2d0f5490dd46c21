"""Recommendations to other Perangkat Daerah (Pasal 13): bundled, set by the Kepala Dinas, answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.blitar_mentoring.field_checks import LONGEST_NAME, LONGEST_TEXT, day_problems, text_problems
from domain.blitar_mentoring.instruments import at
from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.problems import Problem

SET_BY: Final = at("13(1)", "ditetapkan oleh Kepala Dinas")
SENT_TO: Final = at("13(2)", "disampaikan kepada Perangkat Daerah terkait")

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
    SET = "set", "Ditetapkan"
    SENT = "sent", "Dikirim"
    ANSWERED = "answered", "Dijawab"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterNumber:
    """The act of the Kepala Dinas: the letter's number and its day."""

    number: str
    on: date


def check_letter(letter: LetterNumber, day: date) -> tuple[Problem, ...]:
    """Every problem in the number and the day of a letter."""
    found: list[Problem] = []
    if not letter.number.strip():
        found.append(Problem("number", "Nomor surat belum diisi. Salin dari buku agenda Dinas."))
    found += text_problems(("number", letter.number, LONGEST_NAME))
    found += day_problems(day, ("on", letter.on))
    return tuple(found)


def check_sending(sent_on: date, set_on: date, day: date) -> tuple[Problem, ...]:
    """Every problem in the day on which a letter went out."""
    return tuple(_after(sent_on, set_on, day, "ditetapkan"))


def check_answer(answer: str, answered_on: date, sent_on: date, day: date) -> tuple[Problem, ...]:
    """Every problem in the answer of a Perangkat Daerah."""
    found = list(_after(answered_on, sent_on, day, "dikirim"))
    if not answer.strip():
        found.append(Problem("answer", "Isi jawaban belum ditulis. Ringkas apa yang akan dilakukan mereka."))
    found += text_problems(("answer", answer, LONGEST_TEXT))
    return tuple(found)


def _after(told: date, earlier: date, day: date, what: str) -> Iterator[Problem]:
    yield from day_problems(day, ("on", told))
    if told < earlier:
        yield Problem("on", f"Surat baru {what} pada {indonesian_date(earlier)}. Periksa tanggalnya.")
