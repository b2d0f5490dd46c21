"""The template for a pile of paper applications: two sheets, a guide, and lists to choose from."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_range_abs  # type: ignore[import-untyped]

from documents.sampang.paper_pile.told_papers import EXAMPLE, GUIDE_SHEET, LISTS_SHEET
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
from domain.money import number
from domain.regions.regions import SAMPANG_REGENCY, districts
from domain.sampang.kinds import (
    ApplicantKind,
    CollateralKind,
    LandSituation,
    MaritalStatus,
    Plate,
    Premises,
    PriceLetter,
    Purpose,
)
from domain.sampang.paper_pile.paper_columns import PILE_SHEETS, FormColumn, PileSheet, ThingColumn
from domain.sampang.paper_pile.paper_readers import PILE_READERS, yes_no_of
from domain.tabular.sheet_cells import Cell
from domain.tabular.sheet_columns import SheetColumn

_CHOICES: Final[Mapping[SheetColumn, tuple[str, ...]]] = {
    FormColumn.DISTRICT: tuple(one.name for one in districts(SAMPANG_REGENCY.code)),
    **{
        column: tuple(one.label for one in choices)
        for column, choices in (
            (FormColumn.KIND, ApplicantKind), (FormColumn.MARITAL, MaritalStatus),
            (FormColumn.PURPOSE, Purpose), (FormColumn.PREMISES, Premises),
            (ThingColumn.SITUATION, LandSituation), (ThingColumn.PRICE, PriceLetter),
            (ThingColumn.PLATE, Plate),
        )
    },
}  # fmt: skip
_THING_KINDS: Final = tuple(one.label for one in CollateralKind)
_YES_NO: Final = ("Ya", "Tidak")
_DAYS: Final = (FormColumn.FILED_ON, FormColumn.FOUNDED, FormColumn.ACTIVE)
_AMOUNTS: Final = (FormColumn.AMOUNT, FormColumn.ASSETS, FormColumn.SALES, ThingColumn.VALUE)
_COUNTS: Final = (FormColumn.TERM, ThingColumn.WHEELS, ThingColumn.YEAR)
_WIDE: Final = (
    FormColumn.NAME,
    FormColumn.ADDRESS,
    FormColumn.PLAN,
    FormColumn.NOTE,
    ThingColumn.DESCRIPTION,
)
_EXAMPLES: Final[Mapping[PileSheet, Mapping[str, Cell]]] = {
    PileSheet.FORMS: {
        FormColumn.NUMBER.value: EXAMPLE, FormColumn.KIND.value: ApplicantKind.BUSINESS.label,
        FormColumn.NAME.value: "UD Contoh, baris ini tidak dibaca", FormColumn.DISTRICT.value: "Sampang",
        FormColumn.FILED_ON.value: date(2026, 3, 2), FormColumn.AMOUNT.value: 20_000_000,
        FormColumn.TERM.value: 24, FormColumn.PURPOSE.value: Purpose.WORKING_CAPITAL.label,
        FormColumn.ACTIVE.value: date(2020, 5, 1), FormColumn.LICENCE.value: "Ya",
    },
    PileSheet.THINGS: {
        ThingColumn.NUMBER.value: EXAMPLE, ThingColumn.KIND.value: CollateralKind.LAND.label,
        ThingColumn.DESCRIPTION.value: "SHM 112 Desa Torjun", ThingColumn.VALUE.value: 26_000_000,
        ThingColumn.OWN.value: "Ya", ThingColumn.PRICE.value: PriceLetter.CAMAT.label,
    },
}  # fmt: skip


def paper_template(*, made_on: date) -> bytes:
    """The template as XLSX bytes; the same day gives the same bytes."""
    held = BytesIO()
    with Workbook(held, OPTIONS) as book:
        book.set_properties(
            {"title": "Templat tumpukan formulir kertas", "created": datetime.combine(made_on, time())}
        )
        _guide(book, made_on)
        for sheet in PileSheet:
            _sheet(book, sheet)
        _lists(book)
    return held.getvalue()


def write_paper_headings(book: Any, sheet: Any, of: PileSheet, first: int = 0) -> Sequence[Any]:
    """Write the headings of a sheet from a place on; give the format of the cells below each."""
    shape = PILE_SHEETS[of]
    looks = []
    for place, column in enumerate(shape.columns, first):
        looks.append(book.add_format(_look_of(column)))
        sheet.set_column(place, place, 30 if column in _WIDE else 18, looks[-1])
        heading = HEADING if column in shape.required else OPTIONAL_HEADING
        sheet.write_string(0, place, column.header, book.add_format(heading))
    sheet.set_row(0, 32)
    return looks


def _look_of(column: SheetColumn) -> dict[str, Any]:
    """How the cells of a column are written; numbers of people are text, to the last digit."""
    if column in _DAYS:
        return DAY
    if column in _AMOUNTS:
        return {"num_format": "#,##0", "valign": "top"}
    if column in _COUNTS:
        return {"valign": "top"}
    return WRAPPED if column in _WIDE else TEXT


def _sheet(book: Any, of: PileSheet) -> None:
    sheet = book.add_worksheet(of.label)
    write_paper_headings(book, sheet, of)
    sheet.freeze_panes(1, 1)
    grey = {"italic": True, "font_color": "#5A6672"}
    day = book.add_format(DAY | grey)
    for place, column in enumerate(PILE_SHEETS[of].columns):
        look = book.add_format(_look_of(column) | grey)
        write_cell(sheet, 1, place, _EXAMPLES[of].get(column.value), look, day)
        _offer(sheet, of, place, column)


def _offered() -> list[tuple[PileSheet, SheetColumn, tuple[str, ...]]]:
    found: list[tuple[PileSheet, SheetColumn, tuple[str, ...]]] = []
    for sheet, shape in PILE_SHEETS.items():
        for column in shape.columns:
            if PILE_READERS[sheet].get(column) is yes_no_of:
                found.append((sheet, column, _YES_NO))
            elif column is ThingColumn.KIND:
                found.append((sheet, column, _THING_KINDS))
            elif column in _CHOICES:
                found.append((sheet, column, _CHOICES[column]))
    return found


def _offer(sheet: Any, of: PileSheet, place: int, column: SheetColumn) -> None:
    rule: dict[str, Any] = {
        "validate": "any", "input_title": column.header[:32], "input_message": column.hint[:255],
    }  # fmt: skip
    for at, (its_sheet, its_column, chosen) in enumerate(_offered()):
        if its_sheet is of and its_column is column:
            rule |= {
                "validate": "list",
                "source": f"={LISTS_SHEET}!{xl_range_abs(0, at, len(chosen) - 1, at)}",
                "error_title": "Tidak ada di daftar",
                "error_message": "Pilih salah satu dari daftar, atau kosongkan.",
            }
    sheet.data_validation(1, place, PILE_SHEETS[of].most_rows, place, rule)


def _lists(book: Any) -> None:
    sheet = book.add_worksheet(LISTS_SHEET)
    for place, (_, _, chosen) in enumerate(_offered()):
        sheet.set_column(place, place, 32)
        sheet.write_column(0, place, chosen)
    sheet.hide()


def _guide(book: Any, made_on: date) -> None:
    sheet = book.add_worksheet(GUIDE_SHEET)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    bold, wrapped = book.add_format({"bold": True, "valign": "top"}), book.add_format(WRAPPED)
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 90)
    line = 0
    for title, told in _guide_parts(made_on):
        sheet.write_string(line, 0, title, bold)
        for place, (name, words) in enumerate(told, line + 1):
            sheet.write_string(place, 0, name, wrapped)
            sheet.write_string(place, 1, words, wrapped)
        line += len(told) + 2


def _guide_parts(made_on: date) -> list[tuple[str, list[tuple[str, str]]]]:
    most = number(PILE_SHEETS[PileSheet.FORMS].most_rows)
    steps = [
        ("1", "Isi lembar “Pengajuan”: satu baris untuk satu formulir kertas."),
        ("2", "Yang tidak tertulis di kertas dikosongkan; jangan dikira-kira. Kosong bukan “tidak”."),
        ("3", "Agunan ditulis di lembar “Agunan”, satu baris satu agunan, dengan nomor formulir yang sama."),
        ("4", f"Baris {EXAMPLE} tidak dibaca. Simpan sebagai .xlsx, paling banyak {most} formulir."),
        ("Dibuat", indonesian_date(made_on)),
    ]
    found = [("Cara mengisi", steps)]
    for sheet, shape in PILE_SHEETS.items():
        told = [
            (one.header, one.hint + (" Wajib diisi." if one in shape.required else ""))
            for one in shape.columns
        ]
        found.append((f"Lembar {sheet.label}", told))
    return found
