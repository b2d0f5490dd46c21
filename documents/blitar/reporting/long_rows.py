"""Rows of a table whose cells hold what people wrote at length: nothing is cut, the row goes on below."""

from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from documents.printable import printable

# What a row can hold in a narrow column without growing over half a page.
_LONGEST: Final = 400


def rows_of(cells: Sequence[str]) -> list[tuple[str, ...]]:
    """A row, and where a cell is too long for one row, the rows under it that go on with it."""
    pieces = [_pieces(cell) for cell in cells]
    return [tuple(row) for row in zip_longest(*pieces, fillvalue="")]


def _pieces(text: str) -> list[str]:
    if len(text) <= _LONGEST:
        return [text]
    return wrap(" ".join(printable(text).split()), _LONGEST) or [""]
