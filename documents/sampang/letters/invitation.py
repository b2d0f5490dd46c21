"""The invitation to a meeting of the Pokjanis with its agenda: who, when, where, which files (V, VI.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from babel.dates import format_date
from fpdf.enums import Align

from documents.sampang.letters.addressed import addressed
from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import blocks, lead
from documents.sampang.letters.wording import kecamatan, or_dots
from documents.sheet import WIDTH
from documents.tables import Column, Strong, headed_table, plain_columns
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.instruments import at
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.origination.records import Attendee, Meeting

TITLE: Final = "Undangan rapat"
_PLACES: Final = (at("V.1"), at("VI.2.b"), at("VIII.5.b"))
_CLOSING: Final = "Demikian undangan ini disampaikan. Atas kehadiran Saudara kami ucapkan terima kasih."
_INVITED: Final = (Column("No.", 9, Align.R), Column("Nama dan jabatan", WIDTH - 99), Column("Unsur", 90))
_FILES: Final = (
    Column("No.", 9, Align.R),
    Column("Pemohon", WIDTH - 111),
    Column("Jenis dan tempat", 42),
    Column("Diminta", 30, Align.R),
    Column("Menurut survei", 30, Align.R),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAgenda:
    """A file that waits for the meeting, by its place in the queue; in rupiah.

    `surveyed` is None while there are no minutes of a survey.
    """

    place: int
    number: str
    name: str
    kind: str
    district_code: str | None
    asked: int | None
    surveyed: int | None


def invitation(
    meeting: Meeting,
    invited: Sequence[Attendee],
    files: Sequence[OnAgenda],
    *,
    free: int | None,
    number: str = "",
    on: date,
    head: Letterhead,
    demo: bool,
    draft: bool = False,
) -> bytes:
    """The invitation and its agenda as PDF bytes; `free` is what the fund could lend, None if unknown."""
    face = Face(
        head=head, title=TITLE, number=number, on=on, places=_PLACES, demo=demo, draft=draft, kept=True
    )
    sheet = OfficialPaper(face)
    attached = "1 (satu) berkas" if files else "-"
    to = ("Yth. Anggota Tim Pokjanis Dana Bergulir", "(daftar di bawah)", "di", "        Sampang")
    addressed(sheet, on, "Undangan rapat Tim Pokjanis", to, attached=attached)
    sheet.prose("Dengan hormat,", "Kami mengundang Saudara untuk rapat Tim Pokjanis (V.1) pada:")
    weekday = format_date(meeting.held_on, "EEEE", locale="id")
    told = (
        ("Hari, tanggal", f"{weekday}, {indonesian_date(meeting.held_on)}"),
        ("Pukul", or_dots(meeting.hour, 60)),
        ("Tempat", or_dots(meeting.place)),
        ("Acara", _agenda(files, free)),
    )
    plain_columns(sheet, (Column("", 30), Column("", WIDTH - 30)), [(a, Strong(b)) for a, b in told])
    sheet.ln(3)
    blocks(sheet, (lead(head),), columns=2, closing=(_CLOSING,))
    _invited(sheet, invited)
    _files(sheet, files)
    return sheet.finished()


def _agenda(files: Sequence[OnAgenda], free: int | None) -> str:
    lines = [f"1. Keadaan dana (VIII.5.b){'' if free is None else f': bebas {rupiah(free)}'}"]
    lines.append(f"2. Pembahasan dan keputusan {len(files)} permohonan (VI.2.b), menurut lampiran")
    lines.append("3. Penandatanganan berita acara")
    return "\n".join(lines)


def _invited(sheet: OfficialPaper, invited: Sequence[Attendee]) -> None:
    rows = [
        (f"{place}", "\n".join(filter(None, (one.name, one.position))), one.element.label)
        for place, one in enumerate(invited, 1)
    ]
    if rows:
        headed_table(sheet, "Yang diundang", _INVITED, rows)


def _files(sheet: OfficialPaper, files: Sequence[OnAgenda]) -> None:
    rows = [
        (
            f"{one.place}",
            f"{or_dots(one.name)}\n{or_dots(one.number, 40)}",
            f"{one.kind}\n{kecamatan(one.district_code)}",
            "belum diisi" if one.asked is None else rupiah(one.asked),
            "belum disurvei" if one.surveyed is None else rupiah(one.surveyed),
        )
        for one in files
    ]
    if rows:
        sheet.add_page()
        headed_table(sheet, "Lampiran. Permohonan yang dibahas, menurut urutan ketentuan", _FILES, rows)
