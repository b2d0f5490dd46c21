"""The letter with which a claim goes to Kejaksaan or KPKNL, with the checklist of its file (IX.2)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from fpdf.enums import Align

from documents.sampang.collecting.arrears_part import NO_RELIEF_TOLD, arrears_table, of_the_loan
from documents.sampang.letters.addressed import addressed
from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import blocks, lead
from documents.sheet import WIDTH
from documents.tables import Column, headed_table
from domain.dates import indonesian_date
from domain.money import letter_rupiah
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.servicing.claim_file import FileItem
from domain.sampang.servicing.collecting import HANDING_OVER, NO_RELIEF, Collector, LetterKind
from domain.sampang.servicing.owing import Owing

_PLACES: Final = (HANDING_OVER, NO_RELIEF)
_TO: Final = {
    LetterKind.ATTORNEY_REQUEST: ("Yth. Kepala Kejaksaan Negeri Sampang", "di", "        Sampang"),
    LetterKind.AUCTION_REQUEST: ("Yth. Kepala KPKNL Pamekasan", "di", "        Pamekasan"),
}
_HOW: Final = {
    LetterKind.ATTORNEY_REQUEST: "dengan Surat Kuasa Khusus (SKK) kepada " + Collector.ATTORNEY.label,
    LetterKind.AUCTION_REQUEST: "kepada " + Collector.AUCTION.label,
}
_CHECKLIST: Final = "Lampiran. Daftar periksa berkas"
_COLUMNS: Final = (
    Column("No.", 9, Align.R),
    Column("Berkas", 66),
    Column("Keadaan", 26),
    Column("Keterangan", WIDTH - 125),
    Column("Tempat", 24),
)


def claim_letter(
    kind: LetterKind,
    of: Owing,
    items: Sequence[FileItem],
    *,
    number: str = "",
    on: date,
    head: Letterhead,
    demo: bool,
    draft: bool = False,
) -> bytes:
    """The letter and its checklist as PDF bytes; raises ValueError for another paper."""
    if kind not in _TO:
        raise ValueError("this paper hands over no claim")
    mark = "KONSEP" if number else "BELUM DINOMORI"
    face = Face(
        head=head,
        title=kind.label,
        number=number,
        on=on,
        places=_PLACES,
        demo=demo,
        draft=draft,
        kept=True,
        mark=mark,
    )
    sheet = OfficialPaper(face)
    addressed(sheet, on, "Pelimpahan penagihan dana bergulir", _TO[kind], attached="1 (satu) daftar berkas")
    debt = of.owed.principal + of.owed.interest_due
    sheet.prose(
        f"Menurut Perbup Sampang 20/2015, Lampiran Romawi IX angka 2 ({HANDING_OVER.short}), kami "
        f"melimpahkan penagihan pinjaman berikut {_HOW[kind]}. Utangnya {letter_rupiah(debt)} per "
        f"{indonesian_date(of.counted_on)}: sisa pokok dan jasa yang sudah jatuh tempo."
    )
    of_the_loan(sheet, of)
    arrears_table(sheet, of)
    sheet.prose(NO_RELIEF_TOLD)
    blocks(sheet, (lead(head),), columns=2, closing=("Atas kerja samanya kami ucapkan terima kasih.",))
    _checklist(sheet, items)
    return sheet.finished()


def _checklist(sheet: OfficialPaper, items: Sequence[FileItem]) -> None:
    sheet.add_page()
    rows = [
        (f"{place}", one.label, one.sign, one.told, one.place.short) for place, one in enumerate(items, 1)
    ]
    headed_table(sheet, _CHECKLIST, _COLUMNS, rows)
    sheet.ln(2)
    sheet.prose(
        "Berkas lain yang diminta penerima pelimpahan tidak disebut dalam Perbup; tanyakan kepadanya."
    )
