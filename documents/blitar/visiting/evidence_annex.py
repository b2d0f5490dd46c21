"""The annex of a visit: its photos, two on a page, each with its words; scans are named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Final

from documents.blitar.letter import Printing, centred, facts, letter
from documents.printable import one_line
from documents.sheet import LINE, MARGIN, WIDTH, Sheet
from domain.dates import indonesian_date, indonesian_moment

_TALL: Final = 88.0
_APART: Final = "Pindaian PDF tersimpan pada kunjungan ini dan dicetak sendiri."


@dataclass(frozen=True, slots=True)
class AnnexVisit:
    """Which visit it is."""

    client_name: str
    client_number: str
    mentor_name: str
    on: date


@dataclass(frozen=True, slots=True)
class AnnexPicture:
    """One photo with its words; without data it is a scan that is printed by itself."""

    caption: str
    taken: str
    by: str
    at: datetime
    data: bytes | None


def evidence_annex(visit: AnnexVisit, pictures: Sequence[AnnexPicture], printing: Printing) -> bytes:
    """The annex as PDF."""
    note = "Tempat dan waktu hanya ada bila pengambil fotonya setuju"
    sheet = letter("Lampiran foto kunjungan", visit.client_number, printing, note=note)
    centred(sheet, "LAMPIRAN FOTO KUNJUNGAN", 12, bold=True)
    centred(sheet, one_line(f"{visit.client_name}, {indonesian_date(visit.on)}", 160), bold=True)
    sheet.ln(3)
    facts(sheet, [("Pendamping", visit.mentor_name), ("Nomor binaan", visit.client_number)])
    for one in pictures:
        _picture(sheet, one)
    return bytes(sheet.output())


def _picture(sheet: Sheet, one: AnnexPicture) -> None:
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
