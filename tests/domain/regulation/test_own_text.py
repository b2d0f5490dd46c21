"""The office's own copy of a regulation: what is read, what is refused, and what a person should look at."""

import pytest

from domain.problems import Problem
from domain.regulation.own_text import MOST_BYTES, checked_text, text_of
from domain.sampang.law import SAMPANG_LOANS

BY_HAND = """[III.9] Barang dagangan dapat dijadikan tambahan jaminan
[IX.1] Setiap keterlambatan angsuran pokok dan bunga akan diberikan surat tegoran 1,2,3 dan berita acara/
surat pernyataan kredit macet
[IX.7] tidak ada
"""


def read(text, encoding="utf-8"):
    return checked_text(text.encode(encoding), SAMPANG_LOANS)


def test_a_copy_tells_how_many_clauses_were_found_and_which_are_missing():
    found = read(BY_HAND)
    assert found.sentence == "2 dari 147 ketentuan"
    assert len(found.missing) == 145
    assert "IX.2" in found.missing


def test_a_mark_of_no_clause_is_told():
    assert read(BY_HAND).unknown_marks == ("IX.7",)


def test_a_fragment_that_the_clause_of_the_copy_does_not_have_is_told():
    assert [(one.short, one.words) for one in read(BY_HAND).doubtful] == []
    wrong = read(BY_HAND.replace("tambahan jaminan", "jaminan saja"))
    assert [(one.short, one.words) for one in wrong.doubtful] == [
        ("III.9", "dapat dijadikan tambahan jaminan")
    ]


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert read(BY_HAND, "utf-8-sig").sentence == "2 dari 147 ketentuan"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"x" * (MOST_BYTES + 1), "lebih besar dari 1 MB"),
        (b"%PDF-1.7 ...", "berkas PDF"),
        (b"PK\x03\x04...", "berkas Word, Excel, atau ZIP"),
        (b"\xd0\xcf\x11\xe0...", "berkas Word atau Excel lama"),
        (b"{\\rtf1 ...", "berkas RTF"),
        ("III. RUANG".encode("utf-16"), "teks UTF-16"),
        ("jasa 6 % – tiap bulan".encode("cp1252"), "bukan teks UTF-8"),
        (b"III. RUANG\0", "tanda yang tidak ada dalam teks biasa"),
        (b" \r\n\t", "kosong"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_its_reason(data, why):
    refused = text_of(data)
    assert isinstance(refused, Problem)
    assert why in refused.sentence


def test_the_largest_file_is_read():
    assert text_of(b"x" * MOST_BYTES) == "x" * MOST_BYTES


def test_a_text_without_any_clause_is_refused():
    refused = read("Resep soto ayam\n1. Rebus air.")
    assert isinstance(refused, Problem)
    assert "Tidak satu pun ketentuan Perbup Sampang 20/2015" in refused.sentence
