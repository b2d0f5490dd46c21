"""The office's logo at the left of a letterhead; without one the head is as it was."""

from io import BytesIO
from typing import Final

from documents.sheet import MARGIN, Sheet

LOGO: Final = 18.0  # millimetres, the side of the square into which it fits
_BESIDE: Final = 3.0


def draw_logo(sheet: Sheet, logo: bytes, top: float) -> None:
    """Draw a logo, if there is one, and leave the place of writing where it was."""
    if not logo:
        return
    x, y = sheet.get_x(), sheet.get_y()
    sheet.image(BytesIO(logo), x=MARGIN, y=top, w=LOGO, h=LOGO, keep_aspect_ratio=True)
    sheet.set_xy(x, y)


def room_beside(logo: bytes) -> float:
    """The millimetres that a logo takes from each side of the lines of a head, so that they stay centred."""
    return LOGO + _BESIDE if logo else 0.0
