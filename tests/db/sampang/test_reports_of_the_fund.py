"""The reports of a month against the law's own arithmetic, and against what the screens of today say."""

from datetime import date, timedelta
from itertools import product

import pytest

from db.sampang.reports.guidance import guidance
from db.sampang.reports.made_reports import ageing_at_end, bank_month, fund_of_month
from db.sampang.reports.month_figures import lending_of_month, letters_of_month, red_list_sums
from db.sampang.reports.registers import letter_register, red_list_at_end
from db.sampang.servicing.behind import ageing, every_late_loan
from db.sampang.servicing.red_list import approve_listing, lift_listing, propose_listing
from db.sampang.servicing.use_of_funds import record_use_of_funds
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.interest_shares import Share
from domain.sampang.fund.repayment import laid_on
from domain.sampang.kinds import ApplicantKind, InterestMethod
from domain.sampang.loan import LoanTerms, schedule_of
from domain.sampang.origination.stages import Stage
from domain.sampang.reports.fund_at_end import fund_report
from domain.sampang.servicing.arrears import arrears_on
from domain.sampang.servicing.collecting import LetterKind
from domain.sampang.servicing.use_of_funds import UseOfFunds
from tests.db.people import an_office
from tests.db.sampang.bank_files import LATER as BOOKED_AT
from tests.db.sampang.bank_files import PAID as PAID_ON
from tests.db.sampang.bank_files import BankDesk, a_row
from tests.db.sampang.bank_files import a_loan as a_bank_loan
from tests.db.sampang.collecting import LIFTED, LISTED_ON, LISTING, ON_TIME, at, issue, tell_until
from tests.db.sampang.collecting import a_loan as a_loan_in_arrears
from tests.db.sampang.lending import DAY, a_lending_office
from tests.db.sampang.taking_over import (
    AHEAD,
    BEHIND,
    CUT_OFF,
    MONTH_END,
    OLDEST,
    OWN_DAY,
    an_old_loan,
    take_over,
)
from tests.db.sampang.taking_over import (
    ON_TIME as PAID_ON_TIME,
)
from tests.db.sampang.test_behind import DAYS, INSTALMENT, LENT_ON, PAID, lend
from tests.db.sampang.treasury import LATER, a_loan, pay, pay_out, remit
from tests.db.sampang.writing_off import BOOKED, written_off


def month_of(day):
    return day.replace(day=1)


@pytest.fixture(scope="module")
def office(shared_database_url):
    with an_office(shared_database_url) as opened:
        yield opened


@pytest.fixture(scope="module")
def loans(office):
    return {lend(office, on, paid): (on, paid) for on, paid in product(LENT_ON, PAID)}


def asked(office, question, day, who=None):
    with office.database.read() as session:
        return question(session, who or office.lead, month_of(day), day)


@pytest.mark.parametrize("day", DAYS)
def test_each_loan_stood_at_the_end_of_a_day_as_its_rows_and_money_say(office, loans, day):
    told = asked(office, bank_month, day).loans
    by_terms = {}
    for one in told:
        by_terms.setdefault((one.disbursed_on, one.principal - one.owed), []).append(one)
    for on, paid in loans.values():
        if on > day:
            continue
        came = paid if on + timedelta(days=7) <= day else 0
        rows = schedule_of(LoanTerms(1_200_000, 12, 2, 6, InterestMethod.FLAT, on)).rows
        laid = laid_on(rows, came)
        known = arrears_on(laid, on.day, day)
        principal = sum(one.principal for one in laid)
        assert (known.since, known.months, known.principal, known.interest) in {
            (one.since, one.months, one.arrears_principal, one.arrears_interest)
            for one in by_terms[on, principal]
        }


def test_the_money_of_a_month_is_that_of_its_days(office, loans):
    # Paid a week after the loans of 30 November, 29 and 31 January, and 1 February went out.
    months = {date(2025, 12, 1): 1, date(2026, 2, 1): 3, date(2026, 3, 1): 0}
    for month, loans_paid in months.items():
        found = asked(office, bank_month, month.replace(day=28))
        # Rp5.999 and Rp12.000 are interest alone; 12.000 + 126.000 n leaves Rp6.000 of interest in each.
        interest = 5_999 + 12_000 + (12_000 + 6_000) + (12_000 + 9 * 6_000)
        principal = 10 * (INSTALMENT - 6_000)
        assert sum(one.interest_in for one in found.loans) == loans_paid * interest
        assert sum(one.principal_in for one in found.loans) == loans_paid * principal


def test_the_kept_figures_of_a_month_agree_with_the_report(office, loans):
    for day in (date(2026, 2, 28), date(2026, 3, 31), date(2026, 12, 31)):
        found, kept = asked(office, bank_month, day).loans, asked(office, lending_of_month, day)
        assert kept.running == sum(one.runs for one in found)
        assert kept.owed == sum(one.owed for one in found)
        assert kept.loans_behind == sum(one.since is not None for one in found)


@pytest.mark.parametrize("day", [day for day in DAYS if day >= date(2026, 3, 1)])
def test_the_ageing_at_a_months_end_is_that_of_the_screen_of_that_day(office, loans, day):
    found = asked(office, ageing_at_end, day)
    with office.database.read() as session:
        assert found.ageing == ageing(session, office.lead, day)
        late = every_late_loan(session, office.lead, day)
    assert sorted((one.number, one.since, one.months, one.owed) for one in found.late) == sorted(
        (one.number, one.next_due, one.months, one.owed) for one in late
    )


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url) as opened:
        tell_until(opened, date(2027, 12, 31))
        yield opened


def told(lending, question, day, who=None):
    return lending.ask(question, who or lending.lead, month_of(day), day)


def test_the_position_of_today_is_that_of_the_fund_and_its_promises(lending):
    lending.file_at(Stage.APPROVED)
    loan = a_loan(lending)
    pay(lending, loan, 150_000)
    remit(lending, 60_000)
    pay_out(lending, Share.BANK, 10_000)
    found, now = told(lending, fund_of_month, date(2026, 8, 20)), lending.position()
    assert -found.accounts[Account.CAPITAL] == now.capital == 100_000_000
    assert found.accounts[Account.FUND_CASH] == now.cash == 80_000_000
    assert found.accounts[Account.LOANS] == now.lent == 20_000_000
    assert found.committed == now.committed == 20_000_000
    # Rp100.000 are due on 2 April, so Rp50.000 lie on the interest of May.
    assert sum(one.received for one in found.holdings) == 150_000
    assert {one.share: (one.remitted, one.paid) for one in found.holdings} == {
        Share.REVENUE: (30_000, 0), Share.AGENCY: (20_000, 0), Share.BANK: (10_000, 10_000),
    }  # fmt: skip


def test_what_was_promised_at_a_months_end_stays_so_after_it_was_paid_out(lending):
    a_loan(lending)
    assert told(lending, fund_of_month, DAY).committed == lending.position().committed == 0
    approved = lending.file_at(Stage.APPROVED)
    assert told(lending, fund_of_month, DAY).committed == 20_000_000
    assert told(lending, fund_of_month, DAY - timedelta(days=40)).committed == 0
    assert lending.stage(approved) is Stage.APPROVED


def test_the_bank_file_of_a_month_is_told_with_what_it_brought(lending):
    loan = a_loan(lending)
    pay(lending, loan, 100_000)
    found = told(lending, bank_month, date(2026, 4, 30), lending.bank)
    (one,) = found.loans
    assert (one.interest_in, one.principal_in, one.from_bank, one.arrears) == (100_000, 0, 0, 0)
    assert found.booked == (0, 100_000)
    assert found.known_until == date(2027, 12, 31)


def test_the_red_list_of_a_month_keeps_who_was_lifted_later(lending):
    loan = a_loan_in_arrears(lending)[0]
    entry = lending.run(propose_listing, lending.officer, loan, LISTING, at=at(LISTED_ON))
    assert told(lending, red_list_sums, LISTED_ON).standing == 0
    with lending.database.write() as session:
        approve_listing(session, lending.lead, entry, at=at(LISTED_ON))
    lending.run(lift_listing, lending.lead, entry, LIFTED, at=at(LIFTED.on))
    for day, sums in ((LISTED_ON, (1, 1, 0)), (date(2027, 5, 31), (1, 0, 0)), (LIFTED.on, (0, 0, 1))):
        kept, found = told(lending, red_list_sums, day), told(lending, red_list_at_end, day)
        assert (kept.standing, kept.added, kept.lifted) == sums
        assert found.sums == kept


def test_the_register_has_every_paper_of_the_month_and_no_other(lending):
    loan = a_loan_in_arrears(lending)[0]
    issue(lending, loan, LetterKind.WARNING_1)
    on = ON_TIME[LetterKind.WARNING_1]
    (paper,) = told(lending, letter_register, on).papers
    assert (paper.on, paper.kind, paper.by) == (on, "Surat teguran 1", lending.officer.name)
    assert told(lending, letters_of_month, on) == {"Surat teguran 1": 1}
    assert told(lending, letter_register, on + timedelta(days=40)).papers == ()


def test_the_report_to_the_bupati_counts_what_was_seen_and_what_nobody_knows(lending):
    loan = a_loan(lending)
    a_loan(lending)
    for on, planned in ((date(2026, 4, 5), True), (date(2026, 5, 5), None)):
        visit = UseOfFunds(visitor="", on=on, bought="bahan baku", as_planned=planned)
        lending.run(record_use_of_funds, lending.officer, loan.id, visit, at=LATER)
    found = told(lending, guidance, date(2026, 5, 31))
    business = next(one for one in found.kinds if one.kind is ApplicantKind.BUSINESS)
    assert (business.running, business.visits, business.visited, business.ever_visited) == (2, 1, 1, 1)
    assert business.as_planned == (1, 0)
    assert business.own_books == (0, 0)
    assert business.late == 2


def test_older_loans_age_in_the_report_as_on_the_screen_from_the_day_they_were_taken_over(lending):
    take_over(lending, *map(an_old_loan, (PAID_ON_TIME, AHEAD, BEHIND, OLDEST, MONTH_END, OWN_DAY)))
    assert told(lending, ageing_at_end, CUT_OFF - timedelta(days=1)).ageing.all.loans == 0
    for day in (CUT_OFF, date(2026, 3, 31), date(2026, 4, 1), date(2026, 6, 30), date(2027, 12, 31)):
        found = told(lending, ageing_at_end, day)
        assert found.ageing == lending.ask(ageing, lending.lead, day)
        late = lending.ask(every_late_loan, lending.lead, day)
        assert {(one.number, one.since, one.months) for one in found.late} == {
            (one.number, one.next_due, one.months) for one in late
        }


def test_money_out_of_the_banks_file_is_told_apart_and_open_rows_are_counted(lending):
    desk = BankDesk(lending)
    loan, other = (a_bank_loan(lending) for _ in range(2))
    unreadable = a_row(4, loan, None, None, problem="Tanggal: tidak terbaca.")
    file = desk.take_in(a_row(2, loan), a_row(3, "KPR-9", 70_000), unreadable)
    desk.accept(file)
    pay(lending, other, 30_000, on=PAID_ON, at=BOOKED_AT)
    found = told(lending, bank_month, date(2026, 11, 30))
    brought = {one.number: (one.received, one.from_bank) for one in found.loans}
    assert brought[loan.number] == (100_000, 100_000)
    assert brought[other.number] == (30_000, 0)
    assert (found.open_rows.rows, found.open_rows.amount) == (2, 70_000)


def test_the_position_names_what_was_written_off_from_its_month_on(lending):
    loan = a_loan(lending)
    written_off(lending, loan.id)
    found = told(lending, fund_of_month, BOOKED)
    assert (found.written_off, found.recovered) == (20_000_000, 0)
    figures = {one.label: one.told for one in fund_report(found).figures}
    assert figures["Pokok dihapusbukukan, di luar neraca"] == "Rp20.000.000"
    before = told(lending, fund_of_month, BOOKED.replace(day=1) - timedelta(days=1))
    assert not any("hapus" in one.label for one in fund_report(before).figures)
