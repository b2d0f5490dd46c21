"""Hasil pembinaan kepada Bupati (VI.2.c): what became of the borrowers of each kind, and what nobody knows.

The text asks the team to report the results of guiding cooperatives, businesses, LKM and Sentra to the
Bupati. It names neither a form nor a period nor a measure, so the report tells what was recorded: visits and
the use of the money (VII.7, VIII.3), arrears (IX), loans that ended, and who borrowed again (III.7).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from domain.money import number, rupiah
from domain.regulation.sources import Citation
from domain.sampang.instruments import at
from domain.sampang.kinds import ApplicantKind
from domain.sampang.reports.report_shape import (
    Cell,
    CellKind,
    Report,
    ReportColumn,
    ReportFigure,
    ReportTable,
)
from domain.sampang.servicing.quality import Quality
from domain.sampang.servicing.use_of_funds import OWN_BOOKS, WATCHED, WORKING_CAPITAL

TITLE: Final = "Hasil pembinaan"
TO: Final = "Bupati Sampang"
REPORTED: Final[Citation] = at("VI.2.c", "Melaporkan hasil pembinaan")
AGAIN: Final[Citation] = at("III.7", "dapat meminjam kembali dana bergulir")
LATE: Final[Citation] = at("IX.1")
PAID_FOR: Final[Citation] = at("VIII.4.c", "Jasa Pembinaan, Honor Fasilitator")
_COUNT: Final = CellKind.COUNT


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidedKind:
    """The borrowers of one kind: loans that run, visits, what the newest visits told, and how loans went.

    `as_planned` and `own_books` count running loans by the newest known answer: yes, no; the rest nobody
    knows. `classes` counts running loans by class.
    """

    kind: ApplicantKind
    running: int = 0
    owed: int = 0
    visits: int = 0
    visited: int = 0
    ever_visited: int = 0
    as_planned: tuple[int, int] = (0, 0)
    own_books: tuple[int, int] = (0, 0)
    classes: dict[Quality, int] = field(default_factory=dict)
    ended: int = 0
    again: int = 0

    @property
    def late(self) -> int:
        """Running loans with anything behind."""
        return self.running - self.classes.get(Quality.CURRENT, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """The results of a month by kind of borrower; `paid_for` is what the Dinas got for it until the day."""

    month: date
    day: date
    known_until: date | None
    kinds: tuple[GuidedKind, ...]
    paid_for: int
    joint_visits: int
    letters: int


def guidance_report(found: Guidance) -> Report:
    """The report to the Bupati, without names."""
    return Report(
        title=TITLE,
        month=found.month,
        day=found.day,
        known_until=found.known_until,
        figures=_figures(found),
        tables=(_borrowers(found.kinds), _use(found.kinds), _arrears(found.kinds)),
        notes=(
            "Perkembangan usaha peminjam (omzet, aset, tenaga kerja sesudah pinjaman): belum diketahui, "
            "karena tidak dicatat di sini. Pembinaan di luar kunjungan yang dicatat juga belum diketahui.",
            "VI.2.c tidak menentukan bentuk, ukuran, dan waktu laporan; di sini dilaporkan tiap bulan apa "
            "yang dicatat. Jawaban penggunaan dana ialah yang terbaru diketahui tiap pinjaman berjalan.",
        ),
        places=(REPORTED, WATCHED, WORKING_CAPITAL, OWN_BOOKS, LATE, AGAIN, PAID_FOR),
        to=TO,
        opening=(
            "Bersama ini dilaporkan hasil pembinaan koperasi, usaha mikro, kecil dan menengah, LKM, dan "
            f"Sentra UKM penerima dana bergulir ({REPORTED.short})."
        ),
    )


def _figures(found: Guidance) -> tuple[ReportFigure, ...]:
    kinds = found.kinds
    running = sum(one.running for one in kinds)
    unseen = running - sum(one.ever_visited for one in kinds)
    return (
        ReportFigure("Pinjaman dibina", number(running), REPORTED),
        ReportFigure("Kunjungan bulan ini", number(sum(one.visits for one in kinds)), WATCHED),
        ReportFigure("Belum ada kunjungan tercatat", number(unseen), WATCHED),
        ReportFigure("Menunggak", number(sum(one.late for one in kinds)), LATE),
        ReportFigure("Lunas bulan ini", number(sum(one.ended for one in kinds)), AGAIN),
        ReportFigure("Penagihan bersama bulan ini", number(found.joint_visits), at("VII.5")),
        ReportFigure("Surat penagihan bulan ini", number(found.letters), LATE),
        ReportFigure("Jasa pembinaan dibayarkan kepada Dinas", rupiah(found.paid_for), PAID_FOR),
    )


def _borrowers(kinds: Sequence[GuidedKind]) -> ReportTable:
    columns = (
        ReportColumn("Peminjam", share=50),
        *(ReportColumn(name, _COUNT, 19) for name in ("Berjalan", "Dikunjungi", "Kunjungan")),
        *(ReportColumn(name, _COUNT, 19) for name in ("Lunas", "Meminjam kembali")),
        ReportColumn("Sisa pokok", CellKind.RUPIAH, 33),
    )
    rows = tuple(
        (one.kind.label, one.running, one.visited, one.visits, one.ended, one.again, one.owed)
        for one in kinds
    )
    return _summed("Peminjam yang dibina", columns, rows)


def _use(kinds: Sequence[GuidedKind]) -> ReportTable:
    """Yes, no and not known, for the use of the money and for separate books (VIII.3)."""
    columns = (
        ReportColumn("Peminjam", share=50),
        *(ReportColumn(f"Sesuai rencana: {one}", _COUNT, 21) for one in ("ya", "tidak", "belum diketahui")),
        *(ReportColumn(f"Buku tersendiri: {one}", _COUNT, 21) for one in ("ya", "tidak", "belum diketahui")),
    )
    rows = tuple(
        (one.kind.label, *_answers(one.as_planned, one.running), *_answers(one.own_books, one.running))
        for one in kinds
    )
    return _summed("Penggunaan dana pinjaman berjalan (VIII.3)", columns, rows)


def _answers(known: tuple[int, int], running: int) -> tuple[int, int, int]:
    yes, no = known
    return yes, no, running - yes - no


def _arrears(kinds: Sequence[GuidedKind]) -> ReportTable:
    columns = (
        ReportColumn("Peminjam", share=50),
        *(ReportColumn(one.label, _COUNT, 32) for one in Quality),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.kind.label, *(one.classes.get(each, 0) for each in Quality)) for one in kinds
    ]
    return _summed("Keadaan pinjaman berjalan (IX.1; kelas menurut ketetapan kantor)", columns, rows)


def _summed(title: str, columns: tuple[ReportColumn, ...], rows: Sequence[tuple[Cell, ...]]) -> ReportTable:
    sums = (
        sum(cell for row in rows if isinstance(cell := row[place], int)) for place in range(1, len(columns))
    )
    return ReportTable(title, columns, tuple(rows), ("Jumlah", *sums))
