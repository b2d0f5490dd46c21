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
_DEEPEST: Final = 200  # tags within tags
_TAIL: Final = 24  # no tag that is counted is longer
_MOST_IN_ROW: Final = 16_384  # columns of a sheet, as Excel has them
_MOST_OF_A_KIND: Final = 70_000  # looks, names and merged cells; Excel itself has no more looks
_MOST_FORMULAS: Final = 400_000
_ROW: Final = re.compile(rb"<(?:\w+:)?row[\s/>]")
_CELL: Final = re.compile(rb"<(?:\w+:)?c[\s/>]")
_TEXT: Final = re.compile(rb"<(?:\w+:)?si[\s/>]")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s/>]")
_KIND: Final = re.compile(rb"<(?:\w+:)?(?:xf|definedName|mergeCell|sheet|col|dxf|font|fill|border)[\s/>]")
_XML: Final = (".xml", ".rels", ".vml")
_DECLARED: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class TooMuch(Exception):  # noqa: N818 -- a refusal, not a fault of the program
    """A workbook that holds more than is read."""


class NotPlain(Exception):  # noqa: N818 -- a refusal, not a fault of the program
    """A workbook written as no office program writes one: entities of its own, letters of two bytes."""


@dataclass(slots=True)
class _Counted:
    most_cells: int
    most_rows: int
    cells: int = 0
    rows: int = 0
    in_row: int = 0
    formulas: int = 0
    others: int = 0
    depth: int = 0
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
        """Count what is left of a part."""
        self._count(self.tail)
        self.tail, self.in_row, self.depth = b"", 0, 0

    def _count(self, text: bytes) -> None:
        self._count_tags(text)
        self.depth += text.count(b"<") - 2 * text.count(b"</") - text.count(b"/>") - text.count(b"<?")
        if _DECLARED.search(text):
            raise NotPlain
        if self._is_too_much():
            raise TooMuch

    def _count_tags(self, text: bytes) -> None:
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

    def _is_too_much(self) -> bool:
        return (
            self.cells > self.most_cells
            or self.rows > self.most_rows
            or self.formulas > _MOST_FORMULAS
            or self.others > _MOST_OF_A_KIND
            or self.depth > _DEEPEST
        )


def require_modest(parts: ZipFile, most_bytes: int, most_cells: int, most_rows: int) -> None:
    """Raise TooMuch for a workbook that unpacks to more bytes, cells or rows than these.

    The sizes that the file tells of itself count for nothing. Raises NotPlain for entities declared in a
    part, and for letters of two bytes, in which nothing could be counted.
    """
    left, counted = most_bytes, _Counted(most_cells, most_rows)
    for part in parts.infolist():
        for place, piece in enumerate(_pieces(parts, part.filename)):
            left -= len(piece)
            if left < 0:
                raise TooMuch
            if place == 0 and part.filename.endswith(_XML) and b"\0" in piece[:200]:
                raise NotPlain
            counted.add(piece)
        counted.end()


def _pieces(parts: ZipFile, name: str) -> Iterator[bytes]:
    with parts.open(name) as stream:
        while piece := stream.read(_PIECE):
            yield piece
