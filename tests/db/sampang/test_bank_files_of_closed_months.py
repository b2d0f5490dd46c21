"""A bank's file of a month that was closed: its money is booked later, and still known by its own day."""

from datetime import date

import pytest

from domain.sampang.bank_file.bank_kinds import RowKind
from tests.db.sampang.bank_files import DUPLICATE, LATER, BankDesk, a_loan, a_row
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.settling import pay
from tests.db.sampang.treasury import close_until

IN_APRIL, APRIL = date(2026, 4, 2), (date(2026, 4, 1), date(2026, 4, 30))


@pytest.fixture
def desk(database_url):
    """The months until June are closed when the file of April comes."""
    with a_lending_office(database_url) as lending:
        desk = BankDesk(lending)
        desk.loan = a_loan(lending)
        close_until(lending, 6, at=LATER)
        yield desk


@pytest.mark.parametrize("slip", ["STS 77", ""])
def test_a_file_of_a_closed_month_that_comes_twice_is_booked_once(desk, slip):
    row = a_row(2, desk.loan, on=IN_APRIL, reference=slip)
    assert desk.accept(desk.take_in(row, days=APRIL)).posted == 1
    again = desk.take_in(row, days=APRIL)
    assert desk.stands(again) == [DUPLICATE]
    assert desk.accept(again).posted == 0


def test_what_an_officer_typed_for_a_closed_month_is_not_booked_again_by_its_file(desk):
    pay(desk.lending, desk.loan, 100_000, on=IN_APRIL)
    file = desk.take_in(a_row(2, desk.loan, on=IN_APRIL), days=APRIL)
    assert desk.kinds(file) == [RowKind.DUPLICATE]


def test_money_of_a_closed_month_does_not_stand_in_the_way_of_equal_money_of_the_day_of_its_booking(desk):
    desk.accept(desk.take_in(a_row(2, desk.loan, on=IN_APRIL), days=APRIL))
    today = LATER.date()
    file = desk.take_in(a_row(2, desk.loan, on=today), days=(today, today))
    assert desk.accept(file).posted == 1
