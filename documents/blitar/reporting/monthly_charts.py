"""The charts of the monthly report: verified visits of twelve months, and goals that have risen."""

from documents.bars import Bar, lying_bars, standing_bars
from documents.sheet import Sheet
from domain.blitar.reporting.report_figures import ReportFigures
from domain.blitar.reporting.report_words import GOALS
from domain.dates import indonesian_month
from domain.money import number


def month_bars(sheet: Sheet, figures: ReportFigures) -> None:
    """The verified visits of each of the twelve months."""
    bars = [
        Bar(indonesian_month(month, short=True), count, number(count))
        for month, count in figures.visits_by_month.items()
    ]
    standing_bars(sheet, "Kunjungan terverifikasi tiap bulan", bars)


def goal_bars(sheet: Sheet, figures: ReportFigures) -> None:
    """How many binaan have risen in each goal."""
    bars = [Bar(goal.label, count, number(count)) for goal, count in figures.by_goal.items()]
    lying_bars(sheet, f"Binaan dengan tujuan yang naik ({GOALS.place})", bars)
