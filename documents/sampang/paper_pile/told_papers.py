"""A filled workbook of paper applications, read sheet by sheet into its lines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from documents.tabular.container import Limits, Unreadable
from documents.tabular.workbook_sheet import HEADING_WITHIN, WantedSheet, open_sheet
from domain.money import number
from domain.same_letters import same_form
from domain.sampang.paper_pile.paper_columns import PILE_SHEETS, FormColumn, PileSheet
from domain.sampang.paper_pile.paper_rows import PaperLine
from domain.tabular.sheet_cells import Cell, as_text
from domain.tabular.sheet_columns import HeadingLine, KnownHeadings, SheetColumn, first_heading

GUIDE_SHEET: Final = "Petunjuk"
LISTS_SHEET: Final = "Daftar"
EXAMPLE: Final = "CONTOH"
NOT_READ: Final = ("Alasan", "Baris asal")
_MEGABYTE: Final = 1024**2
PILE_LIMITS: Final = Limits(
    most_bytes=4 * _MEGABYTE,
    most_unpacked=40 * _MEGABYTE,
    unpacks_to_more="Isi berkas ini jauh lebih besar daripada setumpuk formulir, jadi tidak dibuka. Salin "
    "hanya datanya ke templat baru.",
)
_NO_FORMS: Final = (
    "Lembar “Pengajuan” dengan judul kolom dari templat tidak ditemukan. Unduh templatnya, isi, lalu unggah "
    "lagi."
)
_MENDING: Final = "Unduh templatnya, lalu salin datanya ke sana."
_NOT_THERE: Final = "-"


def read_told_papers(data: bytes) -> tuple[tuple[PaperLine, ...], tuple[str, ...]]:
    """The lines of both sheets, and what a person should know about how they were read.

    Raises Unreadable with a sentence. Nothing is run: of a formula only its last result is read.
    """
    lines: list[PaperLine] = []
    notes: list[str] = []
    for sheet in PileSheet:
        found, told = _sheet(data, sheet)
        lines += found
        notes += told
    if not any(one.sheet is PileSheet.FORMS for one in lines):
        raise Unreadable("Lembar “Pengajuan” belum berisi satu baris pun. Isi dahulu, lalu unggah lagi.")
    return tuple(lines), tuple(dict.fromkeys(notes))


def _sheet(data: bytes, sheet: PileSheet) -> tuple[list[PaperLine], list[str]]:
    shape = PILE_SHEETS[sheet]
    known: KnownHeadings[SheetColumn] = KnownHeadings(shape.columns)
    try:
        with open_sheet(data, _wanted(sheet, known)) as opened:
            if same_form(opened.title) != same_form(sheet.label) and sheet is not PileSheet.FORMS:
                return [], []
            headings = known.match(opened.headings)
            if refusal := headings.refusal(shape.required, shape.required, _MENDING):
                raise Unreadable(f"Lembar “{opened.title}”: {refusal}")
            lines = list(_lines(sheet, opened.lines, headings.places))
            if len(lines) > shape.most_rows:
                raise Unreadable(f"Lembar “{opened.title}” paling banyak {number(shape.most_rows)} baris.")
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


def _wanted(sheet: PileSheet, known: KnownHeadings[SheetColumn]) -> WantedSheet:
    def find(lines: Sequence[Sequence[Cell]]) -> HeadingLine | None:
        return first_heading(lines[:HEADING_WITHIN], lambda cells: known.match(cells).are_headings)

    return WantedSheet(
        title=sheet.label,
        ours=(GUIDE_SHEET, LISTS_SHEET, *(one.label for one in PileSheet)),
        find_heading=find,
        limits=PILE_LIMITS,
        most_rows=PILE_SHEETS[sheet].most_rows,
        rows="formulir",
        none_found=_NO_FORMS if sheet is PileSheet.FORMS else _NOT_THERE,
    )


def _lines(
    sheet: PileSheet, lines: Iterator[tuple[int, Sequence[Cell]]], places: Mapping[SheetColumn, int]
) -> Iterator[PaperLine]:
    for line, cells in lines:
        told = {column: cells[place] for column, place in places.items() if place < len(cells)}
        if any(as_text(cell) for cell in told.values()) and not _is_example(told):
            yield PaperLine(sheet, line, told)


def _is_example(told: Mapping[SheetColumn, Cell]) -> bool:
    first = next((cell for column, cell in told.items() if column.value == FormColumn.NUMBER.value), None)
    return same_form(as_text(first)) == same_form(EXAMPLE)
