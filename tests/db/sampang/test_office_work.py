"""What waits after the money went out: letters that can go, proposals for the red list, months to close."""

from datetime import date, timedelta

import pytest

from db.sampang.servicing import letters_ready as counting
from db.sampang.servicing.letters_ready import letters_ready
from db.sampang.servicing.red_list import approve_listing, propose_listing
from db.sampang.servicing.red_listed import waiting_listings
from db.sampang.treasury.closing import close_month, months_to_close
from domain.sampang.fund.closed_months import months_over
from domain.sampang.servicing.collecting import LetterKind
from tests.db.sampang.collecting import FIRST_DUE, LISTED_ON, LISTING, ON_TIME, a_loan, at, issue, tell_until
from tests.db.sampang.lending import DAY, a_lending_office


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 10**9) as lending:
        yield lending


def ready(lending, day):
    found = lending.ask(letters_ready, lending.officer, day)
    return found.loans, found.looked_at, found.behind


def test_a_letter_waits_from_the_day_on_which_it_can_go_until_it_went(lending):
    tell_until(lending)
    loan, _ = a_loan(lending)
    a_loan(lending)
    assert ready(lending, FIRST_DUE) == (0, 0, 0)
    assert ready(lending, ON_TIME[LetterKind.WARNING_1]) == (2, 2, 2)
    issue(lending, loan, LetterKind.WARNING_1)
    assert ready(lending, ON_TIME[LetterKind.WARNING_1]) == (1, 2, 2)
    assert ready(lending, ON_TIME[LetterKind.WARNING_2]) == (2, 2, 2)


def test_without_the_banks_data_no_letter_waits(lending):
    a_loan(lending)
    assert ready(lending, ON_TIME[LetterKind.WARNING_1]) == (0, 1, 1)


def test_of_very_many_late_loans_the_longest_behind_are_looked_at(lending, monkeypatch):
    monkeypatch.setattr(counting, "LOOKED_AT", 1)
    tell_until(lending)
    for _ in range(2):
        a_loan(lending)
    found = lending.ask(letters_ready, lending.officer, ON_TIME[LetterKind.WARNING_1])
    assert (found.loans, found.behind, found.is_whole) == (1, 2, False)


def test_a_proposal_for_the_red_list_waits_until_somebody_decides(lending):
    tell_until(lending)
    loan, _ = a_loan(lending)
    assert lending.ask(waiting_listings, lending.lead) == 0
    entry = lending.run(propose_listing, lending.officer, loan, LISTING, at=at(LISTED_ON))
    assert lending.ask(waiting_listings, lending.lead) == 1
    with lending.database.write() as session:
        approve_listing(session, lending.lead, entry, at=at(LISTED_ON))
    assert lending.ask(waiting_listings, lending.lead) == 0


def test_months_wait_once_they_are_over_and_no_longer_once_they_are_closed(lending):
    waiting = lending.ask(months_to_close, lending.lead, DAY)
    assert waiting[-1] == (DAY.replace(day=1) - timedelta(days=1)).replace(day=1)
    lending.run(close_month, lending.lead, waiting[0])
    assert lending.ask(months_to_close, lending.lead, DAY) == waiting[1:]


def test_a_month_that_runs_to_this_very_day_is_not_over():
    assert months_over(date(2026, 1, 1), date(2026, 2, 28)) == (date(2026, 1, 1),)
    assert months_over(date(2026, 1, 1), date(2026, 3, 1)) == (date(2026, 1, 1), date(2026, 2, 1))
    assert months_over(date(2026, 3, 1), date(2026, 3, 31)) == ()
