"""The sheet that the team and Bank Jatim take along to collect together, to be filled in by hand (VII.5)."""

from datetime import date
from typing import Final

from documents.sampang.collecting.arrears_part import arrears_table, of_the_loan
from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import Signer, blocks, lead
from documents.sampang.letters.wording import DOTS
from documents.sheet import WIDTH
from documents.tables import Column, table
from domain.dates import indonesian_date
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.servicing.collecting import TOGETHER
from domain.sampang.servicing.owing import Owing

TITLE: Final = "Lembar penagihan bersama"
_ASKED: Final = (
    "Ditemui (nama dan hubungannya)",
    "Keadaan usaha",
    "Sebab menunggak",
    "Dibayar hari ini (Rp) dan nomor bukti",
    "Janji membayar: jumlah dan tanggal",
    "Laporan peminjam kepada Dinas",
    "Keadaan agunan",
    "Catatan petugas",
)


def collection_sheet(of: Owing, *, on: date, head: Letterhead, demo: bool) -> bytes:
    """The sheet as PDF bytes; it goes out without a number and comes back filled in."""
    face = Face(head=head, title=TITLE, number="", on=on, places=(TOGETHER,), demo=demo, mark="LEMBAR KERJA")
    sheet = OfficialPaper(face)
    sheet.title_block()
    sheet.prose(
        f"Penagihan oleh Bank Jatim bersama Tim Pokjanis menurut {TOGETHER.short}. Kelas {of.quality.label}; "
        f"dihitung per {indonesian_date(of.counted_on)}."
    )
    of_the_loan(sheet, of)
    arrears_table(sheet, of)
    sheet.heading("Diisi di tempat", room=30)
    table(
        sheet, (Column("Yang ditanyakan", 66), Column("Isian", WIDTH - 66)), [(one, "\n") for one in _ASKED]
    )
    signers = (
        Signer(("Bank Jatim,",), "", (DOTS,)),
        Signer(("Peminjam,",), of.file.application.applicant.contact_name),
        lead(head),
    )
    blocks(sheet, signers, closing=("Dicatat dan ditandatangani sesudah penagihan.",))
    return sheet.finished()
