"""Rows of the bank for loans whose settlement or write-off was taken back, and for numbers of older loans."""

from datetime import date

import pytest

from domain.sampang.bank_file.bank_kinds import RowKind
from tests.db.sampang import writing_off
from tests.db.sampang.bank_files import DUPLICATE, MATCHED, PAID, BankDesk, a_loan, a_row
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.settling import FIRST_DUE, a_running_loan, quote, settle, take_back
from tests.db.sampang.taking_over import an_old_loan, take_over

APRIL, MARCH_2027 = (date(2026, 4, 1), date(2026, 4, 30)), (date(2027, 3, 1), date(2027, 3, 31))


@pytest.fixture
def desk(database_url):
    with a_lending_office(database_url) as lending:
        yield BankDesk(lending)


def test_a_row_of_the_days_on_which_a_loan_was_settled_is_looked_at_and_the_others_are_booked(desk):
    loan, other = a_running_loan(desk.lending), a_loan(desk.lending)
    take_back(desk.lending, settle(desk.lending, quote(desk.lending, loan)), on=date(2026, 11, 20))
    file = desk.take_in(a_row(2, loan), a_row(3, other), a_row(4, loan, on=date(2026, 11, 20)))
    assert desk.kinds(file) == [RowKind.POSSIBLE, RowKind.MATCHED, RowKind.MATCHED]
    assert "20 November 2026" in desk.rows(file)[2].reason
    assert desk.accept(file).posted == 2


def test_a_row_that_fitted_before_the_settlement_was_taken_back_waits_for_a_person(desk):
    loan, other = a_loan(desk.lending), a_loan(desk.lending)
    file = desk.take_in(a_row(2, loan), a_row(3, other))
    take_back(
        desk.lending,
        settle(desk.lending, quote(desk.lending, loan), amount=20_400_000),
        on=date(2026, 11, 20),
    )
    assert desk.accept(file).posted == 1
    assert desk.kinds(file) == [RowKind.POSSIBLE, RowKind.MATCHED]


def test_what_was_booked_before_the_settlement_is_still_a_duplicate(desk):
    loan = a_running_loan(desk.lending)
    take_back(desk.lending, settle(desk.lending, quote(desk.lending, loan)), on=date(2026, 11, 20))
    assert desk.stands(desk.take_in(a_row(2, loan, on=FIRST_DUE), days=APRIL)) == [DUPLICATE]


def test_a_row_of_the_days_on_which_a_loan_was_written_off_is_looked_at_once_that_was_taken_back(desk):
    loan, again = a_loan(desk.lending), a_loan(desk.lending)
    for one in (loan, again):
        writing_off.take_back(desk.lending, writing_off.written_off(desk.lending, one.id))
    writing_off.approve(desk.lending, writing_off.propose(desk.lending, again.id, on=writing_off.LATER),
                        on=writing_off.LATER)  # fmt: skip
    file = desk.take_in(a_row(2, loan), a_row(3, again))
    assert desk.kinds(file) == [RowKind.POSSIBLE, RowKind.MATCHED]  # what comes for a claim has no such day


@pytest.mark.parametrize("number", ["518_77 (B)", "PK#518:77", "518–77"])
def test_a_person_names_an_older_loan_whatever_signs_its_number_has(desk, number):
    take_over(desk.lending, an_old_loan(number=number))
    file = desk.take_in(a_row(2, "", name="Orang lain", on=PAID))
    desk.choose(file, 2, number.replace("518", "518 "))
    assert desk.stands(file) == [MATCHED]
