"""What holds for every official paper: letterhead, number or draft, marks, blanks, and identical reprints."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.documents.printed import pages_of
from tests.documents.sampang.letter_files import HEAD, NO_HEAD
from tests.documents.sampang.letter_papers import PAPERS, paper, text_in

RULE = "....................."
HOSTILE = "\x00\u202e<b>{nb}**x**\n=1+1" * 40


@pytest.mark.parametrize("name", PAPERS)
def test_the_letterhead_stands_on_the_first_page_alone(name):
    first, *others = pages_of(paper(name))
    kop = "DINAS KOPERASI DAN USAHA KECIL MENENGAH KABUPATEN SAMPANG Jalan Contoh Nomor 1 Sampang"
    assert f"PEMERINTAH KABUPATEN SAMPANG {kop}" in first
    assert all("PEMERINTAH KABUPATEN SAMPANG" not in page for page in others)


@pytest.mark.parametrize("name", PAPERS)
def test_every_page_is_numbered_and_names_the_regulation(name):
    pages = pages_of(paper(name))
    for place, page in enumerate(pages, 1):
        assert f"halaman {place} dari {len(pages)}" in page
        assert "Perbup Sampang 20/2015 · V" in page or "Perbup Sampang 20/2015 · III" in page


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("demo", [True, False])
def test_demo_data_is_marked_on_every_page_and_real_data_on_none(name, demo):
    assert all(("DATA CONTOH" in page) is demo for page in pages_of(paper(name, demo=demo)))


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_without_a_number_is_a_draft_on_every_page_with_a_rule_for_the_number(name):
    pages = pages_of(paper(name, number=" "))
    assert all("KONSEP" in page for page in pages)
    assert f"Nomor: {RULE}" in pages[0] or f"Nomor : {RULE}" in pages[0]


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_that_has_not_gone_out_is_a_draft_on_every_page_even_with_a_number(name):
    pages = pages_of(paper(name, number="500/7/2026", draft=True))
    assert all("KONSEP" in page for page in pages)
    assert "500/7/2026" in pages[0]


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_that_goes_out_with_a_number_is_no_draft(name):
    pages = pages_of(paper(name, number="500/7/2026"))
    assert all("KONSEP" not in page for page in pages)
    assert "Nomor: 500/7/2026" in pages[0] or "Nomor : 500/7/2026" in pages[0]
    assert all("Nomor: 500/7/2026" in page for page in pages[1:])


@pytest.mark.parametrize("name", PAPERS)
def test_what_the_office_has_not_set_is_a_rule_to_write_on(name):
    text = text_in(paper(name, head=NO_HEAD))
    assert f"PEMERINTAH KABUPATEN SAMPANG {RULE}" in text
    assert f"Alamat: {RULE}" in text
    assert f"NIP {RULE}" in text
    assert "None" not in text


@pytest.mark.parametrize("name", [name for name in PAPERS if name != "agreement"])
def test_the_team_lead_signs_with_office_name_rank_and_nip(name):
    signed = "Drs. H. Abd. Rahman, M.Si Pembina Utama Muda NIP 19700101 199503 1 001"
    text = text_in(paper(name))
    assert "Kabupaten Sampang selaku Ketua Harian Tim Pokjanis," in text
    assert signed in text


@pytest.mark.parametrize("name", PAPERS)
def test_no_signature_stands_alone_on_a_page(name):
    last = pages_of(paper(name))[-1]
    without_head = last.partition("12/X/2026")[2] or last
    assert not without_head.strip().startswith(("Kepala Dinas", "Mengetahui", "Sampang,"))


@pytest.mark.parametrize("name", PAPERS)
def test_a_reprint_gives_the_same_bytes(name):
    assert PAPERS[name]("7", HEAD, True) == PAPERS[name]("7", HEAD, True)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("survey", "2026-03-02"),
        ("list", "2026-03-02"),
        ("meeting", "2026-03-02"),
        ("refusal", "2026-03-02"),
        ("agreement", "2026-03-09"),
        ("request", "2026-03-12"),
    ],
)
def test_the_day_in_the_file_is_the_paper_s_own_day(name, day):
    information = PdfReader(BytesIO(paper(name))).metadata
    assert information is not None
    assert information.creation_date is not None
    assert information.creation_date.date().isoformat() == day


@pytest.mark.parametrize("name", PAPERS)
def test_hostile_words_in_number_and_letterhead_are_printed_as_typed(name):
    head = replace(HEAD, agency=HOSTILE, address=HOSTILE, lead_name=HOSTILE, lead_rank=HOSTILE)
    text = text_in(paper(name, number=HOSTILE, head=head))
    assert "<B>{NB}**X** =1+1" in text
    assert "<b>{nb}**x** =1+1" in text
