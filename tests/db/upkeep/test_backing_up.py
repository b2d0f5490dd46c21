"""A backup is of one moment, found sound before it has its name, and restored equal to what it was."""

import json
import os
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count
from threading import Event, Thread
from types import SimpleNamespace

import pytest
from sqlalchemy import insert, select, text

from db.engine import Database
from db.evidence.folder import files_in, write_file
from db.office.people import add_person
from db.opening import open_database
from db.refusals import StoreLost
from db.sampang.loans.payments import record_payment
from db.tables import AuditRow, CounterRow
from db.upkeep import backing_up, server_dump
from db.upkeep.backing_up import back_up
from db.upkeep.evidence_copies import BESIDE, copy_evidence
from db.upkeep.kept_backups import Backup, backups_in, kept_of, rotate
from db.upkeep.refused import NotCopied
from db.upkeep.restoring import restore
from db.upkeep.stocktaking import Stock, differences, take_stock
from domain.dates import JAKARTA
from domain.sampang.fund.money_in import Payment
from scripts import backup as backup_command
from scripts import restore as restore_command
from tests.db.people import NOW
from tests.db.sampang.lending import DAY
from tests.people import held

AT = datetime(2026, 11, 30, 2, 0, tzinfo=JAKARTA)


def url_of(database):
    return database.engine.url.render_as_string(hide_password=False)


def kind_of(database):
    return "sqlite" if database.is_sqlite else "postgresql"


def stock_of(url):
    database = Database.at(url)
    with database.engine.connect() as connection:
        found = take_stock(connection)
    database.close()
    return found


def test_the_drill_a_backup_restored_elsewhere_is_equal_opens_and_goes_on(lending, folder, empty_place):
    url = url_of(lending.database)
    made = back_up(url, folder, at=AT, on_trial=True)
    elsewhere = empty_place(kind_of(lending.database))
    restore(made.file, elsewhere)
    assert stock_of(elsewhere) == stock_of(url) == made.stock
    opened = open_database(elsewhere, sign_in_configured=False)
    with opened.write() as session:
        add_person(session, "Sesudah pulih", held(), at=NOW)
    with opened.read() as session:
        assert lending.office.count(AuditRow) + 1 == len(session.scalars(select(AuditRow.id)).all())
    opened.close()


def test_a_backup_is_one_file_with_its_checksum_and_nothing_unfinished_and_nobody_else_reads_it(
    lending, folder
):
    made = back_up(url_of(lending.database), folder, at=AT)
    parts = sorted(one.name for one in folder.iterdir())
    assert parts == [made.file.name, f"{made.file.name}.json", f"{made.file.name}.sha256"]
    assert made.file.name.startswith("cadangan-20261130-020000.")
    assert {one.stat().st_mode & 0o077 for one in folder.iterdir()} == {0}
    checked = subprocess.run(["sha256sum", "--check", made.checksum], cwd=folder, capture_output=True)
    assert checked.returncode == 0


def test_a_backup_is_made_while_somebody_writes_and_holds_whole_changes_only(lending, folder):
    stop, written = Event(), count()
    before = lending.office.count(CounterRow)

    def write_on():
        while not stop.is_set():
            key = str(next(written))
            with lending.database.write() as session:
                for half in ("a", "b"):
                    session.execute(insert(CounterRow).values(programme=half, key=key, value=1))

    writer = Thread(target=write_on)
    writer.start()
    try:
        made = back_up(url_of(lending.database), folder, at=AT)
    finally:
        stop.set()
        writer.join()
    assert (made.stock.rows["counter"] - before) % 2 == 0
    assert made.stock.rows["counter"] < lending.office.count(CounterRow)


def test_a_file_that_is_damaged_gives_no_backup_and_leaves_the_older_ones(file_of_lending, folder):
    url = url_of(file_of_lending.database)
    made = back_up(url, folder, at=AT)
    place = file_of_lending.database.engine.url.database
    file_of_lending.database.close()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with open(place, "r+b") as file:
        file.seek(4096 * 20)
        file.write(os.urandom(4096 * 30))
    with pytest.raises((NotCopied, StoreLost)):
        back_up(url, folder, at=AT + timedelta(days=1))
    assert backups_in(folder) == [made]
    assert len(list(folder.iterdir())) == 3


def test_a_full_disk_gives_no_backup_and_says_so(lending, folder, monkeypatch):
    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backing_up, "checksum_of", full)
    with pytest.raises(NotCopied, match="penuh"):
        back_up(url_of(lending.database), folder, at=AT)
    assert list(folder.iterdir()) == []


def test_a_backup_goes_into_an_empty_place_only(lending, folder, empty_place):
    made = back_up(url_of(lending.database), folder, at=AT)
    before = lending.office.everything()
    with pytest.raises(NotCopied, match="tidak ditimpa"):
        restore(made.file, url_of(lending.database))
    assert lending.office.everything() == before
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[kind_of(lending.database)]
    with pytest.raises(NotCopied, match=r"scripts\.move"):
        restore(made.file, empty_place(other))


def test_a_backup_that_was_changed_or_is_of_a_newer_release_is_not_restored(lending, folder, empty_place):
    made = back_up(url_of(lending.database), folder, at=AT)
    place = empty_place(kind_of(lending.database))
    note = json.loads(made.note.read_text())
    made.note.write_text(json.dumps(note | {"stock": note["stock"] | {"revision": "9999"}}))
    with pytest.raises(NotCopied, match="lebih baru"):
        restore(made.file, place)
    made.note.write_text(json.dumps(note))
    with made.file.open("ab") as file:
        file.write(b"x")
    with pytest.raises(NotCopied, match="berubah"):
        restore(made.file, place)


def test_what_a_restored_store_has_other_than_the_note_is_named():
    before = Stock("0052", {"loan": 2}, {"loan.principal": 20}, (3, "a"))
    after = Stock("0052", {"loan": 2}, {"loan.principal": 21}, (3, "b"))
    assert differences(before, after) == ["ujung rantai", "loan.principal"]
    assert differences(before, before) == []


def test_a_broken_chain_is_said_and_no_older_backup_goes(
    file_of_lending, folder, empty_place, monkeypatch, capsys
):
    url = url_of(file_of_lending.database)
    older = back_up(url, folder, at=AT - timedelta(days=900))
    with file_of_lending.database.writer.begin() as connection:
        connection.execute(text("DROP TRIGGER audit_kept_update"))
        connection.execute(text("UPDATE audit SET person_name = 'Orang lain' WHERE id = 3"))
    monkeypatch.delenv("EVIDENCE_FOLDER", raising=False)
    assert backup_command.main([url, str(folder), "--keep-days", "0"]) == 1
    first, second = backups_in(folder)
    assert first == older
    assert not second.is_whole
    assert restore_command.main([str(second.file), empty_place("sqlite")]) == 1
    assert "sudah putus ketika dibuat" in capsys.readouterr().err


def a_backup(folder, at, *, is_whole=True):
    file = folder / f"cadangan-{at:%Y%m%d-%H%M%S}.sqlite3"
    stock = Stock("0052", {}, {}, (0, ""))
    made = Backup(file=file, database="x", at=at, sha256="", stock=stock, is_whole=is_whole)
    file.touch()
    made.checksum.touch()
    made.note.write_text(json.dumps(made.as_told()))
    return made


def test_the_rotation_keeps_the_newest_of_each_day_week_and_month(folder):
    made = [a_backup(folder, AT - timedelta(hours=12 * one)) for one in range(300)]
    rotate(folder, days=3, weeks=2, months=4)
    kept = [one.at for one in backups_in(folder)]
    # Two a day until Monday 30 November 2026, 02.00, with which its week begins.
    expected = ["0831-1400", "0930-1400", "1031-1400", "1128-1400", "1129-1400", "1130-0200"]
    assert [f"{at:%m%d-%H%M}" for at in kept] == expected
    assert len(list(folder.iterdir())) == 3 * len(expected)
    assert made[0].at in kept


def test_the_rotation_never_removes_the_newest_whole_one_nor_a_broken_one_nor_what_is_not_its_own(folder):
    whole = a_backup(folder, AT - timedelta(days=500))
    broken = a_backup(folder, AT, is_whole=False)
    (folder / "catatan.json").write_text("bukan cadangan")
    (folder / "cadangan-lain.sqlite3").touch()
    assert rotate(folder, days=0, weeks=0, months=0) == []
    assert kept_of([whole, broken], days=0, weeks=0, months=0) == [whole, broken]
    assert len(list(folder.iterdir())) == 8


def test_a_folder_that_is_away_or_of_another_database_is_refused(lending, folder, tmp_path):
    url = url_of(lending.database)
    with pytest.raises(NotCopied, match="pasang disknya"):
        back_up(url, tmp_path / "tidak-ada", at=AT)
    a_backup(folder, AT)
    with pytest.raises(NotCopied, match="basis data lain"):
        back_up(url, folder, at=AT)


def test_a_file_that_is_not_there_is_not_made_by_backing_it_up(folder, tmp_path):
    with pytest.raises(NotCopied, match="tidak ada"):
        back_up(f"sqlite:///{tmp_path / 'hilang.sqlite3'}", folder, at=AT)
    assert not (tmp_path / "hilang.sqlite3").exists()


@pytest.fixture
def programs(monkeypatch, tmp_path):
    """Give a way to say which pg_dump there is."""
    monkeypatch.setattr(server_dump, "_DEBIAN", tmp_path)
    monkeypatch.setattr(server_dump, "_BUNDLE", "no_such_bundle")
    monkeypatch.setenv("PATH", str(tmp_path))

    def there_is(version):
        file = tmp_path / "pg_dump"
        file.write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {version}'\n")
        file.chmod(0o700)

    return there_is


@pytest.mark.parametrize(("version", "said"), [(None, "tidak ada di sini"), ("15.18", "versi 15 lebih lama")])
def test_a_pg_dump_that_is_missing_or_older_than_the_server_is_said(programs, version, said):
    if version:
        programs(version)
    with pytest.raises(NotCopied, match=f"pg_dump {said}.*postgresql-client-16"):
        server_dump._program("pg_dump", 16)


def test_the_password_of_a_server_goes_by_the_environment():
    told = server_dump._environment(
        Database.at("postgresql://rina:rahasia@db.dinas:5433/dana?sslmode=verify-full").engine.url
    )
    assert told == {
        "PGHOST": "db.dinas",
        "PGPORT": "5433",
        "PGUSER": "rina",
        "PGPASSWORD": "rahasia",
        "PGDATABASE": "dana",
        "PGSSLMODE": "verify-full",
    }


def test_the_programs_of_the_server_get_no_secret_of_the_application(monkeypatch):
    monkeypatch.setenv("DATA_KEY", "rahasia")
    told = []
    monkeypatch.setattr(server_dump, "_program", lambda *_: "pg_dump")
    ended = SimpleNamespace(returncode=0)
    monkeypatch.setattr(server_dump.subprocess, "run", lambda *_, env, **__: told.append(env) or ended)
    server_dump._run("pg_dump", 16, Database.at("postgresql://rina:x@db/dana").engine.url)
    assert "DATA_KEY" not in told[0]
    assert told[0]["PGPASSWORD"] == "x"


def test_the_commands_copy_photos_along_once_and_bring_them_back(
    lending, folder, empty_place, tmp_path, monkeypatch, capsys
):
    live, back = tmp_path / "bukti", tmp_path / "bukti-pulih"
    live.mkdir()
    back.mkdir()
    write_file(live, b"gambar")
    monkeypatch.setenv("EVIDENCE_FOLDER", str(live))
    assert backup_command.main([url_of(lending.database), str(folder)]) == 0
    assert copy_evidence(live, folder / BESIDE) == (0, [])
    (made,) = backups_in(folder)
    elsewhere = empty_place(kind_of(lending.database))
    assert restore_command.main([str(made.file), elsewhere, str(back)]) == 0
    assert [one.read_bytes() for one in back.rglob("*") if one.is_file()] == [b"gambar"]
    assert "sama dengan cadangannya" in capsys.readouterr().out


def test_a_photo_that_is_no_longer_what_it_was_is_named(tmp_path):
    live, kept = tmp_path / "bukti", tmp_path / "cadangan"
    live.mkdir()
    write_file(live, b"gambar")
    (file,) = files_in(live)
    file.write_bytes(b"lain")
    assert copy_evidence(live, kept) == (0, [file.name])


def test_a_payment_after_the_backup_is_not_in_it(lending, folder):
    made = back_up(url_of(lending.database), folder, at=AT)
    lending.run(record_payment, lending.officer, 1, Payment(amount=500_000, on=DAY, reference="z"))
    after = stock_of(url_of(lending.database))
    assert {"journal_entry", "posting"} <= set(differences(made.stock, after))
