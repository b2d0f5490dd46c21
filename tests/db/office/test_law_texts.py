"""The office's own copy of a regulation, and its looks at other law, are kept with who and when."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from db.audit import history
from db.office.law_checks import law_checks, record_check
from db.office.own_texts import keep_own_text, kept_text
from db.refusals import Wrong
from db.tables import AuditRow, LawCheckRow, OwnTextRow
from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.programme import BLITAR
from domain.programme import NotAllowed
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.other_laws import OTHER_LAWS
from domain.sampang.programme import SAMPANG
from tests.db.people import NOW, a_nonce, an_office

FIRST = b"[III.9] Barang dagangan dapat dijadikan tambahan jaminan"
NEWER = b"[III.9] Barang dagangan"


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def keep(office, data=FIRST, *, name="perbup.txt", actor=None, nonce="", at=NOW, programme=SAMPANG):
    with office.database.write() as session:
        keep_own_text(session, actor or office.admin, programme, name, data, nonce=nonce or a_nonce(), at=at)


def kept(office, programme=SAMPANG, law=SAMPANG_LOANS):
    with office.database.read() as session:
        return kept_text(session, programme, law)


def test_a_copy_is_kept_by_places_with_who_and_when(office):
    assert kept(office) is None
    keep(office)
    found = kept(office)
    assert found.clauses == {"III.9": "Barang dagangan dapat dijadikan tambahan jaminan"}
    assert (found.name, found.by, found.at) == ("perbup.txt", office.admin.name, NOW)


def test_the_newest_copy_counts_and_the_older_one_stays(office):
    keep(office)
    keep(office, NEWER, name="baru.txt", at=NOW + timedelta(days=1))
    assert kept(office).clauses == {"III.9": "Barang dagangan"}
    assert office.count(OwnTextRow) == 2


def test_the_trail_names_the_copy_and_how_much_was_found(office):
    keep(office)
    with office.database.read() as session:
        line = history(session, office.admin, SAMPANG)[0]
    assert line.after["name"] == "perbup.txt"
    assert line.after["found"] == "1 dari 147 ketentuan"


def test_a_refused_file_keeps_nothing(office):
    before = office.count(AuditRow)
    for data in (b"%PDF-1.7", b"Resep soto ayam", b""):
        with pytest.raises(Wrong):
            keep(office, data)
    assert office.count(OwnTextRow) == 0
    assert office.count(AuditRow) == before


def test_a_second_press_keeps_one_copy(office):
    nonce = a_nonce()
    keep(office, nonce=nonce)
    keep(office, nonce=nonce)
    assert office.count(OwnTextRow) == 1


def test_only_the_administrator_keeps_a_copy(office):
    with pytest.raises(NotAllowed):
        keep(office, actor=office.lead)
    assert office.count(OwnTextRow) == 0


def test_a_copy_of_one_programme_is_none_of_another(office):
    keep(office)
    assert kept(office, BLITAR, BLITAR_MENTORING) is None


@pytest.mark.parametrize("table", ["own_text", "law_check"])
def test_what_is_kept_is_never_changed(office, table):
    keep(office)
    check(office)
    with pytest.raises(DatabaseError), office.database.write() as session:
        session.execute(text(f"UPDATE {table} SET at = at"))


def check(office, found="Batasnya Rp8.000.000, Pasal 3", *, actor=None, nonce=""):
    with office.database.write() as session:
        record_check(
            session, actor or office.admin, SAMPANG, OTHER_LAWS[0], found, nonce=nonce or a_nonce(), at=NOW
        )


def test_the_latest_look_at_other_law_counts_with_who_and_when(office):
    check(office)
    check(office, "Naskah dibaca lagi")
    with office.database.read() as session:
        found = law_checks(session, SAMPANG)
        assert law_checks(session, BLITAR) == {}
    assert list(found) == [OTHER_LAWS[0].law.key]
    latest = found[OTHER_LAWS[0].law.key]
    assert (latest.found, latest.by, latest.at) == ("Naskah dibaca lagi", office.admin.name, NOW)


def test_a_look_without_a_finding_is_refused(office):
    with pytest.raises(Wrong):
        check(office, "  ")
    assert office.count(LawCheckRow) == 0


def test_only_the_administrator_notes_a_look(office):
    with pytest.raises(NotAllowed):
        check(office, actor=office.officer)
    assert office.count(LawCheckRow) == 0
