"""Which loans are behind and how far: the store's question agrees with the law's one definition."""

from datetime import date, timedelta
from itertools import count, product

import pytest

from db.office.settings import approve_setting, propose_setting
from db.sampang.fund.ledger import book
from db.sampang.fund.loan_books import books_of
from db.sampang.loans.payments import record_payment
from db.sampang.servicing.behind import ageing, every_late_loan, running_loans
from db.sampang.servicing.ended import ended_loans
from db.tables import InstalmentRow, LoanRow
from domain.regulation.office_proposals import SettingProposed
from domain.sampang.fund.entries import disbursement
from domain.sampang.fund.money_in import Payment
from domain.sampang.fund.repayment import laid_on
from domain.sampang.kinds import InterestMethod
from domain.sampang.loan import LoanTerms, schedule_of
from domain.sampang.parameters import PROVISION_SUBSTANDARD
from domain.sampang.programme import SAMPANG
from domain.sampang.servicing.ageing import AGES, Ageing, Held
from domain.sampang.servicing.arrears import arrears_on
from domain.sampang.servicing.days_late import DaysLate
from domain.sampang.servicing.quality import Quality
from tests.db.people import NOW, a_nonce, an_office
from tests.db.sampang.test_district_figures import applied

_names = count(1)
# Rp1.200.000 for 12 months, two of them grace: Rp6.000 a month, from the third month also Rp120.000.
INSTALMENT = 126_000
LENT_ON = (date(2025, 11, 30), date(2026, 1, 29), date(2026, 1, 31), date(2026, 2, 1))
DAYS = (
    date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 29), date(2026, 3, 30),
    date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 30), date(2026, 5, 1), date(2026, 12, 31),
    date(2027, 2, 28), date(2027, 3, 1), date(2027, 9, 15),
)  # fmt: skip
PAID = (0, 5_999, 12_000, 12_000 + INSTALMENT, 12_000 + 9 * INSTALMENT)


@pytest.fixture(scope="module")
def office(shared_database_url):
    with an_office(shared_database_url) as opened:
        yield opened


def lend(office, on, paid=0, principal=1_200_000):
    """A loan paid out on a day, of which so much came in a week later; its application's number."""
    terms = LoanTerms(principal, 12, 2, 6, InterestMethod.FLAT, on)
    application_id = applied(office, f"Toko {next(_names)}", None)
    with office.database.write() as session:
        loan = LoanRow(
            application_id=application_id, principal=principal, tenor=12, grace=2, yearly_percent=6,
            method="flat", disbursed_on=on, rules_fingerprint="0", requested_by_id=office.officer.id,
            approved_by_id=office.lead.id, at=NOW,
        )  # fmt: skip
        session.add(loan)
        session.flush()
        session.add_all(
            InstalmentRow(
                loan_id=loan.id, number=row.number, due_on=row.due_on, principal=row.principal,
                interest=row.interest, balance=row.balance,
            )
            for row in schedule_of(terms).rows
        )  # fmt: skip
        entry = disbursement(principal, on, "Pencairan", insurance=0, notary=0, land_check=0)
        book(session, office.lead, entry, NOW, loan=books_of(session, loan))
        if paid:
            received = Payment(amount=paid, on=on + timedelta(days=7), reference=f"STS {a_nonce()}")
            keys = {"nonce": a_nonce(), "at": NOW + timedelta(days=900)}
            record_payment(session, office.officer, loan.id, received, **keys)
        return loan.id


def running(office, day, **more):
    with office.database.read() as session:
        return running_loans(session, office.officer, day, page_size=200, **more)


def ended(office, **more):
    with office.database.read() as session:
        return ended_loans(session, office.officer, page_size=200, **more)


def aged(office, day) -> Ageing:
    with office.database.read() as session:
        return ageing(session, office.lead, day)


def decided(office, parameter, value):
    with office.database.write() as session:
        proposed = SettingProposed(since=date(2026, 1, 1), reason="SK contoh")
        keys = {"nonce": a_nonce(), "at": NOW}
        number = propose_setting(session, office.admin, SAMPANG, parameter, value, proposed, **keys)
    with office.database.write() as session:
        approve_setting(session, office.lead, SAMPANG, number, at=NOW)


@pytest.fixture(scope="module")
def loans(office):
    return {lend(office, on, paid): (on, paid) for on, paid in product(LENT_ON, PAID)}


@pytest.mark.parametrize("day", DAYS)
def test_each_loan_is_as_many_months_behind_as_its_rows_and_money_say(office, loans, day):
    found = {one.loan_id: one for one in running(office, day)[0]}
    for loan_id, (on, paid) in loans.items():
        rows = schedule_of(LoanTerms(1_200_000, 12, 2, 6, InterestMethod.FLAT, on)).rows
        known = arrears_on(laid_on(rows, paid), on.day, day)
        assert found[loan_id].months == known.months, (on, paid)
        assert known.since in (None, found[loan_id].next_due)


@pytest.mark.parametrize("day", DAYS)
def test_classes_part_the_running_loans_and_add_up_to_the_ageing(office, loans, day):
    by_class = {one: running(office, day, classes=(one,)) for one in Quality}
    everything = aged(office, day)
    assert sum(total for _, total in by_class.values()) == everything.all.loans == len(loans)
    for quality, (rows, total) in by_class.items():
        assert {one.quality for one in rows} <= {quality}
        assert everything.of_class(quality).loans == total
        assert everything.of_class(quality).owed == sum(one.owed for one in rows)
    assert sum(everything.of_age(age).loans for age in AGES) == len(loans)
    assert everything.at_risk.loans == running(office, day, due_until=day - timedelta(days=1))[1]


@pytest.mark.parametrize("day", DAYS)
def test_ranges_of_days_late_part_the_loans_that_are_behind(office, loans, day):
    everything = {one.loan_id: (day - one.next_due).days for one in running(office, day)[0]}
    seen = []
    for late in DaysLate:
        rows, total = running(office, day, late=late)
        assert total == len(rows)
        assert all(one.days == everything[one.loan_id] for one in rows)
        seen += [one.loan_id for one in rows]
    assert sorted(seen) == sorted(number for number, days in everything.items() if days > 0)


def test_a_loan_that_is_paid_back_is_listed_with_the_day_and_counted(office):
    before = ended(office)[1]
    lend(office, date(2026, 1, 5), paid=12 * 6_000 + 1_200_000)
    rows, total = ended(office)
    assert (total, rows[0].ended_on, rows[0].early) == (before + 1, date(2026, 1, 12), False)
    assert ended(office, text=rows[0].name)[1] >= 1
    assert running(office, date(2026, 2, 1))[1] == len(running(office, date(2026, 2, 1))[0])


def test_a_loan_is_found_by_part_of_its_name_and_those_longest_behind_stand_first(office, loans):
    day = date(2026, 12, 31)
    (one, *_), _ = running(office, day)
    assert one.next_due == min(other.next_due for other in running(office, day)[0])
    found, total = running(office, day, text=one.name.upper())
    assert one.loan_id in {each.loan_id for each in found}
    assert total == len(found)


@pytest.mark.parametrize("day", DAYS)
def test_a_report_has_every_loan_that_the_pages_show_as_late(office, loans, day):
    with office.database.read() as session:
        found = every_late_loan(session, office.officer, day)
    assert found == running(office, day, due_until=day - timedelta(days=1))[0]


def test_a_loan_that_is_paid_back_no_longer_runs(office):
    loan_id = lend(office, date(2026, 1, 5), paid=12 * 6_000 + 1_200_000)
    assert loan_id not in {one.loan_id for one in running(office, date(2027, 6, 1))[0]}


def test_a_provision_is_half_up_for_each_loan_and_none_where_the_office_set_nothing(database_url):
    with an_office(database_url) as office:
        day = date(2026, 3, 6)
        for principal in (1_000_001, 1_000_001, 1_000_020):
            lend(office, date(2026, 1, 5), principal=principal)
        assert aged(office, day).all.provision is None
        # 2,5 % of 1.000.001 is 25.000,025 and of 1.000.020 25.000,5: each is rounded by itself.
        decided(office, PROVISION_SUBSTANDARD, "2.5")
        found = aged(office, day)
        assert found.held == (Held(2, 3, 3_000_022, 75_001),)
        assert found.of_class(Quality.SUBSTANDARD).net == 2_925_021
        assert found.all.provision == 75_001
