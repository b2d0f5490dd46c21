"""The workbook of a list of binaan; an export of another register is read as well, also as text."""

from typing import Final

from documents.tabular.workbook_form import WorkbookForm, limits_of
from domain.blitar.client_list.list_sheet import LIST_SHEETS

CLIENT_LIST_BOOK: Final = WorkbookForm(
    stands_at="documents.blitar.client_list_book:CLIENT_LIST_BOOK",
    sheets=LIST_SHEETS,
    rows="binaan",
    title="Templat daftar binaan",
    steps=(
        "Isi lembar “Binaan”: satu baris untuk satu koperasi atau usaha mikro.",
        "Ekspor SIDT atau OSS boleh diunggah apa adanya: kolomnya dikenali dari judulnya, urutannya bebas.",
        "Yang tidak diketahui dikosongkan; jangan dikira-kira. Kosong bukan “tidak”.",
    ),
    returned="Binaan yang perlu diperbaiki",
    beside="",
    limits=limits_of(6, "daftar binaan"),
    takes_text=True,
)
