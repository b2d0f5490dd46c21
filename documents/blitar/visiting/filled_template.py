"""A filled template read into rows: which column is which, and what each cell holds."""

from collections.abc import Iterator
from typing import Final

from documents.tabular.container import Limits, Unreadable
from documents.tabular.workbook_sheet import Lines, WantedSheet, open_sheet
from domain.blitar.visiting.pile_columns import TEMPLATE, Column, match_headings, refusal_of
from domain.blitar.visiting.pile_rows import MOST_ROWS, RawRow, RawTable
from domain.money import number
from domain.tabular.sheet_columns import Headings, first_heading

SHEET: Final = "Kunjungan"
OTHER_SHEETS: Final = ("Petunjuk", "Binaan")
# 5,000 full rows unpack to about 10 MB; a file that unpacks to far more was made to choke the reader.
LIMITS: Final = Limits(
    most_bytes=5 * 1024**2,
    most_unpacked=60 * 1024**2,
    unpacks_to_more=f"Isi berkas ini jauh lebih besar dari {number(MOST_ROWS)} kunjungan, jadi tidak dibuka. "
    "Salin hanya baris kunjungannya ke templat baru, lalu unggah.",
)
_WANTED: Final = WantedSheet(
    title=SHEET,
    ours=OTHER_SHEETS,
    find_heading=lambda lines: first_heading(lines, lambda cells: match_headings(cells).are_headings),
    limits=LIMITS,
    most_rows=MOST_ROWS,
    rows="kunjungan",
    none_found="Tidak ada lembar dengan judul kolom kunjungan. Unduh templat, salin isi Anda ke lembar "
    f"“{SHEET}”, lalu unggah lagi.",
)


def read_workbook(data: bytes) -> RawTable:
    """Read the rows of visits; raises Unreadable with a sentence for what cannot be read."""
    with open_sheet(data, _WANTED) as sheet:
        headings = match_headings(sheet.headings)
        if refusal := refusal_of(headings):
            raise Unreadable(refusal)
        rows = _rows(sheet.lines, headings)
        return RawTable(rows, (*sheet.notes, *_notes(headings), *sheet.layout))


def _rows(lines: Lines, headings: Headings[Column]) -> tuple[RawRow, ...]:
    places, found = headings.places.items(), []
    for line, cells in lines:
        width = len(cells)
        row = RawRow(line, {column: cells[place] for column, place in places if place < width})
        if row.is_blank or row.is_example:
            continue
        found.append(row)
        if len(found) > MOST_ROWS:
            raise Unreadable(
                f"Lembar ini memuat lebih dari {number(MOST_ROWS)} kunjungan. Bagi menjadi beberapa berkas."
            )
    if not found:
        raise Unreadable(
            "Belum ada kunjungan di bawah judul kolomnya. Isi satu baris untuk tiap formulir, lalu unggah."
        )
    return tuple(found)


def _notes(headings: Headings[Column]) -> Iterator[str]:
    in_sheet = sorted(headings.places, key=lambda column: headings.places[column])
    order = [TEMPLATE.index(column) for column in in_sheet if column in TEMPLATE]
    if order != sorted(order):
        yield "Urutan kolomnya berbeda dari templat; setiap kolom dikenali dari judulnya."
    if headings.unknown:
        told = ", ".join(f"“{text[:60]}”" for text in headings.unknown[:8])
        yield f"Kolom yang tidak dikenal dan tidak dibaca: {told}."
