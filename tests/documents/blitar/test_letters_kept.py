"""A letter that is kept as it goes out tells its number to check; a draft and an older one tell none."""

from datetime import date

import pytest

from documents.blitar.staffing.renewal_decree import renewal_decree
from domain.paper_seal import seal_kept_in, seal_of
from tests.documents.blitar.test_renewal_decree import DECREE, PRINTING, line
from tests.documents.printed import pages_of

LINES = [line(place) for place in range(1, 23)]


@pytest.fixture
def drawn(monkeypatch):
    """The pages on which a QR was drawn, with its text."""
    found = []
    monkeypatch.setattr(
        "documents.sealed_foot.draw_qr", lambda sheet, text, *_: found.append((sheet.page_no(), text))
    )
    return found


def test_every_page_tells_the_number_and_the_last_one_has_the_qr(drawn):
    pdf = renewal_decree(DECREE, LINES, PRINTING, signed=True, kept=True)
    pages, seal = pages_of(pdf), seal_of("Keputusan Kepala Dinas", "188/9/2026", date(2026, 11, 30))
    assert seal_kept_in(pdf) == seal
    assert all(f"Nomor periksa {seal}" in page for page in pages)
    assert drawn == [(len(pages), f"Periksa surat {seal}")]


@pytest.mark.parametrize("how", [{"signed": True}, {"signed": False, "kept": True}])
def test_a_draft_and_a_paper_that_is_not_kept_promise_no_check(how, drawn):
    pdf = renewal_decree(DECREE, LINES, PRINTING, **how)
    assert seal_kept_in(pdf) == ""
    assert not any("Nomor periksa" in page for page in pages_of(pdf))
    assert drawn == []
