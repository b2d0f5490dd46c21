"""A number of minutes, an agreement or a request is one file's; given to a second file it is asked about."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from threading import Barrier

import pytest

from db.again import reasons_of
from db.refusals import SameAgain
from db.sampang.loans.disbursing import request_disbursement
from db.sampang.origination.screening import close_survey
from db.tables import FileStepRow
from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import MINUTES, REQUEST, a_lending_office

_numbers = count(1)


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


@pytest.fixture
def number():
    return f"SPP {next(_numbers):04}/2026"


def ask_for_money(lending, file, number, **more):
    request = replace(REQUEST, number=number)
    return lending.run(request_disbursement, lending.officer, file, request, **more)


def test_one_number_is_not_given_to_the_requests_of_two_files_without_a_reason(lending, number):
    first, second = (lending.file_at(Stage.AGREED) for _ in range(2))
    ask_for_money(lending, first, number)
    before = lending.office.everything()
    with pytest.raises(SameAgain) as refused:
        ask_for_money(lending, second, number.lower().replace(" ", "-"))
    assert lending.office.everything() == before
    (told,) = refused.value.reasons
    first_file = f"2 Maret 2026, untuk pengajuan {lending.seen(first).number}"
    assert told.endswith(f" nomor {number}, {first_file}; dicatat Orang petugas, 2 Maret 2026 10.14.")
    ask_for_money(lending, second, number, again_because="satu SPP untuk dua peminjam")
    with lending.database.read() as session:
        assert reasons_of(session, FileStepRow, [first, second]) == {second: "satu SPP untuk dua peminjam"}


def test_minutes_without_a_number_yet_are_like_no_others(lending):
    for _ in range(2):
        file = lending.file_at(Stage.CHECKED)
        lending.press("record_finding", file)
        lending.run(close_survey, lending.member, file, replace(MINUTES, number=""))
        assert lending.stage(file) is Stage.SURVEYED


def test_a_request_that_came_back_keeps_its_number(lending, number):
    file = lending.file_at(Stage.AGREED)
    ask_for_money(lending, file, number)
    lending.press("return_request", file)
    ask_for_money(lending, file, number)
    assert lending.stage(file) is Stage.REQUESTED


def test_of_two_desks_that_give_one_number_at_one_moment_one_does_and_the_other_is_asked(lending, number):
    files, together = [lending.file_at(Stage.AGREED) for _ in range(2)], Barrier(2)

    def press(file):
        together.wait()
        try:
            return bool(ask_for_money(lending, file, number))
        except SameAgain:
            return False

    with ThreadPoolExecutor(2) as threads:
        assert Counter(threads.map(press, files)) == {True: 1, False: 1}
