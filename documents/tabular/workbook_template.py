"""The template of a workbook: its sheets with an example each, a guide, and lists to choose from."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_range_abs  # type: ignore[import-untyped]

from documents.tabular.workbook_form import GUIDE_SHEET, LISTS_SHEET, WorkbookForm
from documents.tabular.written_cells import (
    DAY,
    HEADING,
    OPTIONAL_HEADING,
    OPTIONS,
    TEXT,
    WRAPPED,
    write_cell,
)
from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.money import number
from domain.tabular.sheet_columns import SheetColumn
from domain.tabular.workbook import EXAMPLE, Look, SheetShape

_LOOKS: Final[Mapping[Look, Mapping[str, Any]]] = {
    Look.TEXT: TEXT,
    Look.WIDE: WRAPPED,
    Look.DAY: DAY,
    Look.AMOUNT: {"num_format": "#,##0", "valign": "top"},
    Look.COUNT: {"valign": "top"},
}
_GREY: Final = {"italic": True, "font_color": "#5A6672"}
_Lists = Mapping[tuple[Labelled, str], tuple[str, ...]]


def template_of(form: WorkbookForm, *, made_on: date) -> bytes:
    """The template as XLSX bytes; the same day gives the same bytes."""
    held = BytesIO()
    lists = _offered(form)
    with Workbook(held, OPTIONS) as book:
        book.set_properties({"title": form.title, "created": datetime.combine(made_on, time())})
        _guide(book, form, made_on)
        for sheet in form.sheets:
            _sheet(book, form, sheet, lists)
        _lists(book, lists)
    return held.getvalue()


def write_headings(book: Any, sheet: Any, shape: SheetShape, first: int = 0) -> Sequence[Any]:
    """Write the headings of a sheet from a place on; give the format of the cells below each."""
    looks = []
    for place, column in enumerate(shape.columns, first):
        look = shape.kind_of(column).look
        looks.append(book.add_format(_LOOKS[look]))
        sheet.set_column(place, place, 30 if look is Look.WIDE else 20, looks[-1])
        heading = HEADING if column in shape.required else OPTIONAL_HEADING
        sheet.write_string(0, place, column.header, book.add_format(heading))
    sheet.set_row(0, 32)
    return looks


def _sheet(book: Any, form: WorkbookForm, of: Labelled, lists: _Lists) -> None:
    sheet, shape = book.add_worksheet(of.label), form.sheets[of]
    write_headings(book, sheet, shape)
    sheet.freeze_panes(1, 1)
    day = book.add_format(DAY | _GREY)
    example = {next(iter(shape.columns)): EXAMPLE, **shape.example}
    for place, column in enumerate(shape.columns):
        look = book.add_format({**_LOOKS[shape.kind_of(column).look], **_GREY})
        write_cell(sheet, 1, place, example.get(column), look, day)
        key = (of, column.value)
        rule = _hint(column) | (_choosing(lists, key) if key in lists else {})
        sheet.data_validation(1, place, shape.most_rows, place, rule)


def _hint(column: SheetColumn) -> dict[str, Any]:
    return {
        "validate": "any", "input_title": column.header[:32], "input_message": column.hint[:255],
    }  # fmt: skip


def _choosing(lists: _Lists, key: tuple[Labelled, str]) -> dict[str, Any]:
    at = list(lists).index(key)
    return {
        "validate": "list",
        "source": f"={LISTS_SHEET}!{xl_range_abs(0, at, len(lists[key]) - 1, at)}",
        "error_title": "Tidak ada di daftar",
        "error_message": "Pilih salah satu dari daftar, atau kosongkan.",
    }


def _offered(form: WorkbookForm) -> _Lists:
    return {
        (sheet, column.value): kind.offered
        for sheet, shape in form.sheets.items()
        for column, kind in shape.kinds.items()
        if kind.offered
    }


def _lists(book: Any, lists: _Lists) -> None:
    sheet = book.add_worksheet(LISTS_SHEET)
    for place, chosen in enumerate(lists.values()):
        sheet.set_column(place, place, 32)
        sheet.write_column(0, place, chosen)
    sheet.hide()


def _guide(book: Any, form: WorkbookForm, made_on: date) -> None:
    sheet = book.add_worksheet(GUIDE_SHEET)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    bold, wrapped = book.add_format({"bold": True, "valign": "top"}), book.add_format(WRAPPED)
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 90)
    line = 0
    for title, told in _guide_parts(form, made_on):
        sheet.write_string(line, 0, title, bold)
        for place, (name, words) in enumerate(told, line + 1):
            sheet.write_string(place, 0, name, wrapped)
            sheet.write_string(place, 1, words, wrapped)
        line += len(told) + 2


def _guide_parts(form: WorkbookForm, made_on: date) -> list[tuple[str, list[tuple[str, str]]]]:
    most = number(form.sheets[form.first].most_rows)
    last = f"Baris {EXAMPLE} tidak dibaca. Simpan sebagai .xlsx, paling banyak {most} {form.rows}."
    steps = [(str(place), told) for place, told in enumerate((*form.steps, last), 1)]
    found = [("Cara mengisi", [*steps, ("Dibuat", indonesian_date(made_on))])]
    for sheet, shape in form.sheets.items():
        told = [
            (one.header, one.hint + (" Wajib diisi." if one in shape.required else ""))
            for one in shape.columns
        ]
        found.append((f"Lembar {sheet.label}", told))
    return found
