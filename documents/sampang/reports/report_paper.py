"""A report of the fund as PDF: the day it is of, figures first, then its tables and what they rest on."""

from typing import Final

from fpdf.enums import Align

from documents.bars import Bar, lying_bars
from documents.for_the_public import for_the_public
from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import Signer, blocks, lead
from documents.sampang.letters.wording import DOTS
from documents.sheet import WIDTH
from documents.tables import Column, Strong, plain_columns, table
from domain.dates import indonesian_date, indonesian_month
from domain.money import number
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.reports.report_shape import (
    Cell,
    CellKind,
    Report,
    ReportColumn,
    ReportTable,
    bank_data_told,
    cell_in_words,
)

NOT_NUMBERED: Final = "BELUM BERNOMOR"
_CLOSING: Final = "Demikian laporan ini dibuat menurut pembukuan dana bergulir pada hari itu."
_LABEL: Final = 66.0
_PLACE: Final = 24.0


def report_paper(told: Report, *, head: Letterhead, demo: bool) -> bytes:
    """The report as PDF bytes, without a number, which the office gives; the same report, the same bytes."""
    face = Face(
        head=head, title=told.title, number="", on=told.day, places=told.places, demo=demo, mark=NOT_NUMBERED
    )
    sheet = OfficialPaper(face)
    sheet.title_block(f"{indonesian_month(told.month)}, per {indonesian_date(told.day)}")
    if told.to:
        sheet.prose(f"Kepada Yth. {told.to}")
    opening = [told.opening] if told.opening else []
    sheet.prose(*map(for_the_public, (*opening, bank_data_told(told.known_until))))
    rows = [(one.label, Strong(for_the_public(one.told)), one.place.short) for one in told.figures]
    columns = (Column("", _LABEL), Column("", WIDTH - _LABEL - _PLACE), Column("", _PLACE, Align.R))
    plain_columns(sheet, columns, rows)
    for one in told.tables:
        if one.most_printed:
            _table(sheet, one)
    sheet.ln(3)
    # The day of signing is none of the report's.
    closing = tuple(map(for_the_public, told.notes)) or (_CLOSING,)
    signers: tuple[Signer, ...] = (lead(head, f"Sampang, {DOTS}"),)
    if told.bank_signs:
        signers = (Signer(("", "Bank Jatim,"), "", (DOTS,)), *signers)
    blocks(sheet, signers, columns=2, closing=closing)
    return sheet.finished()


def _bars(sheet: OfficialPaper, told: ReportTable, drawn: int) -> None:
    """A column as bars; what is not known has no bar."""
    kind = told.columns[drawn].kind
    known = [(row[0], row[drawn]) for row in told.rows]
    bars = [
        Bar(str(label), amount, cell_in_words(amount, kind))
        for label, amount in known
        if isinstance(amount, int)
    ]
    lying_bars(sheet, f"{told.title}: {told.columns[drawn].heading.lower()}", bars)


def _table(sheet: OfficialPaper, told: ReportTable) -> None:
    if told.drawn is not None:
        _bars(sheet, told, told.drawn)
    sheet.heading(told.title, room=20)
    if not told.rows:
        sheet.paragraph(told.if_empty)
        return
    places = [place for place, one in enumerate(told.columns) if one.share]
    shares = sum(told.columns[place].share for place in places)
    columns = [_column(told.columns[place], shares) for place in places]
    rows = [_row(one, told, places) for one in told.rows[: told.most_printed]]
    if told.total is not None:
        rows.append(tuple(Strong(cell) for cell in _row(told.total, told, places)))
    table(sheet, columns, rows)
    if (left := len(told.rows) - told.most_printed) > 0:
        sheet.paragraph(f"{number(left)} baris lagi ada pada berkas Excel laporan ini.")


def _column(one: ReportColumn, shares: int) -> Column:
    align = Align.R if one.kind in (CellKind.COUNT, CellKind.RUPIAH) else Align.L
    return Column(one.heading, WIDTH * one.share / shares, align)


def _row(cells: tuple[Cell, ...], told: ReportTable, places: list[int]) -> tuple[str, ...]:
    return tuple(_cell(cells[place], told.columns[place].kind) for place in places)


def _cell(cell: Cell, kind: CellKind) -> str:
    # Rupiah stand without their sign, as the heading's column is of nothing else.
    return number(cell) if isinstance(cell, int) else cell_in_words(cell, kind)
