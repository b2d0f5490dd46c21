"""The parts of a workbook are counted before anything reads them: how much they unpack to, and of what.

A reader builds an object for each row, cell and text, also for empty ones that take four letters of the
file; so those are counted, not only the bytes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from zipfile import ZipFile

_PIECE: Final = 256 * 1024
_TAIL: Final = 24  # no tag that is counted is longer
_MOST_IN_ROW: Final = 16_384  # columns of a sheet, as Excel has them
_MOST_OF_A_KIND: Final = 70_000  # looks, names and merged cells; Excel itself has no more looks
_MOST_FORMULAS: Final = 400_000
_ROW: Final = re.compile(rb"<(?:\w+:)?row[\s/>]")
_CELL: Final = re.compile(rb"<(?:\w+:)?c[\s/>]")
_TEXT: Final = re.compile(rb"<(?:\w+:)?si[\s/>]")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s/>]")
_KIND: Final = re.compile(rb"<(?:\w+:)?(?:xf|definedName|mergeCell|sheet|col|dxf|font|fill|border)[\s/>]")
_DECLARED: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class TooMuch(Exception):  # noqa: N818 -- a refusal, not a fault of the program
    """A workbook that holds more than is read."""


@dataclass(slots=True)
class _Counted:
    cells: int = 0
    rows: int = 0
    in_row: int = 0
    formulas: int = 0
    others: int = 0
    tail: bytes = field(default=b"", repr=False)

    def add(self, piece: bytes) -> None:
        """Count another piece of the part; a tag over the edge of two pieces counts once."""
        text = self.tail + piece
        self.tail = b""
        edge = text.rfind(b"<")
        if edge >= 0 and len(text) - edge < _TAIL:
            text, self.tail = text[:edge], text[edge:]
        self._count(text)

    def end(self) -> None:
        """Count what is left."""
        self._count(self.tail)

    def _count(self, text: bytes) -> None:
        if _DECLARED.search(text):
            raise TooMuch
        self.cells += len(_TEXT.findall(text))
        self.formulas += len(_FORMULA.findall(text))
        self.others += len(_KIND.findall(text))
        for place, piece in enumerate(_ROW.split(text)):
            if place:
                self.rows, self.in_row = self.rows + 1, 0
            here = len(_CELL.findall(piece))
            self.cells, self.in_row = self.cells + here, self.in_row + here
            if self.in_row > _MOST_IN_ROW:
                raise TooMuch


def require_modest(parts: ZipFile, most_bytes: int, most_cells: int, most_rows: int) -> None:
    """Raise TooMuch for a workbook that unpacks to more bytes, cells or rows than these.

    The sizes that the file tells of itself count for nothing. Also refused: entities declared in a part.
    """
    left = most_bytes
    for part in parts.infolist():
        counted = _Counted()
        for piece in _pieces(parts, part.filename):
            left -= len(piece)
            if left < 0:
                raise TooMuch
            counted.add(piece)
            if _is_too_much(counted, most_cells, most_rows):
                raise TooMuch
        counted.end()


def _is_too_much(counted: _Counted, most_cells: int, most_rows: int) -> bool:
    return (
        counted.cells > most_cells
        or counted.rows > most_rows
        or counted.formulas > _MOST_FORMULAS
        or counted.others > _MOST_OF_A_KIND
    )


def _pieces(parts: ZipFile, name: str) -> Iterator[bytes]:
    with parts.open(name) as stream:
        while piece := stream.read(_PIECE):
            yield piece
