"""A process that is killed while it pays out leaves nothing, and the same press then pays out once."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.tables import InstalmentRow, JournalEntryRow, LoanRow
from domain.sampang.origination.stages import Stage
from tests.db.sampang.killed_child import STOPS
from tests.db.sampang.lending import ASKED, a_lending_office

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 2 * ASKED) as lending:
        lending.url = database_url
        yield lending


@pytest.mark.parametrize("stop", STOPS)
def test_after_a_kill_there_is_no_loan_and_no_booking_and_it_can_be_done_again_once(lending, stop):
    file = lending.file_at(Stage.REQUESTED)
    before = lending.office.everything()
    _killed(lending, file, stop)
    assert lending.office.everything() == before
    assert lending.stage(file) is Stage.REQUESTED
    assert lending.press("disburse", file, nonce="killed").already_done is False
    assert lending.press("disburse", file, nonce="killed").already_done is True
    with lending.database.read() as session:
        counted = [
            session.scalar(select(func.count()).select_from(table))
            for table in (LoanRow, InstalmentRow, JournalEntryRow)
        ]
    assert counted == [1, 24, 2]  # the journal also has the opening balance
    assert lending.balances() == {
        "fund_cash": 20_000_000,
        "loans": 20_000_000,
        "capital": -40_000_000,
        "costs_cash": 350_000,
        "insurance_payable": -100_000,
        "notary_payable": -200_000,
        "land_check_payable": -50_000,
    }


def _killed(lending, file, stop):
    child = [sys.executable, "-m", "tests.db.sampang.killed_child", lending.url]
    with subprocess.Popen(
        [*child, str(lending.lead.id), str(file), stop], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "stopped\n"
        process.kill()
    assert process.returncode == -9
