"""A row of paper forms, from a template or the grid, read into a visit or into what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from domain.blitar.visiting.pile_cells import Cell, as_text, read_day_part
from domain.blitar.visiting.pile_choices import PLACES, read_named, read_parts, read_tasks
from domain.blitar.visiting.pile_columns import INDICATORS, Column
from domain.blitar.visiting.pile_reading import Note, RowReader
from domain.blitar.visiting.pile_register import KnownClient, Register
from domain.blitar.visiting.visit import Source, Visit
from domain.problems import Problem
from domain.same_letters import same_form

EXAMPLE_MARK: Final = "contoh"
EXAMPLE_NUMBER: Final = "BN-0000-0000"
MOST_ROWS: Final = 5_000  # of one pile


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it stands in a sheet: the number of its line, and its cells by their columns."""

    line: int
    cells: Mapping[Column, Cell]

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in the row but its own number."""
        return not any(as_text(cell) for column, cell in self.cells.items() if column is not Column.ORDER)

    @property
    def is_marked(self) -> bool:
        """Whether it carries the mark of the example."""
        return same_form(as_text(self.cells.get(Column.ORDER))) == EXAMPLE_MARK

    @property
    def is_example(self) -> bool:
        """Whether it is the example of the template; with another binaan, somebody wrote over it."""
        return self.is_marked and as_text(self.cells.get(Column.CLIENT_NUMBER)) == EXAMPLE_NUMBER


@dataclass(frozen=True, slots=True)
class RawTable:
    """What stands in a sheet: its rows, and what a person should know about how it was read."""

    rows: tuple[RawRow, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowRead:
    """What became of a row: a visit, or the problems that stand in its way, each with its column."""

    raw: RawRow
    visit: Visit | None
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()


def read_rows(rows: Sequence[RawRow], register: Register) -> tuple[RowRead, ...]:
    """Read the rows of a file or of the grid; blank ones and the example are passed over."""
    return tuple(read_row(row, register) for row in rows if not row.is_blank and not row.is_example)


def read_row(raw: RawRow, register: Register) -> RowRead:
    """Read one row."""
    reader = RowReader(raw.cells)
    if raw.is_marked:
        told = "Baris ini masih bertanda “contoh”. Hapus tandanya bila isinya kunjungan sungguhan."
        reader.add(Column.ORDER, told)
    reader.look_for_errors()
    on = reader.day(Column.DAY, "Tanggal kunjungan belum diisi.")
    client, mentor_id = reader.client(register), reader.mentor(on, register)
    told_of = _rest(reader, client)
    visit = None
    if not reader.problems and on and client and mentor_id:
        visit = Visit(mentor_id=mentor_id, client_id=client.id, on=on, source=Source.PAPER, **told_of)
    return RowRead(raw, visit, tuple(reader.problems), tuple(reader.notes))


def _rest(reader: RowReader, client: KnownClient | None) -> dict[str, Any]:
    place = reader.required(
        Column.PLACE,
        lambda cell: read_named(cell, PLACES, "Lapangan, Kantor"),
        "Tempat belum diisi. Tulis Lapangan atau Kantor.",
    )
    blank = "Waktu belum diisi. Tulis Pagi, Siang atau Sore."
    changes = [reader.change(*columns) for columns in INDICATORS]
    return {
        "place": place,
        "day_part": reader.required(Column.DAY_PART, read_day_part, blank),
        "district_code": reader.district(place, client),
        "tasks": reader.required(Column.TASKS, lambda cell: read_tasks(cell) or None, _NO_TASK),
        "parts": reader.required(Column.PARTS, lambda cell: read_parts(cell) or None, _NO_PART),
        "follow_ups": reader.follow_ups(),
        "changes": tuple(change for change in changes if change is not None),
        **{name: reader.text(column) for name, column in _TEXTS.items()},
    }


_NO_TASK: Final = "Tugas belum diisi. Tulis huruf tugas yang dilakukan (Pasal 12), misalnya b, c."
_NO_PART: Final = "Komponen belum diisi. Tulis komponen laporan (Pasal 16 ayat (2)), misalnya Konsultasi."
_TEXTS: Final = {
    "problem": Column.PROBLEM,
    "recommendation": Column.RECOMMENDATION,
    "agency": Column.AGENCY,
    "shown_by": Column.FORM,
    "note": Column.NOTE,
}
