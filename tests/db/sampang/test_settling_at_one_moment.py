"""Two people settle one loan at a moment, or the process dies on the way: once, or not at all."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.sampang.fund.totals_anew import kept, made_anew
from db.sampang.loans.loans import loan_of
from db.sampang.settlement_refusals import LoanEnded, QuoteOutOfDate
from db.tables import SettlementRow
from tests.db.races import at_one_moment as together
from tests.db.races import the_one_refused
from tests.db.sampang.killed_child import STOPS
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.settling import TAKEN_ON, a_running_loan, pay, quote, settle

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 10**9) as lending:
        lending.url = database_url
        yield lending


def settlements(lending):
    with lending.database.read() as session:
        assert kept(session) == made_anew(session)
        return session.scalar(select(func.count()).select_from(SettlementRow))


def test_of_two_quotes_of_one_loan_taken_up_at_one_moment_one_settles_it(lending):
    loan = a_running_loan(lending)
    first, second = quote(lending, loan), quote(lending, loan)
    refused = the_one_refused(together(lambda: settle(lending, first), lambda: settle(lending, second)))
    assert isinstance(refused, LoanEnded)
    assert settlements(lending) == 1
    assert sum(lending.balances().values()) == 0


def test_a_payment_and_a_settlement_at_one_moment_do_not_both_pass(lending):
    loan = a_running_loan(lending)
    number = quote(lending, loan)
    refused = the_one_refused(
        together(lambda: settle(lending, number), lambda: pay(lending, loan, 5, TAKEN_ON))
    )
    assert isinstance(refused, LoanEnded | QuoteOutOfDate)
    assert settlements(lending) == int(isinstance(refused, LoanEnded))


@pytest.mark.parametrize("stop", STOPS)
def test_after_a_kill_the_loan_still_runs_and_can_be_settled_once(lending, stop):
    loan = a_running_loan(lending)
    number = quote(lending, loan)
    before = lending.office.everything()
    _killed(lending, number, stop)
    assert lending.office.everything() == before
    entry = settle(lending, number, reference="STS K", nonce="killed")
    assert settle(lending, number, reference="STS K", nonce="killed") == entry
    assert (settlements(lending), lending.ask(loan_of, lending.lead, loan.application_id).owed) == (1, 0)


def _killed(lending, number, stop):
    child = [sys.executable, "-m", "tests.db.sampang.killed_settling", lending.url]
    with subprocess.Popen(
        [*child, str(lending.officer.id), str(number), stop], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "stopped\n"
        process.kill()
    assert process.returncode == -9
