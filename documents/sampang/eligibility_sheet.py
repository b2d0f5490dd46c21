"""The result sheet of one Sampang application: what was found, on which provision, and what comes next."""

from datetime import date
from typing import Final

from fpdf.enums import Align

from documents.printable import one_line
from documents.sampang.eligibility_findings import (
    collateral_table,
    papers_table,
    priorities_table,
    provisions_table,
    rights_and_duties,
)
from documents.sampang.eligibility_readings import readings_table
from documents.sampang.eligibility_summary import verdict_box
from documents.sampang.next_steps import next_steps
from documents.sampang.purpose_notice import purpose_notice
from documents.sheet import LINE, MARGIN, WIDTH, PageFrame, Sheet, made_with
from documents.tables import Column, Strong, plain_columns
from domain.dates import indonesian_date
from domain.identity import mask_number
from domain.regions.regions import Village, district, village
from domain.regulation.receipts import fingerprint
from domain.sampang.application import Applicant, LoanApplication
from domain.sampang.eligibility import Eligibility
from domain.sampang.kinds import ApplicantKind

OFFICE: Final = "Dana bergulir Kabupaten Sampang"
TITLE: Final = "Lembar hasil kelayakan"
NOT_FILLED: Final = "belum diisi"
_CLOSING_HEIGHT: Final = 42.0
_CLOSING: Final = (
    "Lembar ini hasil pemeriksaan dengan program, bukan keputusan pinjaman. Program menemukan dan "
    "menunjukkan ketentuannya; yang memutuskan adalah pejabat dan Tim Pokjanis, yang dapat menilai "
    "lain dengan alasan tertulis."
)


def eligibility_sheet(
    eligibility: Eligibility,
    *,
    number: str,
    printed_on: date,
    printed_by: str,
    application_version: str,
    demo: bool,
) -> bytes:
    """The sheet as PDF bytes; the same input always gives the same bytes.

    `number` is the application's number in the store, `application_version` the version of this
    program; with `demo` every page carries the mark of demo data.
    """
    law = eligibility.assessment.law
    printed = f"dicetak {indonesian_date(printed_on)} oleh {one_line(printed_by, 60) or NOT_FILLED}"
    frame = PageFrame(
        office=OFFICE,
        title=TITLE,
        number=one_line(number, 40),
        foot=(
            law.regulation.instrument.name,
            f"Memuat data pribadi, hanya untuk pemeriksaan pengajuan ini  ·  {printed}",
        ),
        printed_on=printed_on,
        demo=demo,
        made_with=made_with(fingerprint(law.regulation), one_line(application_version, 30)),
    )
    sheet = Sheet(frame)
    _opening(sheet, eligibility, frame.number)
    _findings(sheet, eligibility)
    purpose_notice(sheet, eligibility.application.notice, follows=sheet.height_of(_CLOSING) + _CLOSING_HEIGHT)
    _closing(sheet)
    return bytes(sheet.output())


def _opening(sheet: Sheet, eligibility: Eligibility, number: str) -> None:
    sheet.title_line(TITLE)
    _who_and_when(sheet, eligibility, number)
    verdict_box(sheet, eligibility)
    next_steps(sheet, eligibility)


def _findings(sheet: Sheet, eligibility: Eligibility) -> None:
    provisions_table(sheet, eligibility)
    priorities_table(sheet, eligibility)
    collateral_table(sheet, eligibility)
    papers_table(sheet, eligibility)
    readings_table(sheet, eligibility)
    if eligibility.warnings:
        sheet.heading("Perhatian", room=16)
        sheet.bullets(eligibility.warnings)
    rights_and_duties(sheet, eligibility)


def _who_and_when(sheet: Sheet, eligibility: Eligibility, number: str) -> None:
    application = eligibility.application
    who = application.applicant
    is_business = who.kind is ApplicantKind.BUSINESS
    told = (
        ("Pemohon", one_line(who.name, 120)),
        ("Nomor", number),
        ("Jenis", who.kind.label),
        ("Diajukan", _filed(application)),
        ("Pemilik" if is_business else "Ketua", one_line(who.contact_name, 80)),
        ("Diperiksa", f"menurut aturan per {indonesian_date(eligibility.assessment.law.day)}"),
        ("NIK (KTP)", mask_number(one_line(who.nik, 16)) if who.nik else ""),
        ("Tempat", place_of(who)),
    )
    cells = [(label, Strong(value or NOT_FILLED)) for label, value in told]
    plain_columns(
        sheet,
        (Column("", 20), Column("", 68), Column("", 19), Column("", WIDTH - 107)),
        [(*left, *right) for left, right in zip(cells[::2], cells[1::2], strict=True)],
    )
    sheet.ln(3)


def _filed(application: LoanApplication) -> str:
    if application.filed_on is None:
        return ""
    return f"{indonesian_date(application.filed_on)}, {application.source.label.lower()}"


def place_of(who: Applicant) -> str:
    """The desa and kecamatan by name; a code that is not on the list says so."""
    names = []
    if who.village_code:
        place = village(who.village_code)
        names.append(f"{_sort_of(place)} {place.name}" if place else "desa/kelurahan tidak dikenal")
    if who.district_code:
        kecamatan = district(who.district_code)
        names.append(f"Kec. {kecamatan.name}" if kecamatan else "kecamatan tidak dikenal")
    return ", ".join(names)


def _sort_of(place: Village) -> str:
    # In the official codes the last part of a kelurahan starts with 1, that of a desa with 2.
    return "Kel." if place.code.rpartition(".")[2].startswith("1") else "Desa"


def _closing(sheet: Sheet) -> None:
    """Who decides, and beside it the room for the officer's signature, together on one page."""
    if sheet.will_page_break(_CLOSING_HEIGHT):
        sheet.add_page()
    else:
        sheet.ln(6)
    top, right = sheet.get_y(), MARGIN + WIDTH - 74
    sheet.multi_cell(WIDTH - 86, LINE, _CLOSING, align=Align.L)
    sheet.set_xy(right, top)
    sheet.cell(text="Petugas pemeriksa", h=LINE)
    for place, label in enumerate(("Nama", "NIP", "Tanggal")):
        sheet.set_xy(right, top + 20 + place * (LINE + 1))
        sheet.cell(16, LINE, label)
        sheet.cell(text=": " + "." * 50, h=LINE)
