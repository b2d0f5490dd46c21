"""The page of an official paper: letterhead on the first, a running head on the others, marks on every."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from fpdf.enums import Align, MethodReturnValue, XPos, YPos

from documents.logo_on_paper import LOGO, draw_logo, room_beside
from documents.printable import one_line, printable
from documents.sampang.eligibility_sheet import OFFICE
from documents.sampang.letters.wording import DOTS
from documents.sealed_foot import draw_seal, room_for_qr
from documents.sheet import BODY, LINE, MARGIN, WIDTH, PageFrame, Sheet
from domain.paper_seal import kept_words, seal_of
from domain.regulation.sources import Citation
from domain.sampang.instruments import PERBUP_20_2015
from domain.sampang.origination.letterhead import Letterhead

PROSE: Final = 10.0
DRAFT: Final = "KONSEP"
_GOVERNMENT: Final = "PEMERINTAH KABUPATEN SAMPANG"
_PRIVATE: Final = "Memuat data pribadi, hanya untuk keperluan yang disebut di dalamnya"
_RIGHT: Final = MARGIN + WIDTH
_MARKS_TOP: Final = 5.0
_LONGEST_NUMBER: Final = 60


class Printed(Protocol):
    """Makes a paper with a number and a day; a paper that has not gone out is made as a draft."""

    def __call__(self, number: str, on: date, /, *, draft: bool = False) -> bytes:
        """The PDF with this number and day."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """Whose paper it is, what, of which day, and on which provisions; `draft` until it went out.

    A paper without a number is a draft whatever `draft` says: the office gives numbers, nobody else.
    `mark` is what a draft says on every page. A paper that is `kept` as it goes out carries its seal.
    """

    head: Letterhead
    title: str
    number: str
    on: date
    places: tuple[Citation, ...]
    demo: bool
    draft: bool = False
    mark: str = DRAFT
    kept: bool = False


class OfficialPaper(Sheet):
    """A sheet with the office's letterhead; its day is the paper's own, so that reprints are identical."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self.number = one_line(face.number, _LONGEST_NUMBER)
        self._is_last = False
        self._draft = face.mark if face.draft or not self.number else ""
        self.seal = ""
        if face.kept and not self._draft:
            self.seal = seal_of(face.title, face.number, face.on)
        basis = ", ".join(dict.fromkeys(place.short for place in face.places))
        super().__init__(
            PageFrame(
                office=OFFICE,
                title=face.title,
                number=self.number,
                foot=(f"{PERBUP_20_2015.name}  ·  {basis}", _PRIVATE),
                printed_on=face.on,
                demo=face.demo,
                made_with=kept_words(self.seal) if self.seal else "",
            )
        )
        self.write_as(PROSE)

    @property
    def is_draft(self) -> bool:
        """Whether every page bears the mark of a draft."""
        return bool(self._draft)

    @property
    def named(self) -> str:
        """The paper by its title and number, within a sentence."""
        title = self._face.title
        return f"{title[:1].lower()}{title[1:]} nomor {self.number or DOTS}"

    def header(self) -> None:
        """The marks; then the letterhead on the first page, the paper's name and number on the others."""
        right = self._mark("DATA CONTOH", _RIGHT) if self._face.demo else _RIGHT
        right = self._mark(self._draft, right) if self._draft else right
        if self.page_no() == 1:
            self._letterhead()
        else:
            self._running_head()

    def _mark(self, text: str, right: float) -> float:
        """A framed mark that ends at `right`; give where the next one ends."""
        self.write_as(9, bold=True)
        self.set_draw_color(0)
        self.set_line_width(0.4)
        width = self.get_string_width(text) + 5
        self.set_xy(right - width, _MARKS_TOP)
        self.cell(width, 5.6, text, border=1, align=Align.C)
        return right - width - 2

    def _letterhead(self) -> None:
        head = self._face.head
        lines = (
            (11.0, False, _GOVERNMENT),
            (13.0, True, one_line(head.agency, 200).upper() or DOTS * 2),
            (9.0, False, one_line(head.address, 200) or f"Alamat: {DOTS * 2}"),
            (9.0, False, f"Telepon {one_line(head.phone, 60)}" if head.phone.strip() else ""),
        )
        draw_logo(self, head.logo, 12.0)
        self.set_y(13)
        for size, bold, text in lines:
            if text:
                self.write_as(size, bold)
                self.centred(text, size * 0.5, room_beside(head.logo))
        y = max(self.get_y(), 12.0 + LOGO if head.logo else 0) + 1.5
        self.set_draw_color(0)
        for width, below in ((0.8, 0.0), (0.25, 1.0)):
            self.set_line_width(width)
            self.line(MARGIN, y + below, _RIGHT, y + below)
        self.set_y(y + 5)

    def _running_head(self) -> None:
        self.write_as(8)
        self.set_xy(MARGIN, 12)
        self.cell(text=self.cut(f"{self._face.title}  ·  Nomor: {self.number or DOTS}", WIDTH), h=5)
        self.set_line_width(0.25)
        self.set_draw_color(0)
        self.line(MARGIN, 18, _RIGHT, 18)
        self.set_y(22)

    def centred(self, text: str, height: float, beside: float = 0) -> None:
        """Lines in the middle of the page, in the weight and size at hand, `beside` left free each side."""
        self.set_x(MARGIN + beside)
        width, told = WIDTH - 2 * beside, printable(text)
        self.multi_cell(width, height, told, align=Align.C, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def title_block(self, subtitle: str = "") -> None:
        """The title in capitals with what it is about, and under it the number or the rule for it."""
        for size, text in ((13.0, self._face.title.upper()), (11.0, subtitle.upper())):
            if text:
                self.write_as(size, bold=True)
                self.centred(text, size * 0.48)
        self.write_as(PROSE)
        self.ln(0.8)
        self.centred(f"Nomor: {self.number or DOTS}", 5)
        self.ln(3)

    def prose(self, *paragraphs: str) -> None:
        """Paragraphs in the size of letters, with room after each."""
        for text in paragraphs:
            self.paragraph(text, size=PROSE)
            self.ln(1.8)

    def prose_height(self, paragraphs: Iterable[str]) -> float:
        """The millimetres that paragraphs of prose take."""
        self.write_as(PROSE)
        heights = [
            self.multi_cell(
                WIDTH,
                LINE * PROSE / BODY,
                printable(text),
                align=Align.L,
                dry_run=True,
                output=MethodReturnValue.HEIGHT,
            )
            for text in paragraphs
        ]
        return sum(height + 1.8 for height in heights if isinstance(height, float | int))

    def numbered(self, lines: Iterable[str]) -> None:
        """Paragraphs with a number before each, indented under it."""
        for place, text in enumerate(lines, 1):
            self.write_as(PROSE)
            if self.will_page_break(10):
                self.add_page()
            self.cell(6, 4.5, f"{place}.")
            self.multi_cell(
                WIDTH - 6, 4.5, printable(text), align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT
            )
            self.ln(0.8)

    def footer(self) -> None:
        """What every sheet has; a paper that goes out adds its seal, and on the last page its QR."""
        self.beside_foot = room_for_qr(self.seal, is_last=self._is_last)
        super().footer()
        draw_seal(self, self.seal, is_last=self._is_last)

    def finished(self) -> bytes:
        """The paper as bytes."""
        self._is_last = True
        return bytes(self.output())
