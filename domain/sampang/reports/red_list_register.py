"""Daftar merah as a report: who stands on it at the end of a month, who came on it and who was taken off."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.money import number
from domain.sampang.reports.report_shape import CellKind, Report, ReportColumn, ReportFigure, ReportTable
from domain.sampang.servicing.collecting import RED_LIST

TITLE: Final = "Daftar merah"
_COLUMNS: Final = (
    ReportColumn("Nomor", share=26),
    ReportColumn("Peminjam", share=34),
    ReportColumn("Sejak", CellKind.DAY, share=22),
    ReportColumn("Alasan", share=42),
    ReportColumn("Syarat saat diusulkan", share=0),
    ReportColumn("Diusulkan oleh", share=0),
    ReportColumn("Disetujui oleh", share=24),
    ReportColumn("Dicabut", share=30),
    ReportColumn("Dicabut oleh", share=0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntry:
    """One approved entry: whose, since when and why, by whom, and how it ended, if it did by the day."""

    number: str
    name: str
    since: date
    reason: str
    conditions: tuple[str, ...]
    proposed_by: str
    approved_by: str
    lifted_on: date | None
    lifted_reason: str
    lifted_by: str


@dataclass(frozen=True, slots=True)
class RedListSums:
    """How many stand on the list on a day, and how many came on it and off it in its month."""

    standing: int
    added: int
    lifted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RedListAtEnd:
    """The register at the end of a day: every entry that was approved by then, the oldest first."""

    month: date
    day: date
    known_until: date | None
    entries: tuple[ListedEntry, ...]

    @property
    def sums(self) -> RedListSums:
        """What the entries come to."""
        first = self.month
        lifted = [one for one in self.entries if one.lifted_on is not None]
        return RedListSums(
            len(self.entries) - len(lifted),
            sum(one.since >= first for one in self.entries),
            sum(one.lifted_on >= first for one in lifted if one.lifted_on is not None),
        )


def red_list_figures(sums: RedListSums) -> tuple[ReportFigure, ...]:
    """The figures that screen and paper begin with."""
    return (
        ReportFigure("Tercatat di daftar merah", number(sums.standing), RED_LIST),
        ReportFigure("Masuk bulan ini", number(sums.added), RED_LIST),
        ReportFigure("Dicabut bulan ini", number(sums.lifted), RED_LIST),
    )


def red_list_report(found: RedListAtEnd) -> Report:
    """Those who stand on the list first, then those who were taken off."""
    standing = tuple(_row(one) for one in found.entries if one.lifted_on is None)
    lifted = tuple(_row(one) for one in found.entries if one.lifted_on is not None)
    return Report(
        title=TITLE,
        month=found.month,
        day=found.day,
        known_until=found.known_until,
        figures=red_list_figures(found.sums),
        tables=(
            ReportTable("Tercatat", _COLUMNS, standing, if_empty="Tidak ada yang tercatat."),
            ReportTable("Sudah dicabut", _COLUMNS, lifted, if_empty="Belum ada yang dicabut."),
        ),
        notes=(
            "Masuk daftar merah bila selalu menunggak lebih dari setahun dan tidak ada laporan yang jelas "
            "(IX.3, tafsir S-38 dan O-13); dicoret dari pinjaman selanjutnya selama belum dicabut.",
        ),
        places=(RED_LIST,),
    )


def _row(one: ListedEntry) -> tuple[str | int | date | None, ...]:
    lifted = f"{one.lifted_on:%d/%m/%Y}: {one.lifted_reason}" if one.lifted_on else "–"
    return (
        one.number, one.name, one.since, one.reason, "; ".join(one.conditions), one.proposed_by,
        one.approved_by, lifted, one.lifted_by or "–",
    )  # fmt: skip
