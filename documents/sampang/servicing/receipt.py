"""The numbered receipt for an instalment (VIII.5.a)."""

from typing import Final

from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import Signer, blocks
from documents.sampang.letters.wording import or_dots
from documents.sheet import WIDTH
from documents.tables import Column, Strong, plain_columns
from domain.dates import indonesian_date
from domain.money import letter_rupiah, rupiah
from domain.sampang.instruments import at
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.servicing.payment_receipt import Receipt

TITLE: Final = "Kuitansi"
_PLACES: Final = (at("VIII.5.a"), at("VIII.4"))
_LABEL: Final = 42.0
_CLOSING: Final = (
    "Uang mengisi angsuran yang paling lama dahulu, jasa sebelum pokok. Pokok kembali ke rekening Tim "
    "Pokjanis untuk dipinjamkan lagi (VIII.5.b). Nomor kuitansi ini nomor pembukuannya.",
)


def receipt_paper(receipt: Receipt, *, head: Letterhead, demo: bool) -> bytes:
    """The receipt as PDF bytes, with the number of its booking; the same receipt gives the same bytes."""
    face = Face(head=head, title=TITLE, number=str(receipt.number), on=receipt.on, places=_PLACES, demo=demo)
    sheet = OfficialPaper(face)
    sheet.title_block("Angsuran pinjaman dana bergulir")
    told = (
        ("Sudah terima dari", or_dots(receipt.borrower)),
        ("Uang sebesar", letter_rupiah(receipt.amount)),
        ("Untuk", f"angsuran pinjaman nomor {or_dots(receipt.loan, 40)}"),
        ("Tanggal masuk", indonesian_date(receipt.on)),
        ("Bukti setor", or_dots(receipt.reference, 120)),
        ("Jasa", f"{rupiah(receipt.interest)} (VIII.4)"),
        ("Pokok", f"{rupiah(receipt.principal)} (VIII.5.a)"),
        ("Sisa pokok sesudahnya", rupiah(receipt.owed_after)),
    )
    rows = [(label, Strong(value)) for label, value in told]
    plain_columns(sheet, (Column("", _LABEL), Column("", WIDTH - _LABEL)), rows)
    sheet.ln(2)
    day = f"Sampang, {indonesian_date(receipt.on)}"
    blocks(sheet, (Signer((day, "Yang menerima,"), receipt.booked_by),), columns=2, closing=_CLOSING)
    return sheet.finished()
