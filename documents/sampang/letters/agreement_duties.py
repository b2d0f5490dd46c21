"""The articles about collateral, costs, early settlement, sanctions, and guidance."""

from collections.abc import Iterator, Sequence
from typing import Final

from documents.sampang.letters.agreement_settlement import about_settling_early
from documents.sampang.letters.agreement_terms import Article
from documents.sampang.letters.wording import within
from documents.sampang.simulation_summary import NOT_SET, cost_name
from domain.money import letter_rupiah
from domain.sampang.costs import UpfrontCost
from domain.sampang.kinds import ApplicantKind
from domain.sampang.loan import LoanTerms
from domain.sampang.origination.loan_file import LoanFile

_RATIO: Final = {
    ApplicantKind.COOPERATIVE: "IV.1.i",
    ApplicantKind.BUSINESS: "IV.2.g",
    ApplicantKind.MICROFINANCE: "IV.3.f",
    ApplicantKind.CLUSTER: "IV.4.f",
}


def about_security(file: LoanFile, costs: Sequence[UpfrontCost]) -> Iterator[Article]:
    """What is pledged and kept where, and what the borrower pays at disbursement."""
    yield Article(
        "Agunan",
        (_RATIO[file.application.applicant.kind], "III.8", "III.9", "III.10", "VII.9"),
        (
            "PEMINJAM menyerahkan agunan menurut daftar dalam Lampiran 1. Aslinya disimpan dan diamankan di "
            "Bank Jatim, diikat secara notariil, dan tanah dicek ke BPN.",
            "PEMINJAM dengan kualifikasi baik/tidak cacat dapat meminjam kembali atau menukar agunan dengan "
            "nilai yang sama. PEMINJAM dengan kualifikasi cacat melunasi dahulu pokok dan bunga sampai hari "
            "penukaran.",
        ),
    )
    known = "; ".join(
        f"{within(cost_name(cost))} {NOT_SET if cost.amount is None else letter_rupiah(cost.amount)}"
        for cost in costs
    )
    named = f" Menurut ketetapan kantor pada hari ini: {known}." if known else ""
    yield Article(
        "Biaya saat pencairan",
        ("VIII.5.d",),
        (
            "PEMINJAM menanggung biaya asuransi, pengikatan notaris, dan pengecekan BPN." + named,
            "PEMINJAM tidak dibebani biaya administrasi bank, dan tidak ada pemblokiran satu kali angsuran.",
        ),
    )


def about_duties(file: LoanFile, terms: LoanTerms) -> Iterator[Article]:
    """Settling early, joint liability, sanctions, and guidance."""
    yield about_settling_early(terms)
    if file.application.applicant.kind is ApplicantKind.COOPERATIVE:
        told = "Pengurus koperasi bertanggung jawab secara tanggung renteng atas penggunaan dana bergulir."
        yield Article("Tanggung renteng", ("IV.1.f",), (told,))
    yield Article(
        "Keterlambatan dan sanksi",
        ("IX.1", "IX.2", "IX.3", "VIII.5.i"),
        (
            "Setiap keterlambatan angsuran pokok dan bunga diberi surat teguran 1, 2, dan 3, serta berita "
            "acara/surat pernyataan kredit macet (IX.1).",
            "Penagihan dapat dilimpahkan dengan Surat Kuasa Khusus kepada Kejaksaan Negeri Sampang atau "
            "KPKNL Pamekasan (IX.2).",
            "PEMINJAM yang selalu menunggak tiap bulan sampai satu tahun lebih, tanpa laporan yang jelas, "
            "dimasukkan dalam daftar merah dan dicoret dari daftar pinjaman selanjutnya (IX.3).",
            "PEMINJAM yang macet karena pailit atau bangkrut tetap mengembalikan pokok dan jasa (VIII.5.i).",
        ),
    )
    yield Article(
        "Pembinaan",
        ("VII.6", "VII.7"),
        (
            "PIHAK KEDUA bersama anggota Tim Pokjanis memberi konsultasi teknis kepada PEMINJAM dan "
            "mengawasi pemanfaatan dana.",
        ),
    )
