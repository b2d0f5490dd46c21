"""A row of paper forms, from a template or the grid, read into a visit or into what is wrong with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from domain.blitar.field_checks import EARLIEST
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.visiting.pile_choices import PLACES, read_named, read_parts, read_tasks
from domain.blitar.visiting.pile_columns import INDICATORS, Column, column_of
from domain.blitar.visiting.pile_day_parts import read_day_part
from domain.blitar.visiting.pile_reading import Note, RowReader
from domain.blitar.visiting.pile_register import KnownClient, Register
from domain.blitar.visiting.visit import Source, Visit, VisitPlace
from domain.blitar.visiting.visit_checks import check_alone
from domain.problems import Problem
from domain.same_letters import same_form
from domain.tabular.sheet_cells import Cell, as_text

EXAMPLE_MARK: Final = "contoh"
EXAMPLE_NUMBER: Final = "BN-0000-0000"
MOST_ROWS: Final = 100_000  # of one pile


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
    """What became of a row: a visit, or the problems that stand in its way, each with its column.

    `rest` is as much of the visit as could be read, with something that is never wrong in the other places.
    """

    raw: RawRow
    visit: Visit | None
    rest: Visit
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def is_placed(self) -> bool:
        """Whether it is known who visited whom, and when, so that the store can tell more of it."""
        wrong = {problem.field for problem in self.problems}
        known = self.rest.mentor_id != _NOBODY and self.rest.client_id != _NOBODY
        return known and not wrong & {Column.DAY, Column.DAY_PART}

    def with_more(self, found: Iterable[Problem]) -> tuple[Problem, ...]:
        """Its problems, and those that were found in the rest, one for each column."""
        told = {problem.field: problem for problem in self.problems}
        for problem in found:
            column = column_of(problem.field)
            if column is not None:
                told.setdefault(column, Problem(column, problem.sentence))
        return tuple(told.values())


def read_rows(rows: Sequence[RawRow], register: Register, day: date) -> tuple[RowRead, ...]:
    """Read the rows of a file or of the grid on a day; blank ones and the example are passed over."""
    return tuple(read_row(row, register, day) for row in rows if not row.is_blank and not row.is_example)


def read_row(raw: RawRow, register: Register, day: date) -> RowRead:
    """Read one row, and find everything that is wrong with it by itself."""
    reader = RowReader(raw.cells)
    if raw.is_marked:
        told = "Baris ini masih bertanda “contoh”. Hapus tandanya bila isinya kunjungan sungguhan."
        reader.add(Column.ORDER, told)
    reader.look_for_errors()
    on = reader.day(Column.DAY, "Tanggal kunjungan belum diisi.")
    client = reader.client(register)
    mentor_id = reader.mentor(on, client, register)
    told_of = {name: told for name, told in _rest(reader, client).items() if told is not None}
    if client is None:
        told_of.pop("place", None)  # nor its kecamatan
    rest = Visit(
        mentor_id=mentor_id or _NOBODY,
        client_id=client.id if client else _NOBODY,
        on=on or EARLIEST,
        source=Source.PAPER,
        **_NEVER_WRONG | told_of,
    )
    if not reader.problems:
        return RowRead(raw, rest, rest, (), tuple(reader.notes))
    read = RowRead(raw, None, rest, tuple(reader.problems), tuple(reader.notes))
    return replace(read, problems=read.with_more(check_alone(rest, day)))


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


_NOBODY: Final = 0
_NEVER_WRONG: Final[dict[str, Any]] = {
    "place": VisitPlace.OFFICE,
    "tasks": (MentorTask.CONSULTATION,),
    "parts": (ReportPart.CONSULTATION,),
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
