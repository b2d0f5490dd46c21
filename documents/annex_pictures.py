"""The photos of an annex, two on a page, each with its words; scans are named only."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final

from documents.sheet import LINE, MARGIN, WIDTH, Sheet
from domain.dates import indonesian_moment

NOTE: Final = "Tempat dan waktu hanya ada bila pengambil fotonya setuju"
_TALL: Final = 88.0
_APART: Final = "Tersimpan di aplikasi dan tidak tercetak di lampiran ini."


@dataclass(frozen=True, slots=True)
class AnnexPicture:
    """One photo with its words; without data it is a scan, or one whose file is out of reach."""

    caption: str
    taken: str
    by: str
    at: datetime
    data: bytes | None


def draw_picture(sheet: Sheet, one: AnnexPicture) -> None:
    """The photo with its words under it, never parted from them."""
    words = 3 * LINE
    if sheet.will_page_break((_TALL if one.data else 0) + words):
        sheet.add_page()
    if one.data is not None:
        top, told = sheet.get_y(), one.caption
        picture = BytesIO(one.data)
        sheet.image(picture, x=MARGIN, y=top, w=WIDTH, h=_TALL, keep_aspect_ratio=True, alt_text=told)
        sheet.set_y(top + _TALL + 1)
    sheet.paragraph(one.caption, bold=True)
    told = f"{one.taken + '; ' if one.taken else ''}disimpan {one.by}, {indonesian_moment(one.at)}"
    sheet.paragraph(told if one.data is not None else f"{told}. {_APART}")
    sheet.ln(3)
