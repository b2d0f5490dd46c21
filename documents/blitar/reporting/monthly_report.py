"""The monthly report to the Kepala Dinas (Pasal 5 ayat (3) huruf i, Pasal 16 ayat (2))."""

from typing import Final

from documents.blitar.letter import DOTS, Printing, centred, facts, letter
from documents.blitar.reporting.monthly_charts import goal_bars, month_bars
from documents.blitar.reporting.monthly_tables import (
    goal_table,
    headline_table,
    mentor_table,
    month_table,
    stage_table,
    task_table,
)
from documents.printable import one_line
from documents.sheet import LINE, MARGIN, WIDTH, Sheet
from domain.blitar.goals_and_tasks import ReportPart
from domain.blitar.reporting.behind import Number
from domain.blitar.reporting.report import MONTHLY, PERIODIC, THROUGH, WATCHED, ReportVersion
from domain.blitar.reporting.report_figures import ReportFigures
from domain.blitar.reporting.report_words import (
    CLIENTS_COUNTED,
    COUNTED,
    RECOMMENDATIONS_COUNTED,
    lines,
    uncounted,
)
from domain.dates import JAKARTA, indonesian_date, indonesian_moment, indonesian_month
from domain.money import number

TITLE: Final = "Laporan bulanan pendampingan"
_NOTE: Final = "Untuk Kepala Dinas"
_SIGNING: Final = 42.0
_LONGEST: Final = 4_000


def monthly_report(
    told: ReportVersion, figures: ReportFigures, printing: Printing, *, kept: bool = False
) -> bytes:
    """The report as PDF bytes; until it was sent it is a draft, over the figures of the moment.

    One that is `kept` as it is sent carries its seal.
    """
    month = indonesian_month(told.month)
    draft = "" if told.is_sent else "belum dikirim kepada Kepala Dinas; angkanya masih dapat berubah."
    sent_on = told.sent_at.astimezone(JAKARTA).date() if kept and told.sent_at else None
    sheet = letter(TITLE, told.number, printing, note=_NOTE, draft=draft, kept_on=sent_on)
    centred(sheet, TITLE.upper(), 12, bold=True)
    centred(sheet, f"Bulan {month}", bold=True)
    sheet.ln(3)
    _about(sheet, told, printing)
    _headline(sheet, figures)
    month_bars(sheet, figures)
    goal_bars(sheet, figures)
    _parts(sheet, told, figures)
    mentor_table(sheet, told.narrative, figures)
    task_table(sheet, figures)
    goal_table(sheet, figures)
    stage_table(sheet, figures)
    month_table(sheet, figures)
    _closing(sheet, told)
    return sheet.finished()


def _about(sheet: Sheet, told: ReportVersion, printing: Printing) -> None:
    sheet.paragraph(f"Yth. Kepala {printing.head.agency}")
    sheet.ln(2)
    sheet.paragraph(
        f"Laporan ini disusun Fasilitator dari kunjungan Pendamping ({PERIODIC.place}, {THROUGH.place}), "
        f"dari pemantauan dan evaluasinya ({WATCHED.place}), dan disampaikan setiap bulan ({MONTHLY.place})."
    )
    sheet.ln(2)
    known = [("Versi", f"{told.version}")]
    if told.correction:
        known.append(("Alasan pembetulan", one_line(told.correction, 2_000)))
    if told.sent_at:
        sent = f"{indonesian_moment(told.sent_at)} oleh {one_line(told.sent_by, 60)}"
        known.append(("Terkirim", sent))
        known.append(("Angka dibekukan", "saat dikirim"))
    facts(sheet, known)


def _headline(sheet: Sheet, figures: ReportFigures) -> None:
    headline_table(sheet, figures)
    sheet.ln(1.5)
    sheet.paragraph(f"{COUNTED} {CLIENTS_COUNTED} {RECOMMENDATIONS_COUNTED}", size=8)
    left_out = [words for words, _ in uncounted(figures)]
    if left_out:
        sheet.paragraph(f"Di luar angka ini: {'; '.join(left_out)}.", size=8)


def _parts(sheet: Sheet, told: ReportVersion, figures: ReportFigures) -> None:
    sheet.heading(f"Tujuh komponen laporan ({THROUGH.place})", room=20)
    for place, part in enumerate(ReportPart, 1):
        text = told.narrative.texts.get(part, "").strip()
        counted = figures.by_part[part]
        if sheet.will_page_break(4 * LINE):
            sheet.add_page()
        sheet.paragraph(
            f"{place}. {part.label}: {number(counted.visits)} kunjungan, {number(counted.clients)} binaan"
            f"{_written(part, figures)}",
            bold=True,
        )
        _text(sheet, text or "Tidak ada uraian.")
        sheet.ln(2)


def _written(part: ReportPart, figures: ReportFigures) -> str:
    if part is not ReportPart.RECOMMENDATION:
        return ""
    (line,) = [one for one in lines(figures) if one.behind.number is Number.RECOMMENDATIONS]
    return f", {number(line.now)} rekomendasi tertulis"


def _text(sheet: Sheet, text: str) -> None:
    """What a person wrote, with its own paragraphs."""
    for paragraph in _paragraphs(text):
        sheet.paragraph(paragraph)


def _paragraphs(text: str) -> list[str]:
    return [one for line in text[:_LONGEST].splitlines() if (one := line.strip())]


def _closing(sheet: Sheet, told: ReportVersion) -> None:
    sheet.heading("Penutup")
    *before, last = _paragraphs(told.narrative.closing) or ["Demikian laporan ini disampaikan."]
    for paragraph in before:
        sheet.paragraph(paragraph)
    sheet.close_with(last, _SIGNING)
    sheet.ln(6)
    left = MARGIN + WIDTH / 2
    day = indonesian_date(told.sent_at.astimezone(JAKARTA).date()) if told.sent_at else DOTS
    for line in (f"Blitar, {day}", "Fasilitator"):
        sheet.set_x(left)
        sheet.cell(text=line, h=LINE)
        sheet.set_xy(left, sheet.get_y() + LINE)
    sheet.set_xy(left, sheet.get_y() + 16)
    sheet.cell(text=one_line(told.sent_by, 45) or DOTS, h=LINE)
    sheet.set_xy(MARGIN, sheet.get_y() + LINE)
