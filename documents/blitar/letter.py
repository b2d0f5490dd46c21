"""What the papers of Blitar share: letterhead, draft mark, days in words, and room for signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from babel.dates import format_date
from fpdf.enums import Align, XPos, YPos
from num2words import num2words

from documents.logo_on_paper import LOGO, draw_logo, room_beside
from documents.printable import one_line, printable
from documents.sealed_foot import draw_seal, room_for_qr
from documents.sheet import BODY, LINE, MARGIN, WIDTH, PageFrame, Sheet, made_with
from documents.tables import Column, Strong, plain_columns
from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.office_head import UNSET
from domain.dates import indonesian_date
from domain.paper_seal import kept_words, seal_of
from domain.regulation.agency_head import AgencyHead
from domain.regulation.receipts import fingerprint

GOVERNMENT: Final = "Pemerintah Kabupaten Blitar"
DRAFT: Final = "KONSEP"
DOTS: Final = "." * 40
_LEAST_SIGNERS: Final = 3
_SIGNATURE: Final = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """Who prints, when, with which version of this program, over demo data or not, and under which head."""

    on: date
    by: str
    application_version: str
    demo: bool
    head: AgencyHead = UNSET


class Letter(Sheet):
    """A sheet of Blitar; one that is kept as it goes out tells its seal in the foot."""

    def __init__(self, frame: PageFrame, seal: str) -> None:
        self.seal, self._is_last = seal, False
        super().__init__(frame)

    def footer(self) -> None:
        """What every sheet has; a paper that goes out adds its seal, and on the last page its QR."""
        self.beside_foot = room_for_qr(self.seal, is_last=self._is_last)
        super().footer()
        draw_seal(self, self.seal, is_last=self._is_last)

    def finished(self) -> bytes:
        """The paper as bytes."""
        self._is_last = True
        return bytes(self.output())


def letter(
    title: str,
    number: str,
    printing: Printing,
    *,
    note: str,
    draft: str = "",
    kept_on: date | None = None,
) -> Letter:
    """A paper under the letterhead; `draft` says why it does not count yet, and marks every page.

    `kept_on` is the day of a paper that is kept as it goes out: it carries its seal.
    """
    version = one_line(printing.application_version, 30)
    printed = f"dicetak {indonesian_date(printing.on)} oleh {one_line(printing.by, 60)}"
    seal = seal_of(title, number, kept_on) if kept_on and number.strip() and not draft else ""
    frame = PageFrame(
        office="Pendampingan Kabupaten Blitar",
        title=title,
        number=DRAFT if draft else one_line(number, 60),
        foot=(BLITAR_MENTORING.instrument.name, note if seal else f"{note}  ·  {printed}"),
        printed_on=printing.on,
        demo=printing.demo,
        made_with=kept_words(seal) if seal else made_with(fingerprint(BLITAR_MENTORING), version),
    )
    sheet = Letter(frame, seal)
    _letterhead(sheet, printing.head)
    if draft:
        with sheet.box():
            sheet.paragraph(f"{DRAFT}: {draft}", bold=True)
        sheet.ln(3)
    return sheet


def _letterhead(sheet: Sheet, head: AgencyHead) -> None:
    top = sheet.get_y()
    draw_logo(sheet, head.logo, top)
    beside = room_beside(head.logo)
    centred(sheet, GOVERNMENT.upper(), 11, beside=beside)
    centred(sheet, one_line(head.agency, 200).upper(), 12, bold=True, beside=beside)
    phone = f"Telepon {one_line(head.phone, 60)}" if head.phone.strip() else ""
    for line in filter(None, (one_line(head.address, 200), phone)):
        centred(sheet, line, beside=beside)
    sheet.set_y(max(sheet.get_y(), top + LOGO if head.logo else 0) + 1.5)
    sheet.set_line_width(0.6)
    sheet.line(MARGIN, sheet.get_y(), MARGIN + WIDTH, sheet.get_y())
    sheet.ln(4)


def centred(sheet: Sheet, text: str, size: float = BODY, bold: bool = False, *, beside: float = 0) -> None:
    """A line in the middle of the page, with so much left free at each side."""
    sheet.write_as(size, bold)
    sheet.set_x(MARGIN + beside)
    width, height = WIDTH - 2 * beside, LINE * size / BODY + 0.6
    sheet.multi_cell(width, height, printable(text), align=Align.C, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    sheet.write_as(BODY)


def titled(sheet: Sheet, title: str, number: str, subject: str) -> None:
    """The title of a paper with its number, or dots where the office has not given one."""
    centred(sheet, title.upper(), 12, bold=True)
    centred(sheet, f"Nomor: {one_line(number, 80) or DOTS}")
    sheet.ln(1)
    centred(sheet, one_line(subject, 160), bold=True)
    sheet.ln(3)


def facts(sheet: Sheet, told: Sequence[tuple[str, str]]) -> None:
    """Short facts, each with what it is."""
    rows = [(label, Strong(value)) for label, value in told]
    plain_columns(sheet, (Column("", 42), Column("", WIDTH - 42)), rows)
    sheet.ln(2)


def day_in_words(day: date) -> str:
    """A day as minutes write it: "Jumat, tanggal dua puluh tiga Januari tahun dua ribu dua puluh enam"."""
    weekday, month = (format_date(day, pattern, locale="id") for pattern in ("EEEE", "MMMM"))
    return (
        f"{weekday}, tanggal {num2words(day.day, lang='id')} {month} "
        f"tahun {num2words(day.year, lang='id')} ({indonesian_date(day)})"
    )


def signatures(sheet: Sheet, place_and_day: str, team: Sequence[str], closing: str) -> None:
    """Room for the whole Tim Seleksi to sign after the last sentence, each with the name if known."""
    names = [*team, *[""] * (_LEAST_SIGNERS - len(team))]
    rows = -(-len(names) // 2)
    sheet.close_with(closing, 5 + 3 * LINE + rows * (_SIGNATURE + LINE))
    sheet.ln(5)
    sheet.paragraph(place_and_day)
    sheet.paragraph("Tim Seleksi (Fasilitator, Pasal 6 ayat (1))", bold=True)
    for first in range(0, len(names), 2):
        top = sheet.get_y() + _SIGNATURE
        for place, name in enumerate(names[first : first + 2]):
            sheet.set_xy(MARGIN + place * (WIDTH / 2), top)
            sheet.cell(text=f"{first + place + 1}.  {one_line(name, 50) or DOTS}", h=LINE)
        sheet.set_xy(MARGIN, top + LINE)
