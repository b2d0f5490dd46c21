"""The monthly report as a workbook: real numbers and dates, and the visits behind them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.blitar_letter import Printing
from domain.blitar_mentoring.reporting.behind import Row
from domain.blitar_mentoring.reporting.figures import ReportFigures
from domain.blitar_mentoring.reporting.report import ReportVersion
from domain.blitar_mentoring.reporting.wording import COUNTED, gap_in_words, lines, uncounted
from domain.dates import indonesian_date, indonesian_moment, indonesian_month

_BOLD: Final = {"bold": True}
_DAY: Final = {"num_format": "dd mmm yyyy", "align": "left"}
_WRAPPED: Final = {"text_wrap": True, "valign": "top"}
_DEMO: Final = "DATA CONTOH"
Value = int | str | date
Lines = Iterable[Sequence[Value]]


def monthly_workbook(
    told: ReportVersion, figures: ReportFigures, visits: Sequence[Row], printing: Printing
) -> bytes:
    """The workbook as XLSX bytes; `visits` are those that the reader may see, without identity numbers."""
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
        }
        _put(book, looks, "Ringkasan", (44, 14, 14, 40), _summary(told, figures, printing), heading=False)
        _put(book, looks, "Per Pendamping", (30, 10, 12, 12, 12, 14, 12, 44), _mentors(told, figures))
        _put(book, looks, "Komponen", (22, 14, 12, 12, 90), _parts(told, figures))
        _put(book, looks, "Tugas", (20, 44, 14), _tasks(figures))
        _put(book, looks, "Tujuan", (24, 44, 14), _goals(figures))
        _put(book, looks, "Kunjungan", (14, 16, 34, 28, 100), _visits(visits))
    return held.getvalue()


def _put(
    book: Any, looks: dict[str, Any], name: str, widths: Sequence[int], rows: Lines, *, heading: bool = True
) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&R&P / &N")
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    if heading:
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
    for line, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if isinstance(value, int):
                sheet.write_number(line, column, value)
            elif isinstance(value, date):
                sheet.write_datetime(line, column, datetime.combine(value, datetime.min.time()), looks["day"])
            else:
                sheet.write_string(line, column, value, looks["text" if line else "bold"])


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
        yield (one.label, one.now, one.before, one.citation.place)
    yield ("Koperasi binaan", figures.totals.cooperatives, figures.before.cooperatives, "Pasal 3 huruf a")
    yield ("Usaha mikro binaan", figures.totals.businesses, figures.before.businesses, "Pasal 3 huruf b")
    yield (COUNTED,)
    for words, _ in uncounted(figures):
        yield (words,)
    yield ("",)
    yield ("Tahap pada akhir bulan", "Binaan")
    for stage, count in figures.by_stage.items():
        yield (stage.label, count)
    yield ("",)
    yield ("Bulan", "Kunjungan")
    for month, count in figures.visits_by_month.items():
        yield (indonesian_month(month), count)


def _state(told: ReportVersion) -> str:
    if told.sent_at is None:
        return "KONSEP, belum dikirim; angkanya masih dapat berubah"
    return f"Terkirim {indonesian_moment(told.sent_at)} oleh {told.sent_by}; versi aturan {told.law}"


def _mentors(told: ReportVersion, figures: ReportFigures) -> Lines:
    yield (
        "Pendamping", "Binaan", "Kunjungan", "Lapangan", "Kantor", "Dikunjungi", "Menunggu",
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
    yield ("Komponen (Pasal 16 ayat (2))", "Kunjungan", "Binaan", "Pendamping", "Uraian")
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


def _visits(visits: Sequence[Row]) -> Lines:
    yield ("Tanggal", "Nomor binaan", "Binaan", "Pendamping", "Isi kunjungan")
    for row in visits:
        yield (row.on, row.client_number, row.client_name, row.mentor_name, row.told)
