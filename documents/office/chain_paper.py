"""The end of the chain on one page, to be signed, put away elsewhere, and compared later."""

from datetime import date
from typing import Final

from documents.printable import one_line
from documents.sheet import PageFrame, Sheet
from domain.dates import indonesian_date
from domain.money import number

TITLE: Final = "Ujung rantai catatan"
_GROUP: Final = 8
_SIGNATURE: Final = 30.0


def chain_paper(end_number: int, end_hash: str, *, on: date, by: str, office: str, demo: bool) -> bytes:
    """The paper as PDF bytes; the same input always gives the same bytes."""
    printed = f"dicetak {indonesian_date(on)} oleh {one_line(by, 60)}"
    foot = ("Simpan di luar aplikasi, misalnya pada Inspektorat", printed)
    frame = PageFrame(
        office=office, title=TITLE, number=number(end_number), foot=foot, printed_on=on, demo=demo
    )
    sheet = Sheet(frame)
    sheet.title_line(TITLE)
    sheet.paragraph(
        f"Pada {indonesian_date(on)} rantai catatan aplikasi ini berakhir pada mata rantai nomor "
        f"{number(end_number)} dengan sidik:"
    )
    sheet.ln(3)
    first, second = grouped(end_hash)
    for line in (first, second):
        sheet.paragraph(line, bold=True, size=13)
    sheet.ln(3)
    sheet.paragraph(
        "Tiap mata rantai mengikat catatan audit, pembukuan, tanda terima pemeriksaan, surat terbit, dan "
        "laporan terkirim kepada semua yang sebelumnya. Bila kelak, pada layar Jejak audit, mata rantai "
        "dengan nomor ini mempunyai sidik yang sama, tidak satu pun catatan sampai hari ini diubah, dihapus, "
        "atau disisipkan."
    )
    sheet.ln(8)
    sheet.close_with("Diterima untuk disimpan, tanggal " + "." * 30, _SIGNATURE)
    sheet.ln(_SIGNATURE - 14)
    sheet.paragraph("." * 50)
    sheet.paragraph("Nama, NIP, dan jabatan penerima")
    return bytes(sheet.output())


def grouped(end_hash: str) -> tuple[str, str]:
    """A hash in groups of eight, in two lines."""
    groups = [end_hash[first : first + _GROUP] for first in range(0, len(end_hash), _GROUP)]
    half = len(groups) // 2
    return " ".join(groups[:half]), " ".join(groups[half:])
