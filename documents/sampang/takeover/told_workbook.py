"""A filled workbook of older loans, read sheet by sheet into its lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from documents.tabular.container import Limits, Unreadable
from documents.tabular.workbook_sheet import HEADING_WITHIN, WantedSheet, open_sheet
from domain.money import number
from domain.same_letters import same_form
from domain.sampang.takeover.workbook_columns import SHEETS, Part, Sheet
from domain.sampang.takeover.workbook_loans import RawLine
from domain.tabular.sheet_cells import Cell, as_text
from domain.tabular.sheet_columns import HeadingLine, KnownHeadings, SheetColumn, first_heading

GUIDE_SHEET: Final = "Petunjuk"
LISTS_SHEET: Final = "Daftar"
# What the example of the template is called; it is never read.
EXAMPLE: Final = "CONTOH"
# Where lines come back, what is told beside them.
NOT_READ: Final = ("Alasan", "Baris asal")
_MEGABYTE: Final = 1024**2
LIMITS: Final = Limits(
    most_bytes=10 * _MEGABYTE,
    most_unpacked=100 * _MEGABYTE,
    unpacks_to_more="Isi berkas ini jauh lebih besar daripada daftar pinjaman, jadi tidak dibuka. Salin "
    "hanya datanya ke templat baru.",
)
_NO_LOANS: Final = (
    "Lembar “Pinjaman” dengan judul kolom dari templat tidak ditemukan. Unduh templatnya, isi, lalu unggah "
    "lagi."
)
_MENDING: Final = "Unduh templatnya, lalu salin datanya ke sana."
_NOT_THERE: Final = "-"


@dataclass(frozen=True, slots=True)
class ToldWorkbook:
    """The lines of all sheets, and what a person should know about how they were read."""

    lines: tuple[RawLine, ...]
    notes: tuple[str, ...]


def read_told_workbook(data: bytes) -> ToldWorkbook:
    """Read a workbook; raises Unreadable with a sentence for what cannot be read.

    Nothing is run: macros are refused, and of a formula only its last result is read.
    """
    lines: list[RawLine] = []
    notes: list[str] = []
    for part in Part:
        found, told = _part(data, part)
        lines += found
        notes += told
    if not any(one.part is Part.LOANS for one in lines):
        raise Unreadable("Lembar “Pinjaman” belum berisi satu baris pun. Isi dahulu, lalu unggah lagi.")
    return ToldWorkbook(tuple(lines), tuple(dict.fromkeys(notes)))


def _part(data: bytes, part: Part) -> tuple[list[RawLine], list[str]]:
    sheet = SHEETS[part]
    known: KnownHeadings[SheetColumn] = KnownHeadings(sheet.columns)
    try:
        with open_sheet(data, _wanted(part, sheet, known)) as opened:
            if same_form(opened.title) != same_form(part.label) and part is not Part.LOANS:
                return [], []
            headings = known.match(opened.headings)
            if refusal := headings.refusal(sheet.required, sheet.required, _MENDING):
                raise Unreadable(f"Lembar “{opened.title}”: {refusal}")
            lines = list(_lines(part, opened.lines, headings.places))
            if len(lines) > sheet.most_rows:
                raise Unreadable(f"Lembar “{opened.title}” paling banyak {number(sheet.most_rows)} baris.")
            unknown = [
                f"Kolom “{one}” di lembar “{opened.title}” tidak dibaca."
                for one in headings.unknown
                if one not in NOT_READ
            ]
            return lines, [*unknown, *opened.layout]
    except Unreadable as refusal:
        if refusal.sentence == _NOT_THERE:
            return [], []
        raise


def _wanted(part: Part, sheet: Sheet, known: KnownHeadings[SheetColumn]) -> WantedSheet:
    def find(lines: Sequence[Sequence[Cell]]) -> HeadingLine | None:
        return first_heading(lines[:HEADING_WITHIN], lambda cells: known.match(cells).are_headings)

    return WantedSheet(
        title=part.label,
        ours=(GUIDE_SHEET, LISTS_SHEET, *(one.label for one in Part)),
        find_heading=find,
        limits=LIMITS,
        most_rows=sheet.most_rows,
        rows="pinjaman",
        none_found=_NO_LOANS if part is Part.LOANS else _NOT_THERE,
    )


def _lines(
    part: Part, lines: Iterator[tuple[int, Sequence[Cell]]], places: Mapping[SheetColumn, int]
) -> Iterator[RawLine]:
    for line, cells in lines:
        told = {column: cells[place] for column, place in places.items() if place < len(cells)}
        if not any(as_text(cell) for cell in told.values()):
            continue
        first = next(iter(SHEETS[part].columns))
        if same_form(as_text(told.get(first))) != same_form(EXAMPLE):
            yield RawLine(part, line, told)
