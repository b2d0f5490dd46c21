"""The minutes of a bank file's reconciliation (VII.8): what was booked, what stays open, and why."""

from typing import Final

from fpdf.enums import Align

from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import Signer, blocks
from documents.sampang.letters.wording import or_dots
from documents.sheet import WIDTH
from documents.tables import Column, Strong, plain_columns, table
from domain.dates import indonesian_date
from domain.money import number as figure
from domain.money import rupiah
from domain.sampang.bank_file.reconciliation import Reconciliation
from domain.sampang.instruments import at
from domain.sampang.origination.letterhead import Letterhead

TITLE: Final = "Berita Acara Rekonsiliasi"
MOST_OPEN: Final = 200
_PLACES: Final = (at("VII.8"), at("VIII.5.a"), at("VIII.4"))
_LABEL: Final = 42.0
_KINDS: Final = (
    Column("Baris berkas", WIDTH - 62),
    Column("Baris", 22, Align.R),
    Column("Rupiah", 40, Align.R),
)
_OPEN: Final = (
    Column("Baris", 14, Align.R),
    Column("Isi", 60),
    Column("Rupiah", 28, Align.R),
    Column("Belum dibukukan karena", WIDTH - 102),
)


def reconciliation_minutes(found: Reconciliation, *, number: str, head: Letterhead, demo: bool) -> bytes:
    """The minutes as PDF bytes; the same file in the same state gives the same bytes."""
    face = Face(head=head, title=TITLE, number=number, on=found.accepted_on, places=_PLACES, demo=demo)
    sheet = OfficialPaper(face)
    sheet.title_block(f"angsuran {indonesian_date(found.first)} sampai {indonesian_date(found.last)}")
    told = (
        ("Bank", or_dots(found.bank)),
        ("Berkas", or_dots(found.file, 100)),
        ("Masuk", f"{indonesian_date(found.brought_on)}, oleh {found.brought_by}"),
        ("Dibukukan", f"{indonesian_date(found.accepted_on)}, oleh {found.accepted_by}"),
        ("Baris", figure(found.rows)),
    )
    rows = [(label, Strong(value)) for label, value in told]
    plain_columns(sheet, (Column("", _LABEL), Column("", WIDTH - _LABEL)), rows)
    sheet.ln(2)
    table(sheet, _KINDS, [(one.told, figure(one.rows), figure(one.amount)) for one in found.lines])
    sheet.ln(2)
    sheet.prose(_interest(found))
    _open_rows(sheet, found)
    day = f"Sampang, {indonesian_date(found.accepted_on)}"
    signers = (Signer(("", f"{found.bank},"), ""), Signer((day, "Petugas Dinas,"), found.accepted_by))
    closing = ("Demikian berita acara ini dibuat menurut berkas bank dan pembukuan pada hari itu.",)
    blocks(sheet, signers, columns=2, closing=closing)
    return sheet.finished()


def _interest(found: Reconciliation) -> str:
    rule = "Uang mengisi angsuran yang paling lama dahulu, jasa sebelum pokok."
    if not found.rows_with_parts:
        return f"Bank tidak merinci pokok dan jasa. {rule}"
    told = (
        f"Jasa menurut bank {rupiah(found.interest_of_bank)}, menurut buku {rupiah(found.interest_booked)}, "
        f"pada {figure(found.rows_with_parts)} baris yang dirinci bank"
    )
    if found.interest_apart == 0:
        return f"{told}; keduanya sama. {rule}"
    return f"{told}; selisihnya {rupiah(abs(found.interest_apart))}. {rule}"


def _open_rows(sheet: OfficialPaper, found: Reconciliation) -> None:
    if not found.open_rows:
        sheet.prose("Tidak ada baris yang tersisa.")
        return
    sheet.prose(f"{figure(len(found.open_rows))} baris belum dibukukan:")
    shown = found.open_rows[:MOST_OPEN]
    table(
        sheet,
        _OPEN,
        [
            (str(one.line), one.told, "–" if one.amount is None else figure(one.amount), one.reason)
            for one in shown
        ],
    )
    if len(found.open_rows) > len(shown):
        rest = figure(len(found.open_rows) - len(shown))
        sheet.prose(f"{rest} baris lagi ada pada berkas Excel baris yang dikembalikan.")
