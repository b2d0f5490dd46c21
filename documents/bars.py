"""Bar charts drawn in lines of the paper itself, in greys, each bar with its figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fpdf.enums import Align

from documents.printable import printable
from documents.sheet import BODY, HAIRLINE, MARGIN, WIDTH, Sheet

_GREY: Final = 150
_FILL: Final = 170
_SMALL: Final = 7.0
_LABEL: Final = 62.0
_FIGURE: Final = 34.0
_ROW, _BAR = 4.6, 3.0
_HIGH: Final = 26.0
_AIR: Final = 0.28  # of a column's width


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, how much, and the figure as people read it."""

    label: str
    amount: int
    told: str


def lying_bars(sheet: Sheet, title: str, bars: Sequence[Bar]) -> None:
    """Bars from left to right under a heading, one a line; nothing where there is none."""
    if not bars:
        return
    _heading(sheet, title, len(bars) * _ROW)
    most = max(max(one.amount for one in bars), 1)
    room = WIDTH - _LABEL - _FIGURE
    for one in bars:
        top = sheet.get_y()
        sheet.write_as(_SMALL + 1)
        sheet.cell(h=_ROW, text=sheet.cut(one.label, _LABEL - 3))
        long = room * max(one.amount, 0) / most
        sheet.rect(MARGIN + _LABEL, top + (_ROW - _BAR) / 2, long, _BAR, style="F")
        sheet.set_xy(MARGIN + _LABEL + long + 1.5, top)
        sheet.cell(h=_ROW, text=printable(one.told))
        sheet.set_xy(MARGIN, top + _ROW)
    _done(sheet, MARGIN + _LABEL, sheet.get_y() - len(bars) * _ROW, MARGIN + _LABEL, sheet.get_y())


def standing_bars(sheet: Sheet, title: str, bars: Sequence[Bar]) -> None:
    """Bars beside each other under a heading, as months follow each other; nothing where there is none."""
    if not bars:
        return
    _heading(sheet, title, _HIGH + 10)
    most, wide = max(max(one.amount for one in bars), 1), WIDTH / len(bars)
    foot = sheet.get_y() + 4 + _HIGH
    sheet.write_as(_SMALL)
    for place, one in enumerate(bars):
        left, high = MARGIN + place * wide, _HIGH * max(one.amount, 0) / most
        sheet.rect(left + wide * _AIR / 2, foot - high, wide * (1 - _AIR), high, style="F")
        sheet.set_xy(left, foot - high - 3.6)
        sheet.cell(wide, 3.4, printable(one.told), align=Align.C)
        sheet.set_xy(left, foot + 0.8)
        sheet.cell(wide, 3.4, sheet.cut(one.label, wide), align=Align.C)
    sheet.set_xy(MARGIN, foot + 4.6)
    _done(sheet, MARGIN, foot, MARGIN + WIDTH, foot)


def _heading(sheet: Sheet, title: str, height: float) -> None:
    sheet.heading(title, height)
    sheet.set_fill_color(_FILL)


def _done(sheet: Sheet, x: float, y: float, to_x: float, to_y: float) -> None:
    """Draw the line that the bars stand on, and leave the sheet as it was."""
    below = sheet.get_y()
    sheet.set_draw_color(_GREY)
    sheet.set_line_width(HAIRLINE)
    sheet.line(x, y, to_x, to_y)
    sheet.set_draw_color(0)
    sheet.set_fill_color(255)
    sheet.write_as(BODY)
    sheet.set_xy(MARGIN, below + 1)
