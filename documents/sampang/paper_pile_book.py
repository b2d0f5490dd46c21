"""The workbook of a pile of paper applications: the forms, and what they pledge."""

from typing import Final

from documents.tabular.workbook_form import WorkbookForm, limits_of
from domain.sampang.paper_pile.paper_sheets import PILE_SHEETS

PAPER_PILE_BOOK: Final = WorkbookForm(
    stands_at="documents.sampang.paper_pile_book:PAPER_PILE_BOOK",
    sheets=PILE_SHEETS,
    rows="formulir",
    title="Templat tumpukan formulir kertas",
    steps=(
        "Isi lembar “Pengajuan”: satu baris untuk satu formulir kertas.",
        "Yang tidak tertulis di kertas dikosongkan; jangan dikira-kira. Kosong bukan “tidak”.",
        "Agunan ditulis di lembar “Agunan”, satu baris satu agunan, dengan nomor formulir yang sama.",
    ),
    returned="Formulir yang perlu diperbaiki",
    beside="Baris lain formulir ini perlu diperbaiki.",
    limits=limits_of(4, "setumpuk formulir"),
)
