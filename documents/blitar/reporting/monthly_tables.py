"""The tables of the monthly report: each number with last month's, its provision, and who did what."""

from collections.abc import Sequence
from typing import Final

from fpdf.enums import Align

from documents.printable import one_line
from documents.sheet import WIDTH, Sheet
from documents.tables import Column, room_for, table
from domain.blitar.reporting.report import Narrative
from domain.blitar.reporting.report_figures import ReportFigures
from domain.blitar.reporting.report_words import (
    GOALS,
    GOALS_COUNTED,
    KINDS,
    MENTORS_PLACE,
    NOTHING_BEFORE,
    STAGES_COUNTED,
    TASKS,
    Line,
    client_kinds,
    gap_in_words,
    lines,
)
from domain.dates import indonesian_month
from domain.money import number

_RIGHT: Final = Align.R
_HEADLINE: Final = (
    Column("", 74),
    Column("Bulan ini", 26, _RIGHT),
    Column("Bulan lalu", 26, _RIGHT),
    Column("Ketentuan", WIDTH - 126),
)
_MENTORS: Final = (
    Column("Pendamping", 38),
    Column("Binaan", 14, _RIGHT),
    Column("Kunjungan", 19, _RIGHT),
    Column("Lapangan", 17, _RIGHT),
    Column("Kantor", 14, _RIGHT),
    Column("Binaan dikunjungi", 19, _RIGHT),
    Column("Menunggu verifikasi", 19, _RIGHT),
    Column("Tanpa kunjungan karena", WIDTH - 140),
)
_TASKS: Final = (Column("Ketentuan", 40), Column("Tugas", WIDTH - 66), Column("Kunjungan", 26, _RIGHT))
_GOALS: Final = (Column("Ketentuan", 40), Column("Tujuan", WIDTH - 66), Column("Binaan", 26, _RIGHT))
_STAGES: Final = (Column("Tahap", WIDTH - 26), Column("Binaan", 26, _RIGHT))
_MONTHS: Final = (Column("Bulan", WIDTH - 40), Column("Kunjungan", 40, _RIGHT))


def headline_table(sheet: Sheet, figures: ReportFigures) -> None:
    """The first numbers beside those of last month."""
    rows = [(one.label, number(one.now), _before(one), one.citation.place) for one in lines(figures)]
    kinds = (f"di antaranya: {client_kinds(figures.totals)}", "", "", KINDS.place)
    _titled(sheet, "Ringkasan", _HEADLINE, [rows[0], kinds, *rows[1:]])
    if figures.before is None:
        sheet.ln(1)
        sheet.paragraph(NOTHING_BEFORE, size=8)


def mentor_table(sheet: Sheet, narrative: Narrative, figures: ReportFigures) -> None:
    """Every Pendamping of the month; who has no visit stays, with the reason."""
    rows = [
        (
            one_line(one.name, 80),
            number(one.clients),
            number(one.visits),
            number(one.field_visits),
            number(one.office_visits),
            number(one.visited_clients),
            number(one.waiting),
            one_line(gap_in_words(one, narrative.gap_of(one.staff_id)), 340) or "–",
        )
        for one in figures.mentors
    ]
    if rest := figures.in_nobodys_care:
        rows.append(("Belum ada Pendamping", number(rest), "–", "–", "–", "–", "–", "–"))
    _titled(sheet, f"Per Pendamping ({MENTORS_PLACE})", _MENTORS, rows)
    sheet.ln(1)
    sheet.paragraph("Binaan: yang didampingi pada akhir bulan, atau pada akhir pendampingannya.", size=8)


def task_table(sheet: Sheet, figures: ReportFigures) -> None:
    """The eighteen tasks of Pasal 12 in the visits of the month."""
    rows = [(task.citation.place, task.label, number(count)) for task, count in figures.by_task.items()]
    _titled(sheet, f"Tugas yang dilakukan dalam kunjungan ({TASKS.place})", _TASKS, rows)
    sheet.ln(1)
    sheet.paragraph("Satu kunjungan dapat memuat beberapa tugas.", size=8)


def goal_table(sheet: Sheet, figures: ReportFigures) -> None:
    """How many binaan have risen in each goal."""
    rows = [(goal.citation.place, goal.label, number(count)) for goal, count in figures.by_goal.items()]
    _titled(sheet, f"Binaan dengan tujuan yang naik ({GOALS.place})", _GOALS, rows)
    sheet.ln(1)
    sheet.paragraph(GOALS_COUNTED, size=8)


def stage_table(sheet: Sheet, figures: ReportFigures) -> None:
    """How many binaan are in each stage."""
    rows = [(stage.label, number(count)) for stage, count in figures.by_stage.items()]
    _titled(sheet, "Tahap pendampingan pada akhir bulan", _STAGES, rows)
    sheet.ln(1)
    sheet.paragraph(STAGES_COUNTED, size=8)


def month_table(sheet: Sheet, figures: ReportFigures) -> None:
    """The verified visits of the last twelve months."""
    rows = [(indonesian_month(month), number(count)) for month, count in figures.visits_by_month.items()]
    _titled(sheet, "Kunjungan terverifikasi dua belas bulan terakhir", _MONTHS, rows)


def _before(one: Line) -> str:
    return "–" if one.before is None else number(one.before)


def _titled(sheet: Sheet, title: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    sheet.heading(title, room_for(sheet, columns, rows))
    if rows:
        table(sheet, columns, rows)
    else:
        sheet.paragraph("Tidak ada.")
