"""The loan agreement, article by article with its provisions, and a trial schedule (VI.3)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from documents.sampang.letters.agreement_articles import articles
from documents.sampang.letters.agreement_schedule import provisional_schedule
from documents.sampang.letters.collateral_list import collateral_list
from documents.sampang.letters.officers import named_officers, officers_sign
from documents.sampang.letters.paper import DRAFT, Face, OfficialPaper
from documents.sampang.letters.signatures import TEAM_LEAD, Signer, agency_or, blocks
from documents.sampang.letters.wording import DOTS, identity, or_dots, this_day, typed
from domain.sampang.application import Applicant
from domain.sampang.costs import UpfrontCost
from domain.sampang.instruments import at
from domain.sampang.kinds import ApplicantKind, MaritalStatus
from domain.sampang.loan import Schedule
from domain.sampang.origination.board import NOBODY, Board
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.records import Agreement

TITLE: Final = "Surat perjanjian pinjaman dana bergulir"
MARK: Final = f"{DRAFT} untuk diperiksa bagian hukum"
_CLOSING: Final = (
    f"Demikian perjanjian ini dibuat rangkap {DOTS} dan ditandatangani oleh PIHAK KESATU, PIHAK KEDUA, dan "
    "PEMINJAM di atas meterai (VI.3). Setiap rangkap mempunyai kekuatan hukum yang sama.",
)
_PLACES: Final = tuple(map(at, ("VI.3", "III.6", "VIII.1.b", "VIII.3", "VIII.4", "VIII.5", "IX")))


def loan_agreement(
    file: LoanFile,
    schedule: Schedule,
    *,
    file_number: str,
    costs: Sequence[UpfrontCost] = (),
    board: Board = NOBODY,
    to_sign: bool = False,
    head: Letterhead,
    demo: bool,
    draft: bool = False,
) -> bytes:
    """The agreement as PDF bytes, dated as the agreement was signed, before that as the approval.

    `schedule` is that of the approved amount and tenor for the day on which the money is expected to go
    out (`schedule_of(terms_by_law(...))`); `costs` are the costs at disbursement as far as they are set.
    `board` are the officers of a koperasi, who are named and sign. With `to_sign` it is printed to be signed,
    so the day of signing is left to write. The number comes from `file.agreement`. A draft ends with notes
    for the legal department. Raises ValueError for a file that is not approved, or a schedule of another
    amount or tenor.
    """
    approval, agreement = file.approval, file.agreement
    if approval is None:
        raise ValueError("this file is not approved")
    if (schedule.terms.principal, schedule.terms.tenor) != (approval.amount, approval.term_months):
        raise ValueError("the schedule is not that of the approved amount and tenor")
    face = Face(
        head=head,
        title=TITLE,
        number=agreement.number if agreement else "",
        on=agreement.signed_on if agreement else approval.on,
        places=_PLACES,
        demo=demo,
        draft=draft,
        kept=True,
        mark=MARK,
    )
    sheet = OfficialPaper(face)
    sheet.title_block()
    _parties(sheet, file.application.applicant, agreement, head, None if to_sign else _signed_on(agreement))
    named_officers(sheet, file, board)
    _agreed(sheet, file_number)
    notes = articles(sheet, file, schedule, costs)
    officers_sign(sheet, file, board)
    _signed(sheet, file.application.applicant, agreement, head)
    sheet.add_page()
    collateral_list(sheet, file)
    provisional_schedule(sheet, schedule)
    if sheet.is_draft:
        sheet.heading("Catatan untuk bagian hukum (tidak ikut diterbitkan)", room=20)
        sheet.bullets(notes)
    return sheet.finished()


def _signed_on(agreement: Agreement | None) -> date | None:
    return agreement.signed_on if agreement else None


def _parties(
    sheet: OfficialPaper, who: Applicant, agreement: Agreement | None, head: Letterhead, on: date | None
) -> None:
    sheet.prose(f"{this_day(on)}, yang bertanda tangan di bawah ini:")
    by_bank = agreement.signed_by_bank if agreement else ""
    office = "pemilik" if who.kind is ApplicantKind.BUSINESS else "ketua"
    parties = (
        f"{or_dots(_lead_name(agreement, head))}, Kepala {agency_or(head.agency)}, selaku {TEAM_LEAD}, "
        f"NIP {_lead_nip(agreement, head)}, selanjutnya disebut PIHAK KESATU;",
        f"{or_dots(by_bank)}, mewakili Bank Pembangunan Daerah Jawa Timur (Bank Jatim) sebagai bank "
        "pelaksana (III.4), selanjutnya disebut PIHAK KEDUA;",
        f"{or_dots(who.contact_name)}, {office} {or_dots(who.name)} ({who.kind.label}), NIK "
        f"{identity(who.nik)}, beralamat di {typed(who.address) or or_dots('')}, selanjutnya disebut "
        "PEMINJAM.",
    )
    sheet.numbered(parties)
    sheet.ln(1)


def _agreed(sheet: OfficialPaper, file_number: str) -> None:
    sheet.prose(
        "Ketiga pihak bersepakat tentang pinjaman dana bergulir dengan nomor berkas "
        f"{or_dots(file_number, 40)} menurut Perbup Sampang 20/2015 (VI.3), sebagai berikut."
    )


def _lead_name(agreement: Agreement | None, head: Letterhead) -> str:
    return (agreement.signed_by_lead if agreement else "") or head.lead_name


def _lead_nip(agreement: Agreement | None, head: Letterhead) -> str:
    """The NIP of the office's own Ketua Harian; whoever else signed writes another."""
    return or_dots(head.lead_nip if _lead_name(agreement, head) == head.lead_name else "")


def _signed(sheet: OfficialPaper, who: Applicant, agreement: Agreement | None, head: Letterhead) -> None:
    by_bank = agreement.signed_by_bank if agreement else ""
    borrower = [Signer(("PEMINJAM,",), who.contact_name, stamp=True)]
    if who.kind is ApplicantKind.BUSINESS and who.marital_status is not MaritalStatus.UNMARRIED:
        unsure = "" if who.marital_status is MaritalStatus.MARRIED else " (bila kawin)"
        above = (f"Suami/istri PEMINJAM{unsure} (VIII.2.b.1),",)
        borrower.append(Signer(above, who.spouse_name, (f"NIK {identity(who.spouse_nik)}",)))
    nip = f"NIP {_lead_nip(agreement, head)}"
    signers = (
        Signer(("PIHAK KESATU,", f"{TEAM_LEAD},"), _lead_name(agreement, head), (nip,)),
        Signer(("PIHAK KEDUA,", "Bank Jatim,"), by_bank),
        *borrower,
    )
    blocks(sheet, signers, columns=2, closing=_CLOSING)
