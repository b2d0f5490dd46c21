"""How the cells of each column of a pile of paper applications are read."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from domain.money import parse_rupiah
from domain.problems import Problem
from domain.same_letters import same_form
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
from domain.sampang.paper_pile.paper_columns import FormColumn, PileSheet, ThingColumn
from domain.sampang.takeover.workbook_cells import (
    Read,
    Reader,
    amount_of,
    choice_of,
    count_of,
    day_of,
    digits_of,
    district_of,
)
from domain.tabular.sheet_cells import Cell, Unread, as_text, read_day
from domain.tabular.sheet_columns import SheetColumn
from domain.typed_days import parse_day

_YES: Final = {"ya": True, "y": True, "ada": True, "1": True, "tidak": False, "t": False, "tdk": False,
               "tidak ada": False, "belum": False, "0": False}  # fmt: skip
_KINDS: Final = {
    "umkm": ApplicantKind.BUSINESS, "usaha": ApplicantKind.BUSINESS, "usaha mikro": ApplicantKind.BUSINESS,
    "usaha kecil": ApplicantKind.BUSINESS, "lkm": ApplicantKind.MICROFINANCE, "sentra": ApplicantKind.CLUSTER,
}  # fmt: skip
_THINGS: Final = {
    "tanah": CollateralKind.LAND, "shm": CollateralKind.LAND, "sertifikat": CollateralKind.LAND,
    "bpkb": CollateralKind.VEHICLE, "kendaraan": CollateralKind.VEHICLE, "barang": CollateralKind.GOODS,
}  # fmt: skip
_MARRIED: Final = {"menikah": MaritalStatus.MARRIED, "belum kawin": MaritalStatus.UNMARRIED,
                   "cerai": MaritalStatus.UNMARRIED}  # fmt: skip
_PRICED: Final = {"kades": PriceLetter.VILLAGE_HEAD, "belum ada": PriceLetter.NONE}
_PREMISES: Final = {"milik sendiri": Premises.OWN, "sewa": Premises.RENTED, "pinjam pakai": Premises.FREE_USE}


def yes_no_of(cell: Cell) -> Read:
    """Yes, no, or None for a blank."""
    told = same_form(as_text(cell))
    if not told:
        return None
    return _YES[told] if told in _YES else Unread("Tulis Ya atau Tidak, atau kosongkan.")


def rupiah_of(cell: Cell) -> Read:
    """Whole rupiah, also as people say it: "20 juta"."""
    if not isinstance(cell, str):
        return amount_of(cell)
    read = parse_rupiah(cell)
    return Unread(read.sentence) if isinstance(read, Problem) else read


def long_ago_of(cell: Cell) -> Read:
    """A day that may lie before 2000, as that on which a business was founded."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str):
        read = parse_day(cell)
        return Unread(read.sentence) if isinstance(read, Problem) else read
    found = read_day(cell)
    return found if found is None or isinstance(found, Unread) else found.on


_OF_FORM: Final[Mapping[SheetColumn, Reader]] = {
    FormColumn.KIND: choice_of(ApplicantKind, _KINDS),
    FormColumn.NIK: digits_of, FormColumn.NPWP: digits_of, FormColumn.SPOUSE_NIK: digits_of,
    FormColumn.MARITAL: choice_of(MaritalStatus, _MARRIED),
    FormColumn.DISTRICT: district_of,
    FormColumn.FILED_ON: day_of, FormColumn.FOUNDED: long_ago_of, FormColumn.ACTIVE: long_ago_of,
    FormColumn.AMOUNT: rupiah_of, FormColumn.ASSETS: rupiah_of, FormColumn.SALES: rupiah_of,
    FormColumn.TERM: count_of,
    FormColumn.PURPOSE: choice_of(Purpose, {"investasi": Purpose.INVESTMENT}),
    FormColumn.PREMISES: choice_of(Premises, _PREMISES),
    **dict.fromkeys(
        (FormColumn.LICENCE, FormColumn.BUSINESS_ARREARS, FormColumn.OWNER_ARREARS, FormColumn.BORROWED,
         FormColumn.PAPERS, FormColumn.PLEDGED),
        yes_no_of,
    ),
}  # fmt: skip
_OF_THING: Final[Mapping[SheetColumn, Reader]] = {
    ThingColumn.KIND: choice_of(CollateralKind, _THINGS),
    ThingColumn.VALUE: rupiah_of,
    ThingColumn.SITUATION: choice_of(LandSituation, {}),
    ThingColumn.PRICE: choice_of(PriceLetter, _PRICED),
    ThingColumn.WHEELS: count_of, ThingColumn.YEAR: count_of,
    ThingColumn.PLATE: choice_of(Plate, {}),
    **dict.fromkeys(
        (ThingColumn.OWN, ThingColumn.POWER, ThingColumn.RECEIPT, ThingColumn.STATEMENT), yes_no_of
    ),
}  # fmt: skip
PILE_READERS: Final[Mapping[PileSheet, Mapping[SheetColumn, Reader]]] = {
    PileSheet.FORMS: _OF_FORM,
    PileSheet.THINGS: _OF_THING,
}
