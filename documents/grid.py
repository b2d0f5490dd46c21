"""Tables of one-line cells, for schedules: many rows in little room, drawn where they are told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from fpdf.enums import Align

from documents.printable import printable
from documents.sheet import BODY, HAIRLINE, Sheet
from documents.tables import Column

_GREY: Final = 130
_HEADING_FILL: Final = 238
_SIDE: Final = 1.2
_SMALLEST: Final = 4.5


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of one-line cells from a left edge; heights in millimetres, size in points."""

    left: float
    columns: Sequence[Column]
    height: float
    size: float

    def heading(self, sheet: Sheet) -> None:
        """The line of the columns' titles."""
        self._line(sheet, [column.title for column in self.columns], bold=True)

    def row(self, sheet: Sheet, texts: Sequence[str]) -> None:
        """One line."""
        self._line(sheet, texts, bold=False)

    def total(self, sheet: Sheet, texts: Sequence[str]) -> None:
        """One line in bold."""
        self._line(sheet, texts, bold=True)

    def _line(self, sheet: Sheet, texts: Sequence[str], bold: bool) -> None:
        sheet.write_as(self.size, bold)
        sheet.set_draw_color(_GREY)
        sheet.set_fill_color(_HEADING_FILL)
        sheet.set_line_width(HAIRLINE)
        margin, sheet.c_margin = sheet.c_margin, _SIDE
        sheet.set_x(self.left)
        for column, text in zip(self.columns, texts, strict=True):
            sheet.cell(column.width, self.height, printable(text), border=1, align=column.align, fill=bold)
        sheet.c_margin = margin
        sheet.set_draw_color(0)
        sheet.set_fill_color(0)
        sheet.write_as(BODY)
        sheet.set_xy(sheet.l_margin, sheet.get_y() + self.height)


def grid_for(
    sheet: Sheet,
    left: float,
    width: float,
    titles: Sequence[str],
    rows: Iterable[Sequence[str]],
    height: float,
) -> Grid:
    """A grid over `width` whose columns share the room by what they hold, in the largest size that fits.

    The first two columns keep to the left, the others, which are amounts, to the right.
    """
    lines = [titles, *rows]
    size = min(BODY, height * 1.9)
    needed = _widths(sheet, lines, size)
    while sum(needed) > width and size > _SMALLEST:
        size -= 0.1
        needed = _widths(sheet, lines, size)
    spare = (width - sum(needed)) / len(needed)
    columns = [
        Column(title, room + spare, Align.L if place < 2 else Align.R)
        for place, (title, room) in enumerate(zip(titles, needed, strict=True))
    ]
    return Grid(left, columns, height, size)


def _widths(sheet: Sheet, lines: Sequence[Sequence[str]], size: float) -> list[float]:
    # Measured in bold, so that it is never too little.
    sheet.write_as(size, bold=True)
    found = [
        max(sheet.get_string_width(printable(text)) for text in column) + 2 * _SIDE + 0.2
        for column in zip(*lines, strict=True)
    ]
    sheet.write_as(BODY)
    return found
