"""The Monday digest on paper, to be taken to the morning's talk."""

from datetime import timedelta
from typing import Final

from documents.blitar.letter import Printing, facts, letter
from documents.printable import one_line
from documents.sheet import WIDTH, Sheet
from documents.tables import Column, table
from domain.blitar.reporting.digest import NO_SCORE, TITLE, MondayDigest
from domain.dates import indonesian_date
from domain.money import number

_COLUMNS: Final = (
    Column("Pendamping", WIDTH - 110),
    Column("Binaan", 20),
    Column("Perlu dikunjungi", 32),
    Column("Kunjungan pekan lalu", 34),
    Column("Jadwal", 24),
)


def monday_sheet(told: MondayDigest, printing: Printing) -> bytes:
    """The digest as PDF."""
    sheet = letter(TITLE, indonesian_date(told.day), printing, note="Untuk Fasilitator dan Pendamping")
    sheet.title_line(f"{TITLE}, {indonesian_date(told.day)}")
    facts(sheet, _facts(told))
    sheet.heading("Perlu perhatian")
    for part in told.parts:
        if part.count:
            sheet.paragraph(f"{part.label}: {number(part.count)}", bold=True)
            sheet.bullets([*map(_short, part.first), *_more(part.more)])
    if not any(part.count for part in told.parts):
        sheet.paragraph("Tidak ada yang menunggu.")
    _mentors(sheet, told)
    return bytes(sheet.output())


def _facts(told: MondayDigest) -> list[tuple[str, str]]:
    last = f"{indonesian_date(told.last_monday)} sampai {indonesian_date(told.monday - timedelta(days=1))}"
    return [
        ("Menunggu verifikasi Anda", number(told.to_verify)),
        ("Kunjungan pekan lalu", f"{number(told.visits_last_week)} ({last})"),
        (
            "Belum berjadwal pekan ini",
            f"{number(told.unplanned)} dari {number(len(told.mentors))} Pendamping",
        ),
    ]


def _mentors(sheet: Sheet, told: MondayDigest) -> None:
    sheet.heading("Pendamping")
    rows = [
        (
            one_line(one.name, 60),
            number(one.clients),
            number(one.need_visit),
            number(one.visits_last_week),
            "ada" if one.is_planned else "belum ada",
        )
        for one in told.mentors
    ]
    table(sheet, _COLUMNS, rows)
    sheet.paragraph(NO_SCORE)


def _short(told: str) -> str:
    return one_line(told, 140)


def _more(count: int) -> list[str]:
    return [f"dan {number(count)} lagi pada layar Binaan"] if count else []
