"""Totals kept with each booking: what the journal comes to, read without it, and never half written."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from alembic import command
from sqlalchemy import delete

from db.plain import from_plain
from db.sampang.district_figures import district_figures
from db.sampang.fund.books import account_balances, fund_months
from db.sampang.fund.fund_at_meeting import fund_before, fund_from_journal
from db.sampang.fund.opening_balance import fund
from db.sampang.fund.totals_anew import kept, make_anew
from db.sampang.headlines import sampang_summary
from db.sampang.loans.loans import journal, loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.sampang.origination.kin import kin
from db.sampang.origination.meetings import decide, decided_at
from db.schema import bring_up_to_date, configured, exclusively
from db.tables import AccountMonthRow, LendingMonthRow, LoanProgressRow, MeetingRow, PrincipalDueRow
from domain.sampang.fund.money_in import Payment, ReversalAsked
from domain.sampang.fund.position import Position
from domain.sampang.origination.stages import Stage
from tests.db.people import a_nonce
from tests.db.sampang.kept_totals import look_at_kept_totals, look_at_lending
from tests.db.sampang.lending import APPROVAL, a_lending_office, a_nik
from tests.db.statements import asked

LATER = datetime(2028, 6, 1, tzinfo=UTC)
IN_JUNE = date(2026, 6, 20)


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 10**9) as lending:
        yield lending


def pay(lending, file, amount, on=IN_JUNE, at=LATER):
    loan = lending.ask(loan_of, lending.lead, file)
    received = Payment(amount=amount, on=on, reference=f"STS {a_nonce()}")
    return lending.run(record_payment, lending.officer, loan.id, received, at=at)


def reverse(lending, entry):
    asked_for = ReversalAsked(reason="salah nomor")
    proposal = lending.run(propose_reversal, lending.officer, entry, asked_for, at=LATER)
    with lending.database.write() as session:
        approve_reversal(session, lending.lead, proposal, on=date(2026, 7, 1), at=LATER)


def worked(lending):
    """Three loans: one of which nothing was paid, one in the middle, one with a payment taken back.

    Of the Rp3.456.789 seven months take Rp100.000 interest each, so that Rp2.756.789 is principal.
    """
    files = [lending.file_at(Stage.DISBURSED) for _ in range(3)]
    lending.file_at(Stage.APPROVED)
    pay(lending, files[1], 3_456_789)
    reverse(lending, pay(lending, files[2], 22_400_000))
    pay(lending, files[2], 100_000, on=date(2026, 4, 2))
    return files


def test_every_kept_total_is_what_the_journal_comes_to(lending):
    worked(lending)
    with lending.database.read() as session:
        look_at_kept_totals(session)
        look_at_lending(session)


def test_totals_that_were_lost_are_made_anew(lending):
    worked(lending)
    with lending.database.read() as session:
        before = kept(session)
    with lending.database.write() as session:
        for table in (AccountMonthRow, LendingMonthRow, LoanProgressRow, PrincipalDueRow):
            session.execute(delete(table))
    with lending.database.write() as session:
        make_anew(session)
    with lending.database.read() as session:
        assert kept(session) == before


def test_an_older_database_has_its_totals_filled_when_it_is_opened(lending):
    pay(lending, lending.file_at(Stage.DISBURSED), 3_456_789)
    decided = lending.file_at(Stage.SURVEYED)
    lending.run(decide, lending.member, lending.meeting, decided, APPROVAL, at=LATER)
    with lending.database.read() as session:
        before, found = kept(session), session.get_one(MeetingRow, lending.meeting).fund_found
    with exclusively(lending.database) as connection:
        command.downgrade(configured(connection), "0018")
    bring_up_to_date(lending.database)
    with lending.database.read() as session:
        look_at_kept_totals(session)
        assert kept(session) == before
        again = session.get_one(MeetingRow, lending.meeting).fund_found
        # With what the fund was opened no meeting tells; what it kept before does not know it.
        assert from_plain(Position, again) == replace(from_plain(Position, found), opened_with=0)


def test_a_meeting_keeps_the_fund_that_the_journal_shows_of_its_first_decision(lending):
    paid_back = worked(lending)[1]
    for minute in (1, 2):
        file, at = lending.file_at(Stage.SURVEYED), LATER.replace(minute=minute)
        lending.run(decide, lending.member, lending.meeting, file, APPROVAL, at=at)
        pay(lending, paid_back, 1_100_000, at=at.replace(second=30))
    with lending.database.read() as session:
        row = session.get_one(MeetingRow, lending.meeting)
        assert fund_before(session, lending.lead, row.id).lent == 57_243_211  # of 60 million came back
        assert fund_before(session, lending.lead, row.id) == fund_from_journal(session, row)


READINGS = {
    "the fund": lambda s, who: fund(s, who),
    "its accounts": lambda s, who: account_balances(s, who),
    "its months": lambda s, who: fund_months(s, who, date(2028, 6, 1)),
    "the map": lambda s, who: district_figures(s, who, date(2028, 6, 1)),
    "the summary": lambda s, who: sampang_summary(s, who, date(2028, 6, 1)),
}


@pytest.mark.parametrize("name", READINGS)
def test_no_screen_sums_the_journal(lending, name):
    worked(lending)
    with asked(lending.database) as statements, lending.database.read() as session:
        READINGS[name](session, lending.leadership)
    of_journal = [one for one in statements if "posting" in one]
    # What was booked after the day is looked for in the rest of its month alone.
    assert all('"on" >' in one and '"on" <=' in one for one in of_journal), of_journal


def test_a_booking_costs_four_questions_more_than_its_own_rows(lending):
    file = lending.file_at(Stage.REQUESTED)
    with asked(lending.database) as statements:
        lending.press("disburse", file)
    written = [one for one in statements if one.startswith("INSERT INTO")]
    kept_in = ("account_month", "loan_progress", "lending_month", "principal_due", "file_count")
    assert [sum(name in one for one in written) for name in kept_in] == [1, 1, 1, 1, 1]


def test_kin_cost_the_same_few_questions_however_many_they_are(lending):
    nik, costs = a_nik(), []
    mine = lending.file_at(Stage.FILED, nik=nik)
    for more in (1, 3):
        for _ in range(more):
            pay(lending, lending.file_at(Stage.DISBURSED, spouse_nik=nik), 22_400_000)
        with asked(lending.database) as statements:
            assert lending.ask(kin, lending.member, mine)
        costs.append(len(statements))
    assert costs[0] == costs[1]


def test_a_page_of_the_journal_costs_the_same_few_questions_and_tells_how_many_there_are(lending):
    worked(lending)
    page = lending.ask(journal, lending.lead, page=2, page_size=3)
    # Opened, three paid out, three paid in, one taken back with what moved on both of its days.
    assert (len(page.lines), page.total) == (3, 10)
    ids = [
        line.id
        for number in (1, 2, 3, 4)
        for line in lending.ask(journal, lending.lead, page=number, page_size=3).lines
    ]
    assert sorted(ids) == list(range(1, 11))


def test_what_a_meeting_decided_is_read_at_once(lending):
    costs = []
    for more in (1, 4):
        for _ in range(more):
            lending.press("approve", lending.file_at(Stage.SURVEYED))
        with asked(lending.database) as statements:
            lending.ask(decided_at, lending.member, lending.meeting)
        costs.append(len(statements))
    assert costs[0] == costs[1]
