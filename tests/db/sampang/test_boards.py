"""The officers of a koperasi are told with their NIK, and the newest list counts (IV.1.f)."""

import pytest

from db.refusals import Wrong
from db.sampang.origination.boards import board_of, known_board, record_board
from domain.sampang.origination.board import NOBODY, Board, Officer
from domain.sampang.origination.stages import Stage
from tests.db.people import a_nonce
from tests.db.sampang.boards import A_BOARD, a_cooperative
from tests.db.sampang.lending import a_lending_office


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url) as lending:
        yield lending


def record(lending, file, board, **more):
    lending.run(record_board, lending.officer, file, board, **more)


def known(lending, file):
    with lending.database.read() as session:
        return known_board(session, file)


def test_nobody_is_known_before_somebody_told(lending):
    assert lending.ask(board_of, lending.officer, a_cooperative(lending)) == NOBODY


def test_the_newest_list_counts(lending):
    file = a_cooperative(lending)
    record(lending, file, A_BOARD)
    newer = Board(officers=(Officer(name="Siti"),))
    record(lending, file, newer)
    assert known(lending, file) == newer


def test_on_the_screen_a_nik_is_masked_and_in_the_store_it_is_whole(lending):
    file = a_cooperative(lending)
    record(lending, file, A_BOARD)
    shown = lending.ask(board_of, lending.bank, file)
    assert "*" in shown.officers[0].nik
    assert shown.officers[1].nik == ""
    assert known(lending, file) == A_BOARD


def test_a_nik_that_cannot_be_is_told_by_its_line(lending):
    file = a_cooperative(lending)
    with pytest.raises(Wrong, match=r"Baris 2: .*NIK"):
        record(lending, file, Board(officers=(Officer(name="A"), Officer(name="B", nik="12"))))
    assert known(lending, file) == NOBODY


def test_a_blank_nik_leaves_the_one_that_is_known(lending):
    file = a_cooperative(lending)
    record(lending, file, A_BOARD)
    record(lending, file, Board(officers=(Officer(name="Hj. Maryam", position="Ketua"),)))
    assert known(lending, file) == Board(officers=A_BOARD.officers[:1])


def test_an_officer_has_a_name(lending):
    with pytest.raises(Wrong, match="Nama pengurus"):
        record(lending, a_cooperative(lending), Board(officers=(Officer(name=" ", position="Ketua"),)))


def test_only_a_cooperative_has_officers_who_are_jointly_liable(lending):
    with pytest.raises(Wrong, match="Hanya koperasi"):
        record(lending, lending.file_at(Stage.DRAFT), A_BOARD)


def test_pressed_twice_the_list_is_written_once(lending):
    file, nonce = a_cooperative(lending), a_nonce()
    record(lending, file, A_BOARD, nonce=nonce)
    record(lending, file, NOBODY, nonce=nonce)
    assert known(lending, file) == A_BOARD
