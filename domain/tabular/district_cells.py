"""Kecamatan as offices write them, read as their codes."""

from collections.abc import Mapping
from functools import cache

from domain.regions.regions import Regency, districts
from domain.same_letters import same_form
from domain.tabular.cell_readers import Read
from domain.tabular.sheet_cells import Cell, Unread, as_text
from domain.tabular.workbook import CellKind


def district_in(regency: Regency) -> CellKind:
    """A column of the kecamatan of one regency."""

    def read(cell: Cell) -> Read:
        told = same_form(as_text(cell)).removeprefix("kecamatan ").removeprefix("kec ")
        if not told:
            return None
        return _codes(regency.code).get(told) or Unread(
            f"Kecamatan ini tidak ada di {regency.name}. Pilih dari daftar."
        )

    return CellKind(read, offered=tuple(one.name for one in districts(regency.code)))


@cache
def _codes(regency_code: str) -> Mapping[str, str]:
    return {same_form(one.name): one.code for one in districts(regency_code)}
