"""The reports of the fund, who may see each, how each is previewed and how it is made."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from db.sampang.reports.guidance import guidance
from db.sampang.reports.made_reports import ageing_at_end, bank_month, fund_of_month
from db.sampang.reports.registers import letter_register, red_list_at_end
from domain.roles import Permission, Person
from domain.sampang.reports.ageing_of_loans import ageing_report
from domain.sampang.reports.bank_month import bank_month_report
from domain.sampang.reports.fund_at_end import fund_report
from domain.sampang.reports.guidance_results import guidance_report
from domain.sampang.reports.letter_register import letter_report
from domain.sampang.reports.red_list_register import red_list_report
from domain.sampang.reports.report_shape import Report
from domain.sampang.roles import SampangPermission


class ReportTab(StrEnum):
    """A report; its value stands on the tab and in the address."""

    BANK = "Laporan bulanan bank"
    FUND = "Posisi dana"
    AGEING = "Umur tunggakan"
    RED_LIST = "Daftar merah"
    LETTERS = "Register surat"
    GUIDANCE = "Hasil pembinaan"


# The bank reads its own monthly report; who reads no loans gets the reports without names.
NEEDS: Final[Mapping[ReportTab, Permission]] = {
    ReportTab.BANK: SampangPermission.READ_LOANS,
    ReportTab.FUND: SampangPermission.READ_FUND,
    ReportTab.AGEING: SampangPermission.READ_FUND,
    ReportTab.RED_LIST: SampangPermission.READ_REGISTERS,
    ReportTab.LETTERS: SampangPermission.READ_REGISTERS,
    ReportTab.GUIDANCE: SampangPermission.READ_FUND,
}
Made = Callable[[Any, Person, date, date], Report]

MADE: Final[Mapping[ReportTab, Made]] = {
    ReportTab.BANK: lambda *asked: bank_month_report(bank_month(*asked)),
    ReportTab.FUND: lambda *asked: fund_report(fund_of_month(*asked)),
    ReportTab.AGEING: lambda *asked: ageing_report(ageing_at_end(*asked)),
    ReportTab.RED_LIST: lambda *asked: red_list_report(red_list_at_end(*asked)),
    ReportTab.LETTERS: lambda *asked: letter_report(letter_register(*asked)),
    ReportTab.GUIDANCE: lambda *asked: guidance_report(guidance(*asked)),
}
FILES: Final[Mapping[ReportTab, str]] = {
    ReportTab.BANK: "laporan-bulanan-bank",
    ReportTab.FUND: "posisi-dana",
    ReportTab.AGEING: "umur-tunggakan",
    ReportTab.RED_LIST: "daftar-merah",
    ReportTab.LETTERS: "register-surat",
    ReportTab.GUIDANCE: "hasil-pembinaan",
}
HOLDS: Final[Mapping[ReportTab, str]] = {
    ReportTab.BANK: "Isi laporan: pokok dan jasa yang masuk, sisa pokok, tunggakan, dan kelas tiap peminjam; "
    "dari berkas bank dan dari bukti lain; baris bank yang belum dibukukan.",
    ReportTab.FUND: "Isi laporan: yang disetujui dan belum cair, pembagian jasa 3/1/2, dan neraca saldo.",
    ReportTab.AGEING: "Isi laporan: pinjaman menurut lamanya menunggak dan menurut kelas, dengan penyisihan; "
    "pinjaman satu per satu pada berkas Excel bagi yang berhak membaca pinjaman.",
    ReportTab.RED_LIST: "Isi laporan: siapa tercatat sejak kapan dan mengapa, siapa menyetujui, dan yang "
    "sudah dicabut.",
    ReportTab.LETTERS: "Isi laporan: setiap surat bernomor bulan ini dengan tanggal, jenis, pinjaman atau "
    "rapat, peminjam, dan yang menerbitkan.",
    ReportTab.GUIDANCE: "Isi laporan, tanpa nama: kunjungan dan penggunaan dana, keadaan pinjaman menurut "
    "jenis peminjam, yang lunas dan yang meminjam kembali; yang belum diketahui disebut.",
}
