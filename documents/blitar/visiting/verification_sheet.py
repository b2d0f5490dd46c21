"""The verification sheet: what one Pendamping recorded in a week or a month, to look at and sign."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from documents.blitar.letter import DOTS, Printing, facts, letter
from documents.printable import one_line
from documents.sheet import LINE, MARGIN, WIDTH, Sheet
from documents.tables import Column, room_for, table
from domain.blitar.goals_and_tasks import MentorTask
from domain.blitar.instruments import at
from domain.blitar.visiting.presence import CAUTION, RULE
from domain.blitar.visiting.verification import SheetVisit, VerificationSheet
from domain.blitar.visiting.visit import COUNTED, Visit, VisitPlace, VisitState
from domain.dates import indonesian_date
from domain.regions.regions import district

TITLE: Final = "Lembar verifikasi kunjungan"
_STATES: Final = (VisitState.VERIFIED, VisitState.SENT, VisitState.RETURNED)
_NAME, _NOTE = 60, 80
_SIGNATURE: Final = 14.0
_COLUMNS: Final = (
    Column("No.", 8),
    Column("Tanggal", 24),
    Column("Binaan", 42),
    Column("Tempat", 26),
    Column("Tugas", 16),
    Column("Komponen", 26),
    Column("Keadaan", WIDTH - 142),
)


def verification_sheet(told: VerificationSheet, printing: Printing) -> bytes:
    """The sheet as PDF bytes; the same input always gives the same bytes."""
    span = f"{indonesian_date(told.first)} sampai {indonesian_date(told.last)}"
    sheet = letter(TITLE, span, printing, note="Untuk Pendamping dan Fasilitator")
    sheet.title_line(TITLE)
    facts(
        sheet,
        [
            ("Pendamping", one_line(told.mentor_name, _NAME)),
            ("Keputusan Kepala Dinas", one_line(told.decree, _NAME)),
            ("Tanggal", span),
            ("Kunjungan", _counted(told)),
        ],
    )
    _weeks(sheet, told)
    _visits(sheet, told.visits)
    _sign(sheet, told)
    return bytes(sheet.output())


def _counted(told: VerificationSheet) -> str:
    counts = ", ".join(f"{told.count(state)} {state.label.lower()}" for state in _STATES)
    return f"{len(told.visits)} tercatat: {counts}"


def _weeks(sheet: Sheet, told: VerificationSheet) -> None:
    sheet.heading("Hari di kantor dan di lapangan")
    sheet.paragraph(
        f"Diminta 2 hari di sekretariat Dinas dan 3 hari di lapangan setiap minggu ({RULE.place}); hari "
        "libur mengurangi hari lapangan lebih dahulu. Dihitung dari kunjungan yang dikirim dan "
        f"diverifikasi. {CAUTION}"
    )
    sheet.ln(1)
    sheet.bullets(
        f"{indonesian_date(week.monday)} sampai {indonesian_date(week.monday + timedelta(days=4))}: "
        f"{week.in_words}"
        for week in told.weeks
    )


def _visits(sheet: Sheet, visits: Sequence[SheetVisit]) -> None:
    sheet.heading("Kunjungan")
    if not visits:
        sheet.paragraph("Tidak ada kunjungan yang dikirim pada tanggal-tanggal ini.")
        return
    rows = [_row(number, one) for number, one in enumerate(visits, 1)]
    if sheet.will_page_break(room_for(sheet, _COLUMNS, rows)):
        sheet.add_page()
    table(sheet, _COLUMNS, rows)
    sheet.ln(2)
    sheet.paragraph(f"Huruf tugas menurut {at('12').place}: {_letters(visits)}.")
    sheet.paragraph(f"Komponen laporan menurut {at('16(2)').place}.")
    if any(one.state not in COUNTED for one in visits):
        sheet.paragraph("Kunjungan yang dikembalikan belum dihitung sampai dikirim lagi.")


def _letters(visits: Sequence[SheetVisit]) -> str:
    used = {task for one in visits for task in one.visit.tasks}
    return "; ".join(f"{task.letter} {task.label.lower()}" for task in MentorTask if task in used)


def _row(number: int, one: SheetVisit) -> tuple[str, ...]:
    visit = one.visit
    return (
        f"{number}",
        f"{indonesian_date(visit.on)}, {visit.day_part.label.partition(' (')[0].lower()}",
        f"{one.client_number} {one_line(one.client_name, _NAME)}",
        _place(visit),
        ", ".join(task.letter for task in MentorTask if task in visit.tasks),
        ", ".join(part.label for part in visit.parts),
        _state(one),
    )


def _place(visit: Visit) -> str:
    if visit.place is VisitPlace.OFFICE:
        return visit.place.label
    found = district(visit.district_code) if visit.district_code else None
    return f"{visit.place.label}, {found.name}" if found else visit.place.label


def _state(one: SheetVisit) -> str:
    if not one.by or one.by_on is None:
        return one.state.label
    note = f": {one_line(one.note, _NOTE)}" if one.note else ""
    return f"{one.state.label}, {one_line(one.by, _NAME)}, {indonesian_date(one.by_on)}{note}"


def _sign(sheet: Sheet, told: VerificationSheet) -> None:
    half = WIDTH / 2
    sheet.ln(2)
    sheet.close_with("Diperiksa bersama menurut catatan kunjungan di atas.", 6 + _SIGNATURE + 3 * LINE)
    sheet.ln(6)
    top = sheet.get_y()
    for place, (caption, name) in enumerate((("Pendamping", told.mentor_name), ("Fasilitator", ""))):
        left = MARGIN + place * half
        sheet.set_xy(left, top)
        sheet.cell(text=caption, h=LINE)
        sheet.set_xy(left, top + _SIGNATURE)
        sheet.cell(text=one_line(name, 45) or DOTS, h=LINE)
    sheet.set_xy(MARGIN, top + _SIGNATURE + LINE)
