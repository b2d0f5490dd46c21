"""Tables on paper: no row of several stands alone on a page, and a cell takes as many lines as it has."""

import re
from datetime import date
from pathlib import Path

import pytest

import documents
from documents.sheet import PageFrame, Sheet
from documents.tables import Column, Strong, headed_table, plain_columns, table
from tests.documents.printed import pages_of
from tests.examples import BY_NIGHT

COLUMNS = (Column("No.", 9), Column("Uraian", 100), Column("Jumlah", 60))
# Millimetres down the first page at which a table begins; by night three times as many.
BEGINNINGS = range(0, 240, 7 if BY_NIGHT else 21)
SUM = (Strong(""), Strong("jumlah"), Strong("baris-99"))


def a_sheet(down=0):
    frame = PageFrame(
        office="Dinas",
        title="Daftar",
        number="1",
        foot=("Dasar", "Kaki"),
        printed_on=date(2026, 3, 2),
        demo=False,
    )
    sheet = Sheet(frame)
    sheet.set_y(sheet.get_y() + down)
    return sheet


def rows_on_pages(sheet):
    return [len(re.findall(r"baris-", page)) for page in pages_of(bytes(sheet.output()))]


def rows(count):
    return [*((f"{place}", "uraian " * (place % 5 * 9), f"baris-{place}") for place in range(1, count)), SUM]


@pytest.mark.parametrize("count", [2, 3, 4, 9, 60])
def test_no_row_of_several_stands_alone_wherever_the_table_begins(count):
    for down in BEGINNINGS:
        sheet = a_sheet(down)
        table(sheet, COLUMNS, rows(count))
        found = rows_on_pages(sheet)
        assert sum(found) == count
        assert 1 not in found, (down, found)


@pytest.mark.parametrize("count", [2, 3, 9])
def test_a_heading_never_stands_without_two_rows_of_its_table(count):
    for down in BEGINNINGS:
        sheet = a_sheet(down)
        headed_table(sheet, "Judul tabel", COLUMNS, rows(count))
        pages = pages_of(bytes(sheet.output()))
        (headed,) = [page for page in pages if "Judul tabel" in page]
        assert headed.count("baris-") >= 2, down
        assert 1 not in [page.count("baris-") for page in pages], down


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("lines", [70, 400])
def test_a_cell_of_very_many_short_lines_goes_on_in_the_next_rows(place, lines):
    cells = ["a", "b", "c"]
    cells[place] = "\n".join("x" * lines)
    for draw in (table, plain_columns):
        sheet = a_sheet(200)
        draw(sheet, COLUMNS, [tuple(cells)])
        text = " ".join(pages_of(bytes(sheet.output())))
        assert text.count("x") == lines


def test_a_table_may_be_empty():
    sheet = a_sheet()
    table(sheet, COLUMNS, [])
    assert len(pages_of(bytes(sheet.output()))) == 1


def test_no_paper_draws_a_table_of_its_own():
    """Whatever is drawn elsewhere could break a row, so that every table is one of these."""
    room = Path(documents.__path__[0])
    drawing = [path.name for path in room.rglob("*.py") if ".table(" in path.read_text("utf-8")]
    assert drawing == ["tables.py"]
