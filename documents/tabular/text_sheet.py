"""A file of separated values read line by line, whatever its encoding and its separator."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Final

from documents.tabular.container import Limits, Unreadable, require_size
from domain.tabular.sheet_cells import Cell

_SEPARATORS: Final = (";", ",", "\t", "|")
_LOOKED_AT: Final = 30
_MOST_COLUMNS: Final = 100
_TOLD: Final = re.compile(r"sep=(.)\s*", re.IGNORECASE)
# Excel is kept from reading a number into a text by ="0012".
_KEPT_AS_TEXT: Final = re.compile(r'="(.*)"')
_BROKEN: Final = (
    "Berkas ini tidak terbaca sebagai CSV: ada tanda kutip yang tidak ditutup. Simpan ulang dari "
    "programnya, atau simpan sebagai Excel (.xlsx)."
)
_NO_TEXT: Final = (
    "Berkas ini bukan CSV maupun buku kerja Excel (.xlsx). Minta pengirimnya memberi salah satunya, lalu "
    "unggah lagi."
)


@dataclass(frozen=True, slots=True)
class TextSheet:
    """The lines of a file with their numbers, and what a person should know about how it was read."""

    lines: Iterator[tuple[int, Sequence[Cell]]]
    notes: tuple[str, ...] = ()


def open_text(data: bytes, limits: Limits) -> TextSheet:
    """Open a file of separated values; raises Unreadable with a sentence for what is none."""
    require_size(data, limits)
    text = _decoded(data)
    told = _TOLD.match(text)
    separator = told[1] if told else _separator(text)
    note = {"\t": "tabulator"}.get(separator, f"“{separator}”")
    return TextSheet(_lines(text, separator, bool(told)), (f"Dibaca sebagai CSV dengan pemisah {note}.",))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        coding = "utf-16"
    elif b"\0" in data[:4_000]:
        raise Unreadable(_NO_TEXT)
    else:
        coding = "utf-8-sig"
    try:
        return data.decode(coding)
    except UnicodeDecodeError:
        # What older programs of Windows write; it reads every byte.
        return data.decode("cp1252", errors="replace")


def _separator(text: str) -> str:
    """The separator under which most lines have the same number of cells, and most of those."""
    return max(_SEPARATORS, key=lambda one: _evenness(text, one))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    try:
        for place, cells in enumerate(csv.reader(StringIO(text), delimiter=separator)):
            widths[len(cells)] += len(cells) > 1
            if place >= _LOOKED_AT:
                break
    except csv.Error:
        return 0, 0
    width, lines = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    return lines, width


def _lines(text: str, separator: str, skip_first: bool) -> Iterator[tuple[int, Sequence[Cell]]]:
    reader = csv.reader(StringIO(text), delimiter=separator)
    line = 1
    try:
        for cells in reader:
            if not (skip_first and line == 1):
                yield line, [_cell(cell) for cell in cells[:_MOST_COLUMNS]]
            line = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(_BROKEN) from error


def _cell(text: str) -> Cell:
    typed = text.strip()
    kept = _KEPT_AS_TEXT.fullmatch(typed)
    return (kept[1] if kept else typed) or None
