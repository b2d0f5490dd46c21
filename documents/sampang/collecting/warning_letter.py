"""Teguran 1, 2 and 3: what is behind since when, what to do, and what comes after (IX.1)."""

from datetime import date
from typing import Final

from documents.sampang.collecting.arrears_part import NO_RELIEF_TOLD, arrears_table, since
from documents.sampang.letters.addressed import addressed, to_borrower
from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import blocks, lead
from documents.sampang.letters.wording import in_words, or_dots
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.servicing.collecting import NO_RELIEF, RED_LIST, WARNINGS, LetterKind
from domain.sampang.servicing.owing import Owing

_PLACES: Final = (WARNINGS, NO_RELIEF, RED_LIST)
_CLOSING: Final = ("Demikian agar menjadi perhatian. Bila Saudara sudah membayar, abaikan surat ini.",)


def warning_letter(
    kind: LetterKind,
    of: Owing,
    *,
    number: str = "",
    on: date,
    head: Letterhead,
    demo: bool,
    draft: bool = False,
) -> bytes:
    """The letter as PDF bytes, dated `on`; `number` is the office's own, blank while it has given none.

    Raises ValueError for a paper that is no warning.
    """
    if not kind.level:
        raise ValueError("this paper is no warning")
    face = Face(
        head=head,
        title=kind.label,
        number=number,
        on=on,
        places=_PLACES,
        demo=demo,
        draft=draft,
        kept=True,
        mark=_mark(number),
    )
    sheet = OfficialPaper(face)
    level = f"{kind.level} ({in_words(kind.level)})"
    addressed(
        sheet, on, f"Teguran {level} atas angsuran dana bergulir", to_borrower(of.file.application.applicant)
    )
    _behind(sheet, kind, of, level)
    _after(sheet, kind)
    blocks(sheet, (lead(head),), columns=2, closing=_CLOSING)
    return sheet.finished()


def _mark(number: str) -> str:
    return "KONSEP" if number else "BELUM DINOMORI"


def _behind(sheet: OfficialPaper, kind: LetterKind, of: Owing, level: str) -> None:
    sheet.prose(
        "Dengan hormat,",
        f"Menurut catatan kami, angsuran pinjaman dana bergulir {rupiah(of.file.lent(of.principal))} dengan "
        f"nomor berkas {or_dots(of.number, 40)}, yang dicairkan {indonesian_date(of.disbursed_on)}, "
        f"menunggak sejak jatuh tempo {since(of)}. Surat ini adalah teguran {level} menurut Perbup Sampang "
        f"20/2015, Lampiran Romawi IX angka 1 ({WARNINGS.short}). "
        f"Yang menunggak per {indonesian_date(of.counted_on)}:",
    )
    arrears_table(sheet, of)
    for one in of.done.letters:
        if one.kind.level and one.kind.level < kind.level and one.on >= of.behind[0].row.due_on:
            sheet.prose(f"Sebelumnya: {one.kind.label} nomor {one.number}, {indonesian_date(one.on)}.")


def _after(sheet: OfficialPaper, kind: LetterKind) -> None:
    coming = (
        f"Teguran {kind.level + 1} dapat menyusul bila tetap tidak dibayar."
        if kind.level < 3
        else "Bila tetap tidak dibayar, dibuat berita acara/surat pernyataan kredit macet (IX.1) dan "
        "penagihan dapat dilimpahkan kepada Kejaksaan Negeri Sampang atau KPKNL Pamekasan (IX.2)."
    )
    sheet.prose(
        "Mohon segera membayar ke rekening Tim Pokjanis di Bank Jatim, atau melaporkan keadaan Saudara "
        "secara jelas kepada Dinas; yang menunggak lebih dari setahun tanpa laporan masuk daftar merah "
        f"({RED_LIST.short}).",
        f"{coming} {NO_RELIEF_TOLD}",
    )
