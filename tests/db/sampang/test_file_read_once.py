"""What the parts of one screen show of the same file is read once, and anew once something was recorded."""

import pytest

from db.engine import reading_together
from db.sampang.loans.loans import loan_of
from db.sampang.origination.kin import kin
from db.sampang.origination.loan_files import stored_file
from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import a_lending_office, a_nik
from tests.db.statements import asked


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


@pytest.fixture(scope="module")
def paid_out(lending):
    nik = a_nik()
    file = lending.file_at(Stage.DISBURSED, nik=nik)
    lending.file_at(Stage.FILED, nik=nik)
    return file


@pytest.mark.parametrize("question", [stored_file, kin, loan_of])
def test_a_file_is_read_once_by_all_parts_of_a_screen(lending, paid_out, question):
    with asked(lending.office.database) as statements, reading_together():
        first = lending.ask(question, lending.officer, paid_out)
        once = len(statements)
        assert lending.ask(question, lending.officer, paid_out) == first
        assert len(statements) == once


def test_what_is_asked_second_reads_the_row_of_the_file_no_more(lending, paid_out):
    with asked(lending.office.database) as statements, reading_together():
        lending.ask(stored_file, lending.officer, paid_out)
        lending.ask(kin, lending.officer, paid_out)
    assert len([one for one in statements if "FROM collateral" in one]) == 1


def test_after_a_step_the_same_screen_sees_the_loan(lending):
    file = lending.file_at(Stage.REQUESTED)
    with reading_together():
        assert lending.ask(loan_of, lending.officer, file) is None
        lending.press("disburse", file)
        assert lending.ask(loan_of, lending.officer, file) is not None
        assert lending.ask(stored_file, lending.officer, file).file.stage is Stage.DISBURSED
