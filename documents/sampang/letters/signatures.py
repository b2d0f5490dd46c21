"""Room for signatures: blocks side by side, and a table where many sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fpdf.enums import Align, MethodReturnValue, XPos, YPos

from documents.printable import one_line, printable
from documents.sampang.letters.paper import OfficialPaper
from documents.sampang.letters.wording import DOTS, or_dots
from documents.sheet import HAIRLINE, MARGIN, WIDTH
from documents.tables import Column, table, whole_height
from domain.sampang.origination.letterhead import Letterhead

TEAM_LEAD: Final = "Ketua Harian Tim Pokjanis"
_ROOM: Final = 18.0
_BEFORE: Final = 4.0
_STAMP: Final = 20.0
_LINE: Final = 4.4
_GAP: Final = 6.0
_ROW: Final = 11.0
_HEADING: Final = 12.0
_WIDTHS: Final = (9.0, 68.0, 53.0, WIDTH - 130)
_ALIGNED: Final = (Align.R, Align.L, Align.L, Align.L)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the lines above the signature, the name, and the lines under it.

    `stamp` leaves a marked place for the revenue stamp (meterai).
    """

    above: tuple[str, ...]
    name: str
    below: tuple[str, ...] = ()
    stamp: bool = False


def lead(head: Letterhead, before: str = "") -> Signer:
    """The Ketua Harian, who is the head of the agency (VIII.5.a); rules where nothing is set."""
    office = f"Kepala {agency_or(head.agency)} selaku {TEAM_LEAD},"
    below = (or_dots(head.lead_rank), f"NIP {or_dots(head.lead_nip)}")
    return Signer((before, office) if before else (office,), head.lead_name, below)


def agency_or(agency: str) -> str:
    """The agency's name within a sentence."""
    return one_line(agency, 200) or "Dinas"


def blocks(
    sheet: OfficialPaper,
    signers: Sequence[Signer],
    columns: int = 0,
    *,
    closing: Sequence[str],
    below: float = 0,
) -> None:
    """Signatures side by side, at most three in a row, after the `closing` paragraphs.

    With `columns` the blocks keep to the right of so many columns. The last closing paragraph stays with
    all of them on one page, so that no signature stands alone on a page; where they are too many for a
    page each further one says of what it is the continuation. `below` is the room that follows them there.
    """
    width, rows, heights = _rows(sheet, signers, columns)
    *before, last = closing
    sheet.prose(*before)
    sentence = sheet.prose_height([last])
    needed = sentence + sum(heights) + below
    if sheet.will_page_break(needed if needed < sheet.whole_page else sentence + heights[0]):
        sheet.add_page()
    sheet.prose(last)
    for row, height in zip(rows, heights, strict=True):
        if sheet.will_page_break(height):
            sheet.add_page()
            sheet.prose(f"Lanjutan tanda tangan {sheet.named}.")
        _row(sheet, row, MARGIN + WIDTH - width * len(row) if columns else MARGIN, width)


def blocks_height(
    sheet: OfficialPaper, signers: Sequence[Signer], columns: int = 0, *, closing: Sequence[str]
) -> float:
    """The millimetres that signatures take with their closing paragraphs."""
    return sheet.prose_height(closing) + sum(_rows(sheet, signers, columns)[2])


def _rows(
    sheet: OfficialPaper, signers: Sequence[Signer], columns: int
) -> tuple[float, list[Sequence[Signer]], list[float]]:
    """The width of a block, the blocks by rows, and how high each row is."""
    each = columns or min(3, len(signers))
    width = WIDTH / each
    rows = [signers[first : first + each] for first in range(0, len(signers), each)]
    return width, rows, [_row_height(sheet, row, width) for row in rows]


def _row(sheet: OfficialPaper, signers: Sequence[Signer], left: float, width: float) -> None:
    sheet.ln(_BEFORE)
    above = max(_height(sheet, signer.above, width - _GAP) for signer in signers)
    under = [_under(signer) for signer in signers]
    below = max(_height(sheet, lines, width - _GAP) for lines in under)
    top = sheet.get_y()
    for place, signer in enumerate(signers):
        x = left + place * width + _GAP / 2
        _lines(sheet, signer.above, x, top, width - _GAP)
        if signer.stamp:
            _stamp(sheet, x, top + above)
        _lines(
            sheet, under[place], x, top + above + _ROOM, width - _GAP, bold_first=bool(signer.name.strip())
        )
    sheet.set_xy(MARGIN, top + above + _ROOM + below)


def _stamp(sheet: OfficialPaper, x: float, y: float) -> None:
    sheet.write_as(8)
    sheet.set_draw_color(130)
    sheet.set_line_width(HAIRLINE)
    sheet.set_xy(x, y + 3)
    sheet.cell(_STAMP, _ROOM - 6, "Meterai", border=1, align=Align.C)
    sheet.set_draw_color(0)


def _under(signer: Signer) -> tuple[str, ...]:
    return (or_dots(signer.name), *signer.below)


def _row_height(sheet: OfficialPaper, signers: Sequence[Signer], width: float) -> float:
    above = max(_height(sheet, signer.above, width - _GAP) for signer in signers)
    below = max(_height(sheet, _under(signer), width - _GAP) for signer in signers)
    return _BEFORE + above + _ROOM + below + 1


def _lines(
    sheet: OfficialPaper, lines: Sequence[str], x: float, y: float, width: float, bold_first: bool = False
) -> None:
    sheet.set_y(y)
    for place, text in enumerate(lines):
        sheet.write_as(9.5, bold_first and place == 0)
        sheet.set_x(x)
        sheet.multi_cell(width, _LINE, printable(text), align=Align.C, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    sheet.write_as(9.5)


def _height(sheet: OfficialPaper, lines: Sequence[str], width: float) -> float:
    # Measured in bold, so that it is never too little.
    sheet.write_as(9.5, bold=True)
    found = [
        sheet.multi_cell(
            width, _LINE, printable(text), align=Align.C, dry_run=True, output=MethodReturnValue.HEIGHT
        )
        for text in lines
    ]
    return sum(height for height in found if isinstance(height, float | int))


def signature_table(
    sheet: OfficialPaper,
    people: Sequence[tuple[str, str]],
    office: str,
    heading: str = "",
    below: float = 0,
) -> None:
    """A table with a row for each name and office, and room to sign; headings return on every page.

    Under a `heading` it stands on one page, where a page holds it; with the signatures `below` it, where a
    page holds both.
    """
    columns = tuple(map(Column, ("No.", "Nama", office, "Tanda tangan"), _WIDTHS, _ALIGNED))
    rows = [(f"{place}", or_dots(name), told, DOTS) for place, (name, told) in enumerate(people, 1)]
    if heading:
        whole = whole_height(sheet, columns, rows, _ROW)
        rooms = (one for one in (whole + below, whole) if one + _HEADING < sheet.whole_page)
        sheet.heading(heading, room=next(rooms, 26))
    table(sheet, columns, rows, least=_ROW)
    sheet.write_as(9.5)
