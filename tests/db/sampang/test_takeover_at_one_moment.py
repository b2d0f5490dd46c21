"""Two people approve one takeover at a moment, or the process dies on the way: once, or not at all."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.refusals import Wrong
from db.sampang.takeover.proposing import AlreadyTakenOver
from db.tables import JournalEntryRow, LoanRow, TakenOverLoanRow
from tests.db.races import at_one_moment as together
from tests.db.races import the_one_refused
from tests.db.sampang.kept_totals import look_at_kept_totals
from tests.db.sampang.killed_takeover import STOPS
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.taking_over import BEHIND, a_takeover, an_old_loan, approve, propose

ROOT = Path(__file__).resolve().parents[3]
MANY = 5


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 10**9) as lending:
        lending.url = database_url
        yield lending


def proposed(lending):
    loans = [an_old_loan(BEHIND) for _ in range(MANY)]
    return propose(lending, a_takeover(*loans, principal=MANY * 17_000_000))


def taken_over(lending):
    """How many loans, agreements and bookings there are; the journal also has the opening balance."""
    with lending.database.read() as session:
        look_at_kept_totals(session)
        tables = (LoanRow, TakenOverLoanRow, JournalEntryRow)
        return [session.scalar(select(func.count()).select_from(table)) for table in tables]


def test_of_two_approvals_at_one_moment_one_takes_the_loans_over(lending):
    number = proposed(lending)
    refused = the_one_refused(together(*[lambda: approve(lending, number)] * 2))
    assert isinstance(refused, AlreadyTakenOver)
    assert taken_over(lending) == [MANY, MANY, MANY + 1]
    assert sum(lending.balances().values()) == 0


def test_of_two_proposals_of_one_loan_at_one_moment_one_stands(lending):
    told = a_takeover(an_old_loan(BEHIND), principal=17_000_000)
    assert isinstance(the_one_refused(together(*[lambda: propose(lending, told)] * 2)), Wrong)


@pytest.mark.parametrize("stop", STOPS)
def test_after_a_kill_nothing_was_taken_over_and_it_can_be_done_once(lending, stop):
    number = proposed(lending)
    before = lending.office.everything()
    child = [sys.executable, "-m", "tests.db.sampang.killed_takeover", lending.url]
    with subprocess.Popen(
        [*child, str(lending.lead.id), str(number), stop], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "stopped\n"
        process.kill()
    assert process.returncode == -9
    assert lending.office.everything() == before
    assert approve(lending, number) == MANY
    assert taken_over(lending) == [MANY, MANY, MANY + 1]
