"""A pile of any size: as few statements as a small one, and the same in the store as one visit at a time."""

from dataclasses import replace

import pytest
from sqlalchemy import event, select

from db import bulk, quick_rows
from db.blitar.caseload.standing import stand_anew
from db.refusals import SameAgain, Wrong
from db.tables import (
    AuditRow,
    ClientRow,
    FollowUpRow,
    RecordedAgainRow,
    VisitImportRow,
    VisitPartRow,
    VisitRow,
    VisitStepRow,
    VisitTaskRow,
)
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.visiting.visit import DayPart, FollowUp
from tests.db.blitar.visiting import Caseload, a_visit, days_before
from tests.db.people import an_office

PARTS = (*DayPart,)
TASKS, REPORTS = (*MentorTask,), (*ReportPart,)


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Caseload(office)


def a_pile(caseload, client, size):
    """Visits to one binaan: three on each day, each with tasks, parts and agreements of its own."""
    agreed = FollowUp(told="Siapkan KTP", due_on=days_before(-30))
    return [
        a_visit(
            caseload.sri,
            client,
            days_before(place // 3),
            day_part=PARTS[place % 3],
            tasks=TASKS[place % 4 : place % 4 + 1 + place % 2],
            parts=REPORTS[place % 5 : place % 5 + 1],
            follow_ups=(agreed,) if place % 4 == 0 else (),
            problem=f"Formulir {place}",
        )
        for place in range(size)
    ]


def sent(caseload, *visits, **more):
    """The statements that taking a pile in needs."""
    statements = []

    def note(_connection, _cursor, statement, *_more):
        statements.append(statement)

    engine = caseload.office.database.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        caseload.take_in(*visits, **more)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return statements


def stored(caseload):
    """All visits with what hangs on them, without their numbers, and where their binaan stand."""
    hanging = {
        VisitTaskRow: ("task",),
        VisitPartRow: ("part",),
        FollowUpRow: ("client_id", "told", "due_on", "doer", "state"),
        VisitStepRow: ("state", "note"),
    }
    plain = ("version", "state", "mentor_id", "place", "day_part", "district_code", "agency", "body")
    with caseload.office.database.read() as session:
        visits = {}
        for row in session.scalars(select(VisitRow)):
            told = [getattr(row, name) for name in plain]
            for table, names in hanging.items():
                those = session.scalars(select(table).where(table.visit_id == row.id))
                told.append(sorted([str(getattr(one, name)) for name in names] for one in those))
            visits[row.client_id, row.on, row.day_part] = told
        row = ClientRow
        chosen_by = (row.waits_since, row.movement, row.agreed_open, row.agreed_due, row.shown)
        stand = session.execute(select(row.id, row.stage, row.last_visit_on, *chosen_by)).all()
    return visits, sorted(map(tuple, stand))


def test_a_large_pile_needs_as_many_statements_as_a_small_one(caseload):
    small, large = caseload.binaan("Satu"), caseload.binaan("Dua")
    few = sent(caseload, *a_pile(caseload, small, 8))
    many = sent(caseload, *a_pile(caseload, large, 80))
    assert len(few) == len(many)
    assert len(many) < 50


def test_no_statement_grows_with_the_binaan_of_a_pile(caseload):
    few, many = ([caseload.binaan(f"Usaha {place}") for place in range(size)] for size in (2, 9))
    visits = [sent(caseload, *(a_pile(caseload, one, 1)[0] for one in some)) for some in (few, many)]
    assert [len(one) for one in visits[0]] == [len(one) for one in visits[1]]


def test_a_pile_in_several_pieces_is_stored_as_visits_that_are_saved_one_by_one(caseload, monkeypatch):
    monkeypatch.setattr(bulk, "PIECE", 4)
    monkeypatch.setattr(quick_rows, "_FEW", 1)
    # Not in order: the pieces follow the pile, and binaan come back in later ones.
    alone, together = [caseload.binaan("Satu")], [caseload.binaan("Dua")]
    visits = [one for one in a_pile(caseload, alone[0], 18) if one.on.toordinal() % 2]
    for visit in visits:
        caseload.save(visit, actor=caseload.facilitator)
    one_by_one, _ = stored(caseload)
    caseload.take_in(*(replace(one, client_id=together[0]) for one in reversed(visits)))
    both, stand = stored(caseload)
    in_pile = {(alone[0], *key[1:]): told for key, told in both.items() if key[0] == together[0]}
    assert len(in_pile) == len(visits) > 4

    def without_binaan(told):
        body = {**told[7], "client_id": None}
        agreed = [[None, *one[1:]] for one in told[10]]
        return [*told[:7], body, told[8], told[9], agreed, told[11]]

    assert {key: without_binaan(told) for key, told in in_pile.items()} == {
        key: without_binaan(told) for key, told in one_by_one.items()
    }
    assert stand[0][1:] == stand[1][1:]


def test_where_binaan_stand_after_a_pile_is_what_is_worked_out_anew(caseload, monkeypatch):
    monkeypatch.setattr(bulk, "PIECE", 3)
    clients = [caseload.binaan(f"Usaha {place}") for place in range(5)]
    caseload.take_in(*(replace(one, client_id=two) for two in clients for one in a_pile(caseload, two, 2)))
    _, kept = stored(caseload)
    with caseload.office.database.write() as session:
        stand_anew(session, None)
    assert stored(caseload)[1] == kept
    assert {agreed for *_, agreed, _, _ in kept} == {1}


# PostgreSQL counts the rows by itself.
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_open_is_looked_for_by_the_binaan_before_the_rows_were_ever_counted(caseload):
    plans = []

    def note(connection, _cursor, statement, parameters, _context, many):
        if statement.startswith("UPDATE client"):
            told = parameters[0] if many else parameters
            plans.extend(connection.connection.cursor().execute(f"EXPLAIN QUERY PLAN {statement}", told))

    engine = caseload.office.database.engine
    client = caseload.binaan()
    event.listen(engine, "before_cursor_execute", note)
    caseload.take_in(*a_pile(caseload, client, 5))
    event.remove(engine, "before_cursor_execute", note)
    looked_for = [step for *_, step in plans if "follow_up" in step]
    assert looked_for
    assert all("(client_id=?" in step for step in looked_for)


def test_what_is_wrong_in_the_last_piece_keeps_the_first_out(caseload, monkeypatch):
    monkeypatch.setattr(bulk, "PIECE", 2)
    visits = a_pile(caseload, caseload.binaan(), 7)
    with pytest.raises(Wrong, match="belum terjadi"):
        caseload.take_in(*visits[:-1], replace(visits[-1], on=days_before(-1)))
    with pytest.raises(Wrong, match="baris sebelumnya"):
        caseload.take_in(*visits, visits[0])
    assert caseload.office.count(VisitRow) == caseload.office.count(VisitImportRow) == 0


def test_a_second_visit_of_a_day_is_asked_about_also_when_the_first_is_pieces_above(caseload, monkeypatch):
    monkeypatch.setattr(bulk, "PIECE", 2)
    first, *others = a_pile(caseload, caseload.binaan(), 12)[::3]
    again = replace(first, day_part=DayPart.AFTERNOON)
    with pytest.raises(SameAgain) as refused:
        caseload.take_in(first, *others, again, again_because="")
    assert [one.sentence for one in refused.value.earlier] == [
        "Kunjungan dalam kiriman ini ke Warung Bu Ani, 2 Maret 2026, Pagi (sebelum 11.00), oleh Pendamping "
        "yang sama; dicatat Orang Fasilitator, 2 Maret 2026 10.14."
    ]
    caseload.take_in(first, *others, again, again_because="Dua kali bertemu")
    with caseload.office.database.read() as session:
        (reason,) = session.scalars(select(RecordedAgainRow))
        visit = session.get_one(VisitRow, reason.row_id)
        trail = session.scalars(select(AuditRow).where(AuditRow.action == "import_visits")).one()
    assert (reason.because, visit.day_part) == ("Dua kali bertemu", DayPart.AFTERNOON)
    told = {path: value for path, value in trail.after.items() if path.startswith("again.")}
    assert told == {"again.because": "Dua kali bertemu", "again.visits.0": reason.row_id}


def test_whoever_waits_for_a_pile_is_told_how_far_it_is(caseload, monkeypatch):
    monkeypatch.setattr(bulk, "PIECE", 2)
    told = []
    caseload.take_in(*a_pile(caseload, caseload.binaan(), 6), progress=told.append)
    assert told == sorted(told)
    assert len(told) >= 9
    assert 0 < told[0] < told[-1] <= 1
