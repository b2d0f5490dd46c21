"""Months are closed in order and for good; what belongs to them afterwards lands in the open month."""

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from db.refusals import SameAgain
from db.sampang.fund.moved_by_month import moved_until
from db.sampang.loans.loans import journal, loan_of
from db.sampang.treasury.closing import closings
from db.sampang.treasury.fund_refusals import MonthClosedAlready, MonthNotNext, MonthNotOver, NotYetOpened
from db.tables import ClosedMonthRow, JournalEntryRow
from domain.dates import month_end
from domain.programme import NotAllowed
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.interest_shares import Share
from tests.db.people import a_nonce
from tests.db.races import DONE, at_one_moment, the_one_refused
from tests.db.sampang.kept_totals import look_at_kept_totals, look_at_lending
from tests.db.sampang.killed_closing import JANUARY, STOPS
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.treasury import (
    IN_APRIL,
    LATER,
    a_change,
    a_loan,
    approve,
    close,
    close_until,
    pay,
    pay_out,
    propose,
    remit,
    take_back,
)

ROOT = Path(__file__).resolve().parents[3]
AUGUST_1 = date(2026, 8, 1)
ENTERED_ON = LATER.date()  # in the morning, so the same day in Sampang


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url) as lending:
        lending.url = database_url
        yield lending
        with lending.database.read() as session:
            look_at_kept_totals(session)
            look_at_lending(session)
            look_at_closed_months(session)
        assert sum(lending.balances().values()) == 0


def look_at_closed_months(session):
    """Every closed month stands as it stood when it was closed, and no booking is dated within one anew."""
    for row in session.scalars(select(ClosedMonthRow)):
        moved = moved_until(session, tuple(Account), month_end(row.month))
        stands = dict.fromkeys(Account, 0)
        for (account, _, _), amount in moved.items():
            stands[account] += amount
        assert {str(account): amount for account, amount in stands.items() if amount} == row.balances
        entry = JournalEntryRow
        later = select(func.count()).where(entry.at > row.closed_at, entry.on <= month_end(row.month))
        assert session.scalar(later) == 0


def booked(lending, entry):
    """On which day a booking stands in the journal, and of which day its money is."""
    with lending.database.read() as session:
        row = session.get_one(JournalEntryRow, entry)
        return row.on, row.value_on


def test_a_month_is_closed_with_who_and_when_and_what_the_accounts_stood_at(lending):
    a_loan(lending)
    close_until(lending, 3)
    found = lending.ask(closings, lending.leadership)
    assert [one.month for one in found.closed] == [date(2026, month, 1) for month in (3, 2, 1)]
    assert (found.closed[0].by, found.closed[0].at) == (lending.lead.name, LATER)
    assert [one.entries for one in found.closed] == [2, 1, 1]  # the opening in January, a loan in March
    assert (found.closed_until, found.next_month) == (date(2026, 3, 31), date(2026, 4, 1))


def test_months_are_closed_one_after_the_other_from_that_of_the_opening(lending):
    with pytest.raises(MonthNotNext, match="berikutnya Januari 2026"):
        close(lending, date(2026, 2, 1))
    close(lending, JANUARY)
    with pytest.raises(MonthNotNext, match="berikutnya Februari 2026"):
        close(lending, date(2026, 3, 1))


def test_a_month_that_still_runs_is_not_closed(lending):
    close_until(lending, 7)
    with pytest.raises(MonthNotOver, match="Agustus 2026 belum berakhir"):
        close(lending, AUGUST_1, at=datetime(2026, 8, 31, 16, 59, tzinfo=UTC))  # 23.59 in Sampang
    close(lending, AUGUST_1, at=datetime(2026, 8, 31, 17, 0, tzinfo=UTC))


def test_a_closed_month_is_closed_for_good_and_names_who_did_it(lending):
    close(lending, JANUARY)
    before = lending.office.everything()
    with pytest.raises(MonthClosedAlready, match=lending.lead.name):
        close(lending, JANUARY, who=lending.other_lead)
    assert lending.office.everything() == before


@pytest.mark.parametrize("change", ["UPDATE closed_month SET entries = entries", "DELETE FROM closed_month"])
def test_no_program_opens_it_again(lending, change):
    close(lending, JANUARY)
    with pytest.raises(DBAPIError, match="append-only"), lending.database.write() as session:
        session.execute(text(change))


def test_only_the_lead_closes(lending):
    for who in (lending.officer, lending.member, lending.bank, lending.leadership):
        with pytest.raises(NotAllowed):
            close(lending, JANUARY, who=who)


def test_a_fund_that_is_not_open_has_no_month_to_close(database_url):
    with a_lending_office(database_url, money=0) as lending:
        with pytest.raises(NotYetOpened):
            close(lending, JANUARY)
        assert lending.ask(closings, lending.lead).next_month is None


def test_one_button_pressed_twice_closes_one_month(lending):
    nonce = a_nonce()
    assert close(lending, JANUARY, nonce=nonce) == close(lending, JANUARY, nonce=nonce)
    assert len(lending.ask(closings, lending.lead).closed) == 1


def test_a_payment_of_a_closed_month_is_booked_on_the_day_of_its_entry_and_counts_from_its_own(lending):
    loan = a_loan(lending)
    close_until(lending, 7)
    entry = pay(lending, loan, 100_000, on=IN_APRIL)
    assert booked(lending, entry) == (ENTERED_ON, IN_APRIL)
    (line,) = [one for one in lending.ask(journal, lending.officer).lines if one.id == entry]
    assert (line.on, line.value_on) == (ENTERED_ON, IN_APRIL)
    # Paid on its due day, 2 April, it was never behind.
    assert lending.ask(loan_of, lending.officer, loan.application_id).laid[0].is_paid


def test_whatever_is_written_down_late_lands_in_the_open_month(lending):
    loan = a_loan(lending)
    pay(lending, loan, 100_000)
    close_until(lending, 7)
    late = [
        remit(lending, 60_000, on=date(2026, 5, 4)),
        pay_out(lending, Share.BANK, 10_000, on=date(2026, 6, 5)),
        approve(lending, propose(lending, a_change(5, on=date(2026, 7, 6)))),
    ]
    assert [booked(lending, entry) for entry in late] == [
        (ENTERED_ON, date(2026, 5, 4)),
        (ENTERED_ON, date(2026, 6, 5)),
        (ENTERED_ON, date(2026, 7, 6)),
    ]


def test_what_is_taken_back_of_a_closed_month_is_booked_in_the_open_one(lending):
    loan = a_loan(lending)
    first = pay(lending, loan, 60_000)
    pay(lending, loan, 1_500_000, on=date(2026, 5, 4))
    close_until(lending, 7)
    undone = take_back(lending, first, on=IN_APRIL)
    assert booked(lending, undone) == (ENTERED_ON, IN_APRIL)


def test_money_of_an_open_month_keeps_its_day(lending):
    loan = a_loan(lending)
    close_until(lending, 7)
    entry = pay(lending, loan, 100_000, on=date(2026, 8, 5))
    assert booked(lending, entry) == (date(2026, 8, 5), date(2026, 8, 5))


def test_the_same_slip_is_found_on_either_side_of_a_closing(lending):
    pay(lending, a_loan(lending), 100_000)
    remit(lending, 6_000, on=date(2026, 5, 4), reference="STS 1")
    close_until(lending, 5)
    with pytest.raises(SameAgain):
        remit(lending, 6_000, on=date(2026, 5, 4), reference="STS 1")
    remit(lending, 6_000, on=date(2026, 5, 4), reference="STS 2")
    close(lending, date(2026, 6, 1))
    with pytest.raises(SameAgain):
        remit(lending, 6_000, on=date(2026, 5, 4), reference="STS 2")


def test_of_two_leads_who_close_one_month_one_does_and_the_other_is_told(lending):
    refused = the_one_refused(
        at_one_moment(
            lambda: close(lending, JANUARY, lending.lead), lambda: close(lending, JANUARY, lending.other_lead)
        )
    )
    assert isinstance(refused, MonthClosedAlready)
    assert len(lending.ask(closings, lending.lead).closed) == 1


def test_money_that_comes_while_its_month_is_closed_is_booked_before_or_after_but_never_lost(lending):
    loan = a_loan(lending)
    close_until(lending, 3)
    april = date(2026, 4, 1)
    done = at_one_moment(lambda: pay(lending, loan, 100_000), lambda: close(lending, april))
    assert done == [DONE, DONE]
    with lending.database.read() as session:
        day = session.scalar(select(JournalEntryRow.on).where(JournalEntryRow.kind == "payment"))
    assert day in (IN_APRIL, ENTERED_ON)
    assert lending.balances()["interest_cash"] == 100_000


@pytest.mark.parametrize("stop", STOPS)
def test_after_a_kill_the_month_is_open_and_can_be_closed_once(lending, stop):
    before = lending.office.everything()
    _killed(lending, stop)
    assert lending.office.everything() == before
    assert lending.ask(closings, lending.lead).next_month == JANUARY
    first = close(lending, JANUARY, nonce="killed")
    assert close(lending, JANUARY, nonce="killed") == first
    assert [one.month for one in lending.ask(closings, lending.lead).closed] == [JANUARY]


def _killed(lending, stop):
    child = [sys.executable, "-m", "tests.db.sampang.killed_closing", lending.url]
    with subprocess.Popen(
        [*child, str(lending.lead.id), stop], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "stopped\n"
        process.kill()
    assert process.returncode == -9
