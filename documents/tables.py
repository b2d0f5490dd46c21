"""Tables with hairlines and returning headings, plain columns, and figures side by side."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, Final

from fpdf.enums import Align, TableBordersLayout, VAlign, YPos
from fpdf.fonts import FontFace

from documents.printable import printable
from documents.sheet import BODY, HAIRLINE, LINE, Sheet
from documents.table_rows import Column, Laid, Strong, laid_rows, pages_of, tall

__all__ = ["Column", "Strong", "headed_table", "panels", "plain_columns", "room_for", "table", "whole_height"]

_GREY: Final = 130
_PADDING: Final = (0.8, 1.4, 0.8, 1.4)
_PLAIN: Final = (0.2, 3.0, 0.2, 0.0)
_BOLD: Final = FontFace(emphasis="BOLD")
_HEADING: Final = FontFace(emphasis="BOLD", fill_color=238)


def table(sheet: Sheet, columns: Sequence[Column], rows: Iterable[Sequence[str]], least: float = 0) -> None:
    """A table with hairlines whose headings return on every page, its rows at least `least` mm high.

    A row stays on one page, one that is too tall goes on in the next row, and no row of several stands
    alone on a page.
    """
    laid = list(laid_rows(sheet, columns, rows, _PADDING, least=least))
    titles, heading = _titles(sheet, columns)
    for place, part in enumerate(pages_of(sheet, tall(heading), laid)):
        if place:
            sheet.add_page()
        if part:
            _drawn(
                sheet,
                columns,
                [titles, *part],
                least,
                padding=_PADDING,
                borders_layout=TableBordersLayout.ALL,
                headings_style=_HEADING,
            )


def headed_table(sheet: Sheet, title: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """A table under its heading, which never stands alone."""
    told = list(rows)
    if title:
        sheet.heading(title, room_for(sheet, columns, told))
    table(sheet, columns, told)


def room_for(sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> float:
    """The millimetres that a table's headings and first two rows take; of three rows the last comes along."""
    _, heading = _titles(sheet, columns)
    laid = laid_rows(sheet, columns, rows[:4], _PADDING)
    first = list(islice(laid, 4))
    first = first if len(first) == 3 else first[:2]
    return tall(heading) + sum(one.height for one in first)


def whole_height(
    sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[str]], least: float = 0
) -> float:
    """The millimetres that a table takes whole."""
    _, heading = _titles(sheet, columns)
    return tall(heading) + sum(one.height for one in laid_rows(sheet, columns, rows, _PADDING, least=least))


def _titles(sheet: Sheet, columns: Sequence[Column]) -> tuple[tuple[str, ...], list[Laid]]:
    titles = tuple(Strong(column.title) for column in columns)
    return titles, list(laid_rows(sheet, columns, [titles], _PADDING))


def plain_columns(sheet: Sheet, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Rows kept in columns, without lines and headings."""
    _drawn(
        sheet,
        columns,
        [one.cells for one in laid_rows(sheet, columns, rows, _PLAIN, goes_on="")],
        0,
        padding=_PLAIN,
        borders_layout=TableBordersLayout.NONE,
        first_row_as_headings=False,
    )


def _drawn(
    sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[str]], least: float, **looks: Any
) -> None:
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
        for place, cells in enumerate(rows):
            row = drawn.row(min_height=least if place else None)
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
