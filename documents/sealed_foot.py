"""The foot of a paper that is kept as it goes out: its number to check, and on the last page a small QR."""

from typing import Final

import segno

from documents.sheet import MARGIN, WIDTH, Sheet

_RIGHT: Final = MARGIN + WIDTH
_QR: Final = 12.0
_QR_UP: Final = 16.2
_SEAL_UP: Final = 11.7
_QUIET: Final = 2


def room_for_qr(seal: str, *, is_last: bool) -> float:
    """The millimetres that stay free for the QR at the right of the foot."""
    return _QR + 1 if seal and is_last else 0


def draw_seal(sheet: Sheet, seal: str, *, is_last: bool) -> None:
    """The seal at the right of the foot, on the last page with its QR; nothing where there is no seal."""
    if not seal:
        return
    sheet.write_as(7.5)
    told = f"Nomor periksa {seal}"
    sheet.set_xy(_RIGHT - sheet.beside_foot - sheet.get_string_width(told), sheet.h - _SEAL_UP)
    sheet.cell(text=told, h=3.8)
    if is_last:
        draw_qr(sheet, f"Periksa surat {seal}", _RIGHT - _QR, sheet.h - _QR_UP, _QR)


def draw_qr(sheet: Sheet, text: str, x: float, y: float, side: float) -> None:
    """The text as a QR of `side` millimetres with its quiet zone, sharp on any printer."""
    rows = tuple(segno.make(text, error="m", micro=False).matrix)
    each = side / (len(rows) + 2 * _QUIET)
    sheet.set_fill_color(0)
    for down, row in enumerate(rows, _QUIET):
        for across, dark in enumerate(row, _QUIET):
            if dark:
                sheet.rect(x + across * each, y + down * each, each, each, style="F")
