"""What the books know for a projection: the plans of running loans by month, the queue, and their history."""

from datetime import date

import pytest

from db.sampang import fund_projection
from db.sampang.fund_over_time import fund_over_time
from db.sampang.fund_projection import known_for_projection, lending_last_year
from db.sampang.loans.loans import loan_of
from db.tables import ApplicationRow
from domain.regulation.assessment import Verdict
from domain.sampang.application import EarlierLoan
from domain.sampang.origination.stages import Stage
from domain.sampang.projection.projection_known import Waiting
from domain.sampang.projection.projection_start import WantedLending
from tests.db.sampang.lending import ASKED, DAY, a_lending_office
from tests.db.sampang.treasury import pay

MILLION = 1_000_000
# Rp20.000.000 for 24 months, four of them grace: Rp100.000 of interest a month, then also Rp1.000.000.
IN_DECEMBER = date(2026, 12, 1)


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url) as lending:
        yield lending


def known(lending, day=DAY, who=None):
    return lending.ask(known_for_projection, who or lending.lead, day)


def bank_data_until(monkeypatch, day):
    monkeypatch.setattr(fund_projection, "bank_data_until", lambda session: day)


def test_a_running_loan_brings_what_its_plan_says_month_by_month(lending):
    lending.file_at(Stage.DISBURSED)
    found = known(lending)
    assert found.principal == (0,) * 5 + (MILLION,) * 20
    assert found.interest == (0,) + (100_000,) * 24
    assert (found.loans, found.overdue, found.macet, found.history) == (1, 0, 0, None)
    assert found.cash == 80 * MILLION


def test_the_principal_is_that_of_the_forecast_by_the_plan(lending):
    loan = lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED))
    pay(lending, loan, 4 * 100_000 + 1_100_000 + 300_000)
    found, forecast = known(lending, IN_DECEMBER), lending.ask(fund_over_time, lending.lead, IN_DECEMBER)
    assert sum(found.principal) == sum(forecast.coming.values())
    assert found.overdue == forecast.overdue


def test_what_is_approved_waits_before_what_qualifies_and_what_is_not_judged_waits_not_at_all(lending):
    qualifying, drafted = lending.file_at(Stage.FILED), lending.file_at(Stage.DRAFT)
    lending.file_at(Stage.APPROVED)
    lending.file_at(Stage.FILED)
    with lending.database.write() as session:
        for file in (qualifying, drafted):
            session.get_one(ApplicationRow, file).verdict = Verdict.QUALIFIES
    found = known(lending)
    assert found.queue == (Waiting(ASKED, 24), Waiting(ASKED, 24))
    assert found.approved == 1


def test_who_never_borrowed_is_served_before_who_filed_earlier_and_did(lending):
    again = EarlierLoan(borrowed_before=True)
    again_first = lending.file_at(Stage.FILED, earlier=again, filed_on=date(2026, 2, 2), term_months=12)
    new_later = lending.file_at(Stage.FILED)
    with lending.database.write() as session:
        for file in (again_first, new_later):
            session.get_one(ApplicationRow, file).verdict = Verdict.QUALIFIES
    assert [one.tenor for one in known(lending).queue] == [24, 12]  # VIII.5.g


def test_a_macet_loan_brings_nothing_and_counts_as_one_default(lending, monkeypatch):
    lending.file_at(Stage.DISBURSED)
    bank_data_until(monkeypatch, date(2026, 11, 30))
    found = known(lending, IN_DECEMBER)
    assert (sum(found.principal), sum(found.interest), found.loans) == (0, 0, 0)
    # It was lent on 9 March: by December five parts of principal are overdue, the other fifteen to come.
    assert (found.overdue, found.macet) == (4 * MILLION, 16 * MILLION)
    assert (found.history.defaulted, found.history.loan_months) == (1, 1)


def test_without_the_banks_data_nobody_is_macet_and_there_is_no_history(lending):
    lending.file_at(Stage.DISBURSED)
    found = known(lending, IN_DECEMBER)
    assert found.history is None
    assert sum(found.principal) == 16 * MILLION


def test_lending_starts_with_what_was_lent_in_the_last_year_or_with_nothing(lending):
    assert lending.ask(lending_last_year, lending.lead, DAY) is None
    lending.file_at(Stage.DISBURSED)
    assert lending.ask(lending_last_year, lending.lead, IN_DECEMBER) == WantedLending(
        a_month=1, amount=20 * MILLION, tenor=24
    )
