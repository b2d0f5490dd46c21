"""Umur tunggakan: the running loans of a day by age and class, with the provision and what is at risk."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.money import number
from domain.regions.regions import district
from domain.regulation.law_in_force import LawInForce
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
from domain.sampang.servicing.ageing import Ageing, Held, provision_of, provision_rate
from domain.sampang.servicing.ageing_words import AgeingLine, at_risk_in_words, lines_by_age, lines_by_class
from domain.sampang.servicing.quality import ClassLimits, class_limits

TITLE: Final = "Umur tunggakan"
_LATE: Final = at("IX.1")
_OWED: Final = at("VIII.5.a")
_MONEY: Final = CellKind.RUPIAH
_LOANS: Final = (
    ReportColumn("Nomor"),
    ReportColumn("Peminjam"),
    ReportColumn("Kecamatan"),
    ReportColumn("Cair", CellKind.DAY),
    ReportColumn("Menunggak sejak", CellKind.DAY),
    ReportColumn("Bulan", CellKind.COUNT),
    ReportColumn("Kelas"),
    ReportColumn("Sisa pokok", _MONEY),
)


@dataclass(frozen=True, slots=True)
class LateLoan:
    """One loan that is behind: whose, where, since when, how long, its class, and the principal left."""

    number: str
    borrower: str
    district: str
    disbursed_on: date
    since: date
    months: int
    quality: str
    owed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeingAtEnd:
    """The ageing of a day; `late` are the loans that were behind, None for who may not read loans."""

    month: date
    day: date
    known_until: date | None
    ageing: Ageing
    late: tuple[LateLoan, ...] | None


def ageing_of(loans: Iterable[LoanAtEnd], rules: LawInForce) -> Ageing:
    """The running loans by months behind, with the office's percentages of the law's day."""
    limits = class_limits(rules)
    by_months: dict[int, list[int]] = defaultdict(list)
    for one in loans:
        if one.runs:
            by_months[one.months].append(one.owed)
    held = []
    for months, owed in sorted(by_months.items()):
        rate = provision_rate(limits.of(months), rules)
        provision = None if rate is None else sum(provision_of(each, rate) for each in owed)
        held.append(Held(months, len(owed), sum(owed), provision))
    return Ageing(tuple(held), limits)


def late_of(loans: Iterable[LoanAtEnd], limits: ClassLimits) -> tuple[LateLoan, ...]:
    """The loans that are behind, those longest behind first."""
    late = [_late(one, one.since, limits) for one in loans if one.since is not None]
    return tuple(sorted(late, key=lambda each: (each.since, each.number)))


def ageing_report(found: AgeingAtEnd) -> Report:
    """The report: without names on paper, loan by loan in the workbook."""
    running, risk = found.ageing.all, found.ageing.at_risk
    return Report(
        title=TITLE,
        month=found.month,
        day=found.day,
        known_until=found.known_until,
        figures=(
            ReportFigure("Pinjaman berjalan", number(running.loans), _OWED),
            ReportFigure("Menunggak", number(risk.loans), _LATE),
        ),
        tables=(
            _table("Menurut lamanya menunggak", "Menunggak", lines_by_age(found.ageing)),
            _by_class(lines_by_class(found.ageing)),
            *(() if found.late is None else (_late_loans(found.late),)),
        ),
        notes=(
            at_risk_in_words(found.ageing),
            "Bulan tunggakan dihitung dari angsuran tertua yang belum lunas, sejak hari sesudah jatuh "
            "temponya (tafsir O-02). Batas kelas dan persen penyisihan adalah ketetapan kantor; penyisihan "
            "dihitung atas sisa pokok tiap pinjaman (tafsir O-19), dan yang belum ditetapkan bukan nol.",
        ),
        places=(_LATE, _OWED),
    )


def _table(title: str, heading: str, lines: Sequence[AgeingLine]) -> ReportTable:
    columns = (
        ReportColumn(heading, share=98),
        ReportColumn("Pinjaman", CellKind.COUNT, 30),
        ReportColumn("Sisa pokok", _MONEY, 50),
    )
    *rows, total = [(one.told, one.sum.loans, one.sum.owed) for one in lines]
    return ReportTable(title, columns, tuple(rows), total, drawn=2)


def _by_class(lines: Sequence[AgeingLine]) -> ReportTable:
    columns = (
        ReportColumn("Kelas", share=56),
        ReportColumn("Pinjaman", CellKind.COUNT, 22),
        *(ReportColumn(name, _MONEY, 33) for name in ("Sisa pokok", "Penyisihan", "Bersih")),
    )
    *rows, total = [
        (
            one.told,
            one.sum.loans,
            one.sum.owed,
            one.provision if one.sum.provision is None else one.sum.provision,
            one.net if one.sum.net is None else one.sum.net,
        )
        for one in lines
    ]
    return ReportTable("Menurut kelas", columns, tuple(rows), total)


def _late_loans(late: Sequence[LateLoan]) -> ReportTable:
    rows: list[tuple[Cell, ...]] = [
        (
            one.number, one.borrower, one.district, one.disbursed_on, one.since, one.months, one.quality,
            one.owed,
        )
        for one in late
    ]  # fmt: skip
    return ReportTable("Pinjaman menunggak", _LOANS, tuple(rows), most_printed=0)


def _late(one: LoanAtEnd, since: date, limits: ClassLimits) -> LateLoan:
    return LateLoan(
        number=one.number,
        borrower=one.name,
        district=district_name(one.district_code),
        disbursed_on=one.disbursed_on,
        since=since,
        months=one.months,
        quality=limits.of(one.months).label,
        owed=one.owed,
    )


def district_name(code: str | None) -> str:
    """The kecamatan of a code; blank where it is not known."""
    place = district(code) if code else None
    return place.name if place else ""
