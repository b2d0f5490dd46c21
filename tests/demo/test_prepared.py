"""The prepared demos are what the verbs would do, fit the program, and hold what they promise all week."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import event, insert, select

from db.all_rows import read_all_rows
from db.opening import demo_until, open_demo
from db.tables import AuditRow, PersonRow, VisitStepRow
from demo import loading
from demo.blitar.days import days_of
from demo.loading import load_demo
from demo.prepared.grid import day_for, days_to_prepare, moment_of
from demo.prepared.made_of import fingerprint
from demo.prepared.prepared_days import PreparedDays, written
from demo.through_verbs import load_through_verbs
from domain.blitar.programme import BLITAR
from domain.dates import JAKARTA
from domain.programmes import PROGRAMMES
from domain.working_days import monday_of

AGAIN = "what is prepared is out of date: run `python -m scripts.keep_demo`"
PREPARED = PreparedDays()
DAY = PREPARED.days[0]
THURSDAY = moment_of(DAY) + timedelta(days=3, hours=2)
YEAR = list(days_to_prepare(date(2026, 11, 26), date(2027, 11, 30)))


@pytest.fixture
def database(empty_database_url):
    database = open_demo(empty_database_url)
    yield database
    database.close()


def _rows(database):
    with database.engine.connect() as connection:
        return read_all_rows(connection)


def test_the_prepared_days_are_made_of_these_tables_these_rules_and_this_demo():
    assert PREPARED.made_of == fingerprint(), AGAIN


@pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
def test_what_is_prepared_is_row_by_row_what_the_verbs_do(database):
    with database.write() as session:
        load_through_verbs(session, today=DAY, now=moment_of(DAY))
    done, kept = _rows(database), PREPARED.rows_of(DAY)
    assert [table for table in done if done[table] != kept.get(table)] == [], AGAIN


def test_in_the_same_week_the_demo_is_put_in_at_once_with_a_few_statements(database):
    asked = []
    event.listen(database.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert load_demo(database, today=THURSDAY.date(), now=THURSDAY)
    assert written(_rows(database)) == written(PREPARED.rows_of(DAY))
    assert demo_until(database) == DAY
    assert sum(one.startswith("INSERT") for one in asked) <= len(PREPARED.rows_of(DAY)) + 1


def test_after_the_prepared_rows_the_numbers_go_on(database):
    load_demo(database, today=THURSDAY.date(), now=THURSDAY)
    last = PREPARED.rows_of(DAY)
    with database.write() as session:
        for table in (AuditRow, PersonRow, VisitStepRow):
            copied = session.execute(select(table.__table__).limit(1)).mappings().one()
            values = {name: value for name, value in copied.items() if name not in ("id", "email")}
            made = session.execute(insert(table).values(values).returning(table.id)).scalar_one()
            assert made == max(last[table.__tablename__]["id"]) + 1


def test_what_is_prepared_goes_in_once(database):
    assert load_demo(database, today=THURSDAY.date(), now=THURSDAY)
    before = _rows(database)
    later = THURSDAY + timedelta(days=60)
    assert not load_demo(database, today=later.date(), now=later)
    assert _rows(database) == before


@pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("now", "programmes", "made_of"),
    [
        (datetime(2011, 5, 4, 9, tzinfo=JAKARTA), PROGRAMMES, fingerprint()),
        (THURSDAY, [BLITAR], fingerprint()),
        (THURSDAY, PROGRAMMES, "of other tables"),
    ],
    ids=["another year", "one programme", "other tables"],
)
def test_what_does_not_fit_is_done_through_the_verbs(database, monkeypatch, now, programmes, made_of):
    done = []
    monkeypatch.setattr(loading, "load_through_verbs", lambda session, *, now, **more: done.append(now))
    monkeypatch.setattr(loading, "fingerprint", lambda: made_of)
    assert load_demo(database, today=now.date(), now=now, programmes=programmes)
    assert done == [now]
    assert not any(_rows(database)["person"].values())
    assert demo_until(database) == now.date()


def test_a_day_comes_back_from_its_file_as_it_was_kept(tmp_path):
    days = PreparedDays(tmp_path / "days")
    rows = {date(2026, 1, 5) + timedelta(weeks=week): {"visit": {"id": [week, 7]}} for week in range(20)}
    days.keep({day: written(told) for day, told in rows.items()}, "of this")
    assert days.days == sorted(rows)
    assert {day: days.rows_of(day) for day in days.days} == rows
    days.keep({date(2030, 1, 7): written({"visit": {"id": [1]}})}, "of that")
    assert (days.days, days.made_of) == ([date(2030, 1, 7)], "of that")


def test_every_moment_of_the_year_is_served_by_a_day_of_its_last_week():
    moment, end = moment_of(YEAR[0]), moment_of(YEAR[-1])
    while moment < end:
        day = day_for(moment, YEAR)
        assert day is not None
        assert timedelta(0) <= moment - moment_of(day) < timedelta(days=7)
        moment += timedelta(hours=8)


def test_before_the_first_day_and_a_week_after_the_last_nothing_is_prepared():
    assert day_for(moment_of(YEAR[0]) - timedelta(minutes=1), YEAR) is None
    late = datetime.combine(YEAR[-1] + timedelta(days=8), time(0, 1), JAKARTA)
    assert day_for(late, YEAR) is None


@pytest.mark.parametrize(("day", "following"), list(zip(YEAR, YEAR[1:], strict=False)), ids=str)
def test_until_the_next_prepared_day_the_demo_keeps_what_it_promises(day, following):
    last, story = following - timedelta(days=1), days_of(day)
    assert story.open_until >= last  # one can still register for the round
    assert min(story.contract_until, story.soon_over, story.covered_until) >= last
    assert monday_of(last) == story.mondays[-1]  # this week is planned
