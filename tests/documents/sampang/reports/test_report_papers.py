"""A report on paper says its day and what is not known; as a workbook its sums are formulas."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from documents.sampang.reports.report_paper import report_paper
from documents.sampang.reports.report_workbook import Printing, _named, report_workbook
from domain.sampang.bank_file.bank_coverage import MonthDuty
from domain.sampang.kinds import ApplicantKind
from domain.sampang.reports.ageing_of_loans import AgeingAtEnd, LateLoan, ageing_report
from domain.sampang.reports.bank_month import BankMonth, OpenRows, bank_month_report
from domain.sampang.reports.guidance_results import Guidance, GuidedKind, guidance_report
from domain.sampang.reports.letter_register import LetterRegister, RegisteredPaper, letter_report
from domain.sampang.reports.loan_at_end import LoanAtEnd
from domain.sampang.reports.red_list_register import ListedEntry, RedListAtEnd, red_list_report
from domain.sampang.servicing.quality import ClassLimits
from tests.documents.printed import pages_of
from tests.documents.sampang.letter_files import HEAD
from tests.domain.sampang.servicing.test_ageing import FOUND

DAY = date(2026, 12, 12)
OF = {"month": date(2026, 12, 1), "day": DAY, "known_until": date(2026, 11, 30)}
PRINTING = Printing(by="Rina", at=datetime(2026, 12, 12, 3, tzinfo=UTC), version="1", demo=True)
LATE = LateLoan("DB-1", "=1+1", "Omben", date(2026, 1, 31), date(2026, 2, 28), 10, "Macet", 9_000_000)
LISTED = ListedEntry(
    number="DB-2", name="Toko Amin", since=date(2026, 12, 3), reason="tidak ada kabar", conditions=("a", "b"),
    proposed_by="Rina", approved_by="Halim", lifted_on=None, lifted_reason="", lifted_by="",
)  # fmt: skip
PAPER = RegisteredPaper(
    on=DAY, number="518/7", kind="Surat teguran 1", of="DB-2", borrower="Toko Amin", by="Rina",
    kept="12 Desember 2026", sha256="00ff",
)  # fmt: skip


def ageing(late):
    return ageing_report(AgeingAtEnd(ageing=FOUND, late=late, **OF))


def printed(told):
    return " ".join(pages_of(report_paper(told, head=HEAD, demo=True)))


def book(told):
    return load_workbook(BytesIO(report_workbook(told, PRINTING)))


def test_the_ageing_tells_ages_classes_and_what_the_office_has_not_set():
    page = printed(ageing((LATE,)))
    for words in (
        "UMUR TUNGGAKAN", "PER 12 DESEMBER 2026", "Data bank sampai dengan 30 November 2026 (VII.8).",
        "Berisiko Rp40.000.000 pada 4 pinjaman, 50,0 %", "1-3 bulan 2 15.000.000", "Jumlah 8 80.000.000",
        "Diragukan (4-6 bulan) 1 5.000.000 belum ditetapkan", "BELUM BERNOMOR", "DATA CONTOH",
    ):  # fmt: skip
        assert words in page
    assert "=1+1" not in page


def test_the_workbook_holds_numbers_days_and_typed_text_as_text():
    found = book(ageing((LATE,)))
    assert [cell.value for cell in found["Pinjaman menunggak"][2]] == [
        "DB-1", "=1+1", "Omben", datetime(2026, 1, 31), datetime(2026, 2, 28), 10, "Macet", 9_000_000,
    ]  # fmt: skip
    assert found["Pinjaman menunggak"]["B2"].data_type == "s"
    assert [cell.value for cell in found["Menurut lamanya menunggak"][7]] == [
        "Jumlah", "=SUM(B2:B6)", "=SUM(C2:C6)",
    ]  # fmt: skip


def test_neither_a_loan_number_nor_a_large_sum_breaks_in_two_in_the_report_of_the_bank():
    loan = LoanAtEnd(
        application_id=1, number="DB-2026-0048", name="Koperasi Nelayan Teratai",
        kind=ApplicantKind.COOPERATIVE, district_code="35.27.03", disbursed_on=DAY, principal=9_999_000_000,
        owed=8_888_888_888, left=8_888_888_888, principal_in=888_888_888, interest_in=88_888_888,
        surcharge_in=0, from_bank=0, arrears_principal=6_666_666_666, arrears_interest=0, since=DAY, months=2,
    )  # fmt: skip
    duty = MonthDuty(OF["month"], DAY, None, is_late=False)
    page = printed(
        bank_month_report(
            BankMonth(
                loans=(loan,), duty=duty, open_rows=OpenRows(0, 0), booked=(888_888_888, 88_888_888),
                recovered=0, limits=ClassLimits(3, 6), **OF,
            )
        )
    )  # fmt: skip
    sums = "888.888.888 88.888.888 8.888.888.888 6.666.666.666"
    assert f"Jumlah {sums}" in page
    assert "DB-2026-0048 Koperasi" in page


def test_who_may_read_no_loans_gets_the_ageing_without_them():
    assert book(ageing(None)).sheetnames == ["Ringkasan", "Menurut lamanya menunggak", "Menurut kelas"]


def test_the_report_to_the_bupati_says_what_nobody_knows():
    business = GuidedKind(
        kind=ApplicantKind.BUSINESS, running=5, owed=9_000_000, visits=2, visited=1, ever_visited=3,
        as_planned=(2, 1), own_books=(0, 1), ended=1,
    )  # fmt: skip
    told = guidance_report(Guidance(kinds=(business,), paid_for=100, joint_visits=1, letters=2, **OF))
    page = printed(told)
    assert "Kepada Yth. Bupati Sampang" in page
    assert "Belum ada kunjungan tercatat 2 VII.7" in page
    assert "Usaha mikro, kecil, menengah 2 1 2 0 1 4" in page
    assert "Perkembangan usaha peminjam (omzet, aset, tenaga kerja sesudah pinjaman): belum diketahui" in page


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (red_list_report(RedListAtEnd(entries=(LISTED,), **OF)), "DB-2 Toko Amin 3 Desember 2026"),
        (red_list_report(RedListAtEnd(entries=(), **OF)), "Tidak ada yang tercatat."),
        (letter_report(LetterRegister(papers=(PAPER,), **OF)), "12 Desember 2026 518/7 Surat teguran 1 DB-2"),
        (letter_report(LetterRegister(papers=(), **OF)), "Tidak ada surat bulan ini."),
    ],
)
def test_a_register_names_its_lines_or_says_that_there_are_none(told, words):
    assert words in printed(told)


def test_the_same_report_gives_the_same_bytes():
    one, two = (report_paper(ageing((LATE,)), head=HEAD, demo=True) for _ in range(2))
    assert one == two
    assert report_workbook(ageing((LATE,)), PRINTING) == report_workbook(ageing((LATE,)), PRINTING)


def test_a_sheet_is_named_in_whole_words():
    assert _named("Penggunaan dana pinjaman berjalan (VIII.3)") == "Penggunaan dana pinjaman"
    assert _named("Menurut kelas") == "Menurut kelas"
