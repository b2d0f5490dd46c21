"""The template in which an office tells its older loans: five sheets, a guide, and lists to choose from."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_range_abs  # type: ignore[import-untyped]

from documents.sampang.takeover.told_workbook import EXAMPLE, GUIDE_SHEET, LISTS_SHEET
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
from domain.sampang.kinds import ApplicantKind, CollateralKind, InterestMethod
from domain.sampang.servicing.collecting import Collector, LetterKind
from domain.sampang.takeover.old_loans import Whereabouts
from domain.sampang.takeover.workbook_columns import (
    SHEETS,
    HandoverColumn,
    LetterColumn,
    LoanColumn,
    Part,
    PledgeColumn,
)
from domain.tabular.sheet_cells import Cell
from domain.tabular.sheet_columns import SheetColumn

_LISTS: Final[Mapping[tuple[Part, str], tuple[str, ...]]] = {
    (Part.LOANS, LoanColumn.KIND.value): tuple(one.label for one in ApplicantKind),
    (Part.LOANS, LoanColumn.DISTRICT.value): tuple(one.name for one in districts(SAMPANG_REGENCY.code)),
    (Part.LOANS, LoanColumn.METHOD.value): tuple(one.label for one in InterestMethod),
    (Part.PLEDGES, PledgeColumn.KIND.value): tuple(one.label for one in CollateralKind),
    (Part.PLEDGES, PledgeColumn.LIES.value): tuple(one.label for one in Whereabouts),
    (Part.LETTERS, LetterColumn.KIND.value): tuple(one.label for one in LetterKind),
    (Part.HANDOVERS, HandoverColumn.TO.value): tuple(one.label for one in Collector),
}
_DAYS: Final = frozenset({"agreed_on", "disbursed_on", "first_due_on", "due_on", "since", "on"})
_AMOUNTS: Final = frozenset({"principal", "principal_paid", "interest_paid", "interest", "value"})
_COUNTS: Final = frozenset({"tenor", "grace", "rate", "due_day"})
_WIDE: Final = frozenset({"name", "address", "note", "settling", "description", "contact_name"})
_EXAMPLES: Final[Mapping[Part, Mapping[str, Cell]]] = {
    Part.LOANS: {
        "number": EXAMPLE, "kind": ApplicantKind.BUSINESS.label, "name": "UD Contoh, baris ini tidak dibaca",
        "district_code": "Sampang", "disbursed_on": date(2019, 3, 15), "principal": 24_000_000,
        "tenor": 36, "grace": 4, "rate": 12, "method": InterestMethod.FLAT.label,
        "principal_paid": 12_000_000, "interest_paid": 4_800_000,
    },
    Part.PLANS: {
        "number": EXAMPLE, "due_on": date(2019, 6, 15), "principal": 3_000_000, "interest": 360_000,
    },
    Part.PLEDGES: {
        "number": EXAMPLE, "kind": CollateralKind.LAND.label, "description": "SHM 112 Desa Torjun",
        "value": 40_000_000, "lies": Whereabouts.BANK.label, "since": date(2019, 3, 14),
    },
    Part.LETTERS: {
        "number": EXAMPLE, "kind": LetterKind.WARNING_1.label, "letter": "518/12/2020",
        "on": date(2020, 4, 3),
    },
    Part.HANDOVERS: {
        "number": EXAMPLE, "to": Collector.ATTORNEY.label, "paper": "SKK-7/2021", "on": date(2021, 5, 3),
    },
}  # fmt: skip


def takeover_template(*, made_on: date) -> bytes:
    """The template as XLSX bytes; the same day gives the same bytes."""
    held = BytesIO()
    with Workbook(held, OPTIONS) as book:
        book.set_properties(
            {"title": "Templat pengambilalihan pinjaman", "created": datetime.combine(made_on, time())}
        )
        _guide(book, made_on)
        for part in Part:
            _sheet(book, part)
        _lists(book)
    return held.getvalue()


def write_headings(book: Any, sheet: Any, part: Part, columns: Sequence[SheetColumn], first: int = 0) -> None:
    """Write the headings of a sheet from a place on, with a format for the cells below each."""
    required = SHEETS[part].required
    for place, column in enumerate(columns, first):
        sheet.set_column(place, place, width_of(column), book.add_format(look_of(column)))
        heading = HEADING if column in required else OPTIONAL_HEADING
        sheet.write_string(0, place, column.header, book.add_format(heading))
    sheet.set_row(0, 32)


def look_of(column: SheetColumn) -> dict[str, Any]:
    """How the cells of a column are written; numbers of people and loans are text, to the last digit."""
    if column.value in _DAYS:
        return DAY
    if column.value in _AMOUNTS:
        return {"num_format": "#,##0", "valign": "top"}
    if column.value in _COUNTS:
        return {"valign": "top"}
    return WRAPPED if column.value in _WIDE else TEXT


def width_of(column: SheetColumn) -> int:
    """How wide a column is, in characters."""
    return 30 if column.value in _WIDE else 20


def _sheet(book: Any, part: Part) -> None:
    sheet, columns = book.add_worksheet(part.label), list(SHEETS[part].columns)
    write_headings(book, sheet, part, columns)
    sheet.freeze_panes(1, 1)
    grey = {"italic": True, "font_color": "#5A6672"}
    day = book.add_format(DAY | grey)
    for place, column in enumerate(columns):
        look = book.add_format(look_of(column) | grey)
        write_cell(sheet, 1, place, _EXAMPLES[part].get(column.value), look, day)
        _offer(sheet, part, place, column)


def _offer(sheet: Any, part: Part, place: int, column: SheetColumn) -> None:
    rule: dict[str, Any] = {
        "validate": "any", "input_title": column.header[:32], "input_message": column.hint[:255],
    }  # fmt: skip
    if (chosen := _LISTS.get((part, column.value))) is not None:
        at = list(_LISTS).index((part, column.value))
        cells = xl_range_abs(0, at, len(chosen) - 1, at)
        rule |= {
            "validate": "list",
            "source": f"={LISTS_SHEET}!{cells}",
            "error_title": "Tidak ada di daftar",
        }
        rule |= {"error_message": "Pilih salah satu dari daftar, atau kosongkan."}
    sheet.data_validation(1, place, SHEETS[part].most_rows, place, rule)


def _lists(book: Any) -> None:
    sheet = book.add_worksheet(LISTS_SHEET)
    for place, chosen in enumerate(_LISTS.values()):
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
    most = number(SHEETS[Part.LOANS].most_rows)
    steps = [
        ("1", "Isi lembar “Pinjaman”: satu baris untuk satu pinjaman yang pokoknya belum lunas."),
        ("2", "Semua jumlah adalah keadaan pada akhir tanggal saldo yang sama dengan neraca saldo."),
        ("3", "Syarat diisi menurut perjanjian masing-masing, bukan menurut aturan sekarang."),
        ("4", "Yang tidak diketahui dikosongkan; jangan dikira-kira."),
        (
            "5",
            "Lembar lain diisi hanya bila ada: jadwal yang tidak dapat dihitung, agunan, surat, penyerahan.",
        ),
        ("6", "Jadwal sendiri: baris untuk tiap angsuran; bulan tanpa angsuran tidak ditulis."),
        ("7", f"Baris {EXAMPLE} tidak dibaca. Simpan sebagai .xlsx, paling banyak {most} pinjaman."),
        ("Dibuat", indonesian_date(made_on)),
    ]
    found = [("Cara mengisi", steps)]
    for part in Part:
        required = SHEETS[part].required
        told = [
            (one.header, one.hint + (" Wajib diisi." if one in required else ""))
            for one in SHEETS[part].columns
        ]
        found.append((f"Lembar {part.label}", told))
    return found
