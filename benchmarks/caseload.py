"""How fast the caseload is read when it is large: lists, counts, attention, a month's numbers.

Run `python benchmarks/caseload.py` for a quick look, `--clients 100000 --visits 1000000` for the whole size.
Fills a scratch database (SQLite, or `--url postgresql://...` of an empty one) by SQL alone, the same every
time, and prints how long each question takes, also beside the first page of the list. `--plans` shows for
SQLite which questions read a large table from end to end.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path
from typing import Any

from domain.programmes import PROGRAMMES

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import event, text
from sqlalchemy.orm import Session

from db.blitar.caseload.attention import attention_counts, attention_rows
from db.blitar.caseload.card import client_card
from db.blitar.caseload.client_filters import Agreed, ClientFilter, Status, Visited
from db.blitar.caseload.explorer import ClientSort, explore
from db.blitar.caseload.goal_counts import goal_counts
from db.blitar.caseload.load import loads
from db.blitar.caseload.month_counts import count_anew
from db.blitar.caseload.standing import stand_anew
from db.blitar.reporting.figures import report_figures
from db.blitar.visiting.timeline import timeline
from db.blitar.visiting.visit_list import visit_list
from db.engine import Database
from db.opening import open_demo
from db.plain import to_plain
from demo.personas import add_personas
from domain.blitar.appointment import Appointment
from domain.blitar.caseload.attention import AttentionKind
from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.stage import Stage
from domain.blitar.client import CLIENT_KINDS, Client
from domain.blitar.goals_and_tasks import Goal, MentorTask, ReportPart
from domain.blitar.indicators import Shape, indicators_of
from domain.blitar.kinds import Sector, SubjectKind
from domain.blitar.law import law_on
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.visit import DayPart, Visit
from domain.regions.regions import BLITAR_REGENCY, districts
from domain.regulation.law_in_force import Practice
from domain.roles import Person

DAY = date(2026, 11, 20)
_NOON = clock(12, tzinfo=UTC)
FIRST = date(2025, 11, 21)
SPAN = 364  # days of visits
AT = "2026-11-20 05:00:00.000000"
CLIENTS_OF_A_MENTOR = 250
CHUNK = 100_000
_LARGE = ("client", "visit", "visit_task", "visit_part", "visit_step", "follow_up", "indicator_reading")
_TABLES = (*_LARGE, "client_indicator")


# ---- filling -------------------------------------------------------------------------------------
class Filling:
    """Writes rows by SQL that both databases understand; chance is arithmetic on the number of a row."""

    def __init__(self, session: Session, person: Person, clients: int, visits: int) -> None:
        self._session, self._clients, self._visits = session, clients, visits
        self._is_sqlite = session.get_bind().dialect.name == "sqlite"
        self._person = person.id
        self._mentors = max(20, clients // CLIENTS_OF_A_MENTOR)
        self._each = max(1, visits // clients)

    def all(self) -> None:
        """Fill every table, telling how far it is."""
        self._words()
        self._staff()
        self._in_chunks("binaan", self._clients, self._add_clients)
        self._in_chunks("visits", self._visits, self._add_visits)
        self._in_chunks("baselines", self._clients, self._add_baselines)
        print("  working out where everybody stands ...", flush=True)
        self._run("ANALYZE")

    def _run(self, statement: str) -> None:
        # No text() here: colons in the literals are no parameters. The driver of PostgreSQL reads %.
        told = statement if self._is_sqlite else statement.replace("%", "%%")
        self._session.connection().exec_driver_sql(told)

    def _in_chunks(self, what: str, count: int, add: Callable[[int, int], None]) -> None:
        begun = time.perf_counter()
        for first in range(1, count + 1, CHUNK):
            last = min(count, first + CHUNK - 1)
            add(first, last)
            print(f"  {last:>9,} {what} after {time.perf_counter() - begun:6.1f} s", flush=True)

    def _numbers(self, first: int, last: int) -> str:
        return (
            f"WITH RECURSIVE numbers(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM numbers "
            f"WHERE n < {last}) "
        )

    def _day(self, days: str) -> str:
        if self._is_sqlite:
            return f"date('{FIRST}', '+' || ({days}) || ' days')"
        return f"(DATE '{FIRST}' + CAST({days} AS integer))"

    def _json(self, value: object, table: str = "") -> str:
        told = json.dumps(to_plain(value), ensure_ascii=False).replace("'", "''")
        return f"'{told}'" if self._is_sqlite else f"CAST('{told}' AS json)"

    def _insert(self, table: str, columns: str, values: str, rest: str, numbers: str = "") -> None:
        self._run(f"INSERT INTO {table} ({columns}) {numbers}SELECT {values} FROM {rest}")

    def _words(self) -> None:
        """Small tables of choices, each with its place, to choose from by arithmetic."""
        lists = {
            "b_district": [one.code for one in districts(BLITAR_REGENCY.code)],
            "b_sector": [*Sector],
            "b_task": [*MentorTask],
            "b_part": [*ReportPart],
            "b_day_part": [*DayPart],
        }
        for name, words in lists.items():
            self._run(f"CREATE TEMPORARY TABLE {name} (place integer PRIMARY KEY, word text)")
            rows = ", ".join(f"({place}, '{word}')" for place, word in enumerate(words))
            self._run(f"INSERT INTO {name} VALUES {rows}")
        self._run("CREATE TEMPORARY TABLE b_indicator (kind text, place integer, word text, shape text)")
        for kind in CLIENT_KINDS:
            rows = ", ".join(
                f"('{kind}', {place}, '{one}', '{one.shape}')"
                for place, one in enumerate(indicators_of(kind))
            )
            self._run(f"INSERT INTO b_indicator VALUES {rows}")

    def _staff(self) -> None:
        told = Appointment(kind=SubjectKind.MENTOR, name="Contoh", appointed_on=FIRST, decree="x")
        values = (
            f"n, 1, 'mentor', 'Pendamping ' || n, 'KEP-' || n, {self._day('0')}, "
            f"{self._day('(n * 7) % 60 + 370')}, {self._json(told)}, '{AT}'"
        )
        columns = "id, version, kind, name, decree, appointed_on, contract_until, background, changed_at"
        self._insert("staff", columns, values, "numbers", self._numbers(1, self._mentors))

    def _add_clients(self, first: int, last: int) -> None:
        told = Client(kind=SubjectKind.CLIENT_MICRO, name="Usaha contoh")
        kind = f"CASE WHEN n % 4 = 0 THEN '{CLIENT_KINDS[0]}' ELSE '{CLIENT_KINDS[1]}' END"
        columns = (
            "id, number, version, kind, status, name, search_name, district_code, mentor_id, since, "
            "sector, stage, body, changed_by_id, changed_at"
        )
        values = (
            f"n, 'BN-' || n, 1, {kind}, CASE WHEN n % 50 = 0 THEN 'ended' ELSE 'open' END, "
            f"'Usaha ' || (n * 7919 % 100003), 'usaha ' || (n * 7919 % 100003), d.word, "
            f"1 + n % {self._mentors}, {self._day('n * 13 % 30')}, s.word, '{Stage.NEW}', "
            f"{self._json(told)}, {self._person}, '{AT}'"
        )
        places = "JOIN b_district d ON d.place = n % 22 JOIN b_sector s ON s.place = (n * 31) % 10"
        self._insert("client", columns, values, f"numbers {places}", self._numbers(first, last))

    def _add_visits(self, first: int, last: int) -> None:
        """The k-th visit of each binaan lies in the k-th part of the year; the newest ones wait."""
        client, turn = f"(1 + (n - 1) % {self._clients})", f"((n - 1) / {self._clients})"
        stride = max(1, (SPAN - 40) // self._each)
        days = f"(40 + {turn} * {stride} + ({client} * 37 + {turn} * 11) % {stride})"
        state = (
            f"CASE WHEN {days} > 350 AND n % 3 = 0 THEN 'sent' WHEN n % 400 = 1 THEN 'returned' "
            f"WHEN n % 500 = 2 THEN 'draft' ELSE 'verified' END"
        )
        told = Visit(mentor_id=1, client_id=1, on=FIRST, problem="Belum punya NIB", recommendation="Urus NIB")
        columns = (
            'id, version, state, mentor_id, client_id, "on", place, day_part, district_code, agency, body, '
            "entered_by_id, entered_at, changed_by_id, changed_at"
        )
        values = (
            f"n, 2, {state}, 1 + {client} % {self._mentors}, {client}, {self._day(days)}, "
            "CASE WHEN n % 5 = 0 THEN 'office' ELSE 'field' END, p.word, d.word, "
            f"CASE WHEN n % 12 = 0 THEN 'Dinas Kesehatan' ELSE '' END, {self._json(told)}, "
            f"{self._person}, '{AT}', {self._person}, '{AT}'"
        )
        places = f"JOIN b_day_part p ON p.place = n % 3 JOIN b_district d ON d.place = {client} % 22"
        self._insert("visit", columns, values, f"numbers {places}", self._numbers(first, last))
        self._hang_on(f"id BETWEEN {first} AND {last}")

    def _hang_on(self, these: str) -> None:
        for step, wanted in ((0, "1 = 1"), (7, "id % 3 = 0")):
            rest = f"visit JOIN b_task t ON t.place = (id * 5 + {step}) % 18 WHERE {these} AND {wanted}"
            self._insert("visit_task", "visit_id, task", "id, t.word", rest)
        for step, wanted in ((0, "1 = 1"), (3, "id % 6 = 0")):
            rest = f"visit JOIN b_part t ON t.place = (id * 3 + {step}) % 7 WHERE {these} AND {wanted}"
            self._insert("visit_part", "visit_id, part", "id, t.word", rest)
        self._insert(
            "visit_step",
            "visit_id, state, note, by_person_id, at",
            f"id, 'sent', '', {self._person}, '{AT}'",
            f"visit WHERE {these} AND state <> 'draft'",
        )
        due = '"on" + 21' if not self._is_sqlite else "date(\"on\", '+21 days')"
        done = f"CASE WHEN id % 60 = 0 OR \"on\" > '{date(2026, 11, 1)}' THEN 'open' ELSE 'done' END"
        self._insert(
            "follow_up",
            "visit_id, client_id, told, due_on, doer, state, closed_on",
            f"id, client_id, 'Siapkan KTP', {due}, 'client', {done}, "
            f"CASE WHEN {done} = 'done' THEN {due} END",
            f"visit WHERE {these} AND id % 4 = 0",
        )
        value = f"CASE i.shape WHEN '{Shape.YES_NO}' THEN 1 ELSE 1000 + visit.id % 2000 END"
        self._insert(
            "indicator_reading",
            'client_id, indicator, value, "on", evidence, visit_id, visit_version, by_person_id, at',
            f"client_id, i.word, {value}, visit.\"on\", CASE WHEN visit.id % 7 = 0 THEN '' ELSE 'foto' END, "
            f"visit.id, 2, {self._person}, '{AT}'",
            "visit JOIN client ON client.id = client_id JOIN b_indicator i ON i.kind = client.kind "
            f"AND i.place = (visit.id / 5) % 9 WHERE visit.{these} AND visit.id % 5 = 0 "
            "AND visit.state = 'verified'",
        )

    def _add_baselines(self, first: int, last: int) -> None:
        value = f"CASE i.shape WHEN '{Shape.YES_NO}' THEN (client.id + i.place) % 2 ELSE 2000 END"
        self._insert(
            "indicator_reading",
            'client_id, indicator, value, "on", evidence, by_person_id, at',
            f"client.id, i.word, {value}, client.since, '', {self._person}, '{AT}'",
            "client JOIN b_indicator i ON i.kind = client.kind "
            f"WHERE client.id BETWEEN {first} AND {last} AND (client.id * 7 + i.place) % 20 <> 0",
        )


# ---- questions -----------------------------------------------------------------------------------
@dataclass(frozen=True)
class Question:
    """Something that a screen asks, or that follows from saving a visit (then it writes)."""

    name: str
    ask: Callable[[Session], object]
    writes: bool = False


def questions(person: Person, mentor: int, middle: int) -> Iterator[Question]:
    law = law_on(DAY, Practice())

    def listed(name: str, wanted: ClientFilter, **more: Any) -> Question:
        return Question(f"list: {name}", lambda session: explore(session, person, wanted, law, **more))

    yield listed("page 1", ClientFilter())
    yield listed("page 50", ClientFilter(), page=50)
    for sort in ClientSort:
        yield listed(f"sorted by {sort.value}", ClientFilter(), sort=sort)
    filters = {
        "a part of a name": ClientFilter(text="saha 77"),
        "a kecamatan": ClientFilter(district_code="35.05.09"),
        "a pendamping": ClientFilter(mentor_id=mentor),
        "a kind": ClientFilter(kind=SubjectKind.CLIENT_COOPERATIVE),
        "a sector": ClientFilter(sector=Sector.CRAFT),
        "a stage": ClientFilter(stage=Stage.EVALUATED),
        "overdue": ClientFilter(visited=Visited.OVERDUE),
        "never visited": ClientFilter(visited=Visited.NEVER),
        "visited this month": ClientFilter(visited=Visited.MONTH),
        "follow-ups open": ClientFilter(agreed=Agreed.OPEN),
        "follow-ups overdue": ClientFilter(agreed=Agreed.OVERDUE),
        "risen": ClientFilter(movement=Movement.UP),
        "risen in one goal": ClientFilter(goal=Goal.MICRO_LEGALITY, movement=Movement.UP),
        "ended": ClientFilter(status=Status.ENDED),
        "kecamatan, sector and overdue": ClientFilter(
            district_code="35.05.09", sector=Sector.CRAFT, visited=Visited.OVERDUE
        ),
    }
    for name, wanted in filters.items():
        yield listed(name, wanted)
    yield Question("attention: counts", lambda session: attention_counts(session, person, law))
    for kind in AttentionKind:
        yield Question(
            f"attention: {kind.value}", lambda session, kind=kind: attention_rows(session, person, kind, law)
        )
    yield Question("load of every pendamping", lambda session: loads(session, person, law))
    yield Question("goals counted", lambda session: goal_counts(session, person))
    yield Question("visits: page 1", lambda session: visit_list(session, person))
    yield Question(
        "one binaan",
        lambda session: client_card(session, person, middle, at=datetime.combine(DAY, _NOON)),
    )
    yield Question("timeline of one binaan", lambda session: timeline(session, person, middle))
    for month in (date(2026, 10, 1), date(2026, 3, 1)):
        yield Question(
            f"report of {month:%B}", lambda session, month=month: report_figures(session, person, month)
        )
    yield Question("stand anew: one binaan", lambda session: stand_anew(session, [middle]), writes=True)
    fifty = range(middle, middle + 50)
    yield Question("stand anew: fifty binaan", lambda session: stand_anew(session, fifty), writes=True)
    yield Question("stand anew: all", lambda session: stand_anew(session, None), writes=True)


def taken(database: Database, question: Question, runs: int) -> list[float]:
    """Seconds of several runs, each in a session of its own; a question of many seconds is asked once."""
    found: list[float] = []
    for _ in range(runs):
        open_session = database.write if question.writes else database.read
        begun = time.perf_counter()
        with open_session() as session:
            question.ask(session)
        found.append(time.perf_counter() - begun)
        if found[-1] > 5:
            break
    return found


def scans(database: Database, question: Question) -> set[str]:
    """The large tables that a question reads from end to end, without an index, by SQLite's own plan."""
    asked: list[tuple[str, Any]] = []

    def note(connection: Any, cursor: Any, statement: str, parameters: Any, *more: Any) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH", "INSERT", "DELETE")):
            asked.append((statement, parameters))

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        with database.write() as session:
            question.ask(session)
            session.rollback()
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
    found = set()
    with database.engine.connect() as connection:
        for statement, parameters in asked:
            if not isinstance(parameters, list):
                rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                found |= {row.detail for row in rows if _reads_all(row.detail)}
    return found


def _reads_all(detail: str) -> bool:
    words = detail.split()
    return words[0] == "SCAN" and words[1] in _TABLES


# ---- the run -------------------------------------------------------------------------------------
def filled(url: str, clients: int, visits: int) -> tuple[Database, Person]:
    database = open_demo(url)
    with database.write() as session:
        people = add_personas(session, PROGRAMMES, at=datetime(2025, 1, 1, tzinfo=UTC))
        person = next(one for one in people.values() if BlitarRole.FACILITATOR in one.roles)
        Filling(session, person, clients, visits).all()
        stand_anew(session, None)
        count_anew(session)
    return database, person


def report(database: Database, person: Person, clients: int, runs: int, plans: bool) -> None:
    print(f"\n{'question':<40}{'best ms':>12}{'median ms':>12}{'page 1 = 1':>12}")
    unit = None
    for question in questions(person, 7, clients // 2):
        found = taken(database, question, runs)
        best, median = min(found), statistics.median(found)
        unit = unit or best
        print(
            f"{question.name:<40}{best * 1e3:>12,.1f}{median * 1e3:>12,.1f}{best / unit:>12.2f}", flush=True
        )
        if plans and database.is_sqlite:
            for detail in sorted(scans(database, question)):
                print(f"    {detail}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=5_000)
    parser.add_argument("--visits", type=int, default=50_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--url", help="an empty scratch database; a SQLite file otherwise")
    parser.add_argument("--plans", action="store_true", help="show which large tables are read to the end")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        url = asked.url or f"sqlite:///{Path(folder) / 'caseload.sqlite3'}"
        database, person = filled(url, asked.clients, asked.visits)
        with database.read() as session:
            for table in _TABLES:
                print(f"{table:<20}{session.scalar(text(f'SELECT count(*) FROM {table}')):>12,}")
        report(database, person, asked.clients, asked.runs, asked.plans)
        database.close()


if __name__ == "__main__":
    main()
