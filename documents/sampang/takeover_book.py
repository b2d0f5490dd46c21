"""The workbook in which an office tells its older loans: five sheets, the first of which must be there."""

from typing import Final

from documents.tabular.workbook_form import WorkbookForm, limits_of
from domain.sampang.takeover.workbook_sheets import SHEETS

TAKEOVER_BOOK: Final = WorkbookForm(
    stands_at="documents.sampang.takeover_book:TAKEOVER_BOOK",
    sheets=SHEETS,
    rows="pinjaman",
    title="Templat pengambilalihan pinjaman",
    steps=(
        "Isi lembar “Pinjaman”: satu baris untuk satu pinjaman yang pokoknya belum lunas.",
        "Semua jumlah adalah keadaan pada akhir tanggal saldo yang sama dengan neraca saldo.",
        "Syarat diisi menurut perjanjian masing-masing, bukan menurut aturan sekarang.",
        "Yang tidak diketahui dikosongkan; jangan dikira-kira.",
        "Lembar lain diisi hanya bila ada: jadwal yang tidak dapat dihitung, agunan, surat, penyerahan.",
        "Jadwal sendiri: baris untuk tiap angsuran; bulan tanpa angsuran tidak ditulis.",
    ),
    returned="Baris pengambilalihan yang perlu diperbaiki",
    beside="Baris lain pinjaman ini perlu diperbaiki.",
    limits=limits_of(10, "daftar pinjaman"),
)
