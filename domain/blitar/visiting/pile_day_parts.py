"""Parts of a day as people write them in a cell: by their names, or by a clock."""

from datetime import datetime, time, timedelta
from typing import Final

from domain.blitar.visiting.visit import DayPart
from domain.clock import clock_in
from domain.same_letters import same_form
from domain.tabular.sheet_cells import Cell, Unread, as_text


def read_day_part(cell: Cell) -> DayPart | Unread | None:
    """A part of a day, by its name or by a clock; None for a blank, or the sentence of what is wrong."""
    if isinstance(cell, float) and 0 < cell < 1:
        cell = timedelta(days=cell)
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, timedelta):
        cell = (datetime.min + cell % timedelta(days=1)).time()
    if isinstance(cell, time):
        return DayPart.at(cell)
    text = as_text(cell).casefold()
    if not text:
        return None
    if clock := clock_in(text):
        return DayPart.at(clock)
    named = _PARTS.get(same_form(text)) or _PARTS.get(same_form(text).partition(" ")[0])
    return named or Unread(
        "Waktu ini tidak terbaca. Tulis Pagi, Siang atau Sore, atau jamnya, misalnya 09.30."
    )


_PARTS: Final = {same_form(part.label).partition(" ")[0]: part for part in DayPart}
