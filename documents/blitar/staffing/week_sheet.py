"""The work plan of one week for everybody (Pasal 7 huruf m, Pasal 12 huruf a), to hang up at the Dinas."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from fpdf.enums import Align

from documents.blitar.letter import Printing, letter
from documents.blitar.staffing.signing import sign_week
from documents.printable import one_line
from documents.sheet import WIDTH, Sheet
from documents.tables import Column, room_for, table
from domain.blitar.instruments import at
from domain.blitar.staffing.week_table import LEGEND, WeekRow, week_days
from domain.blitar.staffing.work_week import PLACE, empty_office_days
from domain.dates import indonesian_date

TITLE: Final = "Jadwal kerja Pendamping"
_NAME, _DAY = 38.0, (WIDTH - 46.0) / 5


def week_sheet(monday: date, rows: Sequence[WeekRow], printing: Printing) -> bytes:
    """The week as PDF bytes; the same input always gives the same bytes."""
    span = f"{indonesian_date(monday)} sampai {indonesian_date(monday + timedelta(days=4))}"
    sheet = letter(TITLE, span, printing, note="Untuk Dinas, Fasilitator, dan Pendamping")
    sheet.title_line(TITLE)
    sheet.paragraph(span, bold=True)
    sheet.ln(2)
    _rests_on(sheet)
    _table(sheet, monday, rows)
    _notes(sheet, monday, rows)
    sign_week(sheet)
    return bytes(sheet.output())


def _rests_on(sheet: Sheet) -> None:
    sheet.paragraph(
        f"Dua hari di sekretariat Dinas dan tiga hari di lapangan setiap minggu ({PLACE.place}); disusun "
        f"Pendamping sesuai program kerja Fasilitator ({at('12.a').place}). {LEGEND}."
    )
    sheet.ln(2)


def _table(sheet: Sheet, monday: date, rows: Sequence[WeekRow]) -> None:
    days = week_days(monday)
    columns = (
        Column("No.", 8),
        Column("Pendamping", _NAME),
        *(Column(one.heading, _DAY, Align.L) for one in days),
    )
    lines = [(f"{place}", one_line(row.service.name, 60), *row.cells) for place, row in enumerate(rows, 1)]
    if sheet.will_page_break(room_for(sheet, columns, lines)):
        sheet.add_page()
    table(sheet, columns, lines)


def _notes(sheet: Sheet, monday: date, rows: Sequence[WeekRow]) -> None:
    told = [
        f"{one.name}, {indonesian_date(one.day)}, libur: {one.holiday}."
        for one in week_days(monday)
        if one.holiday
    ]
    empty = empty_office_days(monday, [row.plan for row in rows if row.plan])
    if empty:
        days = ", ".join(indonesian_date(day) for day in empty)
        told.append(f"Tidak ada Pendamping yang berjadwal di kantor pada {days}.")
    without = [one_line(row.service.name, 60) for row in rows if row.plan is None]
    if without:
        told.append(f"Belum menyerahkan jadwal: {', '.join(without)}.")
    if told:
        sheet.heading("Perhatian")
        sheet.bullets(told)
