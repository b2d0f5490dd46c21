"""What a report will say, from figures that are kept: shown before anybody makes it."""

from datetime import date
from typing import Any

from db.sampang.reports.month_figures import (
    bank_duty,
    fund_at_end,
    lending_of_month,
    letters_of_month,
    red_list_sums,
)
from domain.roles import Person
from domain.sampang.reports.bank_month import duty_figures
from domain.sampang.reports.fund_at_end import fund_figures_of
from domain.sampang.reports.letter_register import letter_figures
from domain.sampang.reports.red_list_register import red_list_figures
from domain.sampang.reports.report_shape import ReportFigure, lending_figures_of
from pages.sampang.month_reports.report_list import ReportTab


def preview(
    tab: ReportTab, session: Any, person: Person, month: date, today: date
) -> tuple[ReportFigure, ...]:
    """The kept figures of a report."""
    asked = (session, person, month, today)
    match tab:
        case ReportTab.BANK:
            return (*duty_figures(bank_duty(*asked)), *lending_figures_of(lending_of_month(*asked)))
        case ReportTab.FUND:
            return fund_figures_of(fund_at_end(*asked))
        case ReportTab.RED_LIST:
            return red_list_figures(red_list_sums(*asked))
        case ReportTab.LETTERS:
            return letter_figures(letters_of_month(*asked))
        case ReportTab.AGEING | ReportTab.GUIDANCE:
            return lending_figures_of(lending_of_month(*asked))
