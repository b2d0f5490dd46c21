"""The letter that sends a Pendamping to their kecamatan (Pasal 11 ayat (2))."""

from typing import Final

from documents.blitar.letter import Printing, facts, letter, titled
from documents.blitar.staffing.signing import sign_decree
from documents.printable import one_line
from documents.sheet import WIDTH
from documents.tables import Column, table
from domain.blitar.instruments import at
from domain.blitar.staffing.staff_papers import AssignedDistrict, AssignmentLetter, AssignmentTold
from domain.dates import indonesian_date
from domain.regions.regions import district

TITLE: Final = "Surat tugas"
_NOT_ISSUED: Final = "belum terbit; baru berlaku setelah diberi nomor dan ditandatangani Kepala Dinas"
_LIST: Final = (
    Column("No.", 9),
    Column("Kecamatan", 45),
    Column("Sejak", 38),
    Column("Sampai", 38),
    Column("Keterangan", WIDTH - 130),
)


def assignment_letter(
    written: AssignmentLetter, told: AssignmentTold, printing: Printing, *, kept: bool = False
) -> bytes:
    """The letter as PDF bytes; a draft unless it is `kept` as it goes out, which carries its seal."""
    sheet = letter(
        TITLE,
        written.number,
        printing,
        note="Memuat nama Pendamping",
        draft="" if kept else _NOT_ISSUED,
        kept_on=written.on if kept else None,
    )
    titled(sheet, TITLE, written.number, "Tempat Tugas Pendamping Koperasi dan Usaha Mikro")
    sheet.paragraph(f"Kepala {printing.head.agency} menugaskan:")
    sheet.ln(1)
    appointed = f"{one_line(told.decree, 80)}, {indonesian_date(told.appointed_on)}"
    facts(sheet, [("Nama", one_line(told.name, 120)), ("Penetapan", appointed)])
    sheet.paragraph(
        "sebagai Pendamping Koperasi dan Usaha Mikro di kecamatan berikut, yang termasuk wilayah kerja "
        f"22 kecamatan ({at('11(2)').place}):"
    )
    sheet.ln(1)
    table(sheet, _LIST, [_row(place, one) for place, one in enumerate(told.districts, 1)])
    sheet.ln(2)
    sheet.paragraph(
        f"Tugasnya menurut {at('12').place} dijalankan di bawah Fasilitator, dan berakhir bersama "
        f"kontraknya atau lebih awal menurut {at('9(2)').place}."
    )
    sheet.ln(2)
    closing = "Demikian surat tugas ini untuk dilaksanakan dengan penuh tanggung jawab."
    sign_decree(sheet, closing=closing, on=written.on)
    return sheet.finished()


def _row(place: int, one: AssignedDistrict) -> tuple[str, ...]:
    found = district(one.district_code)
    return (
        str(place),
        found.name if found else one.district_code,
        indonesian_date(one.starts_on),
        indonesian_date(one.last_day),
        "sementara, menutup kekosongan" if one.temporary else "tetap",
    )
