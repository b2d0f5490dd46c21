"""How each column of a list of binaan is read."""

from typing import Final

from domain.blitar.client_list.list_columns import ListColumn, ListedKind, ListSheet, Sex
from domain.blitar.field_checks import LARGEST_AMOUNT
from domain.blitar.kinds import Sector
from domain.labelled import Labelled
from domain.money import parse_rupiah, rupiah
from domain.problems import Problem
from domain.regions.regions import BLITAR_REGENCY
from domain.tabular.cell_readers import Read, digits_of
from domain.tabular.district_cells import district_in
from domain.tabular.sheet_cells import Cell, Unread, as_text
from domain.tabular.workbook import DIGITS, LONG_AGO, WIDE, CellKind, Look, SheetShape, one_of

MOST_LISTED_ROWS: Final = 2_000
_NIB_LENGTH: Final = 13
_KINDS: Final = {
    "umkm": ListedKind.MICRO, "usaha": ListedKind.MICRO, "mikro": ListedKind.MICRO,
    "usaha mikro kecil": ListedKind.MICRO, "ksp": ListedKind.COOPERATIVE,
}  # fmt: skip
_SEXES: Final = {
    "l": Sex.MAN, "lk": Sex.MAN, "pria": Sex.MAN, "laki laki": Sex.MAN,
    "p": Sex.WOMAN, "pr": Sex.WOMAN, "wanita": Sex.WOMAN,
}  # fmt: skip


def amount_of(cell: Cell) -> Read:
    """Whole rupiah that are not below zero, also as people say them: "20 juta"."""
    if isinstance(cell, bool):
        return Unread("Sel ini bukan jumlah. Tulis angkanya saja, misalnya 12.000.000.")
    if isinstance(cell, int | float):
        if not (0 <= cell <= LARGEST_AMOUNT and cell == int(cell)):
            return Unread(f"Tulis rupiah bulat dari 0 sampai {rupiah(LARGEST_AMOUNT)}.")
        return int(cell)
    read = parse_rupiah(as_text(cell)) if as_text(cell) else None
    return Unread(read.sentence) if isinstance(read, Problem) else read


def nib_of(cell: Cell) -> Read:
    """The number of a business, which has 13 digits."""
    told = digits_of(cell)
    if told is None or isinstance(told, Unread):
        return told
    if told.isdecimal() and len(told) == _NIB_LENGTH:
        return told
    return Unread(f"NIB terdiri dari {_NIB_LENGTH} angka. Cocokkan, atau kosongkan bila tidak diketahui.")


_AMOUNT: Final = CellKind(amount_of, Look.AMOUNT)
LIST_SHAPE: Final = SheetShape(
    ListColumn,
    (ListColumn.NAME,),
    MOST_LISTED_ROWS,
    kinds={
        ListColumn.NAME: WIDE, ListColumn.ADDRESS: WIDE, ListColumn.OWNER: WIDE,
        ListColumn.KIND: one_of(ListedKind, _KINDS), ListColumn.SEX: one_of(Sex, _SEXES),
        ListColumn.NIB: CellKind(nib_of), ListColumn.NIK: DIGITS, ListColumn.KBLI: DIGITS,
        ListColumn.DISTRICT: district_in(BLITAR_REGENCY), ListColumn.FOUNDED: LONG_AGO,
        ListColumn.CAPITAL: _AMOUNT, ListColumn.SALES: _AMOUNT,
        # Other registers name trades in their own words, which are kept and never refused.
        ListColumn.SECTOR: CellKind(offered=tuple(one.label for one in Sector)),
    },
    example={
        ListColumn.NAME: "Warung Contoh, baris ini tidak dibaca", ListColumn.KIND: ListedKind.MICRO.label,
        ListColumn.NIB: "1234567890123", ListColumn.DISTRICT: "Wonodadi",
        ListColumn.SECTOR: Sector.FOOD.label, ListColumn.SALES: 48_000_000,
    },
)  # fmt: skip
LIST_SHEETS: Final[dict[Labelled, SheetShape]] = {ListSheet.CLIENTS: LIST_SHAPE}
