"""Laporan bulanan bank (VII.8): principal and interest of each borrower, by the books and the bank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.dates import indonesian_date
from domain.money import number, rupiah
from domain.sampang.bank_file.bank_coverage import PLACE, MonthDuty
from domain.sampang.instruments import at
from domain.sampang.reports.loan_at_end import LoanAtEnd
from domain.sampang.reports.report_shape import (
    Cell,
    CellKind,
    Report,
    ReportColumn,
    ReportFigure,
    ReportTable,
)
from domain.sampang.servicing.quality import ClassLimits

TITLE: Final = "Laporan bulanan bank"
BEHIND: Final = at("IX.1")
_OWED: Final = at("VIII.5.a")
_INTEREST: Final = at("VIII.4")
_SURCHARGE: Final = at("VIII.5.e")
_NO_RELIEF: Final = at("VIII.5.i")
_COLUMNS: Final = (
    ReportColumn("Nomor", share=25),
    ReportColumn("Peminjam", share=31),
    ReportColumn("Jenis", share=0),
    ReportColumn("Cair", CellKind.DAY, share=0),
    ReportColumn("Pinjaman", CellKind.RUPIAH, share=0),
    ReportColumn("Pokok masuk", CellKind.RUPIAH, share=22),
    ReportColumn("Jasa masuk", CellKind.RUPIAH, share=20),
    ReportColumn("Tambahan jasa", CellKind.RUPIAH, share=0),
    ReportColumn("Dari berkas bank", CellKind.RUPIAH, share=0),
    ReportColumn("Dari bukti lain", CellKind.RUPIAH, share=0),
    ReportColumn("Sisa pokok", CellKind.RUPIAH, share=25),
    ReportColumn("Tunggakan pokok", CellKind.RUPIAH, share=0),
    ReportColumn("Tunggakan jasa", CellKind.RUPIAH, share=0),
    ReportColumn("Tunggakan", CellKind.RUPIAH, share=24),
    ReportColumn("Menunggak sejak", CellKind.DAY, share=0),
    ReportColumn("Bulan", CellKind.COUNT, share=11),
    ReportColumn("Kelas", share=20),
)


@dataclass(frozen=True, slots=True)
class OpenRows:
    """Rows of the bank's files of a month that are not in the books: how many, and their rupiah."""

    rows: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BankMonth:
    """What the bank told of a month and what the books have of it; `duty` tells when its file came in.

    `booked` are principal and interest that the journal took in within the month, by its own days;
    `recovered` what came in for claims that were written off.
    """

    month: date
    day: date
    known_until: date | None
    loans: tuple[LoanAtEnd, ...]
    duty: MonthDuty
    open_rows: OpenRows
    booked: tuple[int, int]
    recovered: int
    limits: ClassLimits


def bank_month_report(found: BankMonth) -> Report:
    """The report of a month, loan by loan."""
    return Report(
        title=TITLE,
        month=found.month,
        day=found.day,
        known_until=found.known_until,
        figures=_figures(found),
        tables=(_table(found),),
        notes=tuple(_notes(found)),
        places=(PLACE, _OWED, _INTEREST, BEHIND),
        bank_signs=True,
    )


def duty_figures(duty: MonthDuty) -> tuple[ReportFigure, ...]:
    """When the bank's file came in, and by when it had to."""
    return (
        ReportFigure("Berkas bank", duty.told, PLACE),
        ReportFigure("Tenggat berkas bank", indonesian_date(duty.due_on), PLACE),
    )


def _figures(found: BankMonth) -> tuple[ReportFigure, ...]:
    loans = found.loans
    running, behind = [one for one in loans if one.runs], [one for one in loans if one.since]
    arrears = f"{rupiah(sum(one.arrears for one in behind))} pada {number(len(behind))} pinjaman"
    left_out, recovered = found.open_rows, rupiah(found.recovered)
    told = f"{number(left_out.rows)} baris, {rupiah(left_out.amount)}" if left_out.rows else "tidak ada"
    return (
        *duty_figures(found.duty),
        ReportFigure("Pokok masuk", rupiah(sum(one.principal_in for one in loans)), _OWED),
        ReportFigure("Jasa masuk", rupiah(sum(one.interest_in for one in loans)), _INTEREST),
        ReportFigure("Tambahan jasa pelunasan", rupiah(sum(one.surcharge_in for one in loans)), _SURCHARGE),
        ReportFigure("Sisa pokok", rupiah(sum(one.owed for one in loans)), _OWED),
        ReportFigure("Pinjaman berjalan", number(len(running)), PLACE),
        ReportFigure("Tunggakan", arrears, BEHIND),
        ReportFigure("Baris bank belum dibukukan", told, PLACE),
        *([ReportFigure("Masuk atas tagihan hapus buku", recovered, _NO_RELIEF)] if found.recovered else ()),
    )


def _table(found: BankMonth) -> ReportTable:
    rows = tuple(_row(one, found.limits) for one in found.loans)
    total: tuple[Cell, ...] = ("", "Jumlah", "", "", *_sums(rows, range(4, 14)), "", "", "")
    return ReportTable(
        "Angsuran tiap peminjam",
        _COLUMNS,
        rows,
        total if rows else None,
        "Tidak ada pinjaman yang berjalan atau menerima angsuran pada bulan ini.",
    )


def _row(one: LoanAtEnd, limits: ClassLimits) -> tuple[str | int | date, ...]:
    return (
        one.number, one.name, one.kind.label, one.disbursed_on, one.principal, one.principal_in,
        one.interest_in, one.surcharge_in, one.from_bank, one.received - one.from_bank, one.owed,
        one.arrears_principal, one.arrears_interest, one.arrears, one.since or "–", one.months,
        limits.of(one.months).label if one.runs else "Lunas",
    )  # fmt: skip


def _sums(rows: Sequence[tuple[str | int | date, ...]], places: range) -> list[int]:
    return [sum(cell for row in rows if isinstance(cell := row[place], int)) for place in places]


def _notes(found: BankMonth) -> list[str]:
    """What the numbers count, and where those of the journal are others."""
    notes = [
        "Pokok dan jasa dihitung menurut tanggal uangnya; uang mengisi angsuran tertua dahulu, jasa sebelum "
        "pokok (tafsir O-27). Tunggakan dihitung sejak hari sesudah jatuh tempo (tafsir O-02).",
        "Dari berkas bank: yang dibukukan dari berkas bulanan bank. Dari bukti lain: selebihnya, menurut "
        "bukti yang dicatat petugas, pembalikan termasuk.",
    ]
    principal, interest = found.booked
    by_money = (
        sum(one.principal_in for one in found.loans),
        sum(one.interest_in + one.surcharge_in for one in found.loans),
    )
    if by_money != found.booked:
        notes.append(
            f"Menurut tanggal buku, jurnal bulan ini memuat pokok {rupiah(principal)} dan jasa "
            f"{rupiah(interest)}: uang bulan yang sudah ditutup dibukukan pada bulan sesudahnya, dan "
            "pembetulan dibukukan pada harinya."
        )
    return notes
