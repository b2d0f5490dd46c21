"""The papers with which a loan ends: that nothing is owed any more, and what goes back to its owner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from documents.sampang.letters.collateral_list import things_table
from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import Signer, blocks, lead
from documents.sampang.letters.wording import agreed, counted, kecamatan, or_dots, this_day
from documents.sheet import WIDTH
from documents.tables import Column, Strong, plain_columns
from domain.dates import indonesian_date
from domain.money import letter_rupiah
from domain.regulation.sources import Citation
from domain.sampang.application import Collateral
from domain.sampang.instruments import at
from domain.sampang.kinds import ApplicantKind
from domain.sampang.loan import LoanTerms
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.origination.loan_file import LoanFile

PAID_OFF: Final = "Surat keterangan lunas"
RETURNED: Final = "Tanda terima pengembalian agunan"
_LABEL: Final = 42.0
_LEFT: Final = (
    "Dengan lunasnya pinjaman, agunan yang disimpan Bank Jatim diserahkan kembali dengan tanda terima "
    "(III.10).",
    "Surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedLoan:
    """A loan of which nothing is left: whose, its terms, since when, and whether by early settlement."""

    file: LoanFile
    file_number: str
    terms: LoanTerms
    ended_on: date
    is_settled_early: bool


def paid_off_letter(
    loan: EndedLoan, number: str, on: date, *, head: Letterhead, demo: bool, draft: bool = False
) -> bytes:
    """The letter that the loan is paid, as PDF bytes."""
    places = (at("VIII.5.e") if loan.is_settled_early else at("III.6"), at("III.7"), at("III.10"))
    sheet = _opened(loan, PAID_OFF, number, on, places, head, demo, draft)
    how = (
        "dengan pelunasan dipercepat (VIII.5.e)"
        if loan.is_settled_early
        else "dengan angsuran terakhirnya (III.6)"
    )
    sheet.prose(
        f"Pinjaman tersebut lunas sejak {indonesian_date(loan.ended_on)}, {how}. Pokok dan jasanya tidak "
        "bersisa lagi."
    )
    day = f"Sampang, {indonesian_date(on)}"
    blocks(sheet, (lead(head, day),), columns=2, closing=_LEFT)
    return sheet.finished()


def collateral_return(
    loan: EndedLoan,
    things: Sequence[Collateral],
    number: str,
    on: date,
    *,
    head: Letterhead,
    demo: bool,
    draft: bool = False,
) -> bytes:
    """The receipt for what the bank hands back, signed by bank and borrower, as PDF bytes (III.10)."""
    sheet = _opened(loan, RETURNED, number, on, (at("III.10"), at("VII.9")), head, demo, draft)
    sheet.prose(
        f"{this_day(on)}, karena pinjaman tersebut lunas sejak {indonesian_date(loan.ended_on)}, Bank Jatim "
        "menyerahkan kembali agunan berikut kepada peminjam atau pemiliknya, dan yang menerima menyatakan "
        "telah menerimanya lengkap."
    )
    things_table(sheet, "Agunan yang diserahkan kembali", things)
    sheet.ln(2)
    receiver = Signer(("Yang menerima,", "peminjam atau pemilik agunan,"), _contact(loan))
    bank = Signer(("Yang menyerahkan,", "Bank Jatim,"), "")
    closing = ("Demikian tanda terima ini dibuat dan ditandatangani sesudah agunan diserahkan.",)
    blocks(sheet, (bank, receiver, lead(head, "Mengetahui,")), closing=closing)
    return sheet.finished()


def _opened(
    loan: EndedLoan,
    title: str,
    number: str,
    on: date,
    places: tuple[Citation, ...],
    head: Letterhead,
    demo: bool,
    draft: bool,
) -> OfficialPaper:
    face = Face(
        head=head, title=title, number=number, on=on, places=places, demo=demo, draft=draft, kept=True
    )
    sheet = OfficialPaper(face)
    sheet.title_block("pinjaman dana bergulir")
    who, terms = loan.file.application.applicant, loan.terms
    office = "Pemilik" if who.kind is ApplicantKind.BUSINESS else "Ketua"
    told = (
        ("Peminjam", f"{or_dots(who.name)}, {kecamatan(who.district_code)}"),
        (office, _contact(loan)),
        ("Nomor berkas", or_dots(loan.file_number, 40)),
        ("Perjanjian", agreed(loan.file)),
        ("Pinjaman", letter_rupiah(loan.file.lent(terms.principal))),
        ("Pencairan", f"{indonesian_date(terms.disbursed_on)}, jangka waktu {counted(terms.tenor)} bulan"),
    )
    rows = [(label, Strong(value)) for label, value in told]
    plain_columns(sheet, (Column("", _LABEL), Column("", WIDTH - _LABEL)), rows)
    sheet.ln(4)
    return sheet


def _contact(loan: EndedLoan) -> str:
    return or_dots(loan.file.application.applicant.contact_name)
