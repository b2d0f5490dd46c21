"""Register surat: every numbered paper of a month, with whose it is and who let it go out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.money import number
from domain.sampang.instruments import at
from domain.sampang.reports.report_shape import CellKind, Report, ReportColumn, ReportFigure, ReportTable

TITLE: Final = "Register surat"
LETTERS: Final = at("IX.1", "surat tegoran 1,2,3")
MINUTES: Final = at("VI.2.b", "berita acara hasil survey")
_COLUMNS: Final = (
    ReportColumn("Tanggal", CellKind.DAY, share=22),
    ReportColumn("Nomor surat", share=36),
    ReportColumn("Jenis", share=40),
    ReportColumn("Pinjaman atau rapat", share=24),
    ReportColumn("Peminjam", share=32),
    ReportColumn("Diterbitkan oleh", share=24),
    ReportColumn("Disimpan", share=0),
    ReportColumn("SHA-256", share=0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredPaper:
    """A paper that went out: its day, number and kind, whose file or meeting, by whom, its fingerprint."""

    on: date
    number: str
    kind: str
    of: str
    borrower: str
    by: str
    kept: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRegister:
    """The papers of the days of a month in their order."""

    month: date
    day: date
    known_until: date | None
    papers: tuple[RegisteredPaper, ...]


def letter_figures(counts: Mapping[str, int]) -> tuple[ReportFigure, ...]:
    """How many papers went out, all and by kind; the most frequent first."""
    kinds = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    places = {kind: LETTERS if "teguran" in kind or "macet" in kind else MINUTES for kind in counts}
    return (
        ReportFigure("Surat bernomor", number(sum(counts.values())), MINUTES),
        *(ReportFigure(kind, number(count), places[kind]) for kind, count in kinds),
    )


def letter_report(found: LetterRegister) -> Report:
    """The register of a month."""
    counts: dict[str, int] = {}
    for one in found.papers:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    rows = tuple(
        (one.on, one.number, one.kind, one.of, one.borrower or "–", one.by, one.kept, one.sha256)
        for one in found.papers
    )
    return Report(
        title=TITLE,
        month=found.month,
        day=found.day,
        known_until=found.known_until,
        figures=letter_figures(counts),
        tables=(ReportTable("Surat yang keluar", _COLUMNS, rows, if_empty="Tidak ada surat bulan ini."),),
        notes=(
            "Menurut tanggal suratnya. Nomor diberikan kantor; surat disimpan sebagaimana dicetak dan dapat "
            "dicocokkan lewat SHA-256 pada berkas Excel.",
        ),
        places=(MINUTES, LETTERS),
    )
