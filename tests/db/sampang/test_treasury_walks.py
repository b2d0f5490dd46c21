"""Money comes in, goes on, comes back and months close, in any order: the books hold after every step.

The walks are drawn from fixed seeds, so that they are the same on every run.
"""

from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy import select

from db.refusals import Refused
from db.sampang.treasury.closing import closings
from db.tables import CapitalProposalRow, JournalEntryRow, ReversalProposalRow
from domain.sampang.fund.interest_shares import Share
from domain.sampang.fund.money_out import CapitalMove, Cost
from tests.db.sampang.kept_totals import look_at_kept_totals, look_at_lending
from tests.db.sampang.lending import DAY, a_lending_office
from tests.db.sampang.test_closing_months import look_at_closed_months
from tests.db.sampang.treasury import (
    a_change,
    a_loan,
    approve,
    approve_taking_back,
    ask_back,
    close,
    hand_on,
    held,
    pay,
    pay_out,
    propose,
    remit,
)
from tests.domain.sampang.fund.test_interest_shares import by_hand

LATER = datetime(2026, 12, 20, 3, tzinfo=UTC)
CAPITAL = 100_000_000
# What a walk that proves anything has come across.
SEEN = {"pay", "remit", "pay_out", "hand_on", "propose", "approve", "ask_back", "take_back", "close"}


class TreasuryWalk:
    """Random steps with two loans, on any day from the first payment until December."""

    def __init__(self, lending, seed):
        self.lending, self.chance, self.done = lending, Random(seed), []
        self.loans = [a_loan(lending), a_loan(lending)]
        self.steps = (
            self.pay, self.pay, self.pay, self.remit, self.remit, self.pay_out, self.pay_out, self.hand_on,
            self.propose, self.approve, self.ask_back, self.ask_back, self.take_back, self.take_back,
            self.close,
        )  # fmt: skip

    def step(self):
        press = self.chance.choice(self.steps)
        before = self.lending.office.everything()
        try:
            press()
            self.done.append(press.__name__)
        except Refused:
            assert self.lending.office.everything() == before, press.__name__
            return
        self.look()

    def look(self):
        """Everything balances, no share is off by a rupiah, and what was closed stands."""
        balances, shares = self.lending.balances(), held(self.lending)
        assert sum(balances.values()) == 0
        received = [shares[share][0] for share in Share]
        assert tuple(received) == by_hand(sum(received))
        assert balances.get("interest_cash", 0) == sum(one[3] for one in shares.values())
        assert all(remitted >= paid >= 0 for _, remitted, paid, _ in shares.values())
        for cost in Cost:
            assert balances.get(cost.payable, 0) <= 0
        now = self.lending.position()
        assert now.cash + now.lent == now.capital
        assert now.cash >= 0
        with self.lending.database.read() as session:
            look_at_kept_totals(session)
            look_at_lending(session)
            look_at_closed_months(session)

    def a_day(self):
        return DAY + timedelta(days=self.chance.randrange((LATER.date() - DAY).days + 1))

    def an_amount(self):
        return self.chance.choice((1, 5, 33_333, 99_999, 777_777, 4_000_001))

    def one_of(self, query):
        with self.lending.database.read() as session:
            found = sorted(session.scalars(query))
        return self.chance.choice(found) if found else 1

    def pay(self):
        pay(self.lending, self.chance.choice(self.loans), self.an_amount(), on=self.a_day(), at=LATER)

    def remit(self):
        remit(self.lending, self.an_amount(), on=self.a_day(), at=LATER)

    def pay_out(self):
        share = self.chance.choice(list(Share))
        pay_out(self.lending, share, self.an_amount(), on=self.a_day(), at=LATER)

    def hand_on(self):
        cost = self.chance.choice(list(Cost))
        hand_on(self.lending, self.an_amount(), cost, on=self.a_day(), at=LATER)

    def propose(self):
        change = a_change(
            self.an_amount(),
            self.chance.choice(list(CapitalMove)),
            self.a_day(),
            f"SK {self.chance.random()}",
        )
        propose(self.lending, change, at=LATER)

    def approve(self):
        approve(self.lending, self.one_of(select(CapitalProposalRow.id)), at=LATER)

    def ask_back(self):
        ask_back(self.lending, self.one_of(select(JournalEntryRow.id)), at=LATER)

    def take_back(self):
        waiting = select(ReversalProposalRow.id).where(ReversalProposalRow.approved_at.is_(None))
        approve_taking_back(self.lending, self.one_of(waiting), on=self.a_day(), at=LATER)

    def close(self):
        close(self.lending, self.lending.ask(closings, self.lending.lead).next_month, at=LATER)


def walked(url, seed, steps):
    with a_lending_office(url, CAPITAL) as lending:
        walk = TreasuryWalk(lending, seed)
        for _ in range(steps):
            try:
                walk.step()
            except Exception as broken:
                broken.add_note(f"seed {seed}, after {walk.done}")
                raise
        return walk.done


def test_nothing_breaks_on_long_walks_and_they_come_everywhere(tmp_path):
    done = [walked(f"sqlite:///{tmp_path}/{seed}.sqlite3", seed, 130) for seed in (1, 2, 3)]
    assert set().union(*done) >= SEEN, SEEN - set().union(*done)


def test_nothing_breaks_on_a_walk_on_either_database(database_url):
    assert "pay" in walked(database_url, 4, 40)
