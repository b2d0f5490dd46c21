"""The ageing on paper says what is not set, and as a workbook has numbers that add up."""

from datetime import date, datetime
from io import BytesIO

from openpyxl import load_workbook

from documents.sampang.servicing.ageing_report import LateLoan, ageing_report, ageing_workbook
from tests.documents.printed import pages_of
from tests.documents.sampang.letter_files import HEAD
from tests.domain.sampang.servicing.test_ageing import FOUND

DAY = date(2026, 12, 12)


def test_the_report_tells_ages_classes_and_what_the_office_has_not_set():
    (page,) = pages_of(ageing_report(FOUND, on=DAY, number="", head=HEAD, demo=True))
    for words in (
        "UMUR TUNGGAKAN",
        "PER 12 DESEMBER 2026",
        "Berisiko Rp40.000.000 pada 4 pinjaman, 50,0 %",
        "1-3 bulan 2 Rp15.000.000",
        "Jumlah 8 Rp80.000.000",
        "Diragukan (4-6 bulan) 1 Rp5.000.000 belum ditetapkan",
        "KONSEP",
    ):
        assert words in page


def test_the_workbook_holds_numbers_days_and_typed_text_as_text():
    late = LateLoan("DB-1", "=1+1", "Omben", date(2026, 1, 31), date(2026, 2, 28), 10, "Macet", 9_000_000)
    book = load_workbook(BytesIO(ageing_workbook(FOUND, [late], on=DAY)))
    assert [cell.value for cell in book["Umur"][7]] == [
        "Jumlah",
        8,
        80_000_000,
        "belum ditetapkan",
        "belum ditetapkan",
    ]
    assert [cell.value for cell in book["Pinjaman menunggak"][2]] == [
        "DB-1", "=1+1", "Omben", datetime(2026, 1, 31), datetime(2026, 2, 28), 10, "Macet", 9_000_000,
    ]  # fmt: skip
    assert book["Pinjaman menunggak"]["B2"].data_type == "s"
