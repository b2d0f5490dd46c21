"""A sheet of a workbook read line by line: which one, where its headings stand, what each cell holds."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any, Final

from openpyxl import load_workbook  # type: ignore[import-untyped]

from documents.tabular.container import BROKEN, Limits, Unreadable, opened
from documents.tabular.sheet_parts import SheetParts, parts_of
from domain.money import number
from domain.same_letters import same_form
from domain.tabular.sheet_cells import NOT_WORKED_OUT, Cell
from domain.tabular.sheet_columns import HeadingLine

MORE_LINES: Final = 20_000  # blank ones, beyond the rows that are taken
_MOST_COLUMNS: Final = 100
HEADING_WITHIN: Final = 10
Cells = Sequence[Cell]
Lines = Iterator[tuple[int, Cells]]


@dataclass(frozen=True, slots=True)
class WantedSheet:
    """Which sheet of a workbook is read, how large it may be, and what is said when there is none.

    A sheet of this `title` is looked at first; `ours` are other sheets of which nobody has to be told.
    `rows` names what its rows are.
    """

    title: str
    ours: tuple[str, ...]
    find_heading: Callable[[Sequence[Cells]], HeadingLine | None]
    limits: Limits
    most_rows: int
    rows: str
    none_found: str


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """A sheet that is being read: its title, the line of its headings with their cells, the lines below.

    `notes` tell what a person should know about how it is read.
    """

    title: str
    heading_line: int
    headings: Cells
    lines: Lines
    notes: tuple[str, ...]
    layout: tuple[str, ...]


@contextmanager
def open_sheet(data: bytes, wanted: WantedSheet) -> Iterator[OpenSheet]:
    """Open the sheet of a workbook; raises Unreadable with a sentence for what cannot be read.

    Nothing is run: macros are refused, and of a formula only its last result is read.
    """
    parts = opened(data, wanted.limits)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            yield _sheet(book, parts, data, wanted)
        finally:
            book.close()
    except Unreadable:
        raise
    # A damaged workbook fails in the reader's own ways, which are many and told nowhere.
    except Exception as error:
        raise Unreadable(BROKEN) from error


def _sheet(book: Any, parts: Any, data: bytes, wanted: WantedSheet) -> OpenSheet:
    sheet, heading_line, headings = _found(book, wanted)
    # The reader knows under which name the sheet is packed, and tells it only here.
    laid_out = parts_of(parts, sheet._worksheet_path)
    lines = _lines(sheet, heading_line, wanted)
    if laid_out.merged:
        lines = _filled_down(lines, laid_out)
    if laid_out.has_formulas:
        lines = _marked(lines, _formulas(data, sheet.title, wanted))
    others = tuple(_other_sheets(book, sheet, wanted))
    return OpenSheet(sheet.title, heading_line, headings, lines, others, tuple(_layout(laid_out)))


def _found(book: Any, wanted: WantedSheet) -> tuple[Any, int, Cells]:
    """The sheet, the line of its headings, and their cells."""
    visible = [one for one in book.worksheets if one.sheet_state == "visible"]
    for sheet in sorted(visible, key=lambda one: same_form(one.title) != same_form(wanted.title)):
        # The size that a file tells of its sheets may be wrong.
        sheet.reset_dimensions()
        heading = wanted.find_heading([cells for _, cells in islice(_cells(sheet), HEADING_WITHIN)])
        if heading is not None:
            return sheet, heading.last + 1, heading.cells
    raise Unreadable(wanted.none_found)


def _cells(sheet: Any, from_line: int = 1) -> Lines:
    lines = sheet.iter_rows(min_row=from_line, max_col=_MOST_COLUMNS, values_only=True)
    return enumerate(lines, from_line)


def _lines(sheet: Any, heading_line: int, wanted: WantedSheet) -> Lines:
    most = wanted.most_rows + MORE_LINES
    for line, cells in _cells(sheet, heading_line + 1):
        if line > most:
            raise Unreadable(
                f"Lembar ini memanjang melewati baris {number(most)}. Hapus baris kosong di bawah "
                f"data, atau salin hanya baris {wanted.rows}nya ke templat baru."
            )
        yield line, cells


def _filled_down(lines: Lines, laid_out: SheetParts) -> Lines:
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


def _marked(lines: Lines, formulas: frozenset[tuple[int, int]]) -> Lines:
    """Cells whose formula has no result, marked as such: they would look blank."""
    for line, cells in lines:
        yield (
            line,
            [
                NOT_WORKED_OUT if cell is None and (line, place) in formulas else cell
                for place, cell in enumerate(cells)
            ],
        )


def _formulas(data: bytes, title: str, wanted: WantedSheet) -> frozenset[tuple[int, int]]:
    book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    sheet = book[title]
    sheet.reset_dimensions()
    found = {
        (line, place)
        for line, cells in islice(_cells(sheet), wanted.most_rows + MORE_LINES)
        for place, cell in enumerate(cells)
        if isinstance(cell, str) and cell.startswith("=")
    }
    book.close()
    return frozenset(found)


def _other_sheets(book: Any, sheet: Any, wanted: WantedSheet) -> Iterator[str]:
    ours = {same_form(one) for one in (sheet.title, *wanted.ours)}
    if any(one.sheet_state == "visible" and same_form(one.title) not in ours for one in book.worksheets):
        yield f"Hanya lembar “{sheet.title}” yang dibaca; lembar lain dilewati."


def _layout(laid_out: SheetParts) -> Iterator[str]:
    if laid_out.hides_columns or laid_out.hides_rows:
        what = "Kolom" if laid_out.hides_columns else "Baris"
        yield f"{what} yang tersembunyi ikut dibaca. Periksa jumlah barisnya."
    if laid_out.merged:
        yield "Sel yang digabung ke bawah dibaca sama untuk semua barisnya."
