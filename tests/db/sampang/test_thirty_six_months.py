"""Months of a fund in any order: paid out, paid, taken back, settled, told by the bank, closed, handed over.

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
from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.settlement_quotes import quote_settlement
from db.sampang.loans.settlements import settle_loan
from db.sampang.treasury.closing import closings
from db.tables import JournalEntryRow, PostingRow, SettlementQuoteRow
from domain.sampang.bank_file.bank_records import FileTold
from domain.sampang.bank_file.bank_rows import BankRow
from domain.sampang.fund.interest_shares import Share
from domain.sampang.fund.money_in import Payment
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.servicing.settling import SettlementAsked, SettlementReceived
from tests.db.people import a_nonce
from tests.db.sampang.collecting import GIVEN, at, in_default, tell_until, visit
from tests.db.sampang.collecting import give as hand_to_collector
from tests.db.sampang.kept_totals import look_at_kept_totals, look_at_lending
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.test_closing_months import look_at_closed_months
from tests.db.sampang.treasury import approve_taking_back, ask_back, close, held, pay_out, remit
from tests.domain.sampang.fund.test_interest_shares import by_hand
from tests.examples import examples

MONEY, TOLD_UNTIL = 200_000_000, date(2026, 12, 31)
PRINCIPAL, JASA, GRACE, TENOR = 20_000_000, 100_000, 4, 24
TODAY = date(2026, 11, 2)  # after the letters of the loan in default
AMOUNTS = st.sampled_from((1, 99_999, 100_000, 333_333, 1_100_000, 4_400_000, 22_400_000))
SEEN: set[str] = set()


def owed_after(paid: int) -> int:
    """The principal that is left of a loan of the tests once so much came in, the oldest month first."""
    left, rest = PRINCIPAL, paid
    for month in range(1, TENOR + 1):
        rest -= min(rest, JASA)
        part = min(rest, PRINCIPAL // (TENOR - GRACE) if month > GRACE else 0)
        left, rest = left - part, rest - part
    return left


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A fund with two running loans, a third in default, and a request that waits for consent."""
    path = tmp_path_factory.mktemp("fund") / "template.sqlite3"
    with a_lending_office(f"sqlite:///{path}", MONEY) as lending:
        tell_until(lending, TOLD_UNTIL)
        files = [lending.file_at(Stage.DISBURSED), lending.file_at(Stage.DISBURSED)]
        loan, file = in_default(lending)
        visit(lending, loan)
        files = [*files, file, lending.file_at(Stage.REQUESTED)]
    return path, files


def machine_over(template, folder):
    path, files = template

    class Fund(RuleBasedStateMachine):
        """What people press from November on; `money` is what stands on each loan, by its booking."""

        @initialize()
        def opens(self):
            copy = folder / f"{a_nonce()}.sqlite3"
            shutil.copyfile(path, copy)
            self.stack, self.day = ExitStack(), TODAY
            self.lending = self.stack.enter_context(a_lending_office(f"sqlite:///{copy}", 0))
            self.money, self.settled = {}, set()

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

        @rule(days=st.sampled_from((1, 9, 31, 95)))
        def wait(self, days):
            self.day += timedelta(days=days)

        @rule()
        def disburse(self):
            self.pressed("disburse", lambda: self.lending.press("disburse", files[3]))

        @rule(place=st.integers(0, 3), amount=AMOUNTS, back=st.sampled_from((0, 0, 3, 40, 200)))
        def pay(self, place, amount, back):
            if (loan := self.loan(place)) is None:
                return
            received = Payment(amount=amount, on=self.day - timedelta(days=back), reference=a_nonce())
            run, officer, now = self.lending.run, self.lending.officer, at(self.day)
            entry = self.pressed("pay", lambda: run(record_payment, officer, loan.id, received, at=now))
            if entry is not None:
                self.money[entry] = (place, amount)

        @rule(pick=st.integers(0, 99), back=st.sampled_from((0, 0, 5, 60)))
        def take_back(self, pick, back):
            if not self.money:
                return
            entry = sorted(self.money)[pick % len(self.money)]

            def press():
                asked = ask_back(self.lending, entry, at=at(self.day))
                day = self.day - timedelta(days=back)
                return approve_taking_back(self.lending, asked, on=day, at=at(self.day))

            try:
                press()
            except Refused:
                return
            SEEN.add("take_back")
            place, _ = self.money.pop(entry)
            self.settled.discard((place, entry))

        @rule(place=st.integers(0, 3))
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
                st.tuples(st.integers(0, 3), AMOUNTS, st.integers(0, 27)), min_size=1, max_size=5
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
            for _ in range(1 + twice):
                self._bring(tuple(told), first, last)

        def _bring(self, rows, first, last):
            run, now = self.lending.run, at(self.day)
            file = FileTold(bank="Bank Jatim", name="x.csv", first=first, last=last)
            more, known = {"sha256": "0" * 64, "at": now}, {one.id for one in self._payments()}
            taken = self.pressed(
                "import",
                lambda: run(take_in_bank_file, self.lending.bank, file, rows, BankMapping(), **more),
            )
            if taken is None:
                return
            self.pressed("accept", lambda: run(accept_bank_rows, self.lending.officer, taken, at=now))
            numbers = {self.loan(place).id: place for place in range(4) if self.loan(place)}
            for one in self._payments():
                if one.id not in known:
                    self.money[one.id] = (numbers[one.loan_id], self._came_in(one.id))

        def _payments(self):
            with self.lending.database.read() as session:
                return session.scalars(select(JournalEntryRow).where(JournalEntryRow.kind == "payment")).all()

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
            assert now.cash + now.lent == now.capital == MONEY
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
            lent = 0
            for place in range(4):
                if (loan := self.loan(place)) is None:
                    continue
                lent += loan.owed
                paid = sum(amount for of, amount in self.money.values() if of == place)
                is_settled = any(of == place for of, _ in self.settled)
                assert loan.owed == (0 if is_settled else owed_after(paid))
                assert loan.is_settled == (is_settled or paid == PRINCIPAL + TENOR * JASA)
            assert self.lending.position().lent == lent

    return Fund


def test_whatever_the_months_bring_the_fund_holds(template, tmp_path):
    run_state_machine_as_test(
        machine_over(template, tmp_path),
        settings=settings(
            max_examples=examples(40), stateful_step_count=20, deadline=None, derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    wanted = {"disburse", "pay", "take_back", "settle", "import", "accept", "close", "remit", "hand_over"}
    assert wanted <= SEEN, wanted - SEEN


def test_the_books_of_a_loan_are_laid_by_hand():
    """A month's jasa first; from the fifth month on a twentieth of the principal besides."""
    assert owed_after(0) == PRINCIPAL
    assert owed_after(4 * JASA) == PRINCIPAL
    assert owed_after(5 * JASA + 999_999) == PRINCIPAL - 999_999
    assert owed_after(TENOR * JASA + PRINCIPAL) == 0
