"""A register of elsewhere read as it is: CSV, Excel or Parquet, its headings and its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from itertools import chain, islice
from typing import Final

from documents.tabular.container import TOO_HEAVY, Limits, Unreadable, require_size
from documents.tabular.text_sheet import open_text
from documents.tabular.workbook_sheet import HEADING_WITHIN, WantedSheet, open_sheet
from domain.money import number
from domain.tabular.sheet_cells import Cell, as_text
from domain.tabular.sheet_columns import HeadingLine, first_heading

LIMITS: Final = Limits(30 * 1024**2, 300 * 1024**2, "Berkas ini terlalu besar setelah dibuka.")
MOST_ROWS: Final = 100_000
_MOST_COLUMNS: Final = 100
_NO_PARQUET: Final = (
    "Berkas Parquet ini rusak, terkunci, atau berisi yang tidak dapat dibaca di sini. Simpan ulang dari "
    "programnya tanpa kunci, atau simpan sebagai CSV."
)
_NOT_ALL: Final = (
    f"Hanya {_MOST_COLUMNS} kolom pertama yang dibaca. Hapus kolom yang tidak perlu dari berkasnya."
)
_PACKED: Final = (b"PK", b"\xd0\xcf\x11\xe0")
_NO_ROWS: Final = "Berkas ini belum berisi satu baris pun di bawah judul kolomnya."
_NO_HEADINGS: Final = (
    "Baris judul kolom tidak ditemukan: perlu baris dengan sedikitnya dua judul yang berbeda, di atas "
    "datanya."
)


@dataclass(frozen=True, slots=True)
class StudySheet:
    """The headings of a register, its rows, and what a person should know about how it was read."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...]


def read_study(data: bytes) -> StudySheet:
    """Read a register; raises Unreadable with a sentence for what cannot be read."""
    require_size(data, LIMITS)
    if data.startswith(b"PARE"):
        raise Unreadable(_NO_PARQUET)
    if data.startswith(b"PAR1"):
        return _parquet(data)
    if data.startswith(_PACKED):
        wanted = WantedSheet("", (), _heading, LIMITS, MOST_ROWS, "data", _NO_HEADINGS)
        with open_sheet(data, wanted) as opened:
            rows = (cells for _, cells in opened.lines)
            return _sheet(opened.headings, rows, (*opened.notes, *opened.layout))
    opened_text = open_text(data, LIMITS)
    lines = (cells for _, cells in opened_text.lines)
    top = list(islice(lines, HEADING_WITHIN))
    found = _heading(top)
    if found is None:
        raise Unreadable(_NO_HEADINGS)
    return _sheet(found.cells, chain(top[found.last + 1 :], lines), opened_text.notes)


def _heading(lines: Sequence[Sequence[Cell]]) -> HeadingLine | None:
    return first_heading(lines, _is_heading)


def _is_heading(cells: Sequence[Cell]) -> bool:
    told = [cell for cell in cells if as_text(cell)]
    texts = [cell for cell in told if isinstance(cell, str) and not cell.strip().isdecimal()]
    return len(set(texts)) >= 2 and len(texts) == len(told)


def _sheet(headings: Sequence[Cell], rows: Iterable[Sequence[Cell]], notes: tuple[str, ...]) -> StudySheet:
    kept: list[tuple[Cell, ...]] = []
    named = [as_text(cell) for cell in headings]
    width = max((place for place, name in enumerate(named, 1) if name), default=0)  # beyond it is blank
    if not width:
        raise Unreadable(_NO_HEADINGS)
    if width >= _MOST_COLUMNS:
        width, notes = _MOST_COLUMNS, (*notes, _NOT_ALL)
    for cells in rows:
        if any(as_text(cell) for cell in cells[:width]):
            kept.append(tuple(cells[:width]))
        if len(kept) > MOST_ROWS:
            raise Unreadable(_too_many())
    if not kept:
        raise Unreadable(_NO_ROWS)
    return StudySheet(tuple(named[:width]), tuple(kept), notes)


def _too_many() -> str:
    return f"Berkas ini lebih dari {number(MOST_ROWS)} baris. Bagi dahulu, misalnya per kecamatan."


def _parquet(data: bytes) -> StudySheet:
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(BytesIO(data))
        told = file.metadata
        unpacked = sum(told.row_group(place).total_byte_size for place in range(told.num_row_groups))
        if told.num_rows > MOST_ROWS:
            raise Unreadable(_too_many())
        if unpacked > LIMITS.most_unpacked:
            raise Unreadable(LIMITS.unpacks_to_more)
        columns = file.schema_arrow.names[:_MOST_COLUMNS]
        table = file.read(columns)
        cells = [[_cell(value) for value in column.to_pylist()] for column in table.columns]
    except Unreadable:
        raise
    except MemoryError as error:
        raise Unreadable(TOO_HEAVY) from error
    # A damaged file fails in the reader's own ways, which are many.
    except Exception as error:
        raise Unreadable(_NO_PARQUET) from error
    return _sheet(table.column_names, zip(*cells, strict=True), ("Dibaca sebagai Parquet.",))


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, bytes):  # texts, as some programs write them
        return value.decode("utf-8", errors="replace")
    return float(value) if isinstance(value, Decimal) else str(value)
