"""A projection of the fund on one page: what it finds, its bands, its years, and everything it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from fpdf.enums import Align

from documents.printable import one_line
from documents.sheet import HAIRLINE, MARGIN, WIDTH, PageFrame, Sheet, made_with
from documents.tables import Column, table
from domain.dates import indonesian_date
from domain.money import number, rupiah
from domain.sampang.instruments import PERBUP_20_2015
from domain.sampang.projection.projection import MonthBands, Projection
from domain.sampang.projection.projection_words import NO_PROMISE, Told

_HIGH: Final = 46.0
_LEFT: Final = 20.0
_OUTER, _INNER = 225, 190
_SMALL: Final = 7.0
_YEARS: Final = (
    Column("Tahun", 24),
    Column("PAD", 30, Align.R),
    Column("Bank Jatim", 30, Align.R),
    Column("Dinas", 30, Align.R),
    Column("Pokok hilang", 30, Align.R),
    Column("Dana seluruhnya", WIDTH - 144, Align.R),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectionPrint:
    """What is printed, when, by whom, with which version of the program, and whether over demo data."""

    found: Projection
    told: tuple[Told, ...]
    short: tuple[str, ...]
    fine: tuple[str, ...]
    on: date
    by: str
    version: str
    demo: bool


def projection_sheet(printing: ProjectionPrint) -> bytes:
    """The page as PDF bytes; the same projection always gives the same bytes."""
    found = printing.found
    frame = PageFrame(
        office="Dana bergulir Sampang",
        title="Proyeksi dana",
        number=NO_PROMISE,
        foot=(
            PERBUP_20_2015.name,
            f"{NO_PROMISE} Benih {found.seed}  ·  dicetak {indonesian_date(printing.on)} "
            f"oleh {one_line(printing.by, 60)}",
        ),
        printed_on=printing.on,
        demo=printing.demo,
        made_with=made_with("", one_line(printing.version, 30)),
    )
    sheet = Sheet(frame)
    sheet.title_line("Proyeksi dana sepuluh tahun")
    since = f"{number(found.paths)} jalan acak dari keadaan {indonesian_date(printing.on)}."
    sheet.paragraph(f"{NO_PROMISE} {since}", bold=True)
    for one in printing.short:
        sheet.paragraph(one)
    _bands(sheet, found.months, found.floor)
    table(sheet, _YEARS, [_year(found, place) for place in range(len(found.years))])
    sheet.ln(2)
    rows = [(one.name, f"{one.value} ({one.source})") for one in printing.told]
    sheet.write_as(_SMALL)
    _small_rows(sheet, rows)
    sheet.ln(1)
    sheet.paragraph(" ".join(printing.fine), size=_SMALL)
    return bytes(sheet.output())


def _year(found: Projection, place: int) -> tuple[str, ...]:
    one = found.years[place]
    named = f"{one.year}" if one.months == 12 else f"{one.year} ({one.months} bln)"
    amounts = (one.shares.revenue, one.shares.bank, one.shares.agency, one.lost, one.whole[1])
    return (named, *map(rupiah, amounts))


def _small_rows(sheet: Sheet, rows: Sequence[tuple[str, str]]) -> None:
    for name, value in rows:
        sheet.paragraph(f"{name}: {value}.", size=_SMALL)


def _bands(sheet: Sheet, months: Sequence[MonthBands], floor: int) -> None:
    """The bands in greys, the middle as a line, the floor as dashes; amounts in millions at the left."""
    sheet.ln(2)
    top, wide = sheet.get_y() + 2, (WIDTH - _LEFT) / max(len(months) - 1, 1)
    most = max(max(one.cash[-1] for one in months), floor, 1)

    def at(place: int, amount: int) -> tuple[float, float]:
        return MARGIN + _LEFT + place * wide, top + _HIGH * (1 - amount / most)

    for low, high, grey in ((0, 4, _OUTER), (1, 3, _INNER)):
        sheet.set_fill_color(grey)
        over = [at(place, one.cash[high]) for place, one in enumerate(months)]
        under = [at(place, one.cash[low]) for place, one in enumerate(months)]
        sheet.polygon([*over, *reversed(under)], style="F")
    sheet.set_fill_color(255)
    sheet.set_draw_color(0)
    sheet.set_line_width(0.5)
    sheet.polyline([at(place, one.cash[2]) for place, one in enumerate(months)])
    sheet.set_line_width(HAIRLINE)
    sheet.set_dash_pattern(dash=1.2, gap=0.8)
    sheet.line(*at(0, floor), *at(len(months) - 1, floor))
    sheet.set_dash_pattern()
    _axes(sheet, months, most, top, wide)
    sheet.set_xy(MARGIN, top + _HIGH + 6)
    sheet.paragraph(
        "Kas akhir bulan, juta rupiah. Garis: tengah; abu-abu tua: separuh dari semua jalan; abu-abu muda: "
        "90 %; putus-putus: batas bawah.",
        size=_SMALL,
    )
    sheet.ln(1)


def _axes(sheet: Sheet, months: Sequence[MonthBands], most: int, top: float, wide: float) -> None:
    sheet.line(MARGIN + _LEFT, top, MARGIN + _LEFT, top + _HIGH)
    sheet.line(MARGIN + _LEFT, top + _HIGH, MARGIN + WIDTH, top + _HIGH)
    sheet.write_as(_SMALL)
    for part in range(5):
        sheet.set_xy(MARGIN, top + _HIGH * (1 - part / 4) - 1.5)
        sheet.cell(_LEFT - 1.5, 3, number(most * part // 4 // 1_000_000), align=Align.R)
    for place, one in enumerate(months):
        if one.month.month == 1:
            sheet.set_xy(MARGIN + _LEFT + place * wide - 6, top + _HIGH + 1)
            sheet.cell(12, 3, f"{one.month.year}", align=Align.C)
