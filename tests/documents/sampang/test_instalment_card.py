"""The card lists every instalment with room for the day of payment and a paraph."""

from dataclasses import replace

import pytest

from domain.sampang.kinds import InterestMethod
from domain.sampang.loan import schedule_of
from tests.documents.printed import pages_of
from tests.documents.sampang.loans import card, simulated

FLAT, DECLINING, ANNUITY = InterestMethod
HEADINGS = "No. Jatuh tempo Pokok Jasa Jumlah Sisa pokok Tanggal bayar Paraf"


def test_the_card_names_the_loan_its_method_and_its_provisions():
    (page,) = pages_of(card(simulated(30_000_000, 24, DECLINING)))
    for words in (
        "Peminjam Siti Aminah Nomor DB-2026-0042 Pinjaman Rp30.000.000 (tiga puluh juta rupiah)",
        "Pencairan 31 Januari 2026",
        "24 bulan, termasuk masa tenggang 4 bulan",
        "Cara hitung jasa Menurun",
        "III.6 Jangka",
        "VIII.4 Jasa",
        "VIII.5.a Angsuran",
        "VIII.5.c Masa tenggang angsuran pokok: 4 bulan, terhitung sejak pencairan",
        "VIII.5.e Lunas awal",
    ):
        assert words in page


def test_every_row_and_the_total_are_there():
    # 4 x 150.000 + 7.500 x (1 + ... + 20) = 2.175.000.
    (page,) = pages_of(card(simulated(30_000_000, 24, DECLINING)))
    assert "1 28 Feb 2026 tenggang 150.000 150.000 30.000.000" in page
    assert "2 31 Mar 2026 tenggang 150.000 150.000 30.000.000" in page
    assert "5 30 Jun 2026 1.500.000 150.000 1.650.000 28.500.000" in page
    assert "24 31 Jan 2028 1.500.000 7.500 1.507.500 0" in page
    assert "Jumlah 30.000.000 2.175.000 32.175.000" in page


@pytest.mark.parametrize(("tenor", "count"), [(12, 1), (24, 1), (36, 2)])
@pytest.mark.parametrize("method", InterestMethod)
def test_a_card_takes_at_most_two_pages_and_its_headings_return(tenor, count, method):
    pages = pages_of(card(simulated(37_123_457, tenor, method), borrower="W" * 5_000))
    assert len(pages) == count
    assert all(HEADINGS in page for page in pages)
    assert sum(f"{tenor} 31 Jan {2026 + tenor // 12}" in page for page in pages) == 1


def test_the_largest_amounts_keep_to_their_columns():
    pages = pages_of(card(simulated(99_999_999_999, 36, ANNUITY)))
    assert "99.999.999.999" in pages[0]
    assert "Jumlah 99.999.999.999 " in pages[1]


def test_a_loan_without_grace_says_so():
    told = simulated(12_000_000, 12)
    told = replace(told, schedule=schedule_of(replace(told.schedule.terms, grace=0)))
    (page,) = pages_of(card(told))
    assert "12 bulan, tanpa masa tenggang" in page
    assert "1 28 Feb 2026 1.000.000 60.000 1.060.000 11.000.000" in page


@pytest.mark.parametrize("field", ["number", "borrower", "printed_by", "application_version"])
@pytest.mark.parametrize("hostile", ["\x00\u202e<b>{nb}\n" * 500, "=1+1", ""])
def test_hostile_words_do_no_harm(field, hostile):
    pages = pages_of(card(simulated(5_000_000, 12), **{field: hostile}))
    assert len(pages) == 1
    assert "halaman 1 dari 1" in pages[0]


def test_a_reprint_gives_the_same_bytes():
    assert card(simulated(30_000_000, 24)) == card(simulated(30_000_000, 24))


def test_a_card_of_no_real_loan_says_so_on_every_page():
    mark = "simulasi, bukan persetujuan"
    pages = pages_of(card(simulated(30_000_000, 36), number="", simulation=True))
    assert [mark in page for page in pages] == [True, True]
    assert all(mark not in page for page in pages_of(card(simulated(30_000_000, 36))))
