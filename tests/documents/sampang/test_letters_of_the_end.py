"""The papers with which a loan ends: quote, letter that it is paid, receipt for what goes back."""

from dataclasses import replace
from datetime import date

import pytest

from tests.documents.sampang.letter_papers import text_in
from tests.documents.sampang.settled_papers import (
    ENDED,
    print_letter,
    print_quote,
    print_return,
    quoted,
)

PAPERS = {"quote": print_quote, "letter": print_letter, "receipt": print_return}


def test_a_quote_tells_each_line_with_its_provision_and_the_total_in_words():
    # 24,000,000 - 6 x 750,000 = 19,500,000; 3 x 120,000 = 360,000.
    text = text_in(print_quote())
    assert "Sisa pokok VIII.5.e Rp19.500.000" in text
    assert "Jasa yang sudah jatuh tempo VIII.4 Rp0" in text
    assert "Tambahan jasa 3 bulan × Rp120.000 VIII.5.e Rp360.000" in text
    assert "Jumlah pelunasan Rp19.860.000" in text
    assert "sembilan belas juta delapan ratus enam puluh ribu rupiah" in text


def test_a_quote_tells_its_days_and_what_ends_it():
    text = text_in(print_quote())
    assert "Dihitung untuk 20 Januari 2027" in text
    assert "Berlaku 2 Januari 2027 sampai 1 Februari 2027" in text
    assert "disetor sekaligus ke rekening Tim Pokjanis (VIII.5.a), paling lambat 1 Februari 2027" in text
    assert "Rincian ini batal bila ada angsuran atau pembetulan lain" in text


def test_a_quote_says_what_the_borrower_should_know_beside_the_amount():
    # On the anniversary 3 instead of 2 months would be 120,000 more.
    text = text_in(print_quote(quote=quoted(date(2027, 3, 2), 11)))
    assert "dengan 3 bulan tambahan jumlahnya Rp19.230.000" in text
    assert "Yang perlu diketahui" not in text_in(print_quote())


@pytest.mark.parametrize(
    ("early", "how"),
    [(True, "dengan pelunasan dipercepat (VIII.5.e)"), (False, "dengan angsuran terakhirnya (III.6)")],
)
def test_the_letter_says_since_when_and_how_the_loan_is_paid(early, how):
    text = text_in(print_letter(loan=replace(ENDED, is_settled_early=early)))
    assert f"lunas sejak 20 Januari 2027, {how}" in text
    assert "diserahkan kembali dengan tanda terima (III.10)" in text


def test_the_receipt_lists_what_goes_back_and_is_signed_by_bank_borrower_and_lead():
    text = text_in(print_return())
    assert "Agunan yang diserahkan kembali" in text
    assert "SHM 112 Desa Torjun PEMINJAM Rp50.000.000" in text
    for signs in ("Yang menyerahkan,", "Yang menerima,", "Mengetahui,"):
        assert signs in text


@pytest.mark.parametrize("name", PAPERS)
def test_each_is_the_same_bytes_again_and_a_draft_without_its_number(name):
    made = PAPERS[name]
    assert made() == made()
    assert "KONSEP" in text_in(made(number=""))
    assert "KONSEP" not in text_in(made())
    assert "DATA CONTOH" in text_in(made(demo=True))
