"""The command that makes the first administrator of a real store."""

import pytest
from sqlalchemy import select

from db.engine import Database
from db.opening import open_demo
from db.tables import AuditRow, PersonRow
from scripts.first_administrator import main
from tests.db.real_stores import KEY, open_real

WATI = ("wati@dinas.id", "Wati", "sampang")


@pytest.fixture
def url(tmp_path, monkeypatch):
    """Give a new store for real people, which the installation is set to."""
    told = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    monkeypatch.setenv("DATABASE_URL", told)
    monkeypatch.setenv("DATA_KEY", KEY)
    open_real(told).close()
    return told


def people(url):
    with Database.at(url).read() as session:
        return session.scalars(select(PersonRow.name)).all(), session.scalars(select(AuditRow.after)).all()


def test_the_first_one_is_made_with_a_line_in_the_trail(url, capsys):
    assert main(WATI) == 0
    names, lines = people(url)
    assert names == ["Wati"]
    assert lines[0]["email"] == "wati@dinas.id"
    assert "layar Pengguna" in capsys.readouterr().out


def test_a_second_one_needs_a_reason(url, capsys):
    main(WATI)
    joko = ("joko@dinas.id", "Joko", "sampang")
    assert main(joko) == 1
    assert "Wati" in capsys.readouterr().err
    assert main([*joko, "--again", "administrator kedua"]) == 0
    assert people(url)[0] == ["Wati", "Joko"]


@pytest.mark.parametrize("asked", [[], ["a@b.id", "A"], ["a@b.id", "A", "malang"]])
def test_a_wrong_question_says_how_to_ask(url, asked, capsys):
    assert main(asked) == 2
    assert "python -m scripts.first_administrator" in capsys.readouterr().err


def test_what_is_no_address_is_refused(url):
    assert main(["wati", "Wati", "sampang"]) == 1


def test_a_demo_has_its_people(tmp_path):
    told = f"sqlite:///{tmp_path / 'demo.sqlite3'}"
    open_demo(told).close()
    assert main([*WATI, "--database", told]) == 1
