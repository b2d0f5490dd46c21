"""The account of a loan in the store: its bookings by the days on which they count; amounts by hand."""

from datetime import UTC, date, datetime
from itertools import count

import pytest

from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.sampang.servicing.accounts import account_of
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.money_in import Payment, ReversalAsked
from domain.sampang.origination.stages import Stage
from domain.sampang.servicing.loan_state import LoanState
from tests.db.sampang.lending import a_lending_office
from tests.db.statements import asked

# Rp20.000.000 for 24 months from 2 March 2026: Rp100.000 a month, from the fifth month also Rp1.000.000.
LATER = datetime(2026, 9, 10, tzinfo=UTC)
TODAY = date(2026, 9, 10)
APRIL, AUGUST, SEPTEMBER = date(2026, 4, 2), date(2026, 8, 2), date(2026, 9, 2)
_slips = count(1)


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


@pytest.fixture
def file(lending):
    return lending.file_at(Stage.DISBURSED)


def pay(lending, file, amount, on, at=LATER):
    loan = lending.ask(loan_of, lending.lead, file)
    received = Payment(amount=amount, on=on, reference=f"STS {next(_slips)}")
    return lending.run(record_payment, lending.officer, loan.id, received, at=at)


def take_back(lending, entry, on=TODAY):
    proposal = lending.run(propose_reversal, lending.officer, entry, ReversalAsked(reason="keliru"), at=LATER)
    with lending.database.write() as session:
        approve_reversal(session, lending.lead, proposal, on=on, at=LATER)


def account(lending, file, day=TODAY):
    return lending.ask(account_of, lending.officer, file, day)


def told(found):
    return [(one.kind.value, one.on, one.principal, one.interest, one.owed) for one in found.lines]


def test_a_file_that_was_not_paid_out_has_no_account(lending):
    assert account(lending, lending.file_at(Stage.APPROVED)) is None


def test_each_booking_stands_on_its_day_with_what_was_left_after_it(lending, file):
    pay(lending, file, 400_000, APRIL)
    pay(lending, file, 1_100_000, AUGUST)
    found = account(lending, file)
    assert told(found) == [
        ("payment", APRIL, 0, 400_000, 20_000_000),
        ("payment", AUGUST, 1_000_000, 100_000, 19_000_000),
    ]
    # The instalment of 2 September is behind since 3 September.
    assert (found.account.arrears.since, found.account.arrears.amount) == (SEPTEMBER, 1_100_000)
    assert found.account.state is LoanState.BEHIND


def test_money_booked_late_stands_first_and_what_it_moved_stands_beside_the_later(lending, file):
    pay(lending, file, 600_000, AUGUST)  # 500.000 interest, 100.000 of the principal
    pay(lending, file, 450_000, APRIL)
    assert told(account(lending, file)) == [
        ("payment", APRIL, 0, 450_000, 20_000_000),
        ("payment", AUGUST, 100_000, 500_000, 19_900_000),
        ("reallocation", AUGUST, 450_000, -450_000, 19_450_000),
    ]


def test_a_payment_that_was_taken_back_says_so_and_gives_no_receipt(lending, file):
    first = pay(lending, file, 400_000, APRIL)
    pay(lending, file, 1_100_000, AUGUST)
    take_back(lending, first)
    found = account(lending, file)
    assert [(one.kind, one.is_taken_back) for one in found.lines] == [
        (EntryKind.PAYMENT, True),
        (EntryKind.PAYMENT, False),
        (EntryKind.REVERSAL, False),
    ]
    # What stays is 1.100.000: five months of interest, and 600.000 of the fifth month's principal.
    assert (found.account.owed, found.account.paid) == (19_400_000, 1_100_000)


def test_a_receipt_keeps_what_was_left_when_it_was_booked(lending, file):
    pay(lending, file, 1_500_000, AUGUST)
    before = account(lending, file)
    receipt = before.receipt(before.lines[0])
    pay(lending, file, 1_100_000, SEPTEMBER, at=datetime(2026, 9, 11, tzinfo=UTC))
    after = account(lending, file)
    assert after.receipt(after.lines[0]) == receipt
    assert (receipt.amount, receipt.principal, receipt.owed_after) == (1_500_000, 1_000_000, 19_000_000)


def test_an_account_costs_the_same_few_questions_however_much_came_in(lending, file):
    costs = []
    for _ in range(2):
        pay(lending, file, 100_000, AUGUST)
        pay(lending, file, 100_000, SEPTEMBER)
        with asked(lending.database) as statements:
            account(lending, file)
        costs.append(len(statements))
    assert costs[0] == costs[1]
