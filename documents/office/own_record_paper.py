"""What is kept about a person, for that person: everything, with their numbers whole."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from documents.printable import one_line
from documents.sheet import WIDTH, PageFrame, Sheet
from documents.tables import Column, table
from domain.dates import indonesian_date
from domain.identity import mask_number
from domain.own_record import OwnRecord

TITLE: Final = "Catatan diri"
_LABEL: Final = 52.0
_LONGEST: Final = 2_000
ABOUT: Final = (
    "Ini semua data yang disimpan program ini dengan NIK tersebut, disusun atas permintaan orangnya "
    "(UU 27/2022 Pasal 7). Surat yang terbit, foto dan pindaian disebut di sini; salinannya dapat diminta. "
    "Yang keliru dapat diminta dibetulkan (Pasal 6): perbaikannya disimpan, dan bahwa diubah tetap tercatat "
    "dalam jejak audit."
)


def _rows(label: str, words: str) -> Iterator[tuple[str, str]]:
    """A line of the record; a long one goes on in more rows, so that nothing of it is cut off."""
    named = one_line(label, 90)
    yield named, words[:_LONGEST]
    for first in range(_LONGEST, len(words), _LONGEST):
        yield f"{named} (lanjutan)", words[first : first + _LONGEST]


def own_record_paper(record: OwnRecord, *, programme: str, on: date, by: str, demo: bool) -> bytes:
    """The paper as PDF bytes; the same input always gives the same bytes."""
    foot = (
        "Memuat data pribadi: serahkan hanya kepada orangnya",
        f"disusun {indonesian_date(on)} oleh {one_line(by, 60)}",
    )
    frame = PageFrame(
        office=programme, title=TITLE, number=mask_number(record.nik), foot=foot, printed_on=on, demo=demo
    )
    sheet = Sheet(frame)
    sheet.title_line(TITLE)
    sheet.paragraph(f"NIK {record.nik} pada {programme}, per {indonesian_date(on)}", bold=True)
    sheet.paragraph(ABOUT)
    columns = (Column("Apa", _LABEL), Column("Yang disimpan", WIDTH - _LABEL))
    for part in record.parts:
        sheet.heading(one_line(part.title, 120))
        table(sheet, columns, [row for line in part.lines for row in _rows(*line)])
    return bytes(sheet.output())
