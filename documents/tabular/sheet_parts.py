"""What the reader of cells does not tell about a sheet: hidden columns and rows, merged cells, formulas."""

import re
from dataclasses import dataclass
from typing import Final
from zipfile import ZipFile

from openpyxl.utils import column_index_from_string  # type: ignore[import-untyped]

_HIDDEN_COLUMNS: Final = re.compile(rb'<col\s[^>]*hidden="(?:1|true)"')
_HIDDEN_ROWS: Final = re.compile(rb'<row\s[^>]*hidden="(?:1|true)"')
_MERGED: Final = re.compile(rb'<mergeCell\s[^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_FORMULA: Final = re.compile(rb"<f[\s>/]")
_MOST_MERGED: Final = 2_000


@dataclass(frozen=True, slots=True)
class SheetParts:
    """How a sheet is laid out; `merged` are runs of one column: its place, first and last line."""

    hides_columns: bool
    hides_rows: bool
    has_formulas: bool
    merged: tuple[tuple[int, int, int], ...]


def parts_of(parts: ZipFile, path: str) -> SheetParts:
    """Look through the part of a workbook that holds a sheet."""
    data = parts.read(path)
    merged: list[tuple[int, int, int]] = []
    for found in _MERGED.finditer(data):
        left, first, right, last = found.groups()
        # Over several columns it is a heading or a decoration; over several lines it means "the same".
        if left == right and len(merged) < _MOST_MERGED:
            merged.append((column_index_from_string(left.decode()) - 1, int(first), int(last)))
    return SheetParts(
        hides_columns=_HIDDEN_COLUMNS.search(data) is not None,
        hides_rows=_HIDDEN_ROWS.search(data) is not None,
        has_formulas=_FORMULA.search(data) is not None,
        merged=tuple(merged),
    )
