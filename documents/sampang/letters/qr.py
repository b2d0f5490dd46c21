"""A small QR, drawn square by square, so that it is sharp on any printer."""

from typing import Final

import segno

from documents.sheet import Sheet

_QUIET: Final = 2


def draw_qr(sheet: Sheet, text: str, x: float, y: float, side: float) -> None:
    """The text as a QR of `side` millimetres with its quiet zone, its corner at x and y."""
    rows = tuple(segno.make(text, error="m", micro=False).matrix)
    each = side / (len(rows) + 2 * _QUIET)
    sheet.set_fill_color(0)
    for down, row in enumerate(rows, _QUIET):
        for across, dark in enumerate(row, _QUIET):
            if dark:
                sheet.rect(x + across * each, y + down * each, each, each, style="F")
