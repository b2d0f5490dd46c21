"""Daftar nominatif: whom a meeting approved, for how much and how long (III.4, VI.2.b)."""

from collections.abc import Sequence
from typing import Final

from fpdf.enums import Align

from documents.sampang.letters.decided import Decided
from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import blocks, lead
from documents.sampang.letters.wording import counted, kecamatan, or_dots, typed
from documents.sheet import WIDTH
from documents.tables import Column, Strong, headed_table
from domain.dates import indonesian_date
from domain.money import letter_rupiah
from domain.money import number as figure
from domain.sampang.instruments import at
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.origination.records import DecisionKind, Meeting

TITLE: Final = "Daftar nominatif"
_PLACES: Final = (at("III.4"), at("VI.2.b"), at("III.5"), at("VII.3"))
_COLUMNS: Final = (
    Column("No.", 9, Align.R),
    Column("Penerima dan nomor berkas", 46),
    Column("Jenis dan kecamatan", 36),
    Column("Diminta (Rp)", 25, Align.R),
    Column("Disetujui (Rp)", 25, Align.R),
    Column("Bulan", 13, Align.R),
    Column("Catatan", WIDTH - 154),
)
_OPENING: Final = (
    "Penerima fasilitas modal/dana bergulir menurut kesepakatan rapat Tim Pokjanis tanggal {day} (VI.2.b), "
    "untuk dipertimbangkan Bank Jatim sebagai bank pelaksana (III.4). Jumlah menurut VIII.1.b, jangka waktu "
    "menurut III.6 dan VIII.2.d."
)
_AFTER: Final = (
    "Pinjaman disalurkan langsung ke rekening tabungan penerima (III.5), setelah naskah perjanjian "
    "ditandatangani (VI.3) dan atas persetujuan Ketua Harian Tim Pokjanis (VII.3)."
)


def nominative_list(
    meeting: Meeting,
    decided: Sequence[Decided],
    *,
    number: str = "",
    head: Letterhead,
    demo: bool,
    draft: bool = False,
) -> bytes:
    """The list as PDF bytes, dated as the meeting; of `decided` only the approved are listed.

    `number` is the list's own number, blank while the office has given none.
    """
    face = Face(
        head=head,
        title=TITLE,
        number=number,
        on=meeting.held_on,
        places=_PLACES,
        demo=demo,
        draft=draft,
        kept=True,
    )
    sheet = OfficialPaper(face)
    sheet.title_block("Penerima fasilitas modal/dana bergulir Kabupaten Sampang")
    approved = [one for one in decided if one.decision.kind is DecisionKind.APPROVE]
    sheet.prose(_OPENING.format(day=indonesian_date(meeting.held_on)))
    total = sum(one.decision.amount or 0 for one in approved)
    told = "Rapat ini tidak menetapkan penerima."
    if approved:
        _listed(sheet, approved, total)
        told = f"Jumlah seluruhnya {letter_rupiah(total)} untuk {counted(len(approved))} penerima."
    signer = lead(head, f"Sampang, {indonesian_date(meeting.held_on)}")
    blocks(sheet, (signer,), columns=2, closing=(told, _AFTER))
    return sheet.finished()


def _listed(sheet: OfficialPaper, approved: Sequence[Decided], total: int) -> None:
    rows = [_row(place, one) for place, one in enumerate(approved, 1)]
    sum_row = ("", "Jumlah", f"{len(approved)} penerima", "", figure(total), "", "")
    headed_table(sheet, "", _COLUMNS, [*rows, tuple(map(Strong, sum_row))])
    sheet.ln(3)


def _row(place: int, one: Decided) -> tuple[str, ...]:
    decision = one.decision
    return (
        f"{place}",
        f"{or_dots(one.name)}\n{or_dots(one.number, 40)}",
        f"{one.kind.label}\n{kecamatan(one.district_code)}",
        "tidak dicatat" if one.asked is None else figure(one.asked),
        Strong("tidak dicatat" if decision.amount is None else figure(decision.amount)),
        "-" if decision.term_months is None else str(decision.term_months),
        "\n".join(_notes(one)) or "-",
    )


def _notes(one: Decided) -> list[str]:
    notes = [typed(note) for note in one.notes]
    if one.decision.reading_reason.strip():
        notes.append(f"tafsir: {typed(one.decision.reading_reason)}")
    if against := one.decision.disagreeing:
        notes.append(f"tidak setuju: {', '.join(element.label for element in against)}")
    return [note for note in notes if note]
