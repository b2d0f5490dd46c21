"""Register lain: a file of elsewhere is assessed on screen, and nothing of it stays."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import func, select

from db.tables import AuditRow
from domain.roles import OfficeRole
from pages.office.policy.study import study_form
from pages.parts.store import database
from tests.screens.demo_office import POLICY

CSV = "Nomor;Nama;principal;has_licence;on_red_list\nA-1;Siti;5000000;Ya;tidak\nA-2;Budi;oleh;Tidak;ya\n"


@pytest.fixture
def study(office):
    app = office.open(
        office.by_role[OfficeRole.LEADERSHIP], POLICY, program="sampang", bagian="Register lain"
    )
    assert not app.exception
    next(one for one in app.selectbox if one.label == "Jenis yang dinilai").select_index(1).run()
    app.file_uploader[0].upload("umkm.csv", CSV.encode(), "text/csv").run()
    assert not app.exception
    return app


def _press(app):
    next(one for one in app.button if one.label == "Nilai register ini").click().run()
    assert not app.exception
    return app


def _shown(app):
    return " ".join(str(one.value) for one in (*app.markdown, *app.caption))


def test_what_is_read_is_guessed_assessed_and_counted(study):
    app = _press(study)
    tables = [one.value for one in app.dataframe]
    verdicts = next(one for one in tables if list(one.columns) == ["Hasil", "Baris"])
    assert sum(int(count) for count in verdicts["Baris"]) == 2
    unread = next(one for one in tables if "Tidak terbaca" in one.columns)
    assert unread[unread["Tidak terbaca"] == 1]["Contoh"].tolist() == ["oleh"]


def test_it_says_that_nothing_is_stored_and_what_the_file_does_not_tell(study):
    app = _press(study)
    assert "Tidak ada yang disimpan" in _shown(app)
    assert any("tidak ada di register" in one.label for one in app.expander)


def test_nothing_of_it_enters_the_store(study):
    def lines():
        with database().read() as session:
            return session.scalar(select(func.count()).select_from(AuditRow))

    before = lines()
    _press(study)
    assert lines() == before


def test_another_choice_takes_the_old_result_away(study):
    app = _press(study)
    next(one for one in app.selectbox if one.label.startswith("Penanda")).select_index(1).run()
    assert not any(list(one.value.columns) == ["Hasil", "Baris"] for one in app.dataframe)


def test_a_file_taken_away_takes_its_result_out_of_memory(study):
    app = _press(study)
    assert "studi:sampang:hasil" in app.session_state
    app.file_uploader[0].set_value([]).run()
    assert not app.exception
    assert "studi:sampang:hasil" not in app.session_state
    assert "studi:sampang:dibaca" not in app.session_state


def test_headings_that_stand_there_twice_are_told_apart_where_the_mark_is_chosen():
    apart = study_form._told_apart(("Nomor", "Nama", "Nama", "", study_form._BY_LINE))
    assert list(apart.values()) == [
        "Nomor", "Nama (kolom 2)", "Nama (kolom 3)", "(kolom 4)", f"{study_form._BY_LINE} (kolom 5)"
    ]  # fmt: skip


@pytest.fixture
def elsewhere(office, monkeypatch, tmp_path):
    path = tmp_path / "provinsi.sqlite3"
    with closing(sqlite3.connect(path)) as register:
        register.execute("CREATE TABLE umkm (nomor TEXT PRIMARY KEY, principal BIGINT, has_licence TEXT)")
        rows = [("P-1", 5_000_000, "Ya"), ("P-2", None, "Tidak"), ("P-3", 7, "oleh")]
        register.executemany("INSERT INTO umkm VALUES (?, ?, ?)", rows)
        register.commit()
    for name, value in (("NAME", "UMKM provinsi"), ("URL", f"sqlite:///{path}"), ("TABLE", "umkm")):
        monkeypatch.setenv(f"STUDY_REGISTER_{name}", value)
    person = office.by_role[OfficeRole.LEADERSHIP]
    app = office.open(person, POLICY, program="sampang", bagian="Register lain")
    next(one for one in app.selectbox if one.label == "Jenis yang dinilai").select_index(1).run()
    app.segmented_control(key="studi:sampang:sumber").set_value("UMKM provinsi").run()
    next(one for one in app.button if one.label == "Buka register ini").click().run()
    assert not app.exception
    return app


def test_a_register_in_another_database_is_assessed_there(elsewhere):
    app = _press(elsewhere)
    tables = [one.value for one in app.dataframe]
    verdicts = next(one for one in tables if list(one.columns) == ["Hasil", "Baris"])
    assert sum(int(count) for count in verdicts["Baris"]) == 3
    unread = next(one for one in tables if "Tidak terbaca" in one.columns)
    assert unread[unread["Tidak terbaca"] == 1]["Contoh"].tolist() == ["oleh"]


def test_a_database_that_cannot_be_opened_is_told_without_its_address(elsewhere, monkeypatch):
    monkeypatch.setenv("STUDY_REGISTER_URL", "postgresql://dinas:rahasia@localhost:1/x")
    app = elsewhere.run()
    next(one for one in app.button if one.label == "Buka register ini").click().run()
    assert "sedang tidak dapat dibuka" in app.error[0].value
    assert "rahasia" not in app.error[0].value


def test_no_other_source_is_offered_where_the_server_names_none(study):
    assert not any(one.label == "Sumber" for one in study.button_group)
