"""What the papers of reporting share: the Kepala Dinas signs on the right."""

from typing import Final

from fpdf.enums import Align, XPos, YPos

from documents.blitar.letter import DOTS
from documents.printable import one_line, printable
from documents.sheet import BODY, LINE, MARGIN, WIDTH, Sheet

_ROOM: Final = 16.0
ROOM_TO_SIGN: Final = _ROOM + 7 * LINE
_LEFT: Final = MARGIN + WIDTH * 0.48


def sign_on_the_right(
    sheet: Sheet, above: str, name: str, *, closing: str, size: float = BODY, below: float = 0
) -> None:
    """The last sentence and room for one signature with name, rank and NIP; dots where nobody has told them.

    `below` is the room that follows on the same page.
    """
    sheet.close_with(closing, ROOM_TO_SIGN + below, size)
    sheet.ln(4)
    _line(sheet, above)
    sheet.ln(_ROOM)
    _line(sheet, one_line(name, 80) or DOTS, bold=bool(name.strip()))
    for line in (f"Pangkat {DOTS}", f"NIP {DOTS}"):
        _line(sheet, line)


def _line(sheet: Sheet, text: str, bold: bool = False) -> None:
    sheet.write_as(9, bold)
    sheet.set_x(_LEFT)
    width = MARGIN + WIDTH - _LEFT
    sheet.multi_cell(width, LINE + 0.4, printable(text), align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    sheet.write_as(9)
