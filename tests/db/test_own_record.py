"""A person's own record holds everything under their NIK, nothing of others, and is written down."""

from datetime import timedelta

import pytest

from db.audit import history
from db.office.own_record import own_record
from db.trail import OfficeAction
from domain.blitar.programme import BLITAR
from domain.identity import mask_number
from domain.programme import NotAllowed
from domain.purpose_notices import NOT_KNOWN
from domain.revealing import Why
from domain.roles import OfficeRole
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from tests.db.blitar.test_client_card import ANI, Cards, replace
from tests.db.blitar.test_client_card import NIK as HERS
from tests.db.people import NOW, an_office
from tests.db.sampang.lending import a_lending_office

HIS = "3527034506850000"


def _of(office, programme, nik, who=None):
    actor = who or office.people[OfficeRole.ADMINISTRATOR]
    with office.database.write() as session:
        return own_record(session, actor, programme, nik, Why.OWN_REQUEST, at=NOW + timedelta(hours=1))


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Cards(office)


def _lines(record):
    return [line for part in record.parts for line in part.lines]


def test_a_binaan_gets_number_telephone_and_who_did_what(caseload):
    caseload.add(replace(ANI, phone="081234567890"))
    record = _of(caseload.office, BLITAR, HERS)
    (part,) = record.parts
    assert part.title.startswith("Binaan ")
    lines = _lines(record)
    assert ("NIK (KTP), bila diketahui", HERS) in lines
    assert ("Telepon", "081234567890") in lines
    assert not [words for _, words in lines if words.startswith("35.05")], "places are told by their names"
    assert any(caseload.facilitator.name in words for label, words in lines if label == "Catatan perbuatan")


def test_nothing_of_another_binaan_is_in_it(caseload):
    caseload.add()
    caseload.add(replace(ANI, name="Toko Lain", nik="3505014506850001"))
    assert "Toko Lain" not in str(_of(caseload.office, BLITAR, HERS))


def test_the_trail_keeps_who_made_it_why_and_the_number_masked(caseload):
    caseload.add()
    _of(caseload.office, BLITAR, HERS)
    with caseload.office.database.read() as session:
        newest = history(session, caseload.office.people[OfficeRole.ADMINISTRATOR], BLITAR)[0]
    assert newest.action == "own_record"
    assert newest.after["nik"] == mask_number(HERS)
    assert newest.after["alasan"] == Why.OWN_REQUEST.label


def test_who_made_it_is_found_at_the_binaan_and_told_the_next_time(caseload):
    caseload.add()
    _of(caseload.office, BLITAR, HERS)
    done = [
        words for label, words in _lines(_of(caseload.office, BLITAR, HERS)) if label == "Catatan perbuatan"
    ]
    assert OfficeAction.OWN_RECORD.label in done[-1]


def test_where_nothing_is_kept_nothing_is_told_and_it_is_written_down_who_looked(caseload):
    assert _of(caseload.office, BLITAR, HERS).parts == ()
    with caseload.office.database.read() as session:
        newest = history(session, caseload.office.people[OfficeRole.ADMINISTRATOR], BLITAR)[0]
    assert (newest.action, newest.after["nik"]) == ("own_record", mask_number(HERS))
    assert newest.after["bagian"] == "tidak ada"


def test_a_fasilitator_does_not_make_it(caseload):
    caseload.add()
    with pytest.raises(NotAllowed):
        _of(caseload.office, BLITAR, HERS, who=caseload.facilitator)


def test_an_applicant_gets_the_whole_file_and_a_spouse_only_what_names_them(database_url):
    with a_lending_office(database_url) as lending:
        office = lending.office
        lending.file_at(Stage.FILED, nik=HIS, name="Toko A")
        lending.file_at(Stage.FILED, nik="3527034506850001", spouse_nik=HIS, name="Toko B")
        own, named = _of(office, SAMPANG, HIS).parts
    assert ("Nama pemohon", "Toko A") in own.lines
    assert ("Pemberitahuan data pribadi", NOT_KNOWN) in own.lines
    assert ("NIK (KTP)", HIS) in named.lines
    assert "3527034506850001" not in str(named)
