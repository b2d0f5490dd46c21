"""What whoever installs the program sees while its database is not opened."""

import pytest
from streamlit.testing.v1 import AppTest

from db.engine import Database
from tests.db.real_stores import open_real
from tests.screens.demo_office import ENTRY


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Open the first page over a new file, with what an empty database shall become."""
    url = f"sqlite:///{tmp_path / 'new.sqlite3'}"

    def show(begins_as=""):
        monkeypatch.setenv("DATABASE_URL", url)
        monkeypatch.setenv("NEW_DATABASE", begins_as)
        return AppTest.from_file(ENTRY, default_timeout=120).run()

    show.url = url
    return show


def test_an_empty_database_asks_for_one_of_two_commands(opened):
    screen = opened()
    assert [code.value for code in screen.code] == [
        "python -m scripts.begin demo",
        "python -m scripts.begin real",
    ]


def test_an_empty_database_shows_no_personas(opened):
    assert not opened().selectbox


def test_an_empty_database_stays_empty(opened):
    opened()
    database = Database.at(opened.url)
    with database.engine.connect() as connection:
        assert not database.engine.dialect.get_table_names(connection)
    database.close()


def test_real_data_without_sign_in_say_why_they_stay_closed(opened):
    open_real(opened.url).close()
    assert "masuk dengan akun belum disiapkan" in opened("demo").error[0].value


def test_a_setting_that_cannot_be_followed_is_named(opened):
    assert "berisi latihan" in opened("latihan").error[0].value
