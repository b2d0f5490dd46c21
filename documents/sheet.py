"""The page that every paper shares: A4, one font, hairlines, a header and a footer on every page.

Nothing is told by colour alone, so that a black-and-white print says as much as the screen.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from fpdf import FPDF
from fpdf.enums import Align, MethodReturnValue, XPos, YPos

from documents.other_scripts import fonts_for
from documents.printable import CODE, ELLIPSIS, printable
from documents.typeface import FAMILY, take_typeface

MARGIN: Final = 16.0
WIDTH: Final = 210.0 - 2 * MARGIN
BODY: Final = 9.0
LINE: Final = 4.0
_SMALL: Final = 7.5
_HEADER_BASE: Final = 18.0
_FOOTER_TOP: Final = -17.0
HAIRLINE: Final = 0.15
CODES_EXPLAINED: Final = (
    "[U+…]: huruf yang tidak ada pada huruf cetak ini, ditulis dengan kodenya; aslinya tersimpan di aplikasi."
)
_DEMO_MARK: Final = "DATA CONTOH"
# The zero-width space never passes `printable`, so no name that a person types can hold this mark.
_PAGE_COUNT: Final = "\u200b{nb}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """What stands around every page: whose paper it is, its title and number, and what it rests on.

    `made_with`, the versions of rules and program, is kept inside the file and printed nowhere.
    """

    office: str
    title: str
    number: str
    foot: tuple[str, str]
    printed_on: date
    demo: bool
    made_with: str = ""


def made_with(rules: str, program: str) -> str:
    """The versions of rules and program, as a file keeps them unseen."""
    return f"versi aturan {rules}, versi program {program}"


class Sheet(FPDF):
    """An A4 paper that is written from the top down."""

    def __init__(self, frame: PageFrame) -> None:
        super().__init__(format="A4", unit="mm")
        self._frame = frame
        self._headed = (0, 0.0)
        self._has_codes = False
        self._taken_in: list[str] = []
        # What another sheet draws at the right of its foot, in millimetres.
        self.beside_foot = 0.0
        self.alias_nb_pages(_PAGE_COUNT)
        take_typeface(self)
        self.set_margins(MARGIN, _HEADER_BASE + 5, MARGIN)
        self.set_auto_page_break(True, margin=21)
        self.c_margin = 0
        self.set_lang("id")
        self.set_title(printable(f"{frame.title} {frame.number}".strip()))
        if frame.made_with:
            self.set_keywords(printable(frame.made_with))
        # The day of printing alone, so that the same print gives the same bytes.
        self.set_creation_date(datetime.combine(frame.printed_on, datetime.min.time(), tzinfo=UTC))
        self.write_as(BODY)
        self.add_page()

    def normalize_text(self, text: str) -> str:
        """Every text that is drawn comes by here: fonts that it needs are taken in, its codes explained."""
        self._has_codes = self._has_codes or CODE in text
        for name, file in fonts_for(text):
            if name not in self._taken_in:
                self.add_font(name, "", file)
                self._taken_in.append(name)
                self.set_fallback_fonts(self._taken_in, exact_match=False)
        return super().normalize_text(text)

    def write_as(self, size: float, bold: bool = False) -> None:
        """Choose the size in points and the weight of what follows."""
        self.set_font(FAMILY, "B" if bold else "", size)

    def header(self) -> None:
        """The office, the paper and its number, and the mark of demo data, over a line."""
        frame = self._frame
        self.set_xy(MARGIN, 10)
        self.write_as(_SMALL + 1, bold=True)
        self.cell(self.get_string_width(frame.office) + 2, 5, frame.office)
        self.write_as(_SMALL + 1)
        room = 210 - MARGIN - 34 - self.get_x()
        self.cell(text=self.cut(f"·  {frame.title}  ·  {frame.number}", room), h=5)
        if frame.demo:
            self.write_as(BODY, bold=True)
            self.set_draw_color(0)
            self.set_line_width(0.4)
            self.set_xy(210 - MARGIN - 30, 9)
            self.cell(30, 6, _DEMO_MARK, border=1, align=Align.C)
        self._rule(_HEADER_BASE, 0.4)
        self.set_y(_HEADER_BASE + 4)

    def footer(self) -> None:
        """The law that the paper rests on, who printed it, and page n of m."""
        if self._has_codes:
            self.set_xy(MARGIN, _FOOTER_TOP - 3.8)
            self.write_as(_SMALL)
            self.cell(h=3.8, text=CODES_EXPLAINED)
            self._has_codes = False
        self.set_y(_FOOTER_TOP)
        self._rule(self.get_y(), HAIRLINE)
        self.set_y(_FOOTER_TOP + 1.5)
        self.write_as(_SMALL)
        self.cell(h=3.8, text=self.cut(self._frame.foot[0], WIDTH - 34))
        page = f"halaman {self.page_no()} dari "
        self.set_x(210 - MARGIN - self.beside_foot - self.get_string_width(f"{page}9"))
        self.cell(h=3.8, text=page + _PAGE_COUNT)
        self.set_xy(MARGIN, self.get_y() + 3.8)
        self.cell(h=3.8, text=self.cut(self._frame.foot[1], WIDTH))

    def cut(self, text: str, room: float) -> str:
        """A line as far as it fits into `room` millimetres, cut with an ellipsis."""
        line = printable(text)
        if self.get_string_width(line) <= room:
            return line
        while line and self.get_string_width(line + ELLIPSIS) > room:
            line = line[:-1]
        return line.rstrip() + ELLIPSIS

    def _rule(self, y: float, width: float) -> None:
        self.set_draw_color(0)
        self.set_line_width(width)
        self.line(MARGIN, y, 210 - MARGIN, y)

    def title_line(self, text: str) -> None:
        """The title of the paper."""
        self.write_as(16, bold=True)
        self.multi_cell(WIDTH, 8, printable(text), align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(1)
        self.write_as(BODY)

    def heading(self, text: str, room: float = 16) -> None:
        """A heading that never stands alone at the foot of a page: `room` millimetres follow it."""
        if self.will_page_break(room + 12):
            self.add_page()
        else:
            self.ln(4.5)
        self.write_as(11, bold=True)
        self.multi_cell(WIDTH, 6, printable(text), align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(0.8)
        self.write_as(BODY)
        self._headed = (self.page_no(), self.get_y())

    @property
    def is_under_a_heading(self) -> bool:
        """Whether nothing was written since the last heading."""
        page, y = self._headed
        return page == self.page_no() and self.get_y() - y < LINE

    @property
    def whole_page(self) -> float:
        """The millimetres that a page has for what is written on it."""
        return self.page_break_trigger - self.t_margin

    @property
    def room_left(self) -> float:
        """The millimetres that are left on this page."""
        return self.page_break_trigger - self.get_y()

    def close_with(self, closing: str, height: float, size: float = BODY) -> None:
        """The last sentence before the signatures, on one page with the `height` that they take."""
        if self.will_page_break(self.height_of(closing, size) + height):
            self.add_page()
        self.paragraph(closing, size=size)

    def height_of(self, text: str, size: float = BODY) -> float:
        """The millimetres that a paragraph takes."""
        self.write_as(size)
        found = self.multi_cell(
            WIDTH,
            LINE * size / BODY,
            printable(text),
            align=Align.L,
            dry_run=True,
            output=MethodReturnValue.HEIGHT,
        )
        self.write_as(BODY)
        return float(found) if isinstance(found, float | int) else 0.0

    def paragraph(self, text: str, bold: bool = False, size: float = BODY) -> None:
        """A paragraph over the whole width."""
        self.write_as(size, bold)
        height = LINE * size / BODY
        self.multi_cell(
            WIDTH - (self.l_margin - MARGIN) * 2,
            height,
            printable(text),
            align=Align.L,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )
        self.write_as(BODY)

    def bullets(self, lines: Iterable[str]) -> None:
        """A list with a dot before each line."""
        for line in lines:
            self.cell(4, LINE, "•")
            self.multi_cell(
                WIDTH - 4, LINE, printable(line), align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT
            )
            self.ln(0.6)

    @contextmanager
    def box(self) -> Iterator[None]:
        """A strong frame around what is written meanwhile, which must fit on the page."""
        top, inner = self.get_y(), 4.0
        self.set_left_margin(MARGIN + inner)
        self.set_xy(MARGIN + inner, top + inner - 1)
        yield
        self.set_left_margin(MARGIN)
        bottom = self.get_y() + inner - 1
        self.set_line_width(0.6)
        self.rect(MARGIN, top, WIDTH, bottom - top)
        self.set_xy(MARGIN, bottom)
