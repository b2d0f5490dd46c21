"""Tables with hairlines and returning headings, plain columns, and figures side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from fpdf.enums import Align, MethodReturnValue, TableBordersLayout, VAlign, YPos
from fpdf.fonts import FontFace

from documents.printable import printable
from documents.sheet import BODY, HAIRLINE, LINE, Sheet

_GREY: Final = 130
_PADDING: Final = (0.8, 1.4, 0.8, 1.4)
_BOLD: Final = FontFace(emphasis="BOLD")
_HEADING: Final = FontFace(emphasis="BOLD", fill_color=238)


class Strong(str):
    """A cell's text in bold."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in millimetres, and the side that it keeps to."""

    title: str
    width: float
    align: Align = Align.L


def table(sheet: Sheet, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """A table with hairlines whose headings return on every page; a row stays on one page."""
    _drawn(
        sheet,
        columns,
        [tuple(Strong(column.title) for column in columns), *rows],
        padding=_PADDING,
        borders_layout=TableBordersLayout.ALL,
        headings_style=_HEADING,
    )


def room_for(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> float:
    """The millimetres that a table's headings and first row take."""
    return sum(_height(sheet, columns, row) for row in ([column.title for column in columns], *rows[:1]))


def _height(sheet: Sheet, columns: Sequence[Column], row: Sequence[str]) -> float:
    # Measured in bold, so that it is never too little.
    top, right, bottom, left = _PADDING
    sheet.write_as(BODY, bold=True)
    heights = [
        sheet.multi_cell(
            column.width - left - right,
            LINE,
            printable(text),
            align=Align.L,
            dry_run=True,
            output=MethodReturnValue.HEIGHT,
        )
        for column, text in zip(columns, row, strict=True)
    ]
    sheet.write_as(BODY)
    return top + bottom + max(height for height in heights if isinstance(height, float))


def plain_columns(sheet: Sheet, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Rows kept in columns, without lines and headings."""
    _drawn(
        sheet,
        columns,
        rows,
        padding=(0.2, 3, 0.2, 0),
        borders_layout=TableBordersLayout.NONE,
        first_row_as_headings=False,
    )


def _drawn(sheet: Sheet, columns: Sequence[Column], rows: Iterable[Sequence[str]], **looks: Any) -> None:
    sheet.write_as(BODY)
    sheet.set_draw_color(_GREY)
    sheet.set_line_width(HAIRLINE)
    with sheet.table(
        col_widths=[column.width for column in columns],
        width=sum(column.width for column in columns),
        text_align=[column.align for column in columns],
        align=Align.L,
        v_align=VAlign.T,
        line_height=LINE,
        **looks,
    ) as drawn:
        for cells in rows:
            row = drawn.row()
            for text in cells:
                row.cell(printable(text), style=_BOLD if isinstance(text, Strong) else None)
    sheet.set_draw_color(0)


def panels(sheet: Sheet, told: Sequence[tuple[str, str, str]], width: float) -> None:
    """Short blocks side by side: what it is, the figure in bold, and a note under it."""
    top, left = sheet.get_y(), sheet.get_x()
    bottom, each = top, width / len(told)
    for place, lines in enumerate(told):
        sheet.set_y(top)
        for size, bold, text in zip((BODY, BODY + 2, BODY), (False, True, False), lines, strict=True):
            sheet.write_as(size, bold)
            sheet.set_x(left + place * each)
            sheet.multi_cell(each - 4, LINE * size / BODY, printable(text), align=Align.L, new_y=YPos.NEXT)
        bottom = max(bottom, sheet.get_y())
    sheet.write_as(BODY)
    sheet.set_xy(left, bottom)
