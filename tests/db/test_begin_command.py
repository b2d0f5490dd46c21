"""The command that chooses what an empty database shall be."""

import pytest

from db.engine import Database
from db.hiding import hides
from db.installed import StoreKind
from db.opening import is_demo, open_database, open_demo
from scripts.begin import main
from tests.db.real_stores import KEY, open_real


@pytest.fixture
def url(tmp_path, monkeypatch):
    """Give an empty file, which the installation is set to."""
    told = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    monkeypatch.setenv("DATABASE_URL", told)
    monkeypatch.setenv("DATA_KEY", KEY)
    return told


@pytest.mark.parametrize("kind", StoreKind)
def test_an_empty_database_becomes_what_was_chosen(url, kind):
    assert main([kind.value]) == 0
    opened = open_database(url, sign_in_configured=True, data_key=KEY)
    assert is_demo(opened) is (kind is StoreKind.DEMO)
    opened.close()


def test_real_data_are_hidden_from_the_beginning(url):
    main(["real"])
    assert hides(Database.at(url))


def test_a_demo_lies_plain_also_where_a_key_is_set(url):
    main(["demo"])
    assert not hides(Database.at(url))


def test_without_a_key_it_says_how_to_make_one_and_leaves_the_database_empty(url, monkeypatch, capsys):
    monkeypatch.delenv("DATA_KEY")
    assert main(["real"]) == 2
    assert "python -m scripts.encrypt_store kunci-baru" in capsys.readouterr().err
    monkeypatch.setenv("DATA_KEY", KEY)
    assert main(["real"]) == 0


def test_what_is_no_key_is_told_before_anything_begins(url, monkeypatch, capsys):
    monkeypatch.setenv("DATA_KEY", "kunci")
    assert main(["real"]) == 1
    assert "bukan kunci yang sah" in capsys.readouterr().err


def test_a_real_store_stays_chosen_whatever_key_is_set(url, monkeypatch, capsys):
    open_real(url).close()
    monkeypatch.delenv("DATA_KEY")
    assert main(["real"]) == 1
    assert "sudah ditentukan, yaitu data sungguhan" in capsys.readouterr().err


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
