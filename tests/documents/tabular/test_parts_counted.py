"""A small workbook that would cost the server much is refused before anything reads it."""

import re
from contextlib import nullcontext
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from documents.tabular import parts_counted, workbook_sheet
from documents.tabular.container import Limits, Unreadable, opened
from documents.tabular.parts_counted import TooMuch, require_modest
from documents.tabular.workbook_sheet import WantedSheet, open_sheet

LIMITS = Limits(5 * 1024**2, 60 * 1024**2, "Terlalu banyak.")
WANTED = WantedSheet("Isi", (), lambda lines: None, LIMITS, 100_000, "baris", "Tidak ada.")
MILLION = 10**6


def _book():
    held = BytesIO()
    book = Workbook()
    book.active.title = "Isi"
    book.active.append(["Nama"])
    book.save(held)
    return ZipFile(held)


def _with(part, change):
    """The workbook with one part changed, as bytes."""
    source, held = _book(), BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as made:
        for name in source.namelist():
            old = source.read(name)
            made.writestr(name, change(old) if name == part else old)
        if part not in source.namelist():
            made.writestr(part, change(b""))
    return held.getvalue()


def _in_sheet(xml):
    return _with("xl/worksheets/sheet1.xml", lambda old: old.replace(b"</sheetData>", xml + b"</sheetData>"))


def _strings(xml):
    return _with("xl/sharedStrings.xml", lambda old: b"<sst>" + xml + b"</sst>")


def _lying():
    """A part of 60 MB that says of itself that it has a thousand bytes."""
    data = bytearray(_strings(b"<si/>" * 12 * MILLION))
    for found in re.finditer(rb"PK\x01\x02", bytes(data)):
        start = found.start()
        length = int.from_bytes(data[start + 28 : start + 30], "little")
        if data[start + 46 : start + 46 + length] == b"xl/sharedStrings.xml":
            data[start + 24 : start + 28] = (1000).to_bytes(4, "little")
    return bytes(data)


HEAVY = {
    "one row of many cells": lambda: _in_sheet(b"<row>" + b"<c/>" * 20_000 + b"</row>"),
    "millions of cells": lambda: _in_sheet((b"<row>" + b"<c/>" * 9_000 + b"</row>") * 200),
    "millions of empty rows": lambda: _in_sheet(b"<row/>" * 2 * MILLION),
    "millions of texts": lambda: _strings(b"<si><t>a</t></si>" * 2 * MILLION),
    "millions of empty texts": lambda: _strings(b"<si/>" * 2 * MILLION),
    "millions of looks": lambda: _with("xl/styles.xml", lambda old: old + b"<xf/>" * MILLION),
    "formulas everywhere": lambda: _in_sheet((b"<row>" + b"<c><f>A1</f></c>" * 90 + b"</row>") * 5_000),
    "tags within tags": lambda: _in_sheet(b"<a>" * MILLION + b"</a>" * MILLION),
    "unpacks to far more": lambda: _with("xl/media/a.bin", lambda old: b"\0" * 70 * MILLION),
    "with a prefix": lambda: _in_sheet(b"<x:row>" + b"<x:c/>" * 20_000 + b"</x:row>"),
}


@pytest.fixture
def unread(monkeypatch):
    """A reader that must not be reached."""

    def reached(*_args, **_more):
        raise AssertionError("the workbook was read")

    monkeypatch.setattr(workbook_sheet, "load_workbook", reached)


@pytest.mark.parametrize("heavy", HEAVY)
def test_a_workbook_of_far_too_many_parts_is_refused_unread(unread, heavy):
    data = HEAVY[heavy]()
    assert len(data) < LIMITS.most_bytes
    with pytest.raises(Unreadable, match="Terlalu banyak"), open_sheet(data, WANTED):
        pass


DAMAGED = {
    "a size that is not true": _lying,
    "an entity": lambda: _strings(b'<!DOCTYPE l [<!ENTITY a "b">]>'),
    "an entity in small letters": lambda: _strings(b"<!doctype l>"),
    "letters of two bytes": lambda: _with("xl/sharedStrings.xml", lambda old: "<sst/>".encode("utf-16")),
}


@pytest.mark.parametrize("damaged", DAMAGED)
def test_a_workbook_as_no_office_program_writes_it_is_refused_unread(unread, damaged):
    with pytest.raises(Unreadable, match="rusak"), open_sheet(DAMAGED[damaged](), WANTED):
        pass


@pytest.mark.parametrize(("most", "passes"), [(40_000, True), (39_999, False)])
def test_every_cell_is_counted_once_also_over_the_edge_of_two_pieces(monkeypatch, most, passes):
    monkeypatch.setattr(parts_counted, "_PIECE", 1_000)  # so that an edge falls within many a tag
    row = b"<row>" + b"".join(b"<c   />" + b" " * (place % 3) for place in range(10_000)) + b"</row>"
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", row * 4)
    with nullcontext() if passes else pytest.raises(TooMuch):
        require_modest(ZipFile(held), MILLION, most, 10)


def test_as_many_columns_as_excel_has_are_let_through():
    assert opened(_in_sheet(b"<row>" + b"<c/>" * 16_000 + b"</row>"), LIMITS)
