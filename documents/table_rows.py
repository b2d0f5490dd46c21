"""How the rows of a table fall on pages: none is taller than a page, and none of several stands alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from fpdf.enums import Align, MethodReturnValue

from documents.printable import printable
from documents.sheet import BODY, LINE, Sheet

_MOST_LINES: Final = 16
_GOES_ON: Final = "lanjutan"
_FEWEST: Final = 2
_SLACK: Final = 0.01

Padding = tuple[float, float, float, float]


class Strong(str):
    """A cell's text in bold."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in millimetres, and the side that it keeps to."""

    title: str
    width: float
    align: Align = Align.L


@dataclass(frozen=True, slots=True)
class Laid:
    """A row as it is drawn, and the millimetres that it takes."""

    cells: Sequence[str]
    height: float


def tall(rows: Sequence[Laid]) -> float:
    """The millimetres that rows take together."""
    return sum(one.height for one in rows)


def laid_rows(
    sheet: Sheet,
    columns: Sequence[Column],
    rows: Iterable[Sequence[str]],
    padding: Padding,
    goes_on: str = _GOES_ON,
    least: float = 0,
) -> Iterator[Laid]:
    """Each row with its height; one of very many lines in several rows, which say that they go on."""
    top, right, bottom, left = padding
    for row in rows:
        cells = [
            _lines(sheet, column.width - left - right, text)
            for column, text in zip(columns, row, strict=True)
        ]
        tallest = max(map(len, cells))
        for first in range(0, tallest, _MOST_LINES):
            height = top + bottom + LINE * min(_MOST_LINES, tallest - first)
            whole = tallest <= _MOST_LINES
            yield Laid(row if whole else _part(row, cells, first, goes_on), max(height, least))


def _part(row: Sequence[str], cells: Sequence[list[str]], first: int, goes_on: str) -> tuple[str, ...]:
    told = ["\n".join(lines[first : first + _MOST_LINES]) for lines in cells]
    told[0] = told[0] or goes_on
    return tuple(
        Strong(part) if isinstance(text, Strong) else part for part, text in zip(told, row, strict=True)
    )


def _lines(sheet: Sheet, width: float, text: str) -> list[str]:
    sheet.write_as(BODY, isinstance(text, Strong))
    found = sheet.multi_cell(
        width, LINE, printable(text), align=Align.L, dry_run=True, output=MethodReturnValue.LINES
    )
    sheet.write_as(BODY)
    return found if isinstance(found, list) and found else [""]


def pages_of(sheet: Sheet, heading: float, rows: Sequence[Laid]) -> list[list[Sequence[str]]]:
    """The rows of this page and of each page after it; the first is empty where the table begins below."""
    parts = _filled(sheet, heading, rows)
    if len(parts) > 1 and len(parts[0]) == 1 and not sheet.is_under_a_heading:
        parts = [[], *_filled(sheet, heading, rows, fresh=True)]
    if len(parts) > 1 and len(parts[-1]) == 1:
        _take_along(parts, must_begin_here=len(parts) == _FEWEST and sheet.is_under_a_heading)
    return [[one.cells for one in part] for place, part in enumerate(parts) if part or not place]


def _take_along(parts: list[list[Laid]], must_begin_here: bool) -> None:
    """Let a single row at the end take one along, so that a sum never stands without what it sums."""
    before, after = parts[-2:]
    if len(before) > _FEWEST:
        after.insert(0, before.pop())
    elif not must_begin_here:
        after[:0], before[:] = before[:], []


def _filled(sheet: Sheet, heading: float, rows: Sequence[Laid], fresh: bool = False) -> list[list[Laid]]:
    page = sheet.whole_page
    room = page if fresh else sheet.room_left
    parts: list[list[Laid]] = [[]]
    taken = heading
    for row in rows:
        if taken + row.height > room + _SLACK and (parts[-1] or room < page):
            parts.append([])
            taken, room = heading, page
        parts[-1].append(row)
        taken += row.height
    return parts
