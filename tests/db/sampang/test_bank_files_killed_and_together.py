"""A booking of a bank's file that is killed leaves nothing, and two people at one moment book it once."""

import subprocess
import sys
from pathlib import Path

import pytest

from db.sampang.loans.payments import record_payment
from domain.sampang.fund.money_in import Payment
from tests.db.races import at_one_moment
from tests.db.sampang.bank_files import LATER, PAID, POSTED, BankDesk, a_loan, a_row
from tests.db.sampang.kept_totals import look_at_kept_totals
from tests.db.sampang.killed_bank_child import STOPS
from tests.db.sampang.lending import a_lending_office

ROOT = Path(__file__).resolve().parents[3]
ROUNDS = 3


@pytest.fixture
def desk(database_url):
    with a_lending_office(database_url) as lending:
        found = BankDesk(lending)
        found.url = database_url
        yield found


@pytest.mark.parametrize("stop", STOPS)
def test_after_a_kill_nothing_is_booked_and_the_same_press_then_books_once(desk, stop):
    loan = a_loan(desk.lending)
    file = desk.take_in(a_row(2, loan, reference="T1"), a_row(3, loan, 1_100_000, reference="T2"))
    before = desk.lending.office.everything()
    _killed(desk, file, stop)
    assert desk.lending.office.everything() == before
    for _ in range(2):
        assert desk.accept(file, nonce="killed").posted == 2
    assert desk.stands(file) == [POSTED, POSTED]
    assert [told for *_, told in desk.payments()] == ["T1", "T2"]
    with desk.lending.database.read() as session:
        look_at_kept_totals(session)


def test_two_people_who_accept_one_file_at_one_moment_book_it_once(desk):
    loan = a_loan(desk.lending)
    for done in range(1, ROUNDS + 1):
        file = desk.take_in(a_row(2, loan, reference=f"T{done}"))
        at_one_moment(lambda one=file: desk.accept(one), lambda one=file: desk.accept(one))
        assert len(desk.payments()) == done
        assert desk.stands(file) == [POSTED]


def test_two_files_of_the_same_rows_accepted_at_one_moment_are_booked_once(desk):
    loan = a_loan(desk.lending)
    for done in range(1, ROUNDS + 1):
        files = [desk.take_in(a_row(2, loan, reference=f"T{done}")) for _ in range(2)]
        at_one_moment(*(lambda one=file: desk.accept(one) for file in files))
        assert len(desk.payments()) == done
    with desk.lending.database.read() as session:
        look_at_kept_totals(session)


def test_a_file_and_an_officer_who_types_the_same_slip_at_one_moment_book_it_once(desk):
    loan = a_loan(desk.lending)
    for done in range(1, ROUNDS + 1):
        file = desk.take_in(a_row(2, loan, reference=f"T{done}"))
        typed = Payment(amount=100_000, on=PAID, reference=f"t-{done}")
        at_one_moment(
            lambda one=file: desk.accept(one),
            lambda one=typed: desk.lending.run(record_payment, desk.officer, loan.id, one, at=LATER),
        )
        assert len(desk.payments()) == done


def _killed(desk, file, stop):
    child = [sys.executable, "-m", "tests.db.sampang.killed_bank_child", desk.url]
    with subprocess.Popen(
        [*child, str(desk.officer.id), str(file), stop], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "stopped\n"
        process.kill()
    assert process.returncode == -9
