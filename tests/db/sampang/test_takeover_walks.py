"""Older loans at random, then paid in any order: the books balance, and the order of payments is nothing."""

from datetime import date, timedelta
from random import Random

import pytest

from db.sampang.fund.ledger import balances
from db.sampang.loans.loans import loan
from db.sampang.loans.payments import record_payment
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.money_in import Payment
from domain.sampang.kinds import InterestMethod
from domain.sampang.takeover.old_loans import AgreedTerms, PaidBefore
from domain.sampang.takeover.own_plan import own_plan
from tests.db.sampang.kept_totals import look_at_kept_totals, look_at_lending
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.taking_over import CUT_OFF, LATER, an_old_loan, take_over
from tests.db.sampang.test_taking_over import loan_named

CAPITAL = 10**9


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, CAPITAL) as lending:
        yield lending


def at_random(chance):
    tenor = chance.randint(1, 48)
    terms = AgreedTerms(
        disbursed_on=date(2023, 1, 1) + timedelta(days=chance.randint(0, 1_000)),
        principal=chance.randint(1_000, 30_000_000),
        tenor=tenor,
        grace=chance.randint(0, tenor - 1),
        rate=chance.randint(0, 2_400),
        method=chance.choice(list(InterestMethod)),
        due_day=chance.choice([None, 1, 28, 29, 30, 31]),
    )
    whole = sum(row.interest for row in own_plan(terms))
    return terms, PaidBefore(
        principal=chance.randint(0, terms.principal - 1), interest=chance.randint(0, whole)
    )


def pay(lending, loan_id, amounts, days):
    for amount, on in zip(amounts, days, strict=True):
        given = Payment(amount=amount, on=on, reference=f"STS {loan_id} {on} {amount}")
        lending.run(record_payment, lending.officer, loan_id, given, at=LATER)


@pytest.mark.parametrize("seed", [2, 7])
def test_the_books_hold_what_is_left_and_the_order_of_payments_is_nothing(lending, seed):
    chance = Random(seed)
    told = [at_random(chance) for _ in range(6)]
    # Each loan twice: the money of the one comes in order, that of the other in any.
    loans = [an_old_loan(one) for one in told for _ in range(2)]
    take_over(lending, *loans)
    left = 2 * sum(terms.principal - paid.principal for terms, paid in told)
    with lending.database.read() as session:
        found = balances(session)
    assert (found[Account.LOANS], found[Account.CAPITAL]) == (left, -(CAPITAL + left))
    numbers = [loan_named(lending, one.number)[0] for one in loans]
    for first, second in zip(numbers[::2], numbers[1::2], strict=True):
        whole = sum(one.left for one in lending.ask(loan, lending.officer, first).laid)
        amounts = [max(1, whole // 7)] * min(5, whole)
        days = [CUT_OFF + timedelta(days=10 * place) for place in range(1, len(amounts) + 1)]
        order = chance.sample(range(len(amounts)), len(amounts))
        pay(lending, first, amounts, days)
        pay(lending, second, [amounts[place] for place in order], [days[place] for place in order])
        one, other = (lending.ask(loan, lending.officer, number) for number in (first, second))
        assert (one.laid, one.owed) == (other.laid, other.owed)
    with lending.database.read() as session:
        assert sum(balances(session).values()) == 0
        look_at_kept_totals(session)
        look_at_lending(session)
