"""The fund's books: opened once, always in balance, and a mistake is taken back by two people."""

import re
from datetime import UTC, date, datetime
from itertools import count

import pytest

from db.refusals import NotFound, SelfApproval, Wrong
from db.sampang.fund.opening_balance import fund, open_fund
from db.sampang.loans.loans import journal, loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversal_lists import waiting_reversals
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.sampang.refusals import (
    AlreadyOpened,
    Hindered,
    NotReversible,
    OutsideLoan,
    OutsidePayment,
    TooMuchPaid,
)
from db.sampang.settlement_refusals import LoanEnded
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import Citation, Instrument
from domain.regulation.versions import amended
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.money_in import OpeningBalance, Payment, ReversalAsked
from domain.sampang.fund.position import CLOSED_FUND
from domain.sampang.law import SAMPANG_LOANS, law_on
from domain.sampang.origination.stages import Stage
from domain.sampang.parameters import INTEREST_TO_BANK, INTEREST_TO_REVENUE
from tests.db.people import a_nonce
from tests.db.sampang.lending import ASKED, DAY, a_lending_office

# Rp20.000.000 for 24 months, flat 6 % a year (VIII.4), four months of grace (VIII.5.c): Rp100.000 interest a
# month, from the fifth month also Rp1.000.000 principal; in all Rp22.400.000.
ALL_OF_IT = 22_400_000
LATER = datetime(2028, 6, 1, tzinfo=UTC)
IN_APRIL = date(2026, 4, 2)
_slips = count(1)


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


@pytest.fixture
def loan(lending):
    return lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED))


def pay(lending, loan, amount, on=IN_APRIL, **more):
    received = Payment(amount=amount, on=on, reference=more.pop("reference", f"STS {next(_slips)}"))
    return lending.run(record_payment, lending.officer, loan.id, received, **{"at": LATER} | more)


def ask_to_reverse(lending, entry, who=None):
    return lending.run(propose_reversal, who or lending.officer, entry, ReversalAsked(reason="salah nomor"))


def reverse(lending, proposal, who=None, on=None):
    with lending.database.write() as session:
        day = on or LATER.date()
        return approve_reversal(session, who or lending.lead, proposal, on=day, at=LATER)


def changes(lending, before):
    after = lending.balances()
    moved = {name: after.get(name, 0) - before.get(name, 0) for name in after.keys() | before.keys()}
    return {name: amount for name, amount in moved.items() if amount}


def test_the_fund_is_opened_once_with_its_decree_and_a_second_opening_names_it(database_url):
    with a_lending_office(database_url, money=0) as lending:
        assert lending.ask(fund, lending.leadership).position == CLOSED_FUND
        # more than 32 bits
        balance = OpeningBalance(amount=10**11, on=date(2026, 1, 2), decree="SK Bupati 7/2026")
        nonce = a_nonce()
        entry = lending.run(open_fund, lending.lead, balance, nonce=nonce)
        opened = lending.office.everything()
        assert lending.run(open_fund, lending.lead, balance, nonce=nonce) == entry
        with pytest.raises(AlreadyOpened, match="SK Bupati 7/2026"):
            lending.run(open_fund, lending.other_lead, OpeningBalance(amount=1, on=DAY, decree="SK 8"))
        assert lending.office.everything() == opened
        seen = lending.ask(fund, lending.leadership)
        assert (seen.decree, seen.opened_on) == ("SK Bupati 7/2026", date(2026, 1, 2))
        assert (seen.position.cash, seen.position.capital, seen.position.free) == (10**11,) * 3


def test_an_opening_needs_its_decree_and_an_amount(database_url):
    with a_lending_office(database_url, money=0) as lending:
        for amount, decree, field in ((0, "SK 1", "amount"), (-1, "SK 1", "amount"), (1, " ", "decree")):
            balance = OpeningBalance(amount=amount, on=DAY, decree=decree)
            with pytest.raises(Wrong) as refused:
                lending.run(open_fund, lending.lead, balance)
            assert [problem.field for problem in refused.value.problems] == [field]
        assert lending.balances() == {}


def test_nothing_is_promised_out_of_a_fund_that_nobody_opened(database_url):
    with a_lending_office(database_url, money=0) as lending:
        file = lending.file_at(Stage.SURVEYED)
        with pytest.raises(Hindered, match="Saldo awal"):
            lending.press("approve", file)


def test_the_position_follows_promise_payout_and_return(database_url):
    with a_lending_office(database_url, 50_000_000) as lending:
        _promise_pay_out_and_return(lending)


def _promise_pay_out_and_return(lending):
    def told():
        now = lending.position()
        return (now.cash, now.committed, now.free, now.lent, now.returned)

    file = lending.file_at(Stage.APPROVED)
    lending.press("withdraw", file)
    assert told() == (50_000_000, 0, 50_000_000, 0, 0)
    lending.file_at(Stage.REQUESTED)
    assert told() == (50_000_000, 20_000_000, 30_000_000, 0, 0)
    paid_out = lending.file_at(Stage.DISBURSED)
    assert told() == (30_000_000, 20_000_000, 10_000_000, 20_000_000, 0)
    loan = lending.ask(loan_of, lending.lead, paid_out)
    pay(lending, loan, 4 * 100_000 + 1_100_000)
    assert told() == (31_000_000, 20_000_000, 11_000_000, 19_000_000, 1_000_000)


# paid before, paid now: what it books, by hand; interest first, in three, two and one parts of six (VIII.4)
PAYMENTS = [
    (0, 100_000, {"interest_cash": 100_000, "revenue": 50_000, "agency": 33_333, "bank": 16_667}),
    (0, 1, {"interest_cash": 1, "revenue": 1}),  # a remainder of a half is more than a third
    (0, 400_001, {"interest_cash": 400_001, "revenue": 200_000, "agency": 133_334, "bank": 66_667}),
    # Of 400.000 the odd rupiah is the bank's, of 500.000 it is the agency's: the whole total is split.
    (400_000, 1_100_000, {"interest_cash": 100_000, "revenue": 50_000, "agency": 33_334, "bank": 16_666,
                          "fund_cash": 1_000_000}),
    (500_000, 250_000, {"fund_cash": 250_000}),
    (0, ALL_OF_IT, {"interest_cash": 2_400_000, "revenue": 1_200_000, "agency": 800_000, "bank": 400_000,
                    "fund_cash": 20_000_000}),
]  # fmt: skip


@pytest.mark.parametrize(("before", "amount", "books"), PAYMENTS)
def test_a_payment_is_laid_on_the_oldest_instalment_and_its_interest_split(
    database_url, before, amount, books
):
    with a_lending_office(database_url, 10**9) as lending:
        loan = lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED))
        _pay_and_look(lending, loan, before, amount, books)


def _pay_and_look(lending, loan, before, amount, books):
    if before:
        pay(lending, loan, before)
    already = lending.balances()
    pay(lending, loan, amount)
    due = {"revenue": "due_to_revenue", "agency": "due_to_agency", "bank": "due_to_bank"}
    expected = {due.get(name, name): -sum if name in due else sum for name, sum in books.items()}
    if "fund_cash" in books:
        expected["loans"] = -books["fund_cash"]
    assert changes(lending, already) == expected


# Perbup 20/2015 gives PAD, Dinas and bank 3, 2 and 1 of 6 (VIII.4); a made-up one gives them 1, 2 and 3.
SINCE_JULY = date(2027, 7, 1)
PERBUP_OF_JULY = Instrument(
    key="perbup-sampang-7-2027",
    name="Perbup Sampang 7/2027",
    title="Perubahan atas Peraturan Bupati Sampang Nomor 20 Tahun 2015",
    in_force_since=SINCE_JULY,
)
PLACE = Citation(PERBUP_OF_JULY, "Pasal 6", "Ps 6")
OTHER_WAY_ROUND = amended(
    SAMPANG_LOANS,
    PERBUP_OF_JULY,
    values={
        INTEREST_TO_REVENUE.key: DatedValue(SINCE_JULY, 1, PLACE),
        INTEREST_TO_BANK.key: DatedValue(SINCE_JULY, 3, PLACE),
    },
)


@pytest.fixture
def _another_split_since_july(monkeypatch):
    law_on.cache_clear()
    monkeypatch.setattr("domain.sampang.law.VERSIONS", (SAMPANG_LOANS, OTHER_WAY_ROUND))
    yield
    law_on.cache_clear()


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2027, 6, 30), {"due_to_revenue": 50_000, "due_to_agency": 33_333, "due_to_bank": 16_667}),
        (SINCE_JULY, {"due_to_revenue": 16_667, "due_to_agency": 33_333, "due_to_bank": 50_000}),
    ],
)
@pytest.mark.usefixtures("_another_split_since_july")
def test_interest_is_split_by_the_law_of_the_day_on_which_it_was_paid(database_url, on, due):
    with a_lending_office(database_url) as lending:
        loan = lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED))
        already = lending.balances()
        pay(lending, loan, 100_000, on=on)  # of a loan of March 2026, noted down in June 2028
        booked = {name: -amount for name, amount in due.items()}
        assert changes(lending, already) == {"interest_cash": 100_000, **booked}


@pytest.mark.usefixtures("_another_split_since_july")
def test_the_total_of_each_law_is_split_by_itself_in_whatever_order_the_money_is_noted(database_url):
    with a_lending_office(database_url) as lending:
        loan = lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED))
        for on in (SINCE_JULY, date(2027, 6, 30), SINCE_JULY, date(2027, 6, 30)):
            pay(lending, loan, 5, on=on)
        # Rp10 by 3, 2, 1 of 6 are 5, 3, 2 (the bank has 1,67); Rp10 by 1, 2, 3 of 6 are 2, 3, 5.
        found = lending.balances()
        assert [-found[name] for name in ("due_to_revenue", "due_to_agency", "due_to_bank")] == [7, 6, 7]


def test_a_loan_is_settled_by_the_last_rupiah_and_takes_no_more(lending, loan):
    pay(lending, loan, ALL_OF_IT - 1)
    before = lending.office.everything()
    with pytest.raises(TooMuchPaid) as refused:
        pay(lending, loan, 2)
    assert "Rp2 lebih besar daripada sisa pokok dan jasa Rp1" in refused.value.sentence
    assert lending.office.everything() == before
    pay(lending, loan, 1)
    settled = lending.ask(loan_of, lending.lead, loan.application_id)
    assert (settled.owed, settled.is_settled) == (0, True)
    with pytest.raises(LoanEnded, match="lunas sejak 2 April 2026"):
        pay(lending, loan, 1)


def test_a_payment_pressed_twice_is_booked_once(lending, loan):
    nonce = a_nonce()
    entry = pay(lending, loan, 100_000, nonce=nonce)
    once = lending.office.everything()
    assert pay(lending, loan, 100_000, nonce=nonce) == entry
    assert lending.office.everything() == once


def test_a_payment_is_more_than_nothing_with_a_reference_for_a_loan_that_exists_on_a_day_of_it(lending, loan):
    before = lending.office.everything()
    for amount in (0, -1):
        with pytest.raises(Wrong, match="Jumlah yang masuk harus antara Rp1"):
            pay(lending, loan, amount)
    with pytest.raises(Wrong, match="Nomor bukti setor belum diisi"):
        pay(lending, loan, 1, reference=" ")
    with pytest.raises(NotFound):
        lending.run(record_payment, lending.officer, 999, Payment(amount=1, on=DAY, reference="x"), at=LATER)
    for on in (date(2026, 3, 1), date(2028, 6, 2)):
        with pytest.raises(OutsideLoan):
            pay(lending, loan, 1, on=on)
    assert lending.office.everything() == before


def test_a_payment_is_taken_back_by_two_people_and_the_books_are_as_before(lending, loan):
    before = lending.balances()
    entry = pay(lending, loan, 1_500_000)
    proposal = ask_to_reverse(lending, entry)
    waiting = lending.ask(waiting_reversals, lending.lead)[-1]
    assert (waiting.id, waiting.amount, waiting.proposed_by) == (proposal, 1_500_000, "Orang petugas")
    assert lending.balances() != before
    undone = reverse(lending, proposal)
    assert lending.balances() == before
    assert waiting not in lending.ask(waiting_reversals, lending.lead)
    newest = lending.ask(journal, lending.lead, page_size=200).lines
    assert next(line for line in newest if line.id == undone).reverses_id == entry
    assert lending.ask(loan_of, lending.lead, loan.application_id).owed == ASKED


def test_the_proposer_never_approves_a_reversal_even_with_both_roles(lending, loan):
    proposal = ask_to_reverse(lending, pay(lending, loan, 100_000), lending.officer_and_lead)
    before = lending.office.everything()
    with pytest.raises(SelfApproval):
        reverse(lending, proposal, lending.officer_and_lead)
    assert lending.office.everything() == before


def test_a_payment_is_taken_back_once_and_nothing_else_is(lending, loan):
    entry = pay(lending, loan, 100_000)
    proposal = ask_to_reverse(lending, entry)
    with pytest.raises(NotReversible):
        ask_to_reverse(lending, entry)
    undone = reverse(lending, proposal)
    before = lending.office.everything()
    with pytest.raises(NotReversible):
        reverse(lending, proposal, lending.other_lead)
    entries = lending.ask(journal, lending.lead, page_size=200).lines
    not_payments = [line.id for line in entries if line.kind is not EntryKind.PAYMENT]
    assert undone in not_payments
    for other in (*not_payments, entry, 999):
        with pytest.raises(NotReversible):
            ask_to_reverse(lending, other)
    with pytest.raises(NotFound):
        reverse(lending, 999)
    assert lending.office.everything() == before


# Three payments: 400,000 of interest alone, 1,100,000 (a whole fifth month), 600,000 of the sixth.
IN_ORDER = ((date(2026, 4, 2), 400_000), (date(2026, 8, 2), 1_100_000), (date(2026, 9, 2), 600_000))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1)])
def test_payments_come_to_the_same_balances_in_whichever_order_they_are_booked(lending, loan, order):
    before = lending.balances()
    for place in order:
        on, amount = IN_ORDER[place]
        pay(lending, loan, amount, on)
    moved = changes(lending, before)
    assert (moved["loans"], moved["fund_cash"], moved["interest_cash"]) == (-1_500_000, 1_500_000, 600_000)


@pytest.mark.parametrize(
    ("taken", "principal", "interest"),
    [(0, 1_100_000, 600_000), (1, 500_000, 500_000), (2, 1_000_000, 500_000)],
)
def test_any_payment_is_taken_back_and_the_rest_is_laid_as_if_it_had_never_come(
    lending, loan, taken, principal, interest
):
    before = lending.balances()
    entries = [pay(lending, loan, amount, on) for on, amount in IN_ORDER]
    reverse(lending, ask_to_reverse(lending, entries[taken]))
    moved = changes(lending, before)
    assert (moved["loans"], moved["interest_cash"]) == (-principal, interest)


def test_payments_that_are_all_taken_back_leave_nothing_behind(lending, loan):
    before = lending.balances()
    entries = [pay(lending, loan, amount, on) for on, amount in reversed(IN_ORDER)]
    for entry in entries:
        reverse(lending, ask_to_reverse(lending, entry))
    moved = changes(lending, before)
    assert not {"loans", "fund_cash", "interest_cash"} & set(moved)


@pytest.mark.parametrize("on", [date(2026, 4, 1), date(2028, 6, 2)])
def test_a_payment_is_not_taken_back_before_it_came_or_in_the_future(lending, loan, on):
    proposal = ask_to_reverse(lending, pay(lending, loan, 100_000, date(2026, 4, 2)))
    before = lending.office.everything()
    with pytest.raises(OutsidePayment, match="2 April 2026"):
        reverse(lending, proposal, on=on)
    assert lending.office.everything() == before


def test_a_payment_that_was_dated_wrongly_is_taken_back_and_booked_on_its_true_day(lending, loan):
    before = lending.balances()
    wrong = pay(lending, loan, ALL_OF_IT, date(2026, 5, 2))
    reverse(lending, ask_to_reverse(lending, wrong))
    pay(lending, loan, ALL_OF_IT, date(2026, 4, 20))
    moved = changes(lending, before)
    assert (moved["loans"], moved["interest_cash"]) == (-20_000_000, 2_400_000)


def test_principal_that_was_lent_out_again_cannot_be_taken_back(database_url):
    with a_lending_office(database_url, ASKED) as lending:
        loan = lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED))
        proposal = ask_to_reverse(lending, pay(lending, loan, ALL_OF_IT))
        lending.file_at(Stage.DISBURSED)
        with pytest.raises(Hindered, match=r"kurang Rp20\.000\.000"):
            reverse(lending, proposal)
        assert lending.position().cash == 0


def test_the_leadership_reads_the_journal_without_anybodys_name(lending, loan):
    late = pay(lending, loan, 600_000, date(2026, 9, 2))
    pay(lending, loan, 400_000)
    reverse(lending, ask_to_reverse(lending, late))
    read = lending.ask(journal, lending.leadership, page_size=200)
    words = {line.memo for line in read.lines}
    kinds = ("Pencairan", "Pembalikan", "Angsuran masuk", "Penataan pokok dan jasa")
    assert {f"{kind} {loan.number}" for kind in kinds} <= words
    told = re.compile(rf"({'|'.join(kinds)}) DB-2026-\d{{4}}|Saldo awal, SK Bupati 1/2026")
    assert all(told.fullmatch(memo) for memo in words)
    whole = [line.memo for line in lending.ask(journal, lending.officer, page_size=200).lines]
    assert any(loan.number in memo for memo in whole)
    assert any("STS " in memo for memo in whole)


def test_the_journal_comes_in_pages_newest_first_and_each_line_balances(database_url):
    with a_lending_office(database_url) as lending:
        _read_in_pages(lending, lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED)))


def _read_in_pages(lending, loan):
    for day in (5, 3, 4):
        pay(lending, loan, 100_000, on=date(2026, 4, day))
    pages = [lending.ask(journal, lending.lead, page=page, page_size=2) for page in (1, 2, 3)]
    days = [line.on for page in pages for line in page.lines]
    assert days == [date(2026, 4, 5), date(2026, 4, 4), date(2026, 4, 3), DAY, date(2026, 1, 2)]
    assert {page.total for page in pages} == {5}
    assert {sum(line.amounts.values()) for page in pages for line in page.lines} == {0}
    for page, page_size in ((0, 1), (1, 0), (1, 201)):
        with pytest.raises(ValueError, match="pages"):
            lending.ask(journal, lending.lead, page=page, page_size=page_size)
