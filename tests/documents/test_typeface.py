"""The font that papers share: each paper is as if it had read the font itself."""

from font_roboto import Roboto, RobotoBold

from documents import sheet
from tests.documents.test_tables import COLUMNS, a_sheet, rows, table


def drawn():
    paper = a_sheet()
    table(paper, COLUMNS, rows(9))
    return paper


def test_a_paper_is_byte_for_byte_that_of_a_font_read_anew(monkeypatch):
    other = a_sheet()
    table(other, COLUMNS, [("ZQ", "WXYZ ßÄÖ", "baris-1"), ("", "{}[]", "baris-2")])
    other.output()
    shared = bytes(drawn().output())

    def read_anew(paper):
        paper.add_font("roboto", "", Roboto)
        paper.add_font("roboto", "B", RobotoBold)

    monkeypatch.setattr(sheet, "take_typeface", read_anew)
    assert shared == bytes(drawn().output())
