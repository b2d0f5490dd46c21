"""The server's command says in words whether the chain holds, and finds the installation's own database."""

import pytest
from sqlalchemy import text

from db.chain.walking import head_of
from scripts import check_chain as command
from tests.db.people import an_office


@pytest.fixture
def office(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'kantor.sqlite3'}"
    monkeypatch.setenv("DATABASE_URL", url)
    with an_office(url) as office:
        yield office


def test_a_whole_chain_of_the_own_database_is_told_with_its_end(office, capsys):
    with office.database.read() as session:
        end = head_of(session)
    assert command.main(["-"]) == 0
    assert capsys.readouterr().out.startswith("Utuh: ")
    printed = " ".join(end.hash[place : place + 8] for place in range(0, len(end.hash), 8))
    assert command.main(["-", str(end.number), printed.upper()]) == 0
    assert command.main(["-", str(end.number), "0" * 64]) == 1


def test_what_was_changed_past_the_program_is_named(office, capsys):
    with office.database.writer.begin() as connection:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'installation'"
        for name in connection.execute(text(triggers)).scalars().all():
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text("DELETE FROM installation"))
    assert command.main(["-"]) == 1
    assert "RUSAK pada mata rantai 1: tanda pemasangan nomor" in capsys.readouterr().out


@pytest.mark.parametrize(("told", "code"), [([], 2), (["-", "satu", "x"], 2), (["bukan alamat"], 1)])
def test_what_cannot_be_checked_is_refused_without_a_traceback(told, code):
    assert command.main(told) == code
