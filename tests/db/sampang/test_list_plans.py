"""How SQLite reads the lists: through the index of what they look at, with statistics and without."""

from datetime import date

import pytest
from sqlalchemy import event, text

from db.sampang.applications.application_list import (
    Filter,
    Sort,
    counts_by_stage,
    counts_by_verdict,
    list_applications,
)
from db.sampang.loans.loans import journal
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import Practice
from domain.sampang.kinds import ApplicantKind
from domain.sampang.law import law_on
from domain.sampang.origination.stages import UNDECIDED, Stage
from tests.db.sampang.lending import DAY, a_lending_office

OF_TEN_YEARS = {
    "ix_application_status_stage_since": "39840 251 9",
    "ix_application_looked_at": "35840 251 251 10 10 10 9 1 1 1",
    "ix_application_search_name_district_code": "39856 1 1",
    "ix_application_npwp_key": "44540 36",
    "ix_application_spouse_nik": "82203 2",
    "ix_application_nik": "36751 2",
    "ix_journal_entry_on_id": "563540 140 1",
}
LAW = law_on(DAY, Practice())
WANTED = {
    "a word": Filter(text="warung"),
    "two words": Filter(text="sri wahyuni"),
    "a verdict": Filter(verdict=Verdict.QUALIFIES),
    "some stages": Filter(stages=(*UNDECIDED, Stage.DISBURSED), text="tani"),
    "a kind in a kecamatan": Filter(kind=ApplicantKind.BUSINESS, district_code="35.27.03"),
    "days": Filter(filed_from=date(2026, 1, 1), filed_until=DAY),
}


@pytest.fixture(scope="module", params=["without statistics", "with statistics"])
def lending(request, tmp_path_factory):
    """An office of which the planner is told nothing, or what is true of one after ten years."""
    file = tmp_path_factory.mktemp("plans") / "plans.sqlite3"
    with a_lending_office(f"sqlite:///{file}") as lending:
        lending.file_at(Stage.FILED)
        lending.file_at(Stage.DISBURSED)
        if request.param == "with statistics":
            with lending.database.writer.begin() as connection:
                connection.execute(text("ANALYZE"))
                connection.execute(text("DELETE FROM sqlite_stat1"))
                told = [
                    {"of": table_of(index), "index": index, "stat": stat}
                    for index, stat in OF_TEN_YEARS.items()
                ]
                connection.execute(text("INSERT INTO sqlite_stat1 VALUES (:of, :index, :stat)"), told)
            lending.database.engine.dispose()
        yield lending


def table_of(index):
    return "journal_entry" if "journal" in index else "application"


def plans(lending, read):
    """The plan of every statement that a reading asks."""
    found = []

    def note(connection, _cursor, statement, parameters, *_):
        if not statement.startswith(("BEGIN", "EXPLAIN")):
            rows = connection.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.extend(row[3] for row in rows)

    event.listen(lending.database.engine, "before_cursor_execute", note)
    try:
        read()
    finally:
        event.remove(lending.database.engine, "before_cursor_execute", note)
    return found


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.LARGEST, Sort.FILED])
@pytest.mark.parametrize("wanted", WANTED)
def test_no_list_reads_whole_files_beyond_those_it_shows(lending, wanted, sort):
    def read():
        lending.ask(counts_by_verdict, lending.member, WANTED[wanted], law=LAW)
        lending.ask(counts_by_stage, lending.member, WANTED[wanted])
        lending.ask(list_applications, lending.member, WANTED[wanted], law=LAW, sort=sort)

    of_files = [line for line in plans(lending, read) if line.split()[1] == "application"]
    assert of_files
    assert all("COVERING INDEX" in line or "INTEGER PRIMARY KEY" in line for line in of_files), of_files


def test_a_page_of_the_journal_is_found_in_its_index(lending):
    found = plans(lending, lambda: lending.ask(journal, lending.lead, page=1, page_size=2))
    of_journal = [line for line in found if line.split()[1] == "journal_entry"]
    assert of_journal == [
        "SEARCH journal_entry USING INTEGER PRIMARY KEY (rowid=?)",
        "SCAN journal_entry USING COVERING INDEX ix_journal_entry_on_id",
    ]
