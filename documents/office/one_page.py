"""Ringkasan pimpinan: every programme on one page, each number with its change, target and provision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from documents.printable import one_line
from documents.sheet import WIDTH, PageFrame, Sheet
from documents.tables import Column, Strong, table
from domain.dates import indonesian_date
from domain.headline import Headline, Story, WaitsFor

_NUMBERS: Final = (
    Column("Angka", 50),
    Column("Sekarang", 30),
    Column("Perubahan", 58),
    Column("Sasaran", 22),
    Column("Dasar", WIDTH - 160),
)
_WAITS: Final = (
    Column("Menunggu", 70),
    Column("Siapa", 50),
    Column("Sejak", 34),
    Column("Dasar", WIDTH - 154),
)
_SMALL: Final = 7.5
_MOST_WAITS: Final = 3


@dataclass(frozen=True, slots=True)
class Printing:
    """When and by whom it is printed, with which version of this program, and whether over demo data."""

    on: date
    by: str
    application_version: str
    demo: bool


@dataclass(frozen=True, slots=True)
class Regency:
    """One regency's part: its programme, title, numbers, what waits for whom, and its story if any."""

    programme: str
    title: str
    headlines: tuple[Headline, ...]
    waits: tuple[WaitsFor, ...]
    story: Story | None = None


def summary_page(regencies: Sequence[Regency], printing: Printing) -> bytes:
    """The page as PDF bytes; no names of applicants or of those served are on it."""
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
    sheet = Sheet(frame)
    sheet.title_line("Ringkasan pimpinan")
    for regency in regencies:
        sheet.heading(regency.title)
        table(sheet, _NUMBERS, [_row(headline) for headline in regency.headlines])
        _cautions(sheet, regency.headlines)
        _waits(sheet, regency.waits)
    for regency in regencies:
        _story(sheet, regency.story)
    return bytes(sheet.output())


def _row(headline: Headline) -> tuple[str, ...]:
    target = "" if not headline.target_told else "belum ditetapkan"
    if headline.target is not None:
        target = headline.printed(headline.target)
    return (
        headline.title,
        Strong(headline.in_words),
        headline.change_in_words or "–",
        target or "–",
        headline.citation.short,
    )


def _cautions(sheet: Sheet, headlines: Sequence[Headline]) -> None:
    """What keeps the numbers from saying more than they do."""
    told = [f"{headline.title}: {headline.caution}" for headline in headlines if headline.caution]
    if told:
        sheet.paragraph(" ".join(told), size=_SMALL)


def _waits(sheet: Sheet, waits: Sequence[WaitsFor]) -> None:
    if not waits:
        sheet.paragraph("Tidak ada yang menunggu.")
        return
    sheet.ln(1.5)
    more = len(waits) - _MOST_WAITS
    oldest = sorted(waits, key=lambda one: (one.since or date.max, -one.count))[:_MOST_WAITS]
    rows = [
        (
            f"{one.count} · {one.what}",
            one.who,
            indonesian_date(one.since) if one.since else "–",
            one.citation.short,
        )
        for one in oldest
    ]
    table(sheet, _WAITS, rows)
    if more > 0:
        sheet.paragraph(f"{more} macam pekerjaan lain yang menunggu ada di layar Ringkasan.", size=_SMALL)


def _story(sheet: Sheet, story: Story | None) -> None:
    if story is None:
        return
    sheet.heading("Satu cerita, tanpa nama")
    changes = "; ".join(f"{label}: {change}" for label, change in story.changes)
    sheet.paragraph(f"{story.title}, {story.course}. {changes}. {story.caution}")
