"""A filled template read into rows: which sheet, where its headings stand, what each cell holds."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any, Final

from openpyxl import load_workbook  # type: ignore[import-untyped]

from documents.blitar.visiting.container import BROKEN, Unreadable, opened
from documents.blitar.visiting.sheet_parts import SheetParts, parts_of
from domain.blitar.visiting.pile_cells import NOT_WORKED_OUT, Cell
from domain.blitar.visiting.pile_columns import TEMPLATE, Headings, match_headings
from domain.blitar.visiting.pile_rows import MOST_ROWS, RawRow, RawTable
from domain.money import number
from domain.same_letters import same_form

SHEET: Final = "Kunjungan"
OTHER_SHEETS: Final = ("Petunjuk", "Binaan")
_MOST_LINES: Final = MOST_ROWS + 20_000
_MOST_COLUMNS: Final = 100
_HEADING_WITHIN: Final = 10
_Line = Sequence[Cell]


def read_workbook(data: bytes) -> RawTable:
    """Read the rows of visits; raises Unreadable with a sentence for what cannot be read.

    Nothing is run: macros are refused, and of a formula only its last result is read.
    """
    parts = opened(data)
    try:
        return _table(data, parts)
    except Unreadable:
        raise
    # A damaged workbook fails in the reader's own ways, which are many and told nowhere.
    except Exception as error:
        raise Unreadable(BROKEN) from error


def _table(data: bytes, parts: Any) -> RawTable:
    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        sheet, heading_line, headings = _sheet_of(book)
        # The reader knows under which name the sheet is packed, and tells it only here.
        laid_out = parts_of(parts, sheet._worksheet_path)
        lines = _lines(sheet, heading_line)
        if laid_out.merged:
            lines = _filled_down(lines, laid_out)
        if laid_out.has_formulas:
            lines = _marked(lines, _formulas(data, sheet.title))
        rows = _rows(lines, headings)
        return RawTable(rows, tuple(_notes(book, sheet, headings, laid_out)))
    finally:
        book.close()


def _sheet_of(book: Any) -> tuple[Any, int, Headings]:
    """The sheet of visits, the line of its headings, and where each column stands."""
    visible = [one for one in book.worksheets if one.sheet_state == "visible"]
    found = []
    for sheet in sorted(visible, key=lambda one: same_form(one.title) != same_form(SHEET)):
        # The size that a file tells of its sheets may be wrong.
        sheet.reset_dimensions()
        for line, cells in islice(_cells(sheet), _HEADING_WITHIN):
            headings = match_headings(cells)
            if headings.are_headings:
                found.append((sheet, line, headings))
                break
    if not found:
        raise Unreadable(
            "Tidak ada lembar dengan judul kolom kunjungan. Unduh templat, salin isi Anda ke lembar "
            f"“{SHEET}”, lalu unggah lagi."
        )
    sheet, line, headings = found[0]
    if headings.refusal:
        raise Unreadable(headings.refusal)
    return sheet, line, headings


def _cells(sheet: Any, from_line: int = 1) -> Iterator[tuple[int, _Line]]:
    lines = sheet.iter_rows(min_row=from_line, max_col=_MOST_COLUMNS, values_only=True)
    return enumerate(lines, from_line)


def _lines(sheet: Any, heading_line: int) -> Iterator[tuple[int, _Line]]:
    for line, cells in _cells(sheet, heading_line + 1):
        if line > _MOST_LINES:
            raise Unreadable(
                f"Lembar ini memanjang melewati baris {number(_MOST_LINES)}. Hapus baris kosong di bawah "
                "data, atau salin hanya baris kunjungannya ke templat baru."
            )
        yield line, cells


def _rows(lines: Iterator[tuple[int, _Line]], headings: Headings) -> tuple[RawRow, ...]:
    places, found = headings.places.items(), []
    for line, cells in lines:
        width = len(cells)
        row = RawRow(line, {column: cells[place] for column, place in places if place < width})
        if row.is_blank or row.is_example:
            continue
        found.append(row)
        if len(found) > MOST_ROWS:
            raise Unreadable(
                f"Lembar ini memuat lebih dari {number(MOST_ROWS)} kunjungan. Bagi menjadi beberapa berkas."
            )
    if not found:
        raise Unreadable(
            "Belum ada kunjungan di bawah judul kolomnya. Isi satu baris untuk tiap formulir, lalu unggah."
        )
    return tuple(found)


def _filled_down(lines: Iterator[tuple[int, _Line]], laid_out: SheetParts) -> Iterator[tuple[int, _Line]]:
    """Cells merged over several lines, each with what stands in the first."""
    runs = [(place, range(first, last + 1)) for place, first, last in laid_out.merged]
    held: dict[tuple[int, int], Cell] = {}
    for line, cells in lines:
        here = [(place, run) for place, run in runs if line in run and place < len(cells)]
        if here:
            changed = list(cells)
            for place, run in here:
                changed[place] = held.setdefault((place, run.start), changed[place])
            cells = changed
        yield line, cells


def _marked(
    lines: Iterator[tuple[int, _Line]], formulas: frozenset[tuple[int, int]]
) -> Iterator[tuple[int, _Line]]:
    """Cells whose formula has no result, marked as such: they would look blank."""
    for line, cells in lines:
        yield (
            line,
            [
                NOT_WORKED_OUT if cell is None and (line, place) in formulas else cell
                for place, cell in enumerate(cells)
            ],
        )


def _formulas(data: bytes, title: str) -> frozenset[tuple[int, int]]:
    book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    sheet = book[title]
    sheet.reset_dimensions()
    found = {
        (line, place)
        for line, cells in islice(_cells(sheet), _MOST_LINES)
        for place, cell in enumerate(cells)
        if isinstance(cell, str) and cell.startswith("=")
    }
    book.close()
    return frozenset(found)


def _notes(book: Any, sheet: Any, headings: Headings, laid_out: SheetParts) -> Iterator[str]:
    ours = {same_form(one) for one in (sheet.title, *OTHER_SHEETS)}
    if any(one.sheet_state == "visible" and same_form(one.title) not in ours for one in book.worksheets):
        yield f"Hanya lembar “{sheet.title}” yang dibaca; lembar lain dilewati."
    in_sheet = sorted(headings.places, key=lambda column: headings.places[column])
    order = [TEMPLATE.index(column) for column in in_sheet if column in TEMPLATE]
    if order != sorted(order):
        yield "Urutan kolomnya berbeda dari templat; setiap kolom dikenali dari judulnya."
    if headings.unknown:
        told = ", ".join(f"“{text[:60]}”" for text in headings.unknown[:8])
        yield f"Kolom yang tidak dikenal dan tidak dibaca: {told}."
    if laid_out.hides_columns or laid_out.hides_rows:
        what = "Kolom" if laid_out.hides_columns else "Baris"
        yield f"{what} yang tersembunyi ikut dibaca. Periksa jumlah barisnya."
    if laid_out.merged:
        yield "Sel yang digabung ke bawah dibaca sama untuk semua barisnya."
