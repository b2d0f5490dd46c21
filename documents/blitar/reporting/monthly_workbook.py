"""The monthly report as a workbook: real numbers and dates, and the visits as they are when it is taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.blitar.letter import Printing
from domain.blitar.reporting.behind import Rows
from domain.blitar.reporting.report import ReportVersion
from domain.blitar.reporting.report_figures import ReportFigures
from domain.blitar.reporting.report_words import (
    BUSINESSES,
    COOPERATIVES,
    COUNTED,
    NOTHING_BEFORE,
    PARTS,
    RECOMMENDATIONS_COUNTED,
    STAGES_COUNTED,
    gap_in_words,
    lines,
    uncounted,
)
from domain.dates import indonesian_date, indonesian_moment, indonesian_month
from domain.money import number

_BOLD: Final = {"bold": True}
_DAY: Final = {"num_format": "dd mmm yyyy", "align": "left"}
_WRAPPED: Final = {"text_wrap": True, "valign": "top"}
_DEMO: Final = "DATA CONTOH"
Value = int | str | date
Lines = Iterable[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class TakenVisits:
    """The visits of the month that the reader may see, as they were at a moment; no identity numbers."""

    rows: Rows
    at: datetime


def monthly_workbook(
    told: ReportVersion, figures: ReportFigures, visits: TakenVisits, printing: Printing
) -> bytes:
    """The workbook as XLSX bytes; a sent version holds its frozen figures beside the visits of today."""
    # Text stays text: nothing that a person typed is ever run as a formula or opened as a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    held, title = BytesIO(), f"Laporan bulanan {indonesian_month(told.month)}"
    with Workbook(held, options) as book:
        made = datetime.combine(printing.on, datetime.min.time())
        book.set_properties({"title": title, "created": made})
        looks = {
            "bold": book.add_format(_BOLD),
            "day": book.add_format(_DAY),
            "text": book.add_format(_WRAPPED),
            "note": book.add_format({}),
        }
        _put(book, looks, "Ringkasan", (44, 14, 14, 40), _summary(told, figures, printing), head=None)
        _put(book, looks, "Per Pendamping", (30, 10, 12, 12, 12, 14, 20, 44), _mentors(told, figures))
        _put(book, looks, "Komponen", (22, 14, 12, 12, 90), _parts(told, figures))
        _put(book, looks, "Tugas", (20, 44, 14), _tasks(figures))
        _put(book, looks, "Tujuan", (24, 44, 14), _goals(figures))
        notes = _notes(told, visits, printing)
        _put(book, looks, "Kunjungan", (14, 16, 34, 28, 100), _visits(notes, visits.rows), head=len(notes))
    return held.getvalue()


def _put(
    book: Any,
    looks: dict[str, Any],
    name: str,
    widths: Sequence[int],
    rows: Lines,
    *,
    head: int | None = 0,
) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&R&P / &N")
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    if head is not None:
        sheet.freeze_panes(head + 1, 0)
        sheet.repeat_rows(head)
    for line, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if isinstance(value, int):
                sheet.write_number(line, column, value)
            elif isinstance(value, date):
                sheet.write_datetime(line, column, datetime.combine(value, datetime.min.time()), looks["day"])
            else:
                sheet.write_string(line, column, value, looks[_look(line, head)])


def _look(line: int, head: int | None) -> str:
    """Bold for the first line and the heading; what stands between them runs over the narrow columns."""
    if line in (0, head):
        return "bold"
    return "note" if head is not None and line < head else "text"


def _summary(told: ReportVersion, figures: ReportFigures, printing: Printing) -> Lines:
    yield (f"Laporan bulanan pendampingan, {indonesian_month(told.month)}",)
    if printing.demo:
        yield (_DEMO,)
    yield (f"Versi {told.version}", "", "", _state(told))
    if told.correction:
        yield ("Alasan pembetulan", "", "", told.correction)
    yield (f"Dicetak {indonesian_date(printing.on)} oleh {printing.by}",)
    yield ("",)
    yield ("", "Bulan ini", "Bulan lalu", "Ketentuan")
    for one in lines(figures):
        yield (one.label, one.now, _before(one.before), one.citation.place)
    now, before = figures.totals, figures.before
    cooperatives, businesses = (before.cooperatives, before.businesses) if before else (None, None)
    yield ("Koperasi binaan", now.cooperatives, _before(cooperatives), COOPERATIVES.place)
    yield ("Usaha mikro binaan", now.businesses, _before(businesses), BUSINESSES.place)
    if before is None:
        yield (NOTHING_BEFORE,)
    yield (COUNTED,)
    yield (RECOMMENDATIONS_COUNTED,)
    for words, _ in uncounted(figures):
        yield (words,)
    yield ("",)
    yield ("Tahap pada akhir bulan", "Binaan")
    for stage, count in figures.by_stage.items():
        yield (stage.label, count)
    yield (STAGES_COUNTED,)
    yield ("",)
    yield ("Bulan", "Kunjungan")
    for month, count in figures.visits_by_month.items():
        yield (indonesian_month(month), count)


def _before(count: int | None) -> Value:
    return "–" if count is None else count


def _state(told: ReportVersion) -> str:
    if told.sent_at is None:
        return "KONSEP, belum dikirim; angkanya masih dapat berubah"
    return f"Terkirim {indonesian_moment(told.sent_at)} oleh {told.sent_by}; versi aturan {told.law}"


def _mentors(told: ReportVersion, figures: ReportFigures) -> Lines:
    yield (
        "Pendamping", "Binaan", "Kunjungan", "Lapangan", "Kantor", "Dikunjungi", "Menunggu verifikasi",
        "Tanpa kunjungan karena",
    )  # fmt: skip
    for one in figures.mentors:
        yield (
            one.name,
            one.clients,
            one.visits,
            one.field_visits,
            one.office_visits,
            one.visited_clients,
            one.waiting,
            gap_in_words(one, told.narrative.gap_of(one.staff_id)),
        )
    if rest := figures.in_nobodys_care:
        yield ("Belum ada Pendamping", rest)


def _parts(told: ReportVersion, figures: ReportFigures) -> Lines:
    yield (f"Komponen ({PARTS.place})", "Kunjungan", "Binaan", "Pendamping", "Uraian")
    for part, counted in figures.by_part.items():
        text = told.narrative.texts.get(part, "")
        yield (part.label, counted.visits, counted.clients, counted.mentors, text)
    yield ("Penutup", "", "", "", told.narrative.closing)


def _tasks(figures: ReportFigures) -> Lines:
    yield ("Ketentuan", "Tugas", "Kunjungan")
    for task, count in figures.by_task.items():
        yield (task.citation.place, task.label, count)


def _goals(figures: ReportFigures) -> Lines:
    yield ("Ketentuan", "Tujuan", "Binaan naik")
    for goal, count in figures.by_goal.items():
        yield (goal.citation.place, goal.label, count)


def _notes(told: ReportVersion, visits: TakenVisits, printing: Printing) -> tuple[str, ...]:
    """What to know before reading the visits: as of when, of whom, and that the figures may be older."""
    found = visits.rows
    notes = [f"Kunjungan terverifikasi, keadaan {indonesian_moment(visits.at)}; diunduh {printing.by}."]
    if told.sent_at is not None:
        frozen = indonesian_moment(told.sent_at)
        notes.append(f"Angka di lembar lain dibekukan {frozen}; kunjungan di bawah dapat sudah berubah.")
    if found.own_only:
        notes.append("Hanya kunjungan Anda sendiri; angka di lembar lain tentang semua Pendamping.")
    if len(found.rows) < found.total:
        notes.append(f"Hanya {number(len(found.rows))} kunjungan pertama dari {number(found.total)}.")
    return tuple(notes)


def _visits(notes: Sequence[str], found: Rows) -> Lines:
    yield from ((note,) for note in notes)
    yield ("Tanggal", "Nomor binaan", "Binaan", "Pendamping", "Isi kunjungan")
    for row in found.rows:
        yield (row.on, row.client_number, row.client_name, row.mentor_name, row.told)
