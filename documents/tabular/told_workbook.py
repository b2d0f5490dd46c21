"""A filled workbook read sheet by sheet into its lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from documents.tabular.container import Unreadable
from documents.tabular.text_sheet import open_text
from documents.tabular.workbook_form import GUIDE_SHEET, LISTS_SHEET, NOT_READ, WorkbookForm
from documents.tabular.workbook_sheet import HEADING_WITHIN, WantedSheet, open_sheet
from domain.labelled import Labelled
from domain.money import number
from domain.same_letters import same_form
from domain.tabular.sheet_cells import Cell, as_text
from domain.tabular.sheet_columns import HeadingLine, Headings, KnownHeadings, SheetColumn, first_heading
from domain.tabular.workbook import EXAMPLE, RawLine

_MENDING: Final = "Unduh templatnya, lalu salin datanya ke sana."
_NOT_THERE: Final = "-"
# A workbook is a packed folder, or was written by a program of before 2007; the rest is text.
_PACKED: Final = (b"PK", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class ToldWorkbook:
    """The lines of all sheets, and what a person should know about how they were read."""

    lines: tuple[RawLine, ...]
    notes: tuple[str, ...]


def read_told(data: bytes, form: WorkbookForm) -> ToldWorkbook:
    """Read a workbook; raises Unreadable with a sentence for what cannot be read.

    Nothing is run: macros are refused, and of a formula only its last result is read.
    """
    if form.takes_text and not data.startswith(_PACKED):
        return _of_text(data, form)
    lines: list[RawLine] = []
    notes: list[str] = []
    for sheet in form.sheets:
        found, told = _sheet(data, form, sheet)
        lines += found
        notes += told
    if not any(one.sheet is form.first for one in lines):
        raise Unreadable(
            f"Lembar “{form.first.label}” belum berisi satu baris pun. Isi dahulu, lalu unggah lagi."
        )
    return ToldWorkbook(tuple(lines), tuple(dict.fromkeys(notes)))


def _of_text(data: bytes, form: WorkbookForm) -> ToldWorkbook:
    """A file of separated values, which has the first sheet alone."""
    opened = open_text(data, form.limits)
    known: KnownHeadings[SheetColumn] = KnownHeadings(form.sheets[form.first].columns)
    top = list(islice(opened.lines, HEADING_WITHIN))
    found = first_heading([cells for _, cells in top], lambda cells: known.match(cells).are_headings)
    if found is None:
        raise Unreadable(_no_heading(form.first))
    headings = known.match(found.cells)
    lines = _taken(form, form.first, headings, chain(top[found.last + 1 :], opened.lines), "CSV")
    if not lines:
        raise Unreadable("Berkas ini belum berisi satu baris pun. Isi dahulu, lalu unggah lagi.")
    read_as = _read_as(form, headings, found.cells)
    return ToldWorkbook(tuple(lines), (*opened.notes, *read_as, *_unknown(headings, "CSV")))


def _sheet(data: bytes, form: WorkbookForm, sheet: Labelled) -> tuple[list[RawLine], list[str]]:
    known: KnownHeadings[SheetColumn] = KnownHeadings(form.sheets[sheet].columns)
    try:
        with open_sheet(data, _wanted(form, sheet, known)) as opened:
            if same_form(opened.title) != same_form(sheet.label) and sheet is not form.first:
                return [], []
            headings = known.match(opened.headings)
            lines = _taken(form, sheet, headings, opened.lines, opened.title)
            read_as = _read_as(form, headings, opened.headings)
            return lines, [*read_as, *_unknown(headings, opened.title), *opened.layout]
    except Unreadable as refusal:
        if refusal.sentence == _NOT_THERE:
            return [], []
        raise


def _wanted(form: WorkbookForm, sheet: Labelled, known: KnownHeadings[SheetColumn]) -> WantedSheet:
    def find(lines: Sequence[Sequence[Cell]]) -> HeadingLine | None:
        return first_heading(lines[:HEADING_WITHIN], lambda cells: known.match(cells).are_headings)

    return WantedSheet(
        title=sheet.label,
        ours=(GUIDE_SHEET, LISTS_SHEET, *(one.label for one in form.sheets)),
        find_heading=find,
        limits=form.limits,
        most_rows=form.sheets[sheet].most_rows,
        rows=form.rows,
        none_found=_no_heading(sheet) if sheet is form.first else _NOT_THERE,
    )


def _no_heading(sheet: Labelled) -> str:
    return (
        f"Lembar “{sheet.label}” dengan judul kolom dari templat tidak ditemukan. Unduh templatnya, isi, "
        "lalu unggah lagi."
    )


def _read_as(form: WorkbookForm, headings: Headings[SheetColumn], cells: Sequence[Cell]) -> list[str]:
    """Which headings of another register were taken for which of ours."""
    if not form.takes_text:
        return []
    told = [
        f"“{as_text(cells[place])}” sebagai {column.header}"
        for column, place in headings.places.items()
        if same_form(as_text(cells[place])) != same_form(column.header)
    ]
    return [f"Dibaca: {', '.join(told)}."] if told else []


def _taken(
    form: WorkbookForm,
    sheet: Labelled,
    headings: Headings[SheetColumn],
    lines: Iterator[tuple[int, Sequence[Cell]]],
    title: str,
) -> list[RawLine]:
    """The lines below headings that are complete; raises Unreadable where they are not, or are too many."""
    shape = form.sheets[sheet]
    if refusal := headings.refusal(shape.required, shape.required, _MENDING):
        raise Unreadable(f"Lembar “{title}”: {refusal}")
    found = list(_lines(sheet, lines, headings.places, next(iter(shape.columns))))
    if len(found) > shape.most_rows:
        raise Unreadable(f"Lembar “{title}” paling banyak {number(shape.most_rows)} baris.")
    return found


def _lines(
    sheet: Labelled,
    lines: Iterator[tuple[int, Sequence[Cell]]],
    places: Mapping[SheetColumn, int],
    first: SheetColumn,
) -> Iterator[RawLine]:
    for line, cells in lines:
        told = {column: cells[place] for column, place in places.items() if place < len(cells)}
        is_example = same_form(as_text(told.get(first))) == same_form(EXAMPLE)
        if not is_example and any(as_text(cell) for cell in told.values()):
            yield RawLine(sheet, line, told)


def _unknown(headings: Headings[SheetColumn], title: str) -> list[str]:
    return [
        f"Kolom “{one}” di lembar “{title}” tidak dibaca." for one in headings.unknown if one not in NOT_READ
    ]
