"""The demo's bank has told of every month, mostly in time, and nothing that it told is booked twice."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from db.sampang.bank_files.coverage import bank_data_until, covered_days
from db.tables import BankRowRow
from demo.sampang.older.old_register import old_loans
from domain.sampang.bank_file.bank_coverage import duties, is_late
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from tests.demo.loaded_demo import whole_demo_on
from tests.demo.test_demo_files import TODAY, _moment


@pytest.fixture(scope="module")
def store():
    database = whole_demo_on(TODAY, _moment(TODAY))
    yield database
    database.close()


def test_the_bank_s_data_reach_to_the_last_office_day_and_two_months_of_twelve_were_late(store):
    with store.read() as session:
        until, covered = bank_data_until(session), covered_days(session)
    assert until == TODAY - timedelta(days=1) == date(2026, 3, 30)
    assert not is_late(until, TODAY)
    told = duties(covered, TODAY, 12)
    assert [one.is_late for one in told].count(True) == 2
    assert all(one.came_in for one in told)


def test_what_the_bank_tells_is_booked_of_older_loans_and_known_by_the_office_s_slips_of_its_own(store):
    with store.read() as session:
        rows = session.scalars(select(BankRowRow)).all()
        older = [row for row in rows if row.number.startswith("518/")]
        own = [row for row in rows if row not in older]
    assert {(row.kind, row.state) for row in older} == {(RowKind.MATCHED, RowState.POSTED)}
    assert {(row.kind, row.state) for row in own} == {(RowKind.DUPLICATE, RowState.WAITING)}
    assert len(older) == sum(len(one.since) for one in old_loans(TODAY))
