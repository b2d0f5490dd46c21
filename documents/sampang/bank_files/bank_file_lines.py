"""A bank's file, CSV or XLSX, read into its headings and the lines below them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from documents.tabular.container import Limits, Unreadable
from documents.tabular.text_sheet import open_text
from documents.tabular.workbook_sheet import HEADING_WITHIN, WantedSheet, open_sheet
from domain.money import number
from domain.sampang.bank_file.bank_columns import MOST_ROWS, find_heading
from domain.tabular.sheet_cells import Cell, as_text

_MEGABYTE: Final = 1024**2
# 100,000 rows are about 12 MB of text; a workbook of them is packed into half of that.
LIMITS: Final = Limits(
    most_bytes=20 * _MEGABYTE,
    most_unpacked=200 * _MEGABYTE,
    unpacks_to_more=f"Isi berkas ini jauh lebih besar dari {number(MOST_ROWS)} baris setoran, jadi tidak "
    "dibuka. Minta bank mengirim berkas satu bulan saja.",
)
_NO_HEADING: Final = (
    "Tidak ada baris judul kolom dalam berkas ini, seperti Nomor pinjaman, Tanggal, dan Jumlah. Tambahkan "
    "judul kolomnya di baris pertama, lalu unggah lagi."
)
_WANTED: Final = WantedSheet(
    title="Angsuran",
    ours=(),
    find_heading=find_heading,
    limits=LIMITS,
    most_rows=MOST_ROWS,
    rows="setoran",
    none_found=_NO_HEADING,
)
_Line = tuple[int, Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class BankFileLines:
    """The headings of a bank's file, the lines below (none in a month without money), and how it was read."""

    heading: tuple[str, ...]
    lines: tuple[_Line, ...]
    notes: tuple[str, ...]


def read_bank_file(data: bytes) -> BankFileLines:
    """Read a bank's file; raises Unreadable with a sentence for what cannot be read.

    Nothing is run: macros are refused, and of a formula only its last result is read.
    """
    # A workbook is a packed folder, or was written by a program of before 2007; the rest is text.
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return _of_workbook(data)
    return _of_text(data)


def _of_workbook(data: bytes) -> BankFileLines:
    with open_sheet(data, _WANTED) as sheet:
        heading = tuple(as_text(cell) for cell in _trimmed(sheet.headings))
        return BankFileLines(heading, _kept(sheet.lines), (*sheet.notes, *sheet.layout))


def _of_text(data: bytes) -> BankFileLines:
    sheet = open_text(data, LIMITS)
    first = list(islice(sheet.lines, HEADING_WITHIN))
    found = find_heading([cells for _, cells in first])
    if found is None:
        raise Unreadable(_NO_HEADING)
    heading = tuple(as_text(cell) for cell in _trimmed(found.cells))
    return BankFileLines(heading, _kept(chain(first[found.last + 1 :], sheet.lines)), sheet.notes)


def _kept(lines: Iterable[_Line]) -> tuple[_Line, ...]:
    found = tuple(islice(_filled(lines), MOST_ROWS + 1))
    if len(found) > MOST_ROWS:
        raise Unreadable(
            f"Berkas ini memuat lebih dari {number(MOST_ROWS)} setoran. Minta bank membaginya per bulan."
        )
    return found


def _filled(lines: Iterable[_Line]) -> Iterator[_Line]:
    for line, cells in lines:
        if told := _trimmed(cells):
            yield line, told


def _trimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells without the blank ones at the end, which a reader of sheets gives by the hundred."""
    last = next((place for place in range(len(cells), 0, -1) if as_text(cells[place - 1])), 0)
    return tuple(cells[:last])
