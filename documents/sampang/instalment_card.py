"""The instalment card of one loan: every due date, and room to write each payment down."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from documents.for_the_public import for_the_public
from documents.grid import Grid, grid_for
from documents.printable import one_line
from documents.sampang.eligibility_sheet import NOT_FILLED, OFFICE
from documents.sampang.loan_terms import (
    HEADINGS,
    METHOD_NOTE,
    method_in_words,
    provisions_of,
    rounding_of,
    row_in_words,
    short_date,
    tenor_in_words,
)
from documents.sheet import MARGIN, WIDTH, PageFrame, Sheet, made_with
from documents.tables import Column, Strong, plain_columns
from domain.dates import indonesian_date
from domain.money import number as figure
from domain.money import rupiah, rupiah_in_words
from domain.sampang.instruments import PERBUP_20_2015, at
from domain.sampang.loan import LoanTerms, Schedule
from domain.sampang.servicing.account import Realised
from domain.sampang.takeover.agreed_words import OF_ROWS

TITLE: Final = "Kartu angsuran"
_SIMULATION: Final = "(simulasi, bukan persetujuan)"
_BY_HAND: Final = (Column("Tanggal bayar", 31), Column("Paraf", 22))
_TALL, _LOW = 7.0, 6.2
_KEPT: Final = "Angsuran ditampung di rekening Tim Pokjanis."
_CLOSING_HEIGHT: Final = 40.0
# Fees belong to the disbursement, before the card begins.
_ON_THE_CARD: Final = ("III.6", "VIII.4", "VIII.5.c", "VIII.5.e")


def instalment_card(
    schedule: Schedule,
    *,
    realised: Sequence[Realised] = (),
    agreed: Sequence[tuple[str, str]] = (),
    number: str,
    borrower: str,
    printed_on: date,
    printed_by: str,
    application_version: str,
    rules_version: str,
    demo: bool,
    simulation: bool = False,
) -> bytes:
    """The card as PDF bytes; the same input always gives the same bytes.

    `number` is the loan's number in the store, `rules_version` the fingerprint of the rules. Where it is
    known, `realised` tells for each row the day on which it was wholly paid; with `simulation` every page
    says that it is the card of no real loan. `agreed` are the own terms of a loan that was taken over.
    """
    title = f"{TITLE} {_SIMULATION}" if simulation else TITLE
    frame = PageFrame(
        office=OFFICE,
        title=title,
        number=one_line(number, 40) or NOT_FILLED,
        foot=(
            PERBUP_20_2015.name,
            "Memuat data pribadi, hanya untuk pinjaman ini  ·  dicetak "
            f"{indonesian_date(printed_on)} oleh {one_line(printed_by, 60) or NOT_FILLED}",
        ),
        printed_on=printed_on,
        demo=demo,
        made_with=made_with(one_line(rules_version, 20), one_line(application_version, 30)),
    )
    sheet = Sheet(frame)
    sheet.title_line(title)
    _loan(sheet, agreed or _terms(schedule.terms), one_line(borrower, 80) or NOT_FILLED, frame.number)
    _rows(sheet, schedule, {one.laid.row.number: one.paid_on for one in realised if one.paid_on})
    _closing(sheet, _own_terms() if agreed else _by_law(schedule.terms))
    return bytes(sheet.output())


def _loan(sheet: Sheet, terms: Sequence[tuple[str, str]], borrower: str, number: str) -> None:
    rows = [(label, Strong(value)) for label, value in (("Peminjam", borrower), ("Nomor", number), *terms)]
    plain_columns(sheet, (Column("", 31), Column("", WIDTH - 31)), rows)
    sheet.ln(3)


def _terms(terms: LoanTerms) -> tuple[tuple[str, str], ...]:
    return (
        ("Pinjaman", f"{rupiah(terms.principal)} ({rupiah_in_words(terms.principal)})"),
        ("Pencairan", indonesian_date(terms.disbursed_on)),
        ("Jangka waktu", tenor_in_words(terms)),
        ("Jasa", f"{terms.yearly_percent} % setahun (VIII.4)"),
        ("Cara hitung jasa", method_in_words(terms.method)),
    )


def _rows(sheet: Sheet, schedule: Schedule, paid_on: Mapping[int, date]) -> None:
    rows = [row_in_words(row) for row in schedule.rows]
    principal, interest = schedule.terms.principal, schedule.total_interest
    total = ("", "Jumlah", figure(principal), figure(interest), figure(principal + interest), "")
    height = _LOW if len(rows) == 24 else _TALL
    written = sum(column.width for column in _BY_HAND)
    printed = grid_for(sheet, MARGIN, WIDTH - written, HEADINGS, [*rows, total], height)
    grid = Grid(MARGIN, (*printed.columns, *_BY_HAND), height, printed.size)
    grid.heading(sheet)
    for place, row in enumerate(rows, 1):
        # The sum takes the last instalment along.
        if sheet.will_page_break(height * (2 if place == len(rows) else 1)):
            sheet.add_page()
            grid.heading(sheet)
        paid = short_date(paid_on[place]) if place in paid_on else ""
        grid.row(sheet, (*row, paid, ""))
    grid.total(sheet, (*total, "", ""))


def _closing(sheet: Sheet, told: Sequence[tuple[str, str]]) -> None:
    if sheet.will_page_break(_CLOSING_HEIGHT):
        sheet.add_page()
    else:
        sheet.ln(3)
    rows = [(label, for_the_public(words)) for label, words in told]
    plain_columns(sheet, (Column("", 23), Column("", WIDTH - 23)), rows)


def _own_terms() -> list[tuple[str, str]]:
    return [
        (at("VIII.5.a").short, _KEPT),
        ("Syarat", "Menurut perjanjian pinjaman ini sendiri, bukan menurut aturan sesudahnya."),
        ("Angsuran", OF_ROWS),
    ]


def _by_law(terms: LoanTerms) -> list[tuple[str, str]]:
    told = [(place, words) for place, words in provisions_of(terms) if place in _ON_THE_CARD]
    told.append((at("VIII.5.a").short, _KEPT))
    told.sort()
    told += [("Cara hitung", METHOD_NOTE), ("Pembulatan", rounding_of(terms.method))]
    return told
