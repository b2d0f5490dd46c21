"""A map drawn in greys, readable without colour: figures on it, thick borders where nobody helps."""

from collections.abc import Callable
from math import cos, radians
from typing import Final

from fpdf.enums import Align

from documents.printable import printable
from documents.sheet import BODY, Sheet
from domain.regions.printed_map import PrintedMap

_GREYS: Final = (250, 226, 202, 178, 154)
_NO_FIGURE: Final = 255
_NAME, _FIGURE = 4.6, 6.0
_LEGEND: Final = 60.0

Spot = Callable[[float, float], tuple[float, float]]


def draw_map(sheet: Sheet, told: PrintedMap, *, width: float, height: float) -> None:
    """Draw it at the left of the page, its legend beside it; what follows stands below."""
    sheet.write_as(BODY, bold=True)
    sheet.cell(h=5, text=printable(told.title), new_x="LMARGIN", new_y="NEXT")
    left, top = sheet.get_x(), sheet.get_y()
    spot, across, down = _projection(told, left, top, width - _LEGEND, height)
    for code, ring in told.outer_rings():
        figure = told.figures[code]
        sheet.set_fill_color(_NO_FIGURE if figure.shade is None else _GREYS[min(figure.shade, 4)])
        sheet.set_draw_color(0)
        sheet.set_line_width(0.8 if figure.is_open else 0.15)
        sheet.polygon([spot(*position) for position in ring], style="DF")
    for code, name, position in told.labels():
        figure = told.figures[code]
        _written(sheet, spot(*position), name, f"{figure.short}{' X' if figure.is_open else ''}")
    for one in told.enclaves:
        _written(sheet, spot(one.at.longitude, one.at.latitude), one.name, "")
    legend = left + across + 6
    below = _legend(sheet, told, legend, top, left + width - legend)
    sheet.set_fill_color(255)  # what stands below has none
    sheet.set_xy(left, max(top + down, below) + 1.5)


def _projection(
    told: PrintedMap, left: float, top: float, width: float, height: float
) -> tuple[Spot, float, float]:
    """Where a position lies on the page, and how many millimetres the map takes across and down."""
    positions = [position for _, ring in told.outer_rings() for position in ring]
    west, east = min(x for x, _ in positions), max(x for x, _ in positions)
    south, north = min(y for _, y in positions), max(y for _, y in positions)
    narrowed = cos(radians((north + south) / 2))
    scale = min(width / ((east - west) * narrowed), height / (north - south))

    def spot(x: float, y: float) -> tuple[float, float]:
        return left + (x - west) * narrowed * scale, top + (north - y) * scale

    return spot, (east - west) * narrowed * scale, (north - south) * scale


def _written(sheet: Sheet, spot: tuple[float, float], name: str, figure: str) -> None:
    x, y = spot
    for text, size, bold, down in ((name, _NAME, False, -2.0), (figure, _FIGURE, True, 0.0)):
        if text:
            sheet.write_as(size, bold)
            sheet.set_xy(x - 10, y + down)
            sheet.cell(20, 2.2, printable(text), align=Align.C)


def _legend(sheet: Sheet, told: PrintedMap, left: float, top: float, width: float) -> float:
    """Write it as wide as the map leaves; give where it ends."""
    sheet.write_as(BODY - 1.5)
    y = top
    for place, line in enumerate(told.legend):
        sheet.set_fill_color(_GREYS[min(place, 4)])
        sheet.set_line_width(0.15)
        sheet.rect(left, y + 0.5, 4, 3, style="DF")
        sheet.set_xy(left + 5.5, y)
        sheet.cell(h=4, text=printable(line))
        y += 4.6
    without = sum(one.shade is None for one in told.figures.values()) if told.none else 0
    if without:
        sheet.set_fill_color(_NO_FIGURE)
        sheet.set_line_width(0.15)
        sheet.rect(left, y + 0.5, 4, 3, style="DF")
        sheet.set_xy(left + 5.5, y)
        words = printable(f"–: {told.none} ({without} kecamatan)")
        sheet.multi_cell(width - 5.5, 4, words, align=Align.L, new_x="LEFT", new_y="NEXT")
        y = sheet.get_y() + 0.6
    if any(one.is_open for one in told.figures.values()):
        sheet.set_line_width(0.8)
        sheet.rect(left, y + 0.5, 4, 3)
        sheet.set_xy(left + 5.5, y)
        sheet.cell(h=4, text="X: tanpa Pendamping")
        y += 4.6
    sheet.set_xy(left, y + 0.5)
    sheet.multi_cell(width, 3.4, printable(told.note), align=Align.L, new_x="LEFT", new_y="NEXT")
    return sheet.get_y()
