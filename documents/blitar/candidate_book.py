"""The workbook of all candidates of a selection."""

from typing import Final

from documents.tabular.workbook_form import WorkbookForm, limits_of
from domain.blitar.candidate_list.candidate_columns import CANDIDATE_SHEETS

CANDIDATE_BOOK: Final = WorkbookForm(
    stands_at="documents.blitar.candidate_book:CANDIDATE_BOOK",
    sheets=CANDIDATE_SHEETS,
    rows="calon",
    title="Templat pendaftaran calon Pendamping",
    steps=(
        "Isi lembar “Calon”: satu baris untuk satu pendaftar.",
        "Tanggal mendaftar adalah hari berkasnya diterima. Yang terlambat tetap ditulis, dengan tanggalnya.",
        "Yang tidak diketahui dikosongkan; jangan dikira-kira. Kosong bukan “tidak”.",
    ),
    returned="Calon yang perlu diperbaiki",
    beside="",
    limits=limits_of(4, "daftar calon"),
    takes_text=True,
)
