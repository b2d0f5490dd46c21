"""Bytes in the administrator's folder: whole or not at all, told when they are away, never outside it."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from db.engine import Database
from db.evidence.folder import FileAway, FolderNotWritten, place_of, read_file, write_file
from db.evidence.folder_check import check_folder
from db.sampang.file_evidence import Beside, add_file_evidence, file_evidence, file_picture
from db.sampang.trail import SampangSubject
from db.tables import EvidenceBytesRow
from domain.sampang.origination.stages import Stage
from scripts.check_evidence_folder import main
from tests.db.people import NOW, a_nonce
from tests.db.sampang.evidence_verbs import a_scan
from tests.db.sampang.lending import a_lending_office

ROOT = Path(__file__).resolve().parents[2]
DATA = b"%PDF-1.7 %%EOF"  # what a_scan brings
NAME = sha256(DATA).hexdigest()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "bukti"
    made.mkdir()
    return made


@pytest.fixture
def lending(database_url, folder):
    with a_lending_office(database_url, 10**9) as lending:
        lending.url, lending.in_folder = database_url, Database.at(database_url, evidence_folder=folder)
        yield lending
        lending.in_folder.close()


@pytest.fixture
def kept(lending):
    """A survey with one photo in the folder."""
    beside = Beside(SampangSubject.SURVEY, lending.file_at(Stage.SURVEYED))
    add(lending, lending.in_folder, beside)
    return beside


def add(lending, database, beside, told="7"):
    with database.write() as session:
        return add_file_evidence(session, lending.member, beside, a_scan(told), nonce=a_nonce(), at=NOW)


def opened(lending, database=None, number=1):
    with (database or lending.in_folder).read() as session:
        return file_picture(session, lending.bank, number, at=NOW)


def away(lending, beside, database=None):
    with (database or lending.in_folder).read() as session:
        return file_evidence(session, lending.bank, beside.kind, [beside.id]).looks.away


def checked(lending, folder):
    with lending.database.read() as session:
        return check_folder(session, folder)


def test_the_bytes_lie_under_their_hash(kept, folder):
    assert (folder / NAME[:2] / NAME).read_bytes() == DATA


def test_and_not_in_the_database(lending, kept):
    with lending.database.read() as session:
        assert session.get_one(EvidenceBytesRow, 1).data == b""


def test_they_come_back_as_they_were(lending, kept):
    assert opened(lending) == DATA


def test_what_was_kept_in_the_database_before_is_still_read(lending):
    add(lending, lending.database, Beside(SampangSubject.SURVEY, lending.file_at(Stage.SURVEYED)))
    assert opened(lending) == DATA


def test_a_missing_file_is_told(lending, kept, folder):
    place_of(folder, NAME).unlink()
    with pytest.raises(FileAway, match="administrator"):
        opened(lending)
    assert away(lending, kept) == {1}


def test_an_altered_file_is_told(lending, kept, folder):
    place_of(folder, NAME).write_bytes(DATA + b" ")
    with pytest.raises(FileAway):
        opened(lending)
    assert away(lending, kept) == {1}


def test_without_its_folder_it_is_told(lending, kept):
    with pytest.raises(FileAway):
        opened(lending, lending.database)
    assert away(lending, kept, lending.database) == {1}


def test_bringing_it_again_mends_an_altered_file(folder):
    write_file(folder, DATA)
    place_of(folder, NAME).write_bytes(b"x")
    write_file(folder, DATA)
    assert read_file(folder, NAME) == DATA


def test_a_folder_that_cannot_be_written_stores_nothing(lending, folder):
    folder.rmdir()
    folder.write_bytes(b"a file where the folder must be")
    beside = Beside(SampangSubject.SURVEY, lending.file_at(Stage.SURVEYED))
    before = lending.office.everything()
    with pytest.raises(FolderNotWritten, match="Belum tersimpan"):
        add(lending, lending.in_folder, beside)
    assert lending.office.everything() == before


def test_a_folder_that_is_not_there_is_not_made_in_its_place(tmp_path):
    away = tmp_path / "disk" / "bukti"
    with pytest.raises(FolderNotWritten):
        write_file(away, b"%PDF-1.7")
    assert not away.exists()


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "", NAME.upper(), NAME + "\n", f"{NAME[:62]}/.", "x" * 64]
)
def test_nothing_but_a_hash_makes_a_place(folder, name):
    with pytest.raises(ValueError, match="no hash"):
        place_of(folder, name)


def test_a_name_that_is_no_hash_reads_nothing(folder):
    with pytest.raises(FileAway):
        read_file(folder, "../secret")


def test_no_unfinished_file_stays_behind(folder, monkeypatch):
    def full(*_):
        raise OSError("no space left")

    monkeypatch.setattr("db.evidence.folder.os.fsync", full)
    with pytest.raises(FolderNotWritten):
        write_file(folder, DATA)
    assert [one for one in folder.rglob("*") if one.is_file()] == []


def test_a_process_killed_between_file_and_commit_leaves_a_file_and_no_row(lending, folder):
    file = lending.file_at(Stage.SURVEYED)
    before = lending.office.everything()
    child = [sys.executable, "-m", "tests.db.killed_photo", lending.url, str(lending.member.id)]
    with subprocess.Popen(
        [*child, str(file), str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "stopped\n"
        process.kill()
    assert lending.office.everything() == before
    assert checked(lending, folder).orphans == [folder / NAME[:2] / NAME]


def test_the_same_photo_after_the_kill_needs_no_second_file(lending, folder):
    write_file(folder, DATA)
    add(lending, lending.in_folder, Beside(SampangSubject.SURVEY, lending.file_at(Stage.SURVEYED)))
    assert (len(list(folder.rglob(NAME))), checked(lending, folder).orphans) == (1, [])


def test_the_check_names_what_is_away(lending, kept, folder):
    place_of(folder, NAME).unlink()
    assert (list(checked(lending, folder).away), checked(lending, folder).sound) == ([1], 0)


def test_the_script_ends_well_while_nothing_is_away(lending, kept, folder, capsys):
    assert main([lending.url, str(folder)]) == 0
    assert "1 sound, 0 away, 0 without a row" in capsys.readouterr().out


def test_the_script_ends_with_one_when_a_file_is_away(lending, kept, folder, capsys):
    place_of(folder, NAME).unlink()
    assert main([lending.url, str(folder)]) == 1
    assert "missing or altered: evidence 1" in capsys.readouterr().out


def test_the_script_explains_itself(capsys):
    assert main([]) == 2
    assert "FOLDER" in capsys.readouterr().err
