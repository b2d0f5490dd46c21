"""The report of a selection to the Kepala Dinas (Pasal 6 ayat (3))."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from fpdf.enums import Align

from documents.blitar.letter import DOTS, Printing, facts, letter, signatures
from documents.printable import one_line
from documents.sheet import WIDTH, Sheet
from documents.tables import Column, headed_table, plain_columns
from domain.blitar.kinds import SubjectKind
from domain.blitar.selecting.results import OutcomeKind, TestKind
from domain.blitar.selecting.rounds import Round
from domain.blitar.selecting.standing import Standing, decided_as
from domain.blitar.words import verdict_label
from domain.dates import indonesian_date
from domain.regulation.assessment import Verdict

_COUNTS: Final = (Column("Tahap", 62), Column("Hasil", 82), Column("Orang", WIDTH - 144, Align.R))
_CLOSING: Final = (
    "Mohon peserta yang lulus ditetapkan sebagai Pendamping dengan Keputusan Kepala Dinas "
    "(Pasal 11 ayat (1)). Ikatan kerja dan partai politik diperiksa lagi saat penetapan."
)
_NAMES: Final = (Column("No.", 12), Column("Nama", 62), Column("Hasil", 24), Column("Alasan", WIDTH - 98))


def report(
    wanted: Round,
    standings: Sequence[Standing],
    printing: Printing,
    *,
    number: str,
    on: date | None,
    team: tuple[str, ...],
) -> bytes:
    """The report as PDF bytes; `number` is that of the minutes, without which it is a draft."""
    sheet = letter(
        "Laporan hasil seleksi",
        "",
        printing,
        note="Memuat data pribadi, hanya untuk Dinas dan Tim Seleksi",
        draft="" if number and on else "hasil belum ditetapkan dengan berita acara.",
    )
    _addressed(sheet, printing)
    attached = f"berita acara nomor {one_line(number, 80) or DOTS}"
    sheet.paragraph(
        f"Menurut Pasal 6 ayat (3) Perbup Blitar 3/2023 kami melaporkan hasil {one_line(wanted.title, 120)}, "
        f"yang ditetapkan dengan {attached} tanggal {indonesian_date(on) if on else DOTS}."
    )
    sheet.ln(2)
    facts(sheet, _facts(wanted, standings))
    rows = _counts(standings)
    headed_table(sheet, "Jalannya seleksi (Pasal 8 huruf d)", _COUNTS, rows)
    _names(sheet, standings)
    _readings(sheet, standings)
    sheet.ln(3)
    signatures(sheet, f"Blitar, {DOTS}", team, _CLOSING)
    return bytes(sheet.output())


def _addressed(sheet: Sheet, printing: Printing) -> None:
    told = (
        ("Nomor", f": {DOTS}"),
        ("Sifat", ": Biasa"),
        ("Lampiran", ": 1 berkas berita acara"),
        ("Hal", ": Laporan hasil seleksi Pendamping"),
    )
    plain_columns(sheet, (Column("", 20), Column("", WIDTH - 20)), told)
    sheet.ln(3)
    sheet.paragraph(f"Yth. Kepala {printing.head.agency}")
    sheet.ln(3)


def _facts(wanted: Round, standings: Sequence[Standing]) -> list[tuple[str, str]]:
    return [
        (
            "Pengumuman",
            f"{one_line(wanted.announcement_number, 80) or DOTS}, {indonesian_date(wanted.announced_on)}",
        ),
        ("Pendaftaran", f"{indonesian_date(wanted.opens_on)} sampai {indonesian_date(wanted.closes_on)}"),
        ("Pendaftar", f"{len(standings)} orang"),
        ("Kuota", f"{wanted.quota} orang"),
        ("Lulus", f"{len(decided_as(standings, OutcomeKind.PASSED))} orang"),
    ]


def _counts(standings: Sequence[Standing]) -> list[tuple[str, str, str]]:
    verdicts = Counter(one.verdict for one in standings)
    rows = [
        ("Seleksi berkas", verdict_label(SubjectKind.CANDIDATE, verdict), f"{verdicts[verdict]}")
        for verdict in Verdict
        if verdicts[verdict]
    ]
    for kind in TestKind:
        results = [result for one in standings if (result := one.test(kind))]
        passed = sum(result.passed for result in results)
        rows += [(kind.label, "lulus", f"{passed}"), (kind.label, "tidak lulus", f"{len(results) - passed}")]
    rows += [("Hasil", kind.label, f"{len(decided_as(standings, kind))}") for kind in _kinds(standings)]
    waiting = sum(one.outcome is None for one in standings)
    return [*rows, ("Hasil", "belum diputuskan", f"{waiting}")] if waiting else rows


def _kinds(standings: Sequence[Standing]) -> list[OutcomeKind]:
    """The kinds of outcome; lateness only where somebody came late."""
    return [one for one in OutcomeKind if one is not OutcomeKind.LATE or decided_as(standings, one)]


def _names(sheet: Sheet, standings: Sequence[Standing]) -> None:
    chosen = [
        one for kind in (OutcomeKind.PASSED, OutcomeKind.RESERVE) for one in decided_as(standings, kind)
    ]
    rows = [
        (f"{one.number}", one_line(one.name, 80), one.outcome.kind.label, one_line(one.outcome.reason, 300))
        for one in chosen
        if one.outcome
    ]
    if rows:
        headed_table(sheet, "Peserta yang lulus dan cadangan", _NAMES, rows)


def _readings(sheet: Sheet, standings: Sequence[Standing]) -> None:
    told = [
        f"Nomor {one.number}: {one_line(one.outcome.reading_reason, 400)}"
        for one in standings
        if one.outcome and one.outcome.reading_reason
    ]
    if told:
        sheet.heading("Tafsir yang dipakai Tim Seleksi")
        sheet.bullets(told)
