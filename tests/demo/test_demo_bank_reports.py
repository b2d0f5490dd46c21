"""The demo's bank has told of every month, mostly in time, and nothing that it told is booked twice."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from db.sampang.bank_files.coverage import bank_data_until, covered_days
from db.sampang.fund.ledger import entries_in
from db.tables import BankRowRow
from domain.sampang.bank_file.bank_coverage import duties, is_late
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from tests.demo.loaded_demo import whole_demo_on
from tests.demo.test_demo_files import TODAY, _moment


@pytest.fixture(scope="module")
def store():
    database = whole_demo_on(TODAY, _moment(TODAY))
    yield database
    database.close()


def test_the_bank_s_data_reach_to_the_end_of_the_month_before_and_two_months_of_twelve_were_late(store):
    with store.read() as session:
        until, covered = bank_data_until(session), covered_days(session)
    assert until == TODAY.replace(day=1) - timedelta(days=1) == date(2026, 2, 28)
    assert not is_late(until, TODAY)
    told = duties(covered, TODAY, 12)
    assert [one.is_late for one in told].count(True) == 2
    assert all(one.came_in for one in told)


def test_what_the_bank_tells_the_office_has_booked_by_its_slips_and_nothing_is_booked_twice(store):
    with store.read() as session:
        rows = session.scalars(select(BankRowRow)).all()
        assert {row.kind for row in rows} == {RowKind.DUPLICATE}
        assert {row.state for row in rows} == {RowState.WAITING}
        assert len(rows) < entries_in(session)
