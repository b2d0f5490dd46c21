"""What stands on the sheet whatever was found: who it is about, what it rests on, page n of m."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader

from documents.sampang.eligibility_sheet import eligibility_sheet
from domain.regulation.receipts import fingerprint
from domain.sampang.law import SAMPANG_LOANS
from tests.documents.printed import pages_of, printed, text_of
from tests.documents.sampang.applications import NIK, business, business_on_a_reading, examined


def test_the_person_is_named_and_the_nik_is_masked():
    text = text_of(examined(business()))
    assert "Kerupuk Bu Siti" in text
    assert "NIK (KTP) 3527**********00" in text
    assert NIK not in text
    assert "Tempat Kel. Banyuanyar, Kec. Sampang" in text
    assert "Diajukan 16 Februari 2026, di loket" in text


def test_every_page_says_what_it_rests_on_and_which_page_it_is():
    pages = pages_of(printed(examined(business())))
    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert f"halaman {number} dari 3" in page
        assert "Perbup Sampang 20/2015" in page
        assert "dicetak 3 Maret 2026 oleh Ach. Fauzi" in page
        assert "Dana bergulir Kabupaten Sampang" in page
        assert "DATA CONTOH" in page


def test_the_versions_of_rules_and_program_are_kept_inside_the_file_and_printed_nowhere():
    pdf = printed(examined(business()))
    information = PdfReader(BytesIO(pdf)).metadata
    assert information is not None
    assert information.keywords == f"versi aturan {fingerprint(SAMPANG_LOANS)}, versi program 0.1.0"
    assert "versi aturan" not in " ".join(pages_of(pdf))


def test_a_sheet_of_real_data_carries_no_demo_mark():
    pdf = eligibility_sheet(
        examined(business()),
        number="1",
        printed_on=date(2026, 3, 3),
        printed_by="Ach. Fauzi",
        application_version="0.1.0",
        demo=False,
    )
    assert "DATA CONTOH" not in " ".join(pages_of(pdf))


def test_the_last_page_leaves_the_decision_to_people_and_has_room_for_a_signature():
    last_page = pages_of(printed(examined(business())))[-1]
    assert "bukan keputusan pinjaman" in last_page
    for line in ("Petugas pemeriksa", "Nama :", "NIP :", "Tanggal :"):
        assert line in last_page


def test_a_reprint_gives_the_same_bytes():
    assert printed(examined(business_on_a_reading())) == printed(examined(business_on_a_reading()))
