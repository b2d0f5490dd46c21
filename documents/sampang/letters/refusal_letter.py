"""The letter to an applicant who was not chosen: why, by which provisions, and what can be done (VI.2.b)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from documents.sampang.letters.addressed import addressed, to_borrower
from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.refusal_grounds import grounds_table, ways_to_the_amount
from documents.sampang.letters.signatures import blocks, lead
from documents.sampang.letters.wording import counted, or_dots, typed
from domain.dates import indonesian_date
from domain.money import letter_rupiah
from domain.sampang.application import LoanApplication
from domain.sampang.eligibility import Eligibility
from domain.sampang.instruments import UU_30_2014, at
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.origination.records import Decision, DecisionKind
from domain.sampang.readings import S54

TITLE: Final = "Pemberitahuan hasil seleksi"
_SUBJECT: Final = "Pemberitahuan hasil seleksi pinjaman dana bergulir"
_PLACES: Final = (at("VI.1"), at("VI.2.b"))
_OBJECTING: Final = "Pasal 75 sampai dengan Pasal 78"
_WAYS: Final = (
    "Keberatan, secara tertulis kepada pejabat yang menetapkan keputusan ini dengan menyebut nomor berkas "
    "dan alasannya, paling lama 21 (dua puluh satu) hari kerja sejak keputusan ini diumumkan (Pasal 77).",
    "Banding, secara tertulis kepada atasan pejabat itu bila keberatan tidak diterima, paling lama 10 "
    "(sepuluh) hari kerja sejak keputusan atas keberatan diterima (Pasal 78).",
)
# A letter to a citizen names the act in full.
_ACT: Final = "Undang-Undang Nomor 30 Tahun 2014"
_AGAIN: Final = (
    "Saudara juga dapat mengajukan permohonan baru (VI.1) bila keadaannya telah berubah. Permohonan baru "
    "diperiksa dari awal menurut ketentuan yang berlaku pada saat itu.",
    "Demikian kami sampaikan. Atas perhatian Saudara kami ucapkan terima kasih.",
)
_TELLS_WHY: Final = "A"


def refusal_letter(
    found: Eligibility,
    decision: Decision,
    *,
    file_number: str,
    number: str = "",
    on: date | None = None,
    copies: Sequence[str] = (),
    head: Letterhead,
    demo: bool,
    draft: bool = False,
) -> bytes:
    """The letter as PDF bytes, dated `on`, by default the day of the decision.

    `found` is the application as examined under the law of the decision's day. `number` is the
    letter's own number, blank while the office has given none; `copies` are the lines under Tembusan;
    `draft` until it went out.
    Where the office has settled S-54 on B the letter tells the result alone. Raises ValueError for a
    decision that is no refusal.
    """
    if decision.kind is not DecisionKind.REFUSE:
        raise ValueError("this decision refuses nothing")
    day = on or decision.on
    face = Face(
        head=head, title=TITLE, number=number, on=day, places=_PLACES, demo=demo, draft=draft, kept=True
    )
    sheet = OfficialPaper(face)
    addressed(sheet, day, _SUBJECT, to_borrower(found.application.applicant))
    _result(sheet, found.application, decision, file_number)
    if found.assessment.law.readings[S54.id] == _TELLS_WHY:
        _reasons(sheet, found, decision)
        _objection(sheet)
    copied = [line for line in map(typed, copies) if line]
    blocks(sheet, (lead(head),), columns=2, closing=_AGAIN, below=14 + 5 * len(copied) if copied else 0)
    _copies(sheet, copied)
    return sheet.finished()


def _result(sheet: OfficialPaper, application: LoanApplication, decision: Decision, file_number: str) -> None:
    filed = f" tanggal {indonesian_date(application.filed_on)}" if application.filed_on else ""
    amount = f", sebesar {letter_rupiah(application.amount)}" if application.amount is not None else ""
    months = application.term_months
    term = f" untuk jangka waktu {counted(months)} bulan" if months is not None else ""
    sheet.prose(
        "Dengan hormat,",
        f"Terima kasih atas permohonan pinjaman dana bergulir yang Saudara ajukan{filed} dengan nomor berkas "
        f"{or_dots(file_number, 40)}{amount}{term}.",
        f"Rapat Tim Pokjanis tanggal {indonesian_date(decision.on)} telah memeriksa permohonan itu. Dengan "
        "menyesal kami beritahukan bahwa permohonan Saudara tidak lolos seleksi. Pemberitahuan tertulis ini "
        "kami sampaikan menurut Perbup Sampang 20/2015, Lampiran Romawi VI angka 2 huruf b (VI.2.b).",
    )


def _reasons(sheet: OfficialPaper, found: Eligibility, decision: Decision) -> None:
    sheet.prose(f"Alasan rapat: {typed(decision.reason) or 'tidak dicatat'}")
    grounds_table(sheet, found, decision)
    ways_to_the_amount(sheet, found)


def _objection(sheet: OfficialPaper) -> None:
    sheet.heading("Bila Saudara tidak sependapat", room=24)
    sheet.prose(
        "Perbup Sampang 20/2015 tidak mengatur keberatan atas hasil seleksi. Di luar Perbup itu, "
        f"{_ACT} tentang {UU_30_2014.title} ({_OBJECTING}) membuka jalan berikut:",
    )
    sheet.numbered(_WAYS)
    sheet.prose("Petugas Dinas membantu bila Saudara bertanya.")


def _copies(sheet: OfficialPaper, copies: Sequence[str]) -> None:
    if not copies:
        return
    sheet.ln(8)
    sheet.paragraph("Tembusan:")
    sheet.numbered(copies)
