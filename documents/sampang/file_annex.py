"""The annex of a file or a loan: photos of its survey, of a visit, or scans of its papers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from documents.annex_pictures import AnnexPicture, draw_picture
from documents.printable import one_line
from documents.sampang.letters.paper import Face, OfficialPaper
from domain.regulation.sources import Citation
from domain.sampang.origination.letterhead import Letterhead


@dataclass(frozen=True, slots=True)
class AnnexOf:
    """What the photos show, of which file, and the provision under which they were taken."""

    title: str
    applicant: str
    number: str
    place: Citation


def file_annex(
    of: AnnexOf, pictures: Sequence[AnnexPicture], *, on: date, head: Letterhead, demo: bool
) -> bytes:
    """The annex as PDF."""
    face = Face(head=head, title=of.title, number=of.number, on=on, places=(of.place,), demo=demo)
    sheet = OfficialPaper(face)
    sheet.title_block(one_line(of.applicant, 160))
    for one in pictures:
        draw_picture(sheet, one)
    return sheet.finished()
