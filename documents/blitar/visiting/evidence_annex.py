"""The annex of a visit: its photos, two on a page, each with its words; scans are named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from documents.annex_pictures import NOTE, AnnexPicture, draw_picture
from documents.blitar.letter import Printing, centred, facts, letter
from documents.printable import one_line
from domain.dates import indonesian_date


@dataclass(frozen=True, slots=True)
class AnnexVisit:
    """Which visit it is."""

    client_name: str
    client_number: str
    mentor_name: str
    on: date


def evidence_annex(visit: AnnexVisit, pictures: Sequence[AnnexPicture], printing: Printing) -> bytes:
    """The annex as PDF."""
    sheet = letter("Lampiran foto kunjungan", visit.client_number, printing, note=NOTE)
    centred(sheet, "LAMPIRAN FOTO KUNJUNGAN", 12, bold=True)
    centred(sheet, one_line(f"{visit.client_name}, {indonesian_date(visit.on)}", 160), bold=True)
    sheet.ln(3)
    facts(sheet, [("Pendamping", visit.mentor_name), ("Nomor binaan", visit.client_number)])
    for one in pictures:
        draw_picture(sheet, one)
    return bytes(sheet.output())
