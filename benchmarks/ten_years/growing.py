"""Grows the demo into years of a regency, by copying what it holds within its own SQLite file.

A copy stays whole: its numbers are moved by a stride, so that whatever points at a row points at the copy
of it; names and NIK are told apart. Files and loans also lie back in time, by up to eight years, and what
their loans paid is booked anew, in balance. What the product keeps of it is then made anew by the product.
"""

import json
import re
import sqlite3
import sys
from calendar import monthrange
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import JSON, Column, Date, Table

from benchmarks.ten_years.journal import book_loans
from benchmarks.ten_years.kept import make_anew
from db.tables import Base
from db.tables.base import Moment


@dataclass(frozen=True, slots=True)
class Size:
    """How many copies of the demo's caseload, applications, loans and mentors are added to it.

    The files of the first `open_files` copies are as the demo left them, those of the others were withdrawn.
    Meetings come in sets, three months apart, of which the demo's own is the first.
    """

    caseloads: int
    files: int
    loans: int
    teams: int
    open_files: int
    meetings: int


SIZES: Final = {
    "demo": Size(caseloads=0, files=0, loans=0, teams=0, open_files=0, meetings=1),
    "middle": Size(caseloads=40, files=13, loans=76, teams=1, open_files=1, meetings=33),
    "full": Size(caseloads=410, files=135, loans=769, teams=19, open_files=12, meetings=33),
}

_CASELOAD: Final = (
    "client", "visit", "visit_task", "visit_part", "visit_step", "follow_up", "indicator_reading",
    "client_indicator", "upgrade_proposal", "recommendation_bundle", "recommendation_item",
)  # fmt: skip
_FILES: Final = (
    "application", "collateral", "paper", "judgement", "receipt", "file_step", "survey_finding",
    "custody_entry",
)  # fmt: skip
_LOANS: Final = ("loan", "instalment")
_STAFF: Final = ("staff", "assignment", "staff_record", "week_plan")
_TRAIL: Final = ("audit", "submission")
_MEETING: Final = ("meeting",)
_COPIED: Final = (*_CASELOAD, *_FILES, *_LOANS, *_STAFF, *_TRAIL, *_MEETING)
_DAY: Final = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")


def grow(file: Path, size: Size) -> None:
    """Add the copies to the demo that lies in a file."""
    with _written_in_one_go(file) as database:
        _number_the_copies(database, size)
        copy = _Copying(database)
        copy.all(_STAFF, size.teams, only={"staff": "b.kind = 'mentor'"})
        copy.all(_CASELOAD, size.caseloads)
        copy.all(_MEETING, size.meetings - 1)
        copy.all(_FILES, size.files)
        _withdraw_old_files(database, size, copy.strides["application"])
        copy.all((*_FILES, *_LOANS), size.loans, beyond=size.files)
        copy.all(_TRAIL, size.caseloads)
        book_loans(database)
        database.execute("UPDATE counter SET value = value + 900000")
    make_anew(file)


@contextmanager
def _written_in_one_go(file: Path) -> Iterator[sqlite3.Connection]:
    """One transaction without indexes and triggers, which are made again at its end."""
    database = sqlite3.connect(file, isolation_level=None)
    for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF"):
        database.execute(f"PRAGMA {setting}")
    database.create_function("earlier", 2, earlier, deterministic=True)
    database.create_function("of_visits_beyond", 2, _of_visits_beyond, deterministic=True)
    made = database.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('index', 'trigger')"
    ).fetchall()
    database.execute("BEGIN")
    for kind, name, _ in made:
        database.execute(f'DROP {kind} "{name}"')
    yield database
    for _, _, sql in made:
        database.execute(sql)
    database.execute("COMMIT")
    database.execute("ANALYZE")  # what is made anew reads these tables in large joins
    database.execute("PRAGMA journal_mode = WAL")
    database.close()


def earlier(told: str | None, months: int) -> str | None:
    """A text in which every day lies so many months back, at most on the last day of its month."""
    return (
        _DAY.sub(lambda day: _months_back(*map(int, day.groups()), months), told) if told and months else told
    )


def _of_visits_beyond(letter: str | None, stride: int) -> str | None:
    """A letter that was set, about the visits of a copy."""
    if letter is None:
        return None
    told = json.loads(letter)
    return json.dumps(
        told | {"lines": [{**one, "visit_id": one["visit_id"] + stride} for one in told["lines"]]}
    )


def _months_back(year: int, month: int, day: int, months: int) -> str:
    year, month = divmod(year * 12 + month - 1 - months, 12)
    return f"{year:04}-{month + 1:02}-{min(day, monthrange(year, month + 1)[1]):02}"


def _number_the_copies(database: sqlite3.Connection, size: Size) -> None:
    """A row for each copy: its number, whose mentors and which meetings it has, and how far back it lies."""
    database.execute("CREATE TEMP TABLE copy (r INTEGER PRIMARY KEY, team INT, meeting INT, months INT)")
    most = max(size.caseloads, size.files, size.loans, size.meetings)
    sets = size.meetings
    rows = ((r, r % (size.teams + 1), r % sets, 3 * (r % sets)) for r in range(1, most + 1))
    database.executemany("INSERT INTO copy VALUES (?, ?, ?, ?)", rows)


class _Copying:
    """Copies rows of the demo as it was at the beginning."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.strides: dict[str, int] = {}
        for name in _COPIED:
            database.execute(f"CREATE TEMP TABLE base_{name} AS SELECT * FROM main.{name}")
            if any(key.name == "id" for key in Base.metadata.tables[name].primary_key):
                (last,) = database.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {name}").fetchone()
                self.strides[name] = last

    def all(
        self, names: tuple[str, ...], copies: int, *, beyond: int = 0, only: Mapping[str, str] | None = None
    ) -> None:
        """Add the copies to some tables; those beyond a number hold only what belongs to a loan."""
        for name in names:
            table = Base.metadata.tables[name]
            told = (only or {}).get(name, "1")
            ranges = [(1, min(copies, beyond or copies), told)]
            if beyond < copies and beyond:
                ranges.append((beyond + 1, copies, _of_a_loan(table)))
            if beyond and name not in _LOANS:
                ranges = ranges[1:]
            for first, last, where in ranges:
                self._copy(table, f"copy.r BETWEEN {first} AND {last} AND {where}")

    def _copy(self, table: Table, where: str) -> None:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        values = ", ".join(self._value(table, column) for column in table.columns)
        self._database.execute(
            f'INSERT INTO "{table.name}" ({names}) SELECT {values} '
            f"FROM copy, base_{table.name} b WHERE {where}"
        )

    def _value(self, table: Table, column: Column[object]) -> str:
        own = f'b."{column.name}"'
        if told := _CHANGED.get(f"{table.name}.{column.name}"):
            return told
        if f"{table.name}.{column.name}" == "recommendation_bundle.letter":
            return f"of_visits_beyond({own}, copy.r * {self.strides['visit']})"
        if column.name in ("nik", "spouse_nik"):
            return f"substr({own}, 1, 12) || printf('%04d', (substr({own}, 13) + copy.r) % 10000)"
        if column.name in ("name", "search_name") and table.name in ("client", "application", "staff"):
            return f"{own} || ' ' || copy.r"
        if column.name == "id" and table.name in self.strides:
            return f"{own} + copy.r * {self.strides[table.name]}"
        if (to := _points_at(column)) in self.strides:
            return f"{own} + copy.{_FOLLOWS.get(to, 'r')} * {self.strides[to]}"
        is_dated = isinstance(column.type, Date | Moment | JSON)
        if is_dated and table.name in (*_FILES, *_LOANS, *_MEETING):
            return f"earlier({own}, copy.months)"
        return own


# A copy of the caseload has the mentors of one of the teams, a copy of the files one set of meetings.
_FOLLOWS: Final = {"staff": "team", "meeting": "meeting"}
_CHANGED: Final = {
    "client.number": "'BN-' || substr(b.number, 4, 4) || '-' || copy.r || '-' || b.id",
    "application.number": "'DB-' || (substr(b.number, 4, 4) - copy.months / 12) || '-' || "
    "copy.r || '-' || b.id",
    "application.npwp": "NULL",
    "application.npwp_key": "NULL",
    "recommendation_bundle.number": "b.number || '/' || copy.r",
    "submission.nonce": "b.nonce || '-' || copy.r",
    "staff.id": "b.id + copy.r * (SELECT max(id) + 1 FROM base_staff)",
    "staff.person_id": "NULL",
    "staff.candidate_id": "NULL",
    "staff.replaces_id": "NULL",
}


def _points_at(column: Column[object]) -> str:
    return next((key.column.table.name for key in column.foreign_keys), "")


def _of_a_loan(table: Table) -> str:
    key = "b.id" if table.name == "application" else "b.application_id"
    return "1" if table.name in _LOANS else f"{key} IN (SELECT application_id FROM base_loan)"


def _withdraw_old_files(database: sqlite3.Connection, size: Size, stride: int) -> None:
    """Let those who asked years ago and were never decided about have taken their application back."""
    old = (
        f"FROM copy, base_application b WHERE copy.r > {size.open_files} AND copy.r <= {size.files} "
        "AND b.status NOT IN ('draft', 'disbursed', 'refused', 'withdrawn')"
    )
    database.execute(
        'INSERT INTO file_step (application_id, seq, step, from_stage, to_stage, "on", note, body, attempt, '
        f"by_person_id, at) SELECT b.id + copy.r * {stride}, "
        "1 + (SELECT coalesce(max(seq), 0) FROM base_file_step WHERE application_id = b.id), "
        "'withdraw', b.status, 'withdrawn', earlier(b.filed_on, copy.months), "
        f"'Ditarik pemohon', '{{}}', 0, 1, earlier(b.changed_at, copy.months) {old}"
    )
    database.execute(
        f"UPDATE application SET status = 'withdrawn' WHERE id IN (SELECT b.id + copy.r * {stride} {old})"
    )


if __name__ == "__main__":
    grow(Path(sys.argv[1]), SIZES[sys.argv[2]])
