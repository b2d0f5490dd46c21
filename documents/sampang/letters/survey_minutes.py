"""Berita acara hasil survei: what each surveyor found, side by side, and what they agreed on (VI.2.a)."""

from typing import Final

from fpdf.enums import Align

from documents.sampang.eligibility_sheet import place_of
from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import blocks, lead, signature_table
from documents.sampang.letters.survey_notes import notes_tables, opinion, region_opinion, where_they_differ
from documents.sampang.letters.wording import counted, months_or, or_dots, rupiah_or, this_day, typed
from documents.sampang.loan_terms import short_date
from documents.sheet import WIDTH
from documents.tables import Column, Strong, headed_table, plain_columns, table
from domain.dates import indonesian_date
from domain.money import letter_rupiah
from domain.sampang.application import LoanApplication
from domain.sampang.instruments import at
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.records import SurveyFinding, SurveyMinutes
from domain.sampang.origination.surveyors import WITHOUT_BANK, bank_is_missing

TITLE: Final = "Berita acara hasil survei"
_PLACES: Final = (at("VI.2.a"), at("VI.2.b"), at("VII.4"))
_CLOSING: Final = (
    "Demikian berita acara ini dibuat menurut keadaan yang kami temukan. Hasil survei adalah bahan bagi "
    "rapat Tim Pokjanis; yang menetapkan penerima adalah rapat (VI.2.b)."
)
_OPINIONS: Final = (
    Column("No.", 9, Align.R),
    Column("Surveyor", WIDTH - 137),
    Column("Unsur", 36),
    Column("Tanggal", 21),
    Column("Karakter", 20),
    Column("Usul jumlah", 32, Align.R),
    Column("Jangka", 19),
)


def survey_minutes(
    file: LoanFile, *, file_number: str, head: Letterhead, demo: bool, draft: bool = False
) -> bytes:
    """The minutes of a closed survey as PDF bytes, dated as the survey was closed.

    `file_number` is the application's number in the store; the number of the minutes comes from
    `file.survey`. Raises ValueError for a file whose survey is not closed.
    """
    survey = file.survey
    if survey is None:
        raise ValueError("the survey of this file is not closed")
    face = Face(
        head=head,
        title=TITLE,
        number=survey.number,
        on=survey.on,
        places=_PLACES,
        demo=demo,
        draft=draft,
        kept=True,
    )
    sheet = OfficialPaper(face)
    sheet.title_block("Permohonan pinjaman dana bergulir")
    _opening(sheet, file, survey, file_number)
    _opinions(sheet, file.findings)
    notes_tables(sheet, file.findings)
    _agreed(sheet, survey)
    _closing(sheet, file.findings, head)
    return sheet.finished()


def _opening(sheet: OfficialPaper, file: LoanFile, survey: SurveyMinutes, file_number: str) -> None:
    sheet.prose(
        f"{this_day(survey.on)}, kami yang menandatangani berita acara ini, anggota Tim Pokjanis yang "
        "melakukan survei, telah menilai permohonan pinjaman dana bergulir berikut (VI.2.a, VII.4)."
    )
    who, asked = file.application.applicant, file.application
    told = (
        ("Pemohon", or_dots(who.name)),
        ("Nama pemilik/ketua", or_dots(who.contact_name)),
        ("Jenis", who.kind.label),
        ("Tempat", place_of(who) or "tidak dicatat"),
        ("Nomor berkas", or_dots(file_number, 40)),
        ("Diajukan", indonesian_date(asked.filed_on) if asked.filed_on else "tidak dicatat"),
        ("Diminta", _asked(asked)),
    )
    rows = [(label, Strong(value)) for label, value in told]
    plain_columns(sheet, (Column("", 34), Column("", WIDTH - 34)), rows)


def _asked(application: LoanApplication) -> str:
    return f"{rupiah_or(application.amount)}, jangka waktu {months_or(application.term_months)}"


def _opinions(sheet: OfficialPaper, findings: tuple[SurveyFinding, ...]) -> None:
    rows = [
        (
            f"{place}",
            or_dots(found.surveyor),
            found.element.label,
            short_date(found.on),
            opinion(found.character_good),
            rupiah_or(found.amount, "tidak diusulkan"),
            months_or(found.term_months, "tidak diusulkan"),
        )
        for place, found in enumerate(findings, 1)
    ]
    headed_table(sheet, "Penilaian dan usul tiap surveyor (VI.2.a.4, VII.4)", _OPINIONS, rows)
    sheet.ln(1.5)
    without = [WITHOUT_BANK] if bank_is_missing(findings) else []
    sheet.bullets([*without, *where_they_differ(findings)])


def _agreed(sheet: OfficialPaper, survey: SurveyMinutes) -> None:
    sheet.heading("Kesimpulan yang disepakati", room=40)
    term = f"{counted(survey.term_months)} bulan"
    told = (
        ("Karakter pemohon", opinion(survey.character_good), "VI.2.a.4"),
        ("Wilayah dan lingkungan", region_opinion(survey.region_supports), "VI.2.a.5"),
        ("Jumlah pinjaman", letter_rupiah(survey.amount), "VII.4"),
        ("Jangka waktu", term, "III.6"),
    )
    columns = (Column("Perihal", 40), Column("Kesepakatan", WIDTH - 66), Column("Ketentuan", 26))
    table(sheet, columns, [(label, Strong(value), at(place).short) for label, value, place in told])
    sheet.ln(2)
    sheet.prose(f"Alasan: {typed(survey.reason) or 'tidak dicatat'}")


def _closing(sheet: OfficialPaper, findings: tuple[SurveyFinding, ...], head: Letterhead) -> None:
    sheet.heading("Surveyor", room=26)
    signature_table(sheet, [(found.surveyor, found.element.label) for found in findings], "Unsur")
    sheet.ln(3)
    blocks(sheet, (lead(head, "Mengetahui,"),), columns=2, closing=(_CLOSING,))
