"""Tables whose cells hold long texts: a row that is too tall for a page goes on in the next row."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from fpdf.enums import Align, MethodReturnValue

from documents.printable import printable
from documents.sheet import BODY, LINE, Sheet
from documents.tables import Column, Strong, room_for, table

_MOST_LINES: Final = 16
_GOES_ON: Final = "lanjutan"
_SIDES: Final = 2.8


def long_table(sheet: Sheet, title: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """A table under its heading whose rows may be longer than a page; nothing of them is cut."""
    fitting = [part for row in rows for part in _parts(sheet, columns, row)]
    if title:
        sheet.heading(title, room_for(sheet, columns, fitting))
    table(sheet, columns, fitting)


def _parts(sheet: Sheet, columns: Sequence[Column], row: Sequence[str]) -> Iterator[Sequence[str]]:
    cells = [_lines(sheet, column.width - _SIDES, text) for column, text in zip(columns, row, strict=True)]
    tallest = max(map(len, cells))
    if tallest <= _MOST_LINES:
        yield row
        return
    for first in range(0, tallest, _MOST_LINES):
        told = ["\n".join(lines[first : first + _MOST_LINES]) for lines in cells]
        told[0] = told[0] or _GOES_ON
        yield tuple(
            Strong(part) if isinstance(text, Strong) else part for part, text in zip(told, row, strict=True)
        )


def _lines(sheet: Sheet, width: float, text: str) -> list[str]:
    sheet.write_as(BODY, isinstance(text, Strong))
    found = sheet.multi_cell(
        width, LINE, printable(text), align=Align.L, dry_run=True, output=MethodReturnValue.LINES
    )
    sheet.write_as(BODY)
    return found if isinstance(found, list) else []
