"""Every paper can be signed as printed: no page of signatures alone, nothing of the program's own on it."""

import re
from pathlib import Path

import pytest

import documents
from documents import tables
from documents.grid import Grid
from documents.sampang.letters.paper import OfficialPaper
from documents.sheet import Sheet
from tests.documents.every_paper import EVERY_PAPER, INSIDE
from tests.documents.printed import pages_of
from tests.examples import BY_NIGHT

SIGNED = re.compile(r"NIP|Meterai|\.{15}|Yang menerima|Fasilitator,|Mengetahui,|Diminta oleh,")
FOOT = re.compile(r"(?:Perbup (?:Sampang|Blitar) \S+ )(?:·.*)?halaman \d+ dari \d+.*$")
SHIFTS = range(0, 232, 33 if BY_NIGHT else 66)


def moved_down(monkeypatch, millimetres):
    """Let the first page begin lower, so that every page break falls elsewhere."""
    for kind in (Sheet, OfficialPaper):
        drawn = kind.header

        def header(self, drawn=drawn):
            drawn(self)
            if self.page_no() == 1:
                self.set_y(min(self.get_y() + millimetres, self.page_break_trigger - 4))

        monkeypatch.setattr(kind, "header", header)


def pages_written(monkeypatch):
    """The pages on which a paper draws text or rows, as it is made: a signature is neither."""
    written = set()

    def noting(of, name, sheet_of):
        drawn = getattr(of, name)

        def note(*args, **more):
            before = sheet_of(args).page_no()
            drawn(*args, **more)
            written.update((before, sheet_of(args).page_no()))

        monkeypatch.setattr(of, name, note)

    for name in ("paragraph", "bullets"):
        noting(Sheet, name, lambda args: args[0])
    noting(OfficialPaper, "numbered", lambda args: args[0])
    noting(tables, "_drawn", lambda args: args[0])
    noting(Grid, "_line", lambda args: args[1])
    return written


@pytest.mark.parametrize("name", EVERY_PAPER)
def test_no_page_holds_signatures_alone_wherever_the_pages_break(name, monkeypatch):
    for shift in SHIFTS:
        with monkeypatch.context() as patched:
            moved_down(patched, shift)
            written = pages_written(patched)
            pages = pages_of(EVERY_PAPER[name]())
        signed = {place for place, page in enumerate(pages, 1) if SIGNED.search(FOOT.sub("", page))}
        assert signed <= written, shift


@pytest.mark.parametrize("name", EVERY_PAPER)
def test_no_running_foot_tells_of_the_program(name):
    for page in pages_of(EVERY_PAPER[name]()):
        before, _, after = page.rpartition("halaman")
        assert "versi" not in before[-60:] + after


@pytest.mark.parametrize("name", sorted(EVERY_PAPER.keys() - INSIDE))
def test_no_paper_for_the_public_carries_the_number_of_a_reading(name):
    assert re.findall(r"\b[SOB]-\d{2}\b", " ".join(pages_of(EVERY_PAPER[name]()))) == []


def test_every_paper_with_signatures_is_asked():
    signing = re.compile(
        r"^from documents\S*(?:signatures|signing|letter_parts)|close_with\(|signatures\(", re.M
    )
    signed = {
        path.stem
        for path in Path(documents.__path__[0]).rglob("*.py")
        if signing.search(text := path.read_text("utf-8"))
        and re.search(r"^def \w+\((?s:.*?)\) -> bytes:", text, re.M)
    }
    asked = Path(__file__).parent.rglob("*.py")
    told = "\n".join(path.read_text("utf-8") for path in asked)
    assert [name for name in sorted(signed) if f".{name} import" not in told] == []
    assert len(EVERY_PAPER) >= len(signed)
