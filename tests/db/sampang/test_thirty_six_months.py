"""Months of a fund in any order: paid out, paid, taken back, settled, written off, told by the bank, closed.

Hypothesis draws the steps, and shortens what breaks something. What every loan owes is worked out beside
the store from nothing but the money that stands; a refused step must leave everything as it was.
"""

import shutil
from contextlib import ExitStack
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from db.refusals import Refused
from db.sampang.bank_files.accepting import accept_bank_rows
from db.sampang.bank_files.mappings import BankMapping
from db.sampang.bank_files.taking_in import take_in_bank_file
from db.sampang.fund_over_time import fund_over_time
from db.sampang.loans.claim_lists import claim_on
from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import withdraw_reversal
from db.sampang.loans.settlement_quotes import quote_settlement
from db.sampang.loans.settlements import settle_loan
from db.sampang.reports.loans_at_end import loans_at_end
from db.sampang.servicing.accounts import account_of
from db.sampang.treasury.closing import closings
from db.tables import ApplicationRow, JournalEntryRow, PostingRow, SettlementQuoteRow
from domain.dates import monthly
from domain.sampang.bank_file.bank_records import FileTold
from domain.sampang.bank_file.bank_rows import BankRow
from domain.sampang.fund.interest_shares import Share
from domain.sampang.fund.money_in import Payment
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.servicing.settling import SettlementAsked, SettlementReceived
from domain.sampang.servicing.write_off import WriteOffAsked
from tests.db.people import a_nonce
from tests.db.sampang.collecting import GIVEN, at, in_default, tell_until, visit
from tests.db.sampang.collecting import give as hand_to_collector
from tests.db.sampang.kept_totals import look_at_kept_totals, look_at_lending
from tests.db.sampang.lending import NO_MORE, a_lending_office
from tests.db.sampang.taking_over import AHEAD, an_old_loan, take_over
from tests.db.sampang.test_closing_months import look_at_closed_months
from tests.db.sampang.treasury import approve_taking_back, ask_back, close, held, pay_out, remit
from tests.db.sampang.writing_off import approve as approve_write_off
from tests.db.sampang.writing_off import propose as propose_write_off
from tests.domain.sampang.fund.test_interest_shares import by_hand
from tests.examples import examples

MONEY, TOLD_UNTIL = 200_000_000, date(2026, 12, 31)
# Due day, jasa and principal of each month: a loan of 20,000,000 from the fifth month on a twentieth, and one
# of 24,000,000 that was taken over with principal ahead of the jasa of ten months (`taking_over.AHEAD`).
NEW = [(monthly(date(2026, 3, 2), n, 2), 100_000, 1_000_000 if n > 4 else 0) for n in range(1, 25)]
OLD = [
    (monthly(date(2025, 2, 15), n, 15), 240_000, 0 if n < 15 else 500_000 if n == 15 else 1_000_000)
    for n in range(11, 25)
]
PLANS = (NEW, NEW, NEW, NEW, OLD)
OLD_PRINCIPAL, PLACES = 9_500_000, st.integers(0, 4)
TODAY = date(2026, 11, 2)  # after the letters of the loan in default
AMOUNTS = st.sampled_from((1, 99_999, 100_000, 333_333, 1_100_000, 4_400_000, 22_400_000))
SEEN: set[str] = set()


def owed_after(paid: int, plan=NEW, before=date.max) -> int:
    """The principal of a plan's months before a day that is left once so much came in, the oldest first."""
    left, rest = 0, paid
    for due_on, jasa, principal in plan:
        rest -= min(rest, jasa)
        part = min(rest, principal)
        left, rest = left + (principal - part if due_on < before else 0), rest - part
    return left


def costs(plan) -> int:
    """All that a plan asks."""
    return sum(jasa + principal for _, jasa, principal in plan)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """Two running loans, a third in default, a request that waits for consent, and an older loan."""
    path = tmp_path_factory.mktemp("fund") / "template.sqlite3"
    with a_lending_office(f"sqlite:///{path}", MONEY) as lending:
        tell_until(lending, TOLD_UNTIL)
        files = [lending.file_at(Stage.DISBURSED), lending.file_at(Stage.DISBURSED)]
        loan, file = in_default(lending)
        visit(lending, loan)
        take_over(lending, an_old_loan(AHEAD, number="518/77/2014"))
        with lending.database.read() as session:
            older = session.scalars(select(ApplicationRow.id).where(ApplicationRow.number == "518/77/2014"))
            files = [*files, file, lending.file_at(Stage.REQUESTED), older.one()]
    return path, files


def machine_over(template, folder):
    path, files = template

    class Fund(RuleBasedStateMachine):
        """What people press from November on; `money` is what stands on each loan, by its booking.

        `gone` is the principal that was written off, `recovered` what came in for its claim, both by booking.
        """

        @initialize()
        def opens(self):
            copy = folder / f"{a_nonce()}.sqlite3"
            shutil.copyfile(path, copy)
            self.stack, self.day = ExitStack(), TODAY
            self.lending = self.stack.enter_context(a_lending_office(f"sqlite:///{copy}", 0))
            self.money, self.settled, self.gone, self.recovered, self.place = {}, set(), {}, {}, 0
            self.is_disbursed = False

        def teardown(self):
            if hasattr(self, "stack"):
                self.stack.close()

        def pressed(self, name, press):
            """Press something; what is refused changes nothing."""
            before = self.lending.office.everything()
            try:
                done = press()
            except Refused:
                assert self.lending.office.everything() == before
                return None
            SEEN.add(name)
            return done

        def loan(self, place):
            return self.lending.ask(loan_of, self.lending.lead, files[place])

        def paid(self, place):
            return sum(amount for of, amount in self.money.values() if of == place)

        def is_settled(self, place):
            return any(of == place for of, _ in self.settled)

        def is_gone(self, place):
            return any(of == place for of, _ in self.gone.values())

        def owed(self, place, before=date.max):
            """What the books have as owed, by hand."""
            is_out = place != 3 or self.is_disbursed
            if self.is_settled(place) or self.is_gone(place) or not is_out:
                return 0
            return owed_after(self.paid(place), PLANS[place], before)

        def came_in(self, entry, place, amount):
            (self.recovered if self.is_gone(place) else self.money)[entry] = (place, amount)

        @rule(days=st.sampled_from((1, 9, 31, 95)))
        def wait(self, days):
            self.day += timedelta(days=days)

        @rule()
        def disburse(self):
            if self.pressed("disburse", lambda: self.lending.press("disburse", files[3])) is not None:
                self.is_disbursed = True

        @rule(place=PLACES, amount=AMOUNTS, back=st.sampled_from((0, 0, 3, 40, 200)))
        def pay(self, place, amount, back):
            if (loan := self.loan(place)) is None:
                return
            received = Payment(amount=amount, on=self.day - timedelta(days=back), reference=a_nonce())
            run, officer, now = self.lending.run, self.lending.officer, at(self.day)
            entry = self.pressed("pay", lambda: run(record_payment, officer, loan.id, received, at=now))
            if entry is not None:
                self.came_in(entry, place, amount)

        @rule(place=PLACES)
        def write_off(self, place):
            if (loan := self.loan(place)) is None:
                return
            asked, day, owed = (
                WriteOffAsked(decree=a_nonce(), decreed_on=self.day, reason="x"), self.day, self.owed(place)
            )  # fmt: skip
            proposal = self.pressed(
                "propose", lambda: propose_write_off(self.lending, loan.id, asked, on=day)
            )
            assert (proposal is not None) == (owed > 0)
            if proposal is not None:
                entry = self.pressed("write_off", lambda: approve_write_off(self.lending, proposal, on=day))
                self.gone[entry] = (place, owed)

        @rule(of=st.integers(0, 5), pick=st.integers(0, 99), back=st.sampled_from((0, 0, 5, 60)))
        def take_back(self, of, pick, back):
            kinds = [name for name in ("money", "gone", "recovered") if getattr(self, name)]
            if not kinds:
                return
            stands = getattr(self, of := kinds[of % len(kinds)])
            entry = sorted(stands)[pick % len(stands)]

            now, on = at(self.day), self.day - timedelta(days=back)
            asked = self.pressed("ask back", lambda: ask_back(self.lending, entry, at=now))
            if asked is None:
                return
            if not self.pressed("", lambda: approve_taking_back(self.lending, asked, on=on, at=now)):
                with self.lending.database.write() as session:
                    withdraw_reversal(session, self.lending.officer, asked, NO_MORE, at=now)
                return
            SEEN.add(f"take_back of {of}")
            place, _ = stands.pop(entry)
            self.settled.discard((place, entry))

        @rule(place=PLACES)
        def settle(self, place):
            if (loan := self.loan(place)) is None:
                return
            number = PaperNumber(number=a_nonce(), on=self.day)
            asked, run, who, now = (
                SettlementAsked(on=self.day), self.lending.run, self.lending.officer, at(self.day)
            )  # fmt: skip
            quote = self.pressed(
                "quote", lambda: run(quote_settlement, who, loan.id, asked, number, lambda _: b"%PDF", at=now)
            )
            if quote is None:
                return
            with self.lending.database.read() as session:
                total = session.get_one(SettlementQuoteRow, quote).total
            came = SettlementReceived(amount=total, on=self.day, reference=a_nonce())
            entry = self.pressed("settle", lambda: run(settle_loan, who, quote, came, at=now))
            if entry is not None:
                self.money[entry] = (place, 0)
                self.settled.add((place, entry))

        @rule(
            rows=st.lists(
                st.tuples(PLACES, AMOUNTS, st.integers(0, 27)), min_size=1, max_size=5
            ),
            twice=st.booleans(),
        )  # fmt: skip
        def import_file(self, rows, twice):
            """A file of the month before; with `twice` the same one comes once more and books nothing."""
            last = self.day.replace(day=1) - timedelta(days=1)
            first, told = last.replace(day=1), []
            for line, (place, amount, day) in enumerate(rows, 2):
                if loan := self.loan(place):
                    on = first + timedelta(days=day)
                    told.append(BankRow(line, loan.number, "", on, amount, reference=a_nonce()))
            self._bring(tuple(told), first, last)
            if twice:
                known = len(self._payments())
                self._bring(tuple(told), first, last, is_again=True)
                assert len(self._payments()) == known

        def _bring(self, rows, first, last, *, is_again=False):
            run, now = self.lending.run, at(self.day)
            file = FileTold(bank="Bank Jatim", name="x.csv", first=first, last=last)
            more, known = {"sha256": "0" * 64, "at": now}, {one.id for one in self._payments()}
            taken = self.pressed(
                "import",
                lambda: run(take_in_bank_file, self.lending.bank, file, rows, BankMapping(), **more),
            )
            if taken is None:
                return
            done = self.pressed("accept", lambda: run(accept_bank_rows, self.lending.officer, taken, at=now))
            assert is_again or done is not None, "one row of a file keeps no other from being booked"
            numbers = {self.loan(place).id: place for place in range(5) if self.loan(place)}
            for one in self._payments():
                if one.id not in known:
                    self.came_in(one.id, numbers[one.loan_id], self._came_in(one.id))

        def _payments(self):
            with self.lending.database.read() as session:
                kinds = JournalEntryRow.kind.in_(("payment", "recovery"))
                return session.scalars(select(JournalEntryRow).where(kinds)).all()

        def _came_in(self, entry):
            part = PostingRow
            query = select(part.amount).where(
                part.entry_id == entry, part.account.in_(("fund_cash", "interest_cash"))
            )
            with self.lending.database.read() as session:
                return sum(session.scalars(query))

        @rule()
        def close_month(self):
            month = self.lending.ask(closings, self.lending.lead).next_month
            self.pressed("close", lambda: close(self.lending, month, at=at(self.day)))

        @rule(amount=st.sampled_from((1, 50_000, 250_001)), share=st.sampled_from(list(Share)))
        def hand_on(self, amount, share):
            day, now = self.day, at(self.day)
            self.pressed("remit", lambda: remit(self.lending, amount, on=day, at=now))
            self.pressed("pay_out", lambda: pay_out(self.lending, share, amount // 3 or 1, on=day, at=now))

        @rule()
        def hand_over(self):
            loan = self.loan(2).id
            self.pressed("hand_over", lambda: hand_to_collector(self.lending, loan, GIVEN))

        @invariant()
        def books_hold(self):
            balances = self.lending.balances()
            assert sum(balances.values()) == 0
            now = self.lending.position()
            assert now.cash + now.lent == now.capital
            off, back = (sum(amount for _, amount in of.values()) for of in (self.gone, self.recovered))
            assert now.capital == MONEY + OLD_PRINCIPAL - off + back
            with self.lending.database.read() as session:
                look_at_kept_totals(session)
                look_at_lending(session)
                look_at_closed_months(session)

        @invariant()
        def shares_are_within_a_rupiah(self):
            received = [held(self.lending)[share][0] for share in Share]
            assert tuple(received) == by_hand(sum(received))

        @invariant()
        def loans_owe_what_the_money_leaves(self):
            for place in range(5):
                if (loan := self.loan(place)) is not None and not self.is_gone(place):
                    is_paid = self.is_settled(place) or self.paid(place) == costs(PLANS[place])
                    assert (loan.owed, loan.is_settled) == (self.owed(place), is_paid)
            assert self.lending.position().lent == sum(self.owed(place) for place in range(5))

        @invariant()
        def a_screen_shows_the_same(self):
            """The account and the claim of one loan after the other."""
            self.place = (self.place + 1) % 5
            if (loan := self.loan(place := self.place)) is None:
                return
            claim = self.lending.ask(claim_on, self.lending.officer, loan.id)
            account = self.lending.ask(account_of, self.lending.officer, files[place], self.day).account
            assert (claim is not None) == self.is_gone(place)
            if claim is None:
                assert (account.owed, account.arrears.principal) == (
                    self.owed(place), self.owed(place, self.day)
                )  # fmt: skip
                return
            back = sum(amount for of, amount in self.recovered.values() if of == place)
            left = costs(PLANS[place]) - self.paid(place) - back
            assert (claim.left, claim.recovered) == (left, back)
            assert account.owed == max(0, claim.principal - back)

        @invariant()
        def reports_and_the_forecast_know_the_same(self):
            if self.place % 2:  # they read whole tables
                return
            with self.lending.database.read() as session:
                for back in (0, 25):
                    day = self.day - timedelta(days=back)
                    for one in loans_at_end(session, day.replace(day=1), day):
                        assert 0 <= one.owed <= one.principal
                        if not back:
                            assert one.owed == self.owed(files.index(one.application_id))
            found = self.lending.ask(fund_over_time, self.lending.lead, self.day)
            assert found.overdue == sum(self.owed(place, self.day) for place in range(5))

    return Fund


def test_whatever_the_months_bring_the_fund_holds(template, tmp_path):
    run_state_machine_as_test(
        machine_over(template, tmp_path),
        settings=settings(
            max_examples=examples(40), stateful_step_count=20, deadline=None, derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    wanted = {
        "disburse",
        "pay",
        "take_back of money",
        "settle",
        "import",
        "accept",
        "close",
        "remit",
        "hand_over",
    }
    assert wanted <= SEEN, wanted - SEEN


def test_a_claim_comes_and_goes_in_an_odd_order(template, tmp_path):
    """The older loan and a newer one: written off, paid, taken back, settled, and written off again."""
    fund = machine_over(template, tmp_path)()
    fund.opens()
    rows = [(4, 99_999, 3), (4, 99_999, 3), (0, 100_000, 3)]
    money, gone, recovered = ((fund.take_back, of, 0, 0) for of in range(3))
    steps = (
        (fund.pay, 4, 1_100_000, 40), (fund.write_off, 4), (fund.pay, 4, 4_400_000, 200), gone, money,
        (fund.close_month,), (fund.wait, 9), (fund.take_back, 2, 0, 5), (fund.import_file, rows, True),
        gone, recovered, recovered, recovered, (fund.wait, 31), gone,
        (fund.pay, 4, 1_100_000, 40), (fund.pay, 4, 1_100_000, 0), (fund.import_file, rows, True),
        (fund.write_off, 0), (fund.settle, 0), (fund.settle, 4), (fund.write_off, 4),
        (fund.take_back, 0, 99, 0), gone, (fund.write_off, 4), (fund.import_file, rows, False),
    )  # fmt: skip
    try:
        for press, *told in steps:
            press(*told)
            fund.books_hold()
            fund.shares_are_within_a_rupiah()
            fund.loans_owe_what_the_money_leaves()
            for _ in range(5):
                fund.a_screen_shows_the_same()
            fund.place = 0
            fund.reports_and_the_forecast_know_the_same()
    finally:
        fund.teardown()
    assert {"write_off", "take_back of gone", "take_back of recovered", "settle"} <= SEEN


def test_the_books_of_a_loan_are_laid_by_hand():
    """A month's jasa first; from the fifth month on a twentieth of the principal besides."""
    assert owed_after(0) == 20_000_000
    assert owed_after(4 * 100_000) == 20_000_000
    assert owed_after(5 * 100_000 + 999_999) == 20_000_000 - 999_999
    assert owed_after(24 * 100_000 + 20_000_000) == 0
    assert owed_after(0, before=date(2026, 9, 3)) == 2_000_000


def test_the_books_of_the_older_loan_are_laid_by_hand():
    """Fourteen months of jasa are left, and of the principal half a month and nine whole ones."""
    assert costs(OLD) == 14 * 240_000 + 9_500_000
    assert owed_after(5 * 240_000 + 1, OLD) == OLD_PRINCIPAL - 1
    assert owed_after(0, OLD, before=date(2026, 6, 16)) == 1_500_000
