"""What goes out carries its number and QR on the last line; a draft and what is not kept carry none."""

from datetime import date

import pytest

from domain.paper_seal import seal_in, seal_kept_in, seal_of
from tests.documents.every_paper import EVERY_PAPER
from tests.documents.printed import pages_of
from tests.documents.sampang.letter_files import HEAD
from tests.documents.sampang.letter_papers import PAPERS, paper


@pytest.fixture
def drawn(monkeypatch):
    """The pages on which a QR was drawn, with its text."""
    found = []
    monkeypatch.setattr(
        "documents.sealed_foot.draw_qr",
        lambda sheet, text, *_: found.append((sheet.page_no(), text)),
    )
    return found


@pytest.mark.parametrize("name", PAPERS)
def test_every_page_tells_the_number_and_the_last_one_has_the_qr(name, drawn):
    pdf = PAPERS[name]("500/7/2026", HEAD, True)
    pages = pages_of(pdf)
    seal = seal_kept_in(pdf)
    assert seal
    assert all(f"Nomor periksa {seal}" in page for page in pages)
    assert drawn == [(len(pages), f"Periksa surat {seal}")]
    assert seal_in(drawn[0][1]) == seal


@pytest.mark.parametrize("name", PAPERS)
def test_a_draft_carries_no_number_to_check(name):
    pdf = paper(name, number="500/7/2026", draft=True)
    assert seal_kept_in(pdf) == ""
    assert all("Nomor periksa" not in page for page in pages_of(pdf))


def test_the_seal_is_that_of_title_number_and_day():
    assert seal_kept_in(paper("agreement", number="PK/12/2026")) == seal_of(
        "Surat perjanjian pinjaman dana bergulir", "PK/12/2026", date(2026, 3, 9)
    )


@pytest.mark.parametrize("name", ["receipt", "statement", "report", "reconciliation"])
def test_what_is_not_kept_as_it_goes_out_promises_no_check(name):
    assert seal_kept_in(EVERY_PAPER[name]()) == ""
