"""What the sheets of a pile of paper applications hold, and how each column is read."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.labelled import Labelled
from domain.money import parse_rupiah
from domain.problems import Problem
from domain.regions.regions import SAMPANG_REGENCY
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
from domain.sampang.takeover.workbook_cells import amount_of
from domain.tabular.cell_readers import Read
from domain.tabular.district_cells import district_in
from domain.tabular.sheet_cells import Cell, Unread
from domain.tabular.workbook import (
    COUNT,
    DAY,
    DIGITS,
    LONG_AGO,
    WIDE,
    YES_NO,
    CellKind,
    Look,
    SheetShape,
    one_of,
)

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


def rupiah_of(cell: Cell) -> Read:
    """Whole rupiah, also as people say it: "20 juta"."""
    if not isinstance(cell, str):
        return amount_of(cell)
    read = parse_rupiah(cell)
    return Unread(read.sentence) if isinstance(read, Problem) else read


_AMOUNT: Final = CellKind(rupiah_of, Look.AMOUNT)
_FORMS: Final = SheetShape(
    FormColumn,
    (FormColumn.NUMBER, FormColumn.KIND, FormColumn.NAME, FormColumn.FILED_ON),
    200,
    kinds={
        FormColumn.KIND: one_of(ApplicantKind, _KINDS), FormColumn.MARITAL: one_of(MaritalStatus, _MARRIED),
        FormColumn.PURPOSE: one_of(Purpose, {"investasi": Purpose.INVESTMENT}),
        FormColumn.PREMISES: one_of(Premises, _PREMISES),
        FormColumn.DISTRICT: district_in(SAMPANG_REGENCY), FormColumn.FILED_ON: DAY,
        FormColumn.NOTICE_ON: DAY,
        FormColumn.FOUNDED: LONG_AGO, FormColumn.ACTIVE: LONG_AGO, FormColumn.TERM: COUNT,
        **dict.fromkeys((FormColumn.NIK, FormColumn.NPWP, FormColumn.SPOUSE_NIK), DIGITS),
        **dict.fromkeys((FormColumn.AMOUNT, FormColumn.ASSETS, FormColumn.SALES), _AMOUNT),
        **dict.fromkeys(
            (FormColumn.LICENCE, FormColumn.BUSINESS_ARREARS, FormColumn.OWNER_ARREARS, FormColumn.BORROWED,
             FormColumn.PAPERS, FormColumn.PLEDGED),
            YES_NO,
        ),
        **dict.fromkeys((FormColumn.NAME, FormColumn.ADDRESS, FormColumn.PLAN, FormColumn.NOTE), WIDE),
    },
    example={
        FormColumn.KIND: ApplicantKind.BUSINESS.label, FormColumn.NAME: "UD Contoh, baris ini tidak dibaca",
        FormColumn.DISTRICT: "Sampang", FormColumn.FILED_ON: date(2026, 3, 2),
        FormColumn.AMOUNT: 20_000_000, FormColumn.TERM: 24,
        FormColumn.PURPOSE: Purpose.WORKING_CAPITAL.label, FormColumn.ACTIVE: date(2020, 5, 1),
        FormColumn.LICENCE: "Ya",
    },
)  # fmt: skip
_THINGS_PLEDGED: Final = SheetShape(
    ThingColumn,
    (ThingColumn.NUMBER, ThingColumn.KIND),
    1_000,
    kinds={
        ThingColumn.KIND: one_of(CollateralKind, _THINGS), ThingColumn.VALUE: _AMOUNT,
        ThingColumn.SITUATION: one_of(LandSituation), ThingColumn.PRICE: one_of(PriceLetter, _PRICED),
        ThingColumn.PLATE: one_of(Plate), ThingColumn.WHEELS: COUNT, ThingColumn.YEAR: COUNT,
        ThingColumn.DESCRIPTION: WIDE,
        **dict.fromkeys(
            (ThingColumn.OWN, ThingColumn.POWER, ThingColumn.RECEIPT, ThingColumn.STATEMENT), YES_NO
        ),
    },
    example={
        ThingColumn.KIND: CollateralKind.LAND.label, ThingColumn.DESCRIPTION: "SHM 112 Desa Torjun",
        ThingColumn.VALUE: 26_000_000, ThingColumn.OWN: "Ya", ThingColumn.PRICE: PriceLetter.CAMAT.label,
    },
)  # fmt: skip
PILE_SHEETS: Final[Mapping[Labelled, SheetShape]] = {
    PileSheet.FORMS: _FORMS,
    PileSheet.THINGS: _THINGS_PLEDGED,
}
