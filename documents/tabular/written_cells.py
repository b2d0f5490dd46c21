"""Rows given back as a workbook: every cell as it was, days and numbers too, nothing ever run."""

from datetime import date, datetime, time
from math import isfinite
from typing import Any, Final

from domain.tabular.sheet_cells import Cell, as_text

# Text stays text: nothing that a person typed is ever run as a formula or opened as a link.
OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
DAY: Final = {"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"}
TEXT: Final = {"num_format": "@", "valign": "top"}
WRAPPED: Final = {"text_wrap": True, "valign": "top", "num_format": "@"}
# White on the office's dark blue, and dark on grey: 4.5 to 1 and more.
HEADING: Final = {
    "bold": True, "font_color": "#FFFFFF", "bg_color": "#17618F",
    "text_wrap": True, "valign": "top", "border": 1,
}  # fmt: skip
OPTIONAL_HEADING: Final = HEADING | {"font_color": "#1B2733", "bg_color": "#E3E8EC"}


def write_cell(sheet: Any, line: int, place: int, cell: Cell, look: Any, day: Any) -> None:
    """Write one cell as it was read; `day` is the format of dates, `look` that of everything else."""
    if cell is None:
        return
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        sheet.write_datetime(line, place, datetime.combine(cell, time()), day)
    elif isinstance(cell, int | float) and not isinstance(cell, bool) and isfinite(cell):
        sheet.write_number(line, place, cell, look)
    else:
        sheet.write_string(line, place, as_text(cell), look)
