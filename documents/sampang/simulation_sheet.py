"""The simulation of one loan on one page, to hand over at the desk: what it costs, by which provision."""

from datetime import date
from typing import Final

from documents.for_the_public import for_the_public
from documents.grid import grid_for
from documents.printable import one_line
from documents.sampang.eligibility_sheet import NOT_FILLED, OFFICE
from documents.sampang.loan_terms import (
    HEADINGS,
    METHOD_NOTE,
    added_grace_in_words,
    method_in_words,
    other_grace_in_words,
    provisions_of,
    rounding_of,
    row_in_words,
    tenor_in_words,
)
from documents.sampang.simulation_summary import costs_in_words, figures, limit_in_words, other_readings
from documents.sheet import MARGIN, WIDTH, PageFrame, Sheet, made_with
from documents.tables import Column, Strong, panels, plain_columns
from domain.dates import indonesian_date
from domain.money import rupiah, rupiah_in_words
from domain.sampang.instruments import PERBUP_20_2015
from domain.sampang.loan import Schedule
from domain.sampang.quote import Quote

TITLE: Final = "Simulasi angsuran"
_NO_APPROVAL: Final = "bukan persetujuan"
_GAP: Final = 4.0
_LABEL: Final = 34.0
# What stands under the schedule; the rows of the schedule share what is left of the page.
_CLOSING_HEIGHT: Final = 68.0
_ROW_HEIGHTS: Final = (3.4, 5.0)
_EFFECTIVE: Final = (
    "Bunga setahun yang menyamakan nilai semua angsuran dengan uang yang diterima saat pencairan."
)
_CLOSING: Final = (
    "Simulasi ini bukan persetujuan dan tidak mengikat: pinjaman dan jumlahnya diputuskan pejabat dan "
    "Tim Pokjanis setelah pengajuan diperiksa. Jatuh tempo bergeser bila hari pencairan berubah."
)


def simulation_sheet(
    quote: Quote,
    *,
    printed_on: date,
    printed_by: str,
    application_version: str,
    rules_version: str,
    applicant_name: str = "",
    demo: bool,
) -> bytes:
    """The page as PDF bytes; the same input always gives the same bytes.

    `rules_version` is the fingerprint of the rules, `application_version` the version of this program;
    with `demo` the page carries the mark of demo data.
    """
    frame = PageFrame(
        office=OFFICE,
        title=TITLE,
        number=_NO_APPROVAL,
        foot=(
            PERBUP_20_2015.name,
            f"Simulasi, {_NO_APPROVAL} pinjaman  ·  dicetak {indonesian_date(printed_on)} "
            f"oleh {one_line(printed_by, 60) or NOT_FILLED}",
        ),
        printed_on=printed_on,
        demo=demo,
        made_with=made_with(one_line(rules_version, 20), one_line(application_version, 30)),
    )
    sheet = Sheet(frame)
    sheet.title_line(f"{TITLE}, {_NO_APPROVAL}")
    _wish(sheet, quote, applicant_name)
    with sheet.box():
        panels(sheet, figures(quote), WIDTH - 8)
    _limits_and_costs(sheet, quote)
    _schedule(sheet, quote.schedule)
    _closing(sheet, quote.schedule)
    return bytes(sheet.output())


def _wish(sheet: Sheet, quote: Quote, applicant_name: str) -> None:
    wish, terms = quote.wish, quote.schedule.terms
    kinds = (("tanah", wish.land), ("kendaraan", wish.vehicles), ("barang", wish.goods))
    pledged = ", ".join(f"{kind} {rupiah(value)}" for kind, value in kinds if value)
    wide = (
        ("Pemohon", one_line(applicant_name, 70) or "tidak disebut"),
        ("Pinjaman", f"{rupiah(wish.principal)} ({rupiah_in_words(wish.principal)})"),
        ("Jangka waktu", tenor_in_words(terms)),
        ("Cara hitung jasa", method_in_words(terms.method)),
    )
    paired = (
        ("Jenis peminjam", wish.borrower.label, "Pencairan", indonesian_date(terms.disbursed_on)),
        ("Agunan", pledged or "belum disebut", "Jasa", f"{terms.yearly_percent} % setahun (VIII.4)"),
    )
    _labelled(sheet, [(label, Strong(value)) for label, value in wide])
    plain_columns(
        sheet,
        (Column("", _LABEL), Column("", 74), Column("", 22), Column("", WIDTH - _LABEL - 96)),
        [(left, Strong(value), right, Strong(other)) for left, value, right, other in paired],
    )
    sheet.ln(2)


def _labelled(sheet: Sheet, rows: list[tuple[str, str]]) -> None:
    plain_columns(sheet, (Column("", _LABEL), Column("", WIDTH - _LABEL)), rows)


def _limits_and_costs(sheet: Sheet, quote: Quote) -> None:
    sheet.ln(2)
    limit = limit_in_words(quote)
    rows = [("Batas pinjaman", Strong(limit) if quote.is_above_limit else limit)]
    if others := other_readings(quote.most):
        rows.append(("Batas bila dibaca lain", "\n".join(map(for_the_public, others))))
    if other := other_grace_in_words(quote):
        rows.append(("Tenggang dibaca lain", for_the_public(other)))
    rows.append(("Jangka dibaca lain", for_the_public(added_grace_in_words(quote))))
    rows.append(("Biaya saat pencairan", costs_in_words(quote)))
    _labelled(sheet, rows)


def _schedule(sheet: Sheet, schedule: Schedule) -> None:
    sheet.heading("Jadwal angsuran")
    rows = [row_in_words(row) for row in schedule.rows]
    blocks = 1 if len(rows) <= 12 else 2
    each = -(-len(rows) // blocks)
    top, width = sheet.get_y(), (WIDTH - _GAP * (blocks - 1)) / blocks
    shortest, tallest = _ROW_HEIGHTS
    room = sheet.page_break_trigger - top - _CLOSING_HEIGHT
    height = max(shortest, min(tallest, room / (each + 1)))
    for block in range(blocks):
        sheet.set_y(top)
        grid = grid_for(sheet, MARGIN + block * (width + _GAP), width, HEADINGS, rows, height)
        grid.heading(sheet)
        for row in rows[block * each : (block + 1) * each]:
            grid.row(sheet, row)
    sheet.set_y(top + (each + 1) * height + 1)
    principal, interest = schedule.terms.principal, schedule.total_interest
    sheet.paragraph(
        f"Jumlah: pokok {rupiah(principal)} + jasa {rupiah(interest)} = {rupiah(principal + interest)}.",
        bold=True,
    )


def _closing(sheet: Sheet, schedule: Schedule) -> None:
    sheet.heading("Ketentuan dan catatan")
    terms = schedule.terms
    rows = [
        *provisions_of(terms),
        ("Cara hitung", METHOD_NOTE),
        ("Pembulatan", rounding_of(terms.method)),
        ("Bunga efektif", _EFFECTIVE),
    ]
    told = [(label, for_the_public(words)) for label, words in rows]
    plain_columns(sheet, (Column("", 23), Column("", WIDTH - 23)), told)
    sheet.ln(1.5)
    sheet.paragraph(_CLOSING, bold=True)
