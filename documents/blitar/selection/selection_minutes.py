"""The minutes that fix who passed: the whole matrix and every outcome (Pasal 8 huruf e)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from fpdf.enums import Align

from documents.blitar.letter import DOTS, Printing, day_in_words, letter, signatures, titled
from documents.printable import one_line
from documents.sheet import WIDTH, Sheet
from documents.tables import Column, Strong, headed_table, room_for, table
from domain.blitar.candidate_points import THIRTEEN_POINTS
from domain.blitar.kinds import SubjectKind
from domain.blitar.selecting.results import OutcomeKind, TestKind, TestResult
from domain.blitar.selecting.rounds import Round
from domain.blitar.selecting.standing import LETTERS, PREFERENCE, Preference, Standing, decided_as
from domain.blitar.words import verdict_label
from domain.dates import indonesian_date
from domain.regulation.outcomes import Outcome

# Letters, because a black-and-white print shows no colour and the font has no ticks.
MARKS: Final = {
    Outcome.MET: "M",
    Outcome.NOT_MET: "T",
    Outcome.UNKNOWN: "?",
    Outcome.AWAITS_JUDGEMENT: "P",
    Outcome.STILL_POSSIBLE: "S",
}
_CLOSING: Final = (
    "Calon tidak diurutkan dan tidak diberi nilai atau bobot oleh program. Peserta yang lulus menjadi "
    "Pendamping dengan Keputusan Kepala Dinas (Pasal 11 ayat (1))."
)
_PREFERENCES: Final = {Preference.HAS: "ada", Preference.HAS_NOT: "–", Preference.UNKNOWN: "?"}
_DECIDING: Final = tuple(letter for letter in LETTERS if letter != PREFERENCE)
_MATRIX: Final = (
    Column("No.", 10),
    Column("Nama", WIDTH - 118),
    *(Column(one, 8, Align.C) for one in _DECIDING),
    Column("j", 12, Align.C),
)
_OUTCOMES: Final = (
    Column("No.", 10),
    Column("Nama", 34),
    Column("Pemeriksaan berkas", 28),
    Column("Tertulis", 15),
    Column("Wawancara", 21),
    Column("Hasil", 19),
    Column("Alasan, dan tafsir yang dipakai", WIDTH - 127),
)


def minutes(
    wanted: Round,
    standings: Sequence[Standing],
    printing: Printing,
    *,
    number: str,
    on: date | None,
    team: tuple[str, ...],
) -> bytes:
    """The minutes as PDF bytes; without a number and a day they are a draft."""
    draft = "" if number and on else "belum ditetapkan, jadi hasil di bawah ini masih dapat berubah."
    sheet = letter(
        "Berita acara penetapan",
        number,
        printing,
        note="Memuat data pribadi, hanya untuk Dinas dan Tim Seleksi",
        draft=draft,
    )
    titled(sheet, "Berita acara penetapan peserta lulus seleksi", number, wanted.title)
    sheet.paragraph(_opening(wanted, standings, on, printing.head.agency))
    _passed(sheet, standings)
    _matrix(sheet, standings)
    _outcomes(sheet, standings)
    sheet.ln(3)
    signatures(sheet, f"Blitar, {indonesian_date(on) if on else DOTS}", team, _CLOSING)
    return bytes(sheet.output())


def _opening(wanted: Round, standings: Sequence[Standing], on: date | None, agency: str) -> str:
    day = day_in_words(on) if on else DOTS
    announced = one_line(wanted.announcement_number, 80) or DOTS
    return (
        f"Pada hari ini {day}, Tim Seleksi pada {agency} menetapkan hasil "
        f"{one_line(wanted.title, 120)} menurut pengumuman nomor {announced} "
        f"tanggal {indonesian_date(wanted.announced_on)}. "
        f"Pendaftaran dibuka {indonesian_date(wanted.opens_on)} sampai {indonesian_date(wanted.closes_on)}, "
        f"diikuti {len(standings)} pendaftar untuk {wanted.quota} tempat. Sesudah seleksi berkas, ujian "
        "tertulis, dan wawancara (Pasal 8 huruf d), Tim Seleksi memutuskan sebagai berikut."
    )


def _passed(sheet: Sheet, standings: Sequence[Standing]) -> None:
    for kind in (OutcomeKind.PASSED, OutcomeKind.RESERVE):
        chosen = decided_as(standings, kind)
        sheet.heading(f"{kind.label}: {len(chosen)} orang")
        told = (f"{one_line(one.name, 100)} (pendaftar nomor {one.number})" for one in chosen)
        if chosen:
            sheet.bullets(told)
        else:
            sheet.paragraph("Tidak ada.")


def _matrix(sheet: Sheet, standings: Sequence[Standing]) -> None:
    rows = [
        (
            f"{one.number}",
            one_line(one.name, 60),
            *(_mark(one.points.get(letter, Outcome.UNKNOWN)) for letter in _DECIDING),
            _PREFERENCES[one.preference],
        )
        for one in standings
    ]
    sheet.heading("Pemeriksaan berkas menurut Pasal 7 huruf a sampai m", 10 + room_for(sheet, _MATRIX, rows))
    legend = ", ".join(f"{mark} {outcome}" for outcome, mark in MARKS.items())
    sheet.paragraph(f"{legend}. Kolom j hanya diutamakan: ada atau tidak, tanpa memengaruhi putusan.")
    sheet.ln(1)
    table(sheet, _MATRIX, rows)
    sheet.ln(1.5)
    titles = "; ".join(f"{rule.place.rpartition('.')[2]} {rule.title}" for rule in THIRTEEN_POINTS)
    sheet.paragraph(f"{titles}.", size=7.5)


def _mark(outcome: Outcome) -> str:
    return MARKS[outcome] if outcome is Outcome.MET else Strong(MARKS[outcome])


def _outcomes(sheet: Sheet, standings: Sequence[Standing]) -> None:
    rows = [
        (
            f"{one.number}",
            one_line(one.name, 60),
            verdict_label(SubjectKind.CANDIDATE, one.verdict),
            *(_test(one.test(kind)) for kind in TestKind),
            Strong(one.outcome.kind.label if one.outcome else "Belum diputuskan"),
            _reason(one),
        )
        for one in standings
    ]
    headed_table(sheet, "Hasil setiap pendaftar", _OUTCOMES, rows)


def _test(result: TestResult | None) -> str:
    if result is None:
        return "–"
    return "lulus" if result.passed else "tidak"


def _reason(standing: Standing) -> str:
    outcome = standing.outcome
    if outcome is None:
        return "–"
    told = [one_line(outcome.reason, 400)]
    if outcome.reading_reason:
        told.append(f"Tafsir: {one_line(outcome.reading_reason, 400)}")
    return "\n".join(told)
