"""The articles about the money: amount, use, payment, time, interest, and instalments."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from documents.letters.wording import counted, or_dots, typed
from documents.loan_terms import METHOD_NOTE, method_in_words, provisions_of, rounding_of
from domain.dates import indonesian_date
from domain.money import letter_rupiah
from domain.sampang_loans.loan import LoanTerms
from domain.sampang_loans.origination.loan_file import LoanFile


class Article(NamedTuple):
    """One article: its title, the places that it rests on, and its numbered sentences."""

    title: str
    places: tuple[str, ...]
    sentences: tuple[str, ...]


def about_money(file: LoanFile, terms: LoanTerms) -> Iterator[Article]:
    """What is lent, for what, and how it reaches the borrower."""
    yield Article(
        "Jumlah pinjaman",
        ("VI.2.b", "VIII.1.b", "VIII.1.c"),
        (
            f"Peminjam menerima pinjaman dana bergulir sebesar {letter_rupiah(terms.principal)}, menurut "
            f"kesepakatan rapat Tim Pokjanis tanggal {indonesian_date(_approved_on(file, terms))}.",
            "Peminjam membukukan pinjaman ini sebagai utang dan mengembalikannya.",
        ),
    )
    plan = typed(file.application.plan)
    yield Article(
        "Penggunaan dan pembukuan",
        ("VIII.3.a", "VIII.3.b"),
        (
            "Pinjaman dipergunakan untuk mengembangkan usaha sebagai modal kerja"
            + (f", menurut rencana: {plan}" if plan else "")
            + ("" if plan.endswith(".") else "."),
            "Peminjam membukukan dana ini secara tersendiri, tidak digabung dengan kegiatan usaha lainnya.",
        ),
    )
    agreed = file.agreement
    account = or_dots(agreed.account_number if agreed else "", 60)
    holders = or_dots(agreed.account_holders if agreed else "")
    yield Article(
        "Penyaluran",
        ("III.5", "VIII.2.a", "VIII.2.d", "VII.3"),
        (
            f"PIHAK KEDUA menyalurkan pinjaman langsung ke rekening tabungan peminjam di Bank Jatim nomor "
            f"{account} atas nama {holders}, tanpa potongan pajak.",
            "Pencairan dilakukan atas persetujuan PIHAK KESATU.",
        ),
    )


def _approved_on(file: LoanFile, terms: LoanTerms) -> date:
    return file.approval.on if file.approval else terms.disbursed_on


def about_time(terms: LoanTerms) -> Iterator[Article]:
    """How long, with which grace, at which interest, and how it is paid back."""
    told = dict(provisions_of(terms))
    grace = f"masa tenggang {counted(terms.grace)} bulan" if terms.grace else "tanpa masa tenggang"
    yield Article(
        "Jangka waktu dan masa tenggang",
        ("III.6", "VIII.2.d", "VIII.5.c"),
        (
            f"Pinjaman dikembalikan dalam {counted(terms.tenor)} bulan sejak pencairan, dengan {grace} "
            "di dalamnya.",
            told["VIII.5.c"],
            "Selama masa tenggang peminjam membayar jasa setiap bulan (tafsir S-41).",
        ),
    )
    yield Article(
        "Jasa pinjaman",
        ("VIII.4",),
        (
            f"Jasa (bunga) pinjaman {terms.yearly_percent} % setahun.",
            f"Cara hitung: {method_in_words(terms.method)}. {METHOD_NOTE}",
            rounding_of(terms.method),
        ),
    )
    yield Article(
        "Angsuran",
        ("III.6", "VIII.5.a"),
        (
            "Angsuran pokok dan jasa disetor setiap bulan ke rekening Tim Pokjanis.",
            "Jadwal sementara ada pada lampiran; jadwal yang mengikat ditetapkan pada hari pencairan.",
        ),
    )
