"""The officers of a koperasi sign on one page, however far the agreement went before them (IV.1.f)."""

import pytest

from documents.sampang.letters.officers import officers_sign
from documents.sampang.letters.paper import Face, OfficialPaper
from domain.sampang.origination.board import Board, Officer
from tests.documents.printed import pages_of
from tests.documents.sampang.applications import DAY, cooperative
from tests.documents.sampang.letter_files import HEAD, loan_file

OFFICERS = [f"Pengurus Nomor{place}" for place in range(1, 6)]


@pytest.mark.parametrize("lines", range(20, 60, 4))
def test_the_places_to_sign_are_not_split_over_two_pages(lines):
    face = Face(head=HEAD, title="Perjanjian", number="1", on=DAY, places=(), demo=False)
    sheet = OfficialPaper(face)
    for _ in range(lines):
        sheet.prose("Satu baris.")
    officers_sign(sheet, loan_file(cooperative()), Board(officers=tuple(Officer(name=n) for n in OFFICERS)))
    holding = [page for page in pages_of(sheet.finished()) if any(name in page for name in OFFICERS)]
    assert len(holding) == 1
