"""The quote of what settles a loan early: line by line with its provisions, and until when (VIII.5.e)."""

from typing import Final

from fpdf.enums import Align

from documents.for_the_public import for_the_public
from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import blocks, lead
from documents.sampang.letters.wording import agreed, counted, or_dots
from documents.sheet import WIDTH
from documents.tables import Column, Strong, plain_columns, table
from domain.dates import indonesian_date
from domain.money import letter_rupiah, rupiah
from domain.sampang.instruments import at
from domain.sampang.loan import LoanTerms
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.servicing.settling import SettlementQuote, lines_of, remarks_on

TITLE: Final = "Rincian pelunasan"
_PLACES: Final = (at("VIII.5.e"), at("VIII.4"), at("VIII.5.a"))
_LABEL: Final = 42.0
_LINES: Final = (
    Column("Yang dibayar", WIDTH - 80),
    Column("Ketentuan", 40),
    Column("Jumlah", 40, Align.R),
)


def settlement_quote(
    quote: SettlementQuote,
    file: LoanFile,
    terms: LoanTerms,
    *,
    file_number: str,
    numbered: PaperNumber,
    head: Letterhead,
    demo: bool,
    draft: bool = False,
) -> bytes:
    """The quote as PDF bytes, numbered and dated as the office told."""
    face = Face(
        head=head,
        title=TITLE,
        number=numbered.number,
        on=numbered.on,
        places=_PLACES,
        demo=demo,
        draft=draft,
        kept=True,
    )
    sheet = OfficialPaper(face)
    sheet.title_block("pinjaman dana bergulir")
    _loan(sheet, quote, file, terms, file_number)
    _lines(sheet, quote)
    _remarks(sheet, quote)
    day = f"Sampang, {indonesian_date(numbered.on)}"
    blocks(sheet, (lead(head, day),), columns=2, closing=(_closing(quote),))
    return sheet.finished()


def _loan(
    sheet: OfficialPaper, quote: SettlementQuote, file: LoanFile, terms: LoanTerms, file_number: str
) -> None:
    told = (
        ("Peminjam", or_dots(file.application.applicant.name)),
        ("Nomor berkas", or_dots(file_number, 40)),
        ("Perjanjian", agreed(file)),
        ("Pinjaman", letter_rupiah(file.lent(terms.principal))),
        ("Pencairan", f"{indonesian_date(terms.disbursed_on)}, jangka waktu {counted(terms.tenor)} bulan"),
        ("Dihitung untuk", indonesian_date(quote.settled.day)),
        ("Berlaku", f"{indonesian_date(quote.since)} sampai {indonesian_date(quote.until)}"),
    )
    rows = [(label, Strong(value)) for label, value in told]
    plain_columns(sheet, (Column("", _LABEL), Column("", WIDTH - _LABEL)), rows)
    sheet.ln(4)


def _lines(sheet: OfficialPaper, quote: SettlementQuote) -> None:
    rows = [
        (for_the_public(line.label), for_the_public(line.rests_on), rupiah(line.amount))
        for line in lines_of(quote)
    ]
    total = quote.settled.total
    table(sheet, _LINES, [*rows, (Strong("Jumlah pelunasan"), "", Strong(rupiah(total)))])
    sheet.ln(1.5)
    sheet.paragraph(f"Dengan huruf: {letter_rupiah(total)}.")
    sheet.ln(2)


def _remarks(sheet: OfficialPaper, quote: SettlementQuote) -> None:
    remarks = tuple(map(for_the_public, remarks_on(quote)))
    if remarks:
        sheet.heading("Yang perlu diketahui", room=8 + 9 * len(remarks))
        sheet.numbered(remarks)
        sheet.ln(2)


def _closing(quote: SettlementQuote) -> str:
    return (
        f"Jumlah {rupiah(quote.settled.total)} disetor sekaligus ke rekening Tim Pokjanis (VIII.5.a), paling "
        f"lambat {indonesian_date(quote.until)}. Rincian ini batal bila ada angsuran atau pembetulan lain "
        "sesudahnya; mintalah rincian baru. Setelah lunas, agunan diserahkan kembali (III.10)."
    )
