"""The articles about the money: amount, use, payment, time, interest, and instalments."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from documents.sampang.letters.wording import counted, in_words, or_dots, typed
from documents.sampang.loan_terms import rounding_of
from domain.dates import indonesian_date
from domain.money import letter_rupiah
from domain.sampang import parameters as law
from domain.sampang.kinds import InterestMethod
from domain.sampang.loan import LoanTerms
from domain.sampang.origination.loan_file import LoanFile

_HOW: Final = {
    InterestMethod.FLAT: (
        "Jasa dihitung secara tetap (flat) dari jumlah pinjaman semula dan sama besarnya setiap bulan."
    ),
    InterestMethod.DECLINING: (
        "Jasa dihitung secara menurun dari sisa pokok pinjaman. Angsuran pokok sama besarnya setiap bulan, "
        "sehingga jumlah angsuran menurun."
    ),
    InterestMethod.ANNUITY: (
        "Jasa dihitung secara anuitas dari sisa pokok pinjaman. Jumlah angsuran sesudah masa tenggang sama "
        "besarnya setiap bulan."
    ),
}


class Article(NamedTuple):
    """One article: its title, the places that it rests on, its sentences, and notes for the lawyers."""

    title: str
    places: tuple[str, ...]
    sentences: tuple[str, ...]
    notes: tuple[str, ...] = ()


def about_money(file: LoanFile, terms: LoanTerms) -> Iterator[Article]:
    """What is lent, for what, and how it reaches the borrower."""
    yield Article(
        "Jumlah pinjaman",
        ("VI.2.b", "VIII.1.b", "VIII.1.c"),
        (
            f"PEMINJAM menerima pinjaman dana bergulir sebesar {letter_rupiah(terms.principal)}, menurut "
            f"kesepakatan rapat Tim Pokjanis tanggal {indonesian_date(_approved_on(file, terms))}.",
            "PEMINJAM membukukan pinjaman ini sebagai utang dan mengembalikannya.",
        ),
    )
    plan = typed(file.application.plan)
    yield Article(
        "Penggunaan dan pembukuan",
        ("VIII.3.a", "VIII.3.b"),
        (
            "PEMINJAM mempergunakan pinjaman untuk mengembangkan usaha sebagai modal kerja"
            + (f", menurut rencana: {plan}" if plan else "")
            + ("" if plan.endswith(".") else "."),
            "PEMINJAM membukukan dana ini secara tersendiri, tidak digabung dengan kegiatan usaha lainnya.",
        ),
    )
    agreed = file.agreement
    account = or_dots(agreed.account_number if agreed else "", 60)
    holders = or_dots(agreed.account_holders if agreed else "")
    yield Article(
        "Penyaluran",
        ("III.5", "VIII.2.a", "VIII.2.d", "VII.3"),
        (
            f"PIHAK KEDUA menyalurkan pinjaman langsung ke rekening tabungan PEMINJAM di Bank Jatim nomor "
            f"{account} atas nama {holders}, tanpa potongan pajak.",
            "Pencairan dilakukan atas persetujuan PIHAK KESATU.",
        ),
    )


def _approved_on(file: LoanFile, terms: LoanTerms) -> date:
    return file.approval.on if file.approval else terms.disbursed_on


def about_time(terms: LoanTerms) -> Iterator[Article]:
    """How long, with which grace, at which interest, and how it is paid back."""
    yield _time(terms)
    yield Article(
        "Jasa pinjaman",
        ("VIII.4",),
        (
            f"PEMINJAM membayar jasa (bunga) pinjaman sebesar {terms.yearly_percent} % "
            f"({in_words(terms.yearly_percent)} persen) setahun.",
            _HOW[terms.method],
            rounding_of(terms.method),
        ),
        ("Perbup tidak mengatur cara menghitung jasa; cara di sini ditetapkan kantor (tafsir S-42).",),
    )
    yield Article(
        "Angsuran",
        ("III.6", "VIII.5.a"),
        (
            "PEMINJAM menyetor angsuran pokok dan jasa setiap bulan ke rekening Tim Pokjanis.",
            "Jadwal sementara tercantum dalam Lampiran 2. Jadwal yang mengikat ditetapkan pada hari "
            "pencairan.",
        ),
    )


def _time(terms: LoanTerms) -> Article:
    title, places = "Jangka waktu dan masa tenggang", ("III.6", "VIII.2.d", "VIII.5.c")
    lasts = f"Jangka waktu pinjaman adalah {counted(terms.tenor)} bulan terhitung sejak tanggal pencairan"
    if not terms.grace:
        return Article(title, places, (f"{lasts}, tanpa masa tenggang.",))
    notes = ["Masa tenggang termasuk dalam jangka waktu, dan jasa tetap dibayar (tafsir S-41)."]
    if terms.tenor == law.MIDDLE_TERM.on(terms.disbursed_on):
        notes.insert(0, f"Masa tenggang pinjaman {terms.tenor} bulan: {terms.grace} bulan (tafsir S-40).")
    return Article(
        title,
        places,
        (
            f"{lasts}, termasuk masa tenggang angsuran pokok selama {counted(terms.grace)} bulan.",
            "Selama masa tenggang PEMINJAM tetap membayar jasa pinjaman setiap bulan.",
        ),
        tuple(notes),
    )
