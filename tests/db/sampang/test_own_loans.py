"""A borrower's own loans are found in the books by NIK and NPWP, and never those of somebody else."""

from datetime import date

import pytest

from db.sampang.applications.own_loans import own_loans
from domain.sampang.application import Applicant, EarlierLoan
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.stages import Stage
from domain.sampang.own_loans import OwnLoan, contradicted, earlier_by_books
from tests.db.sampang.lending import a_lending_office, a_nik

SETTLED = OwnLoan(1, "DB-2024-0001", 20_000_000, date(2024, 1, 31), date(2025, 2, 28), 0)
RUNNING = OwnLoan(2, "DB-2025-0002", 30_000_000, date(2025, 3, 1), None, 12_500_000)


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


def found(lending, **who):
    applicant = Applicant(kind=ApplicantKind.BUSINESS, name="Toko Uji", **who)
    return lending.ask(own_loans, lending.officer, applicant)


def test_a_loan_of_the_same_nik_is_found_with_what_is_owed(lending):
    nik = a_nik()
    file = lending.file_at(Stage.DISBURSED, nik=nik)
    (loan,) = found(lending, nik=nik)
    assert (loan.application_id, loan.ended_on) == (file, None)
    assert loan.owed == loan.amount


def test_a_loan_of_the_old_form_of_an_npwp_is_found(lending):
    lending.file_at(Stage.DISBURSED, nik=a_nik(), npwp="098765432101234")
    assert len(found(lending, npwp="0098765432101234")) == 1


def test_the_loan_of_the_spouse_or_of_a_like_name_is_nobody_elses(lending):
    his, hers = a_nik(), a_nik()
    lending.file_at(Stage.DISBURSED, nik=his, spouse_nik=hers, name="Toko Uji")
    assert found(lending, nik=hers, spouse_nik=his) == ()


def test_a_file_without_money_is_no_loan(lending):
    nik = a_nik()
    lending.file_at(Stage.FILED, nik=nik)
    assert found(lending, nik=nik) == ()


def test_without_a_number_nothing_is_looked_for(lending):
    assert found(lending) == ()


def test_the_books_tell_the_newest_loan_with_the_whole_months_that_it_ran():
    # From 31 January 2024 twelve months are complete on 31 January 2025; the thirteenth is not.
    assert earlier_by_books([SETTLED]) == EarlierLoan(
        borrowed_before=True, last_amount=20_000_000, settled_on=date(2025, 2, 28), months_run=12
    )


def test_a_loan_that_runs_has_no_day_on_which_it_was_settled():
    assert earlier_by_books([RUNNING, SETTLED]) == EarlierLoan(borrowed_before=True, last_amount=30_000_000)


def test_without_a_loan_the_books_say_nothing():
    assert earlier_by_books([]) is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (EarlierLoan(borrowed_before=False), "menjawab Tidak, tetapi buku mencatatnya"),
        (
            EarlierLoan(borrowed_before=True, settled_on=date(2026, 1, 1)),
            "DB-2025-0002 masih bersisa Rp12.500.000",
        ),
    ],
)
def test_an_answer_against_the_books_is_contradicted(typed, words):
    (sentence,) = contradicted([RUNNING], typed)
    assert words in sentence


@pytest.mark.parametrize("typed", [EarlierLoan(), EarlierLoan(borrowed_before=True)])
def test_a_blank_or_a_true_answer_contradicts_nothing(typed):
    assert contradicted([RUNNING], typed) == ()
