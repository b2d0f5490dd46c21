"""Room for signatures: who gives beside who takes, and below them the Kepala Dinas."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from documents.blitar.letter import DOTS
from documents.printable import one_line
from documents.sheet import LINE, MARGIN, WIDTH, Sheet
from domain.dates import indonesian_date

_ROOM: Final = 13.0
_HALF: Final = WIDTH / 2


def sign_handover(sheet: Sheet, giver: str, receivers: Sequence[str], *, closing: str, on: date) -> None:
    """Room for both parties and for the Kepala Dinas, with the last sentence, so that none stands alone."""
    blocks = max(1, len(receivers))
    first_rows = min(blocks, 8)
    sheet.close_with(closing, 5 * LINE + first_rows * (_ROOM + LINE) + _head_height())
    sheet.ln(2)
    sheet.cell(text=f"Blitar, {indonesian_date(on)}", h=LINE)
    sheet.set_xy(MARGIN, sheet.get_y() + LINE + 2)
    _captions(sheet, "Pihak Kesatu (menyerahkan)", "Pihak Kedua (menerima)")
    for place, name in enumerate(receivers or ("",)):
        last = place == blocks - 1
        if sheet.will_page_break(_ROOM + LINE + (_head_height() if last else 0)):
            sheet.add_page()
            sheet.paragraph(f"Lanjutan tanda tangan untuk kalimat ini: {closing}")
            _captions(sheet, "", "Pihak Kedua (menerima)")
        bottom = sheet.get_y() + _ROOM
        if place == 0:
            _signed(sheet, MARGIN, bottom, giver)
        _signed(sheet, MARGIN + _HALF, bottom, name)
        sheet.set_xy(MARGIN, bottom + LINE)
    _sign_head(sheet, "Mengetahui,")


def sign_decree(sheet: Sheet, *, closing: str, on: date | None) -> None:
    """Room for the Kepala Dinas below the last sentence of a decree or of its list."""
    sheet.close_with(closing, _head_height() + 3 * LINE)
    _sign_head(sheet, f"Ditetapkan di Blitar pada tanggal {indonesian_date(on) if on else DOTS}")


def _sign_head(sheet: Sheet, caption: str) -> None:
    """Room for the Kepala Dinas, with name and NIP; it stays below the last who receives."""
    sheet.ln(5)
    left = MARGIN + WIDTH / 4
    for line in (caption, "Kepala Dinas"):
        sheet.set_x(left)
        sheet.cell(text=line, h=LINE)
        sheet.set_xy(left, sheet.get_y() + LINE)
    _signed(sheet, left, sheet.get_y() + _ROOM, "")
    sheet.set_xy(left, sheet.get_y() + LINE)
    sheet.cell(text=f"NIP {DOTS}", h=LINE)
    sheet.set_xy(MARGIN, sheet.get_y() + LINE)


def sign_week(sheet: Sheet) -> None:
    """Room for the Fasilitator, whose programme the week follows."""
    sheet.ln(2)
    sheet.close_with("Jadwal ini dipasang di sekretariat Dinas.", 5 + _ROOM + 3 * LINE)
    sheet.ln(5)
    sheet.set_x(MARGIN + _HALF)
    sheet.cell(text="Fasilitator", h=LINE)
    _signed(sheet, MARGIN + _HALF, sheet.get_y() + _ROOM, "")


def _head_height() -> float:
    return _ROOM + 4 * LINE + 5


def _captions(sheet: Sheet, left: str, right: str) -> None:
    top = sheet.get_y()
    for x, text in ((MARGIN, left), (MARGIN + _HALF, right)):
        sheet.set_xy(x, top)
        sheet.cell(text=text, h=LINE)
    sheet.set_xy(MARGIN, top + LINE)


def _signed(sheet: Sheet, x: float, y: float, name: str) -> None:
    sheet.set_xy(x, y)
    sheet.cell(text=one_line(name, 45) or DOTS, h=LINE)
