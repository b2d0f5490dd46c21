"""An uploaded file as it was read and held against the store; kept while it stands on the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from db.blitar.visiting.examining import examine_visits
from db.blitar.visiting.imports import PastImport, past_imports
from db.blitar.visiting.pile_lookups import look_up
from db.blitar.visiting.pile_warnings import warn_visits
from documents.blitar.visiting.bad_rows import BadRow
from domain.blitar.visiting.pile_columns import column_of
from domain.blitar.visiting.pile_reading import Note, NoteKind
from domain.blitar.visiting.pile_register import KnownClient, keys_of
from domain.blitar.visiting.pile_rows import RawTable, RowRead, read_rows
from domain.blitar.visiting.pile_swaps import SwapDoubt
from domain.blitar.visiting.visit import Visit
from domain.problems import Problem
from domain.roles import Person
from pages.parts.store import database

Progress = Callable[[float, str], object]
SORTED, TAKEN = "formulir-kertas:baris", "formulir-kertas:masuk"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class ReadyLine:
    """A row that can be taken in, or is in the store already."""

    line: int
    visit: Visit
    client: str
    is_same: bool = True


@dataclass(frozen=True)
class BadLine:
    """A row that cannot be taken in, with its problems."""

    row: BadRow
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Sorted:
    """The rows of a pile by what can be done with them."""

    ready: tuple[ReadyLine, ...]
    recorded: tuple[ReadyLine, ...]
    bad: tuple[BadLine, ...]
    notes: tuple[tuple[int, Note], ...]


@dataclass(frozen=True)
class Upload:
    """An uploaded file: its name and checksum, its rows, who uploaded it, and a nonce for taking it in.

    `doubts` are columns in which day and month may have been swapped.
    """

    name: str
    sha256: str
    table: RawTable
    person_id: int
    nonce: str
    doubts: tuple[SwapDoubt, ...] = ()


def look_through(
    person: Person, table: RawTable, *, mentor_id: int | None, day: date, progress: Progress
) -> Sorted:
    """Hold the rows against the store: which are ready, recorded already, or bad."""
    with database().read() as session:
        progress(0.3, "Mengenali binaan …")
        register = look_up(session, person, keys_of(row.cells for row in table.rows), mentor_id=mentor_id)
        progress(0.4, f"Membaca {len(table.rows)} baris …")
        reads = read_rows(table.rows, register, day)
        progress(0.7, f"Memeriksa {len(reads)} baris …")
        read = [(one, one.visit) for one in reads if one.visit is not None]
        visits = [visit for _, visit in read]
        found = examine_visits(session, person, visits, day)
        placed = [one for one in reads if one.visit is None and one.is_placed]
        # A row that cannot be read is held against the register too: nobody mends it twice.
        more = examine_visits(session, person, [one.rest for one in placed], day)
        progress(0.9, "Mencari yang perlu diperhatikan …")
        warnings = warn_visits(session, person, visits)
    clients = {one.id: one for one in register.clients}
    ready, recorded, notes = [], [], []
    told = {one.raw.line: one.with_more(outcome.problems) for one, outcome in zip(placed, more, strict=True)}
    bad = [_bad(one, told.get(one.raw.line, one.problems)) for one in reads if one.visit is None]
    for (one, visit), outcome, odd in zip(read, found, warnings, strict=True):
        line = ReadyLine(one.raw.line, visit, _client(clients[visit.client_id]), outcome.is_same)
        if outcome.recorded_id is not None:
            recorded.append(line)
        elif outcome.problems:
            bad.append(_bad(one, outcome.problems))
        else:
            ready.append(line)
            notes += [(line.line, note) for note in one.notes]
            notes += [(line.line, Note(NoteKind.LOOK, told)) for told in odd]
    bad.sort(key=lambda each: each.row.raw.line)
    return Sorted(tuple(ready), tuple(recorded), tuple(bad), tuple(notes))


def earlier_of(person: Person, sha256: str) -> tuple[PastImport, ...]:
    """When the same file was taken in before."""
    with database().read() as session:
        return past_imports(session, person, sha256)


def told_of(problem: Problem) -> str:
    """A problem with the heading of its column."""
    column = column_of(problem.field)
    return f"{column.header}: {problem.sentence}" if column else problem.sentence


def _bad(read: RowRead, problems: tuple[Problem, ...]) -> BadLine:
    return BadLine(BadRow(read.raw, " ".join(told_of(one) for one in problems)), problems)


def _client(client: KnownClient) -> str:
    return f"{client.number} {client.name}"
