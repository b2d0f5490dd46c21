"""Ringkasan pimpinan: a regency on one page, what needs a decision first, then numbers, map and waits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from fpdf.enums import Align, XPos, YPos

from documents.logo_on_paper import LOGO, draw_logo, room_beside
from documents.office.map_on_paper import draw_map
from documents.printable import one_line, printable
from documents.sheet import BODY, MARGIN, WIDTH, PageFrame, Sheet
from documents.tables import Column, Strong, table
from domain.dates import indonesian_date
from domain.due_decisions import Decision
from domain.headline import Headline, Story, WaitsFor
from domain.regions.printed_map import PrintedMap

_NUMBERS: Final = (
    Column("Angka", 56),
    Column("Sekarang", 34),
    Column("Perubahan", 70),
    Column("Dasar", WIDTH - 160),
)
_WITH_TARGETS: Final = (
    Column("Angka", 50),
    Column("Sekarang", 30),
    Column("Perubahan", 56),
    Column("Sasaran", 24),
    Column("Dasar", WIDTH - 160),
)
_IN_CAPITALS: Final = 2  # government and agency
# The map takes what the rest leaves of the page, from the tallest that reads well to the smallest. Where
# even that is too tall the story stays away.
_MAP_HEIGHTS: Final = (82.0, 70.0, 58.0, 46.0, 36.0)
_WAITS: Final = (
    Column("Menunggu", 70),
    Column("Siapa", 50),
    Column("Sejak", 34),
    Column("Dasar", WIDTH - 154),
)
_SMALL: Final = 7.0
_LINES: Final = 8.0


@dataclass(frozen=True, slots=True)
class Printing:
    """When and by whom it is printed, with which version of this program, and whether over demo data."""

    on: date
    by: str
    application_version: str
    demo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Regency:
    """One regency's page: its letterhead by lines, programme, decisions, numbers, map, waits and story."""

    letterhead: tuple[str, ...]
    logo: bytes = b""
    programme: str
    headlines: tuple[Headline, ...]
    waits: tuple[WaitsFor, ...]
    decisions: tuple[Decision, ...] = ()
    map: PrintedMap | None = None
    story: Story | None = None


def summary_page(regencies: Sequence[Regency], printing: Printing) -> bytes:
    """One page for each regency as PDF bytes; no names of applicants or of those served are on it."""
    frame = PageFrame(
        office=" dan ".join(regency.programme for regency in regencies),
        title="Ringkasan pimpinan",
        number=indonesian_date(printing.on),
        foot=(
            "Angka tanpa nama",
            f"dicetak {indonesian_date(printing.on)} oleh {one_line(printing.by, 60)}",
        ),
        printed_on=printing.on,
        demo=printing.demo,
        made_with=f"versi program {one_line(printing.application_version, 30)}",
    )
    for some in (regencies, [replace(one, story=None) for one in regencies]):
        for height in _MAP_HEIGHTS:
            sheet = _pages(frame, some, printing, height)
            if sheet.page_no() == len(regencies):
                return bytes(sheet.output())
    return bytes(sheet.output())


def _pages(frame: PageFrame, regencies: Sequence[Regency], printing: Printing, height: float) -> Sheet:
    sheet = Sheet(frame)
    for place, regency in enumerate(regencies):
        if place:
            sheet.add_page()
        _page(sheet, regency, printing, height)
    return sheet


def _page(sheet: Sheet, regency: Regency, printing: Printing, height: float) -> None:
    _letterhead(sheet, regency.letterhead, regency.logo)
    sheet.title_line(f"{regency.programme}: ringkasan {indonesian_date(printing.on)}")
    _decisions(sheet, regency.decisions)
    _numbers(sheet, regency.headlines)
    if regency.map is not None:
        sheet.ln(2)
        draw_map(sheet, regency.map, width=WIDTH, height=height)
    _waits(sheet, regency.waits)
    _story(sheet, regency.story)


def _letterhead(sheet: Sheet, lines: Sequence[str], logo: bytes) -> None:
    top, beside = sheet.get_y(), room_beside(logo)
    draw_logo(sheet, logo, top)
    for place, line in enumerate(lines):
        sheet.write_as(12 if place == 1 else BODY, bold=place == 1)
        told = printable(line.upper() if place < _IN_CAPITALS else line)
        sheet.set_x(MARGIN + beside)
        sheet.multi_cell(WIDTH - 2 * beside, 5, told, align=Align.C, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    if logo:
        sheet.set_y(max(sheet.get_y(), top + LOGO))
    sheet.set_line_width(0.6)
    sheet.line(MARGIN, sheet.get_y() + 1, MARGIN + WIDTH, sheet.get_y() + 1)
    sheet.ln(4)
    sheet.write_as(BODY)


def _decisions(sheet: Sheet, decisions: Sequence[Decision]) -> None:
    if not decisions:
        return
    first, *others = decisions
    with sheet.box():
        sheet.paragraph(f"PERLU KEPUTUSAN: {first.what}", bold=True)
        place = f" ({first.citation.place})" if first.citation else ""
        sheet.paragraph(f"{_sentence(first.because)}{place}. Menunggu {first.who}.")
        for one in others:
            sheet.paragraph(f"•  {one.what}, {one.because}. Menunggu {one.who}.", size=_LINES)
    sheet.ln(2.5)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _numbers(sheet: Sheet, headlines: Sequence[Headline]) -> None:
    """The numbers; a column of targets stands there only where the office has set one."""
    with_targets = any(headline.target is not None for headline in headlines)
    columns = _WITH_TARGETS if with_targets else _NUMBERS
    table(sheet, columns, [_row(headline, with_target=with_targets) for headline in headlines])
    _cautions(sheet, headlines)


def _row(headline: Headline, *, with_target: bool) -> tuple[str, ...]:
    change = "; ".join(filter(None, (headline.change_in_words, headline.beside))) or "–"
    told = (headline.title, Strong(headline.in_words), change)
    if not with_target:
        return (*told, headline.citation.short)
    target = "–" if headline.target is None else headline.printed(headline.target)
    return (*told, target, headline.citation.short)


def _cautions(sheet: Sheet, headlines: Sequence[Headline]) -> None:
    """What keeps the numbers from saying more than they do."""
    told = [f"{headline.title}: {headline.caution}" for headline in headlines if headline.caution]
    if told:
        sheet.ln(0.8)
        sheet.paragraph(" ".join(told), size=_SMALL)


def _waits(sheet: Sheet, waits: Sequence[WaitsFor]) -> None:
    if not waits:
        sheet.paragraph("Tidak ada yang menunggu.")
        return
    sheet.ln(1.5)
    oldest = sorted(waits, key=lambda one: (one.since or date.max, -one.count))
    rows = [
        (
            f"{one.count} · {one.what}",
            one.who,
            indonesian_date(one.since) if one.since else "–",
            one.citation.short if one.citation else "–",
        )
        for one in oldest
    ]
    table(sheet, _WAITS, rows)


def _story(sheet: Sheet, story: Story | None) -> None:
    if story is None:
        return
    sheet.heading("Satu cerita, tanpa nama")
    changes = "; ".join(f"{label}: {change}" for label, change in story.changes)
    sheet.paragraph(f"{story.title}, {story.course}. {changes}. {story.caution}")
