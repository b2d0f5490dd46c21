"""The demo data put back for the next guest, from a copy or anew."""

from datetime import datetime

import pytest
from sqlalchemy import text

from db.tables import PersonRow
from demo import resetting
from demo.resetting import keep_demo, reset_demo
from domain.blitar.programme import BLITAR
from domain.dates import JAKARTA
from domain.sampang.programme import SAMPANG
from tests.db.people import NOW, an_office
from tests.db.real_stores import open_real

TODAY = NOW.date()


def _people(office):
    return office.count(PersonRow)


def test_a_sqlite_file_gets_its_copy_back_at_once(tmp_path):
    with an_office(f"sqlite:///{tmp_path / 'demo.sqlite3'}") as office:
        keep_demo(office.database, today=TODAY)
        before = office.everything()
        with office.database.write() as session:
            session.execute(text("UPDATE person SET name = 'Diubah'"))
        reset_demo(office.database, None, today=TODAY, now=NOW)
        assert office.everything() == before
        assert [file.suffix for file in tmp_path.glob("*.asli-*")] == [".sqlite3"]


def test_a_copy_of_other_programmes_is_not_used(tmp_path, monkeypatch):
    loaded = []
    monkeypatch.setattr(
        resetting, "fill_demo", lambda session, *, programmes, **more: loaded.append(programmes)
    )
    with an_office(f"sqlite:///{tmp_path / 'demo.sqlite3'}") as office:
        keep_demo(office.database, today=TODAY, programmes=[BLITAR])
        reset_demo(office.database, None, today=TODAY, now=NOW, programmes=[SAMPANG, BLITAR])
        assert loaded == [[SAMPANG, BLITAR]]


def test_a_copy_of_another_day_is_not_used(tmp_path, monkeypatch):
    loaded = []
    monkeypatch.setattr(resetting, "fill_demo", lambda session, *, today, **more: loaded.append(today))
    with an_office(f"sqlite:///{tmp_path / 'demo.sqlite3'}") as office:
        keep_demo(office.database, today=TODAY.replace(day=1))
        reset_demo(office.database, None, today=TODAY, now=NOW)
        assert loaded == [TODAY]
        assert _people(office) == 0


def test_a_server_database_is_emptied_and_filled_anew(database_url, monkeypatch):
    loaded = []
    monkeypatch.setattr(resetting, "fill_demo", lambda session, *, today, **more: loaded.append(today))
    with an_office(database_url) as office:
        reset_demo(office.database, None, today=TODAY, now=NOW)
        assert (loaded, _people(office)) == ([TODAY], 0)


def test_a_database_of_real_people_is_never_emptied(empty_database_url):
    database = open_real(empty_database_url)
    with pytest.raises(RuntimeError, match="demo"):
        reset_demo(database, None, today=TODAY, now=datetime(2026, 3, 2, tzinfo=JAKARTA))
    database.close()
