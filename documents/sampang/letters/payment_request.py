"""The cover of the request for payment (SPP-LS): amount, account, costs, and what was checked (VIII.2.c)."""

from typing import Final

from fpdf.enums import Align

from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.payment_checks import checks_tables
from documents.sampang.letters.signatures import Signer, blocks, blocks_height, lead
from documents.sampang.letters.wording import counted, identity, kecamatan, or_dots, typed
from documents.sheet import WIDTH
from documents.tables import Column, Strong, plain_columns, table
from domain.dates import indonesian_date
from domain.money import letter_rupiah, rupiah, rupiah_in_words
from domain.sampang.application import Applicant
from domain.sampang.eligibility import Eligibility
from domain.sampang.instruments import at
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.records import Agreement, Decision, PaymentRequest

TITLE: Final = "Surat permintaan pembayaran langsung"
_PLACES: Final = (at("VIII.2.c"), at("VII.3"), at("III.5"), at("VIII.5.d"))
_ASKS: Final = "Penanggung Jawab kegiatan (VIII.2.c),"
_CLOSING: Final = "Bank Jatim mencairkan pinjaman atas persetujuan Ketua Harian Tim Pokjanis (VII.3)."
_LABEL: Final = 42.0
_COSTS: Final = (
    Column("Biaya yang dibayar peminjam di luar pinjaman", WIDTH - 74),
    Column("Jumlah", 44, Align.R),
    Column("Ketentuan", 30),
)


def payment_request(
    file: LoanFile, found: Eligibility, *, file_number: str, head: Letterhead, demo: bool, draft: bool = False
) -> bytes:
    """The cover as PDF bytes, dated and numbered as `file.request`.

    `found` is the approved application as examined on the day of the request; its checklist is printed.
    Raises ValueError while approval, agreement or request is missing.
    """
    approval, agreement, request = file.approval, file.agreement, file.request
    if approval is None or agreement is None or request is None:
        raise ValueError("a request for payment needs approval, agreement and request")
    face = Face(
        head=head,
        title=TITLE,
        number=request.number,
        on=request.on,
        places=_PLACES,
        demo=demo,
        draft=draft,
        kept=True,
    )
    sheet = OfficialPaper(face)
    sheet.title_block("SPP-LS pinjaman dana bergulir")
    _opening(sheet, request)
    _payment(sheet, file.application.applicant, approval, agreement, file_number)
    _costs(sheet, request)
    asked = Signer((f"Sampang, {indonesian_date(request.on)}", "Diminta oleh,", _ASKS), request.requested_by)
    signers = (asked, lead(head, "Disetujui oleh (VII.3),"))
    below = 2 + blocks_height(sheet, signers, closing=(_CLOSING,))
    checks_tables(sheet, found, file.custody, request, below)
    sheet.ln(2)
    blocks(sheet, signers, closing=(_CLOSING,))
    return sheet.finished()


def _opening(sheet: OfficialPaper, request: PaymentRequest) -> None:
    sheet.prose(
        "Yth. Ketua Harian Tim Pokjanis\ndi Sampang",
        f"Setelah kelengkapan dokumen administrasi diteliti (VIII.2.c), dengan surat tanggal "
        f"{indonesian_date(request.on)} ini diminta pembayaran langsung pinjaman dana bergulir sebagai "
        "berikut.",
    )


def _payment(
    sheet: OfficialPaper, who: Applicant, approval: Decision, agreement: Agreement, file_number: str
) -> None:
    office = "Pemilik" if who.kind is ApplicantKind.BUSINESS else "Ketua"
    signed = indonesian_date(agreement.signed_on)
    term = f"{counted(approval.term_months)} bulan" if approval.term_months else "tidak dicatat"
    told = (
        ("Penerima", f"{or_dots(who.name)}, {kecamatan(who.district_code)}"),
        (office, f"{or_dots(who.contact_name)}, NIK {identity(who.nik)}"),
        ("Nomor berkas", or_dots(file_number, 40)),
        ("Ditetapkan", f"rapat Tim Pokjanis {indonesian_date(approval.on)} (VI.2.b)"),
        ("Perjanjian", f"nomor {or_dots(agreement.number, 60)}, {signed} (VI.3)"),
        ("Jumlah", letter_rupiah(approval.amount or 0)),
        ("Jangka waktu", f"{term} (III.6)"),
        ("Rekening penerima", f"{or_dots(agreement.account_number, 60)}, Bank Jatim (III.5)"),
        ("Atas nama", f"{or_dots(agreement.account_holders)} (VIII.2.a)"),
        ("Dari rekening", "Tim Pokjanis, tanpa potongan pajak (VIII.2.d)"),
    )
    rows = [(label, Strong(value)) for label, value in told]
    plain_columns(sheet, (Column("", _LABEL), Column("", WIDTH - _LABEL)), rows)
    sheet.ln(4)


def _costs(sheet: OfficialPaper, request: PaymentRequest) -> None:
    paid = (("Asuransi", request.insurance), ("Notaris", request.notary), ("Cek BPN", request.land_check))
    total = sum(amount for _, amount in paid)
    place = at("VIII.5.d").short
    rows = [(what, rupiah(amount), place) for what, amount in paid]
    table(sheet, _COSTS, [*rows, (Strong("Jumlah"), Strong(rupiah(total)), "")])
    sheet.ln(1.5)
    sheet.paragraph(
        f"Jumlah biaya dengan huruf: {rupiah_in_words(total)}. Peminjam tidak dibebani biaya administrasi "
        "bank, dan tidak ada pemblokiran angsuran (VIII.5.d)."
    )
    if reason := typed(request.note):
        sheet.ln(1.5)
        sheet.paragraph(f"Alasan biaya berbeda dari ketetapan: {reason}")
