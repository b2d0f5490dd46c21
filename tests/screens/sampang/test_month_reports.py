"""Laporan dana: figures first for a chosen month, and only the reports that a person may have."""

import pytest

from domain.roles import OfficeRole
from domain.sampang.roles import SampangRole
from pages.sampang.month_reports.report_list import ReportTab
from tests.screens.demo_office import MONTH_REPORTS, calm, labelled, said


def tabs(screen):
    return [tab.label for tab in screen.tabs]


@pytest.mark.parametrize("tab", ReportTab)
def test_each_report_shows_its_figures_and_can_be_taken_as_pdf_and_excel(office, tab):
    screen = calm(office.open(office.officer, MONTH_REPORTS, laporan=tab))
    assert screen.metric
    assert {"Cetak PDF", "Unduh Excel"} <= {one.label for one in screen.get("download_button")}
    assert "Isi laporan" in said(screen)


def test_the_last_whole_month_is_shown_first_and_another_can_be_chosen(office):
    screen = office.open(office.officer, MONTH_REPORTS)
    assert labelled(screen.selectbox, "Bulan").value == "Februari 2026"
    assert "Per 28 Februari 2026" in said(screen)
    screen = office.open(office.officer, MONTH_REPORTS, bulan="Maret 2026")
    assert "(bulan ini masih berjalan)" in said(screen)


def test_the_bank_sees_its_own_monthly_report_alone(office):
    screen = office.open(office.by_role[SampangRole.BANK], MONTH_REPORTS)
    assert tabs(screen) == ["Laporan bulanan bank"]


def test_the_leadership_sees_the_reports_without_names(office):
    screen = office.open(office.by_role[OfficeRole.LEADERSHIP], MONTH_REPORTS)
    assert tabs(screen) == ["Posisi dana", "Umur tunggakan", "Hasil pembinaan"]


def test_a_month_that_nobody_can_report_falls_back_to_the_last_whole_one(office):
    screen = calm(office.open(office.officer, MONTH_REPORTS, bulan="Januari 1999"))
    assert labelled(screen.selectbox, "Bulan").value == "Februari 2026"
