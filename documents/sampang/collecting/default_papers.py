"""The two papers of a loan in default: the minutes of the team, and the statement of the borrower (IX.1)."""

from datetime import date
from typing import Final

from documents.sampang.collecting.arrears_part import NO_RELIEF_TOLD, arrears_table, of_the_loan, since
from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import Signer, blocks, lead
from documents.sampang.letters.wording import identity, or_dots, this_day
from domain.dates import indonesian_date
from domain.money import letter_rupiah
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.servicing.collecting import (
    DEFAULT_KINDS,
    DEFAULTED,
    HANDING_OVER,
    NO_RELIEF,
    LetterKind,
)
from domain.sampang.servicing.owing import Owing

_PLACES: Final = (DEFAULTED, NO_RELIEF, HANDING_OVER)


def default_paper(
    kind: LetterKind,
    of: Owing,
    *,
    number: str = "",
    on: date,
    head: Letterhead,
    demo: bool,
    draft: bool = False,
) -> bytes:
    """The minutes or the statement as PDF bytes; raises ValueError for another paper."""
    if kind not in DEFAULT_KINDS:
        raise ValueError("this paper states no default")
    mark = "KONSEP" if number else "BELUM DINOMORI"
    face = Face(
        head=head,
        title=kind.label,
        number=number,
        on=on,
        places=_PLACES,
        demo=demo,
        draft=draft,
        kept=True,
        mark=mark,
    )
    sheet = OfficialPaper(face)
    sheet.title_block()
    if kind is LetterKind.DEFAULT_MINUTES:
        _minutes(sheet, of, on, head)
    else:
        _statement(sheet, of, on)
    return sheet.finished()


def _minutes(sheet: OfficialPaper, of: Owing, on: date, head: Letterhead) -> None:
    sheet.prose(
        f"{this_day(on)}, Tim Pokjanis Dana Bergulir menyatakan pinjaman di bawah ini macet menurut "
        f"Perbup Sampang 20/2015, Lampiran Romawi IX angka 1 ({DEFAULTED.short}). Kelasnya "
        f"{of.quality.label} dengan {of.arrears.months} jatuh tempo lewat per "
        f"{indonesian_date(of.counted_on)}."
    )
    of_the_loan(sheet, of)
    arrears_table(sheet, of)
    warned = [
        f"{one.kind.label} nomor {one.number}, {indonesian_date(one.on)}"
        for one in of.done.letters
        if one.kind.level
    ]
    sheet.prose(
        "Teguran yang sudah diterbitkan: " + ("; ".join(warned) or "tidak tercatat") + ".", NO_RELIEF_TOLD
    )
    closing = ("Penagihannya dapat dilimpahkan dengan surat kuasa khusus (IX.2).",)
    who = of.file.application.applicant
    blocks(sheet, (Signer(("Peminjam,",), who.contact_name), lead(head)), closing=closing)


def _statement(sheet: OfficialPaper, of: Owing, on: date) -> None:
    who = of.file.application.applicant
    sheet.prose(
        f"Yang bertanda tangan di bawah ini, {or_dots(who.contact_name)}, NIK {identity(who.nik)}, untuk "
        f"{or_dots(who.name)}, menyatakan bahwa angsuran pinjaman dana bergulir berikut menunggak sejak "
        f"jatuh tempo {since(of)} dan pinjamannya dinyatakan macet ({DEFAULTED.short}):"
    )
    of_the_loan(sheet, of)
    arrears_table(sheet, of)
    closing = (
        f"Saya mengakui utang sebesar {letter_rupiah(of.owed.principal + of.owed.interest_due)} per "
        f"{indonesian_date(of.counted_on)} dan tetap wajib mengembalikannya. {NO_RELIEF_TOLD}"
    )
    above = (f"Sampang, {indonesian_date(on)}", "Yang menyatakan,")
    blocks(sheet, (Signer(above, who.contact_name, stamp=True),), columns=2, closing=(closing,))
