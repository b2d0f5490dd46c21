"""The command that chooses what an empty database shall be."""

import pytest

from db.installed import StoreKind
from db.opening import is_demo, open_database, open_demo
from scripts.begin import main


@pytest.fixture
def url(tmp_path, monkeypatch):
    """Give an empty file, which the installation is set to."""
    told = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    monkeypatch.setenv("DATABASE_URL", told)
    return told


@pytest.mark.parametrize("kind", StoreKind)
def test_an_empty_database_becomes_what_was_chosen(url, kind):
    assert main([kind.value]) == 0
    opened = open_database(url, sign_in_configured=True)
    assert is_demo(opened) is (kind is StoreKind.DEMO)
    opened.close()


@pytest.mark.parametrize("again", StoreKind)
def test_what_was_chosen_stays(url, again, capsys):
    open_demo(url).close()
    assert main([again.value]) == 1
    assert "sudah ditentukan, yaitu data contoh" in capsys.readouterr().err


def test_real_data_do_not_begin_in_the_file_of_the_demo(monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", "")
    monkeypatch.setattr("scripts.begin.setting", lambda name: "")
    assert main(["real"]) == 2
    assert "DATABASE_URL belum diisi" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [[], ["latihan"], ["real", "sqlite://", "lagi"]])
def test_a_wrong_question_is_answered_with_how_to_ask(asked, capsys):
    assert main(asked) == 2
    assert "demo|real" in capsys.readouterr().err
