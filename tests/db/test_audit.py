"""Every change leaves one line in the trail, in the same transaction, without identity numbers."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from db import audit
from db.audit import history
from db.blitar.trail import BlitarAction
from db.sampang.applications.applications import application, file_application, save_draft
from db.sampang.applications.assessments import record_receipt
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import AuditRow
from db.trail import OfficeAction, Subject
from domain.blitar.programme import BLITAR
from domain.sampang.application import Collateral
from domain.sampang.kinds import CollateralKind
from domain.sampang.programme import SAMPANG
from tests.db.people import NIK, NOW, a_form, a_receipt, an_office


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def trail(office, subject=None, **more):
    with office.database.read() as session:
        return history(session, office.admin, SAMPANG, subject, **more)


def test_each_change_of_an_application_has_its_line_newest_first(office):
    saved = office.save(a_form(amount=10_000_000, nik=NIK))
    filed = a_form(amount=20_000_000, nik=NIK, filed_on=date(2026, 3, 2))
    office.judge(saved.id, "selected")
    with office.database.write() as session:
        more = {"application_id": saved.id, "expected_version": 1, "nonce": "n", "at": NOW}
        file_application(session, office.officer, filed, **more)
        record_receipt(session, office.officer, saved.id, a_receipt(), NOW + timedelta(minutes=1))
        application(session, office.lead, saved.id, reveal=True, at=NOW)
    lines = trail(office, Subject(SampangSubject.APPLICATION, saved.id))
    assert [(line.action, line.person_name) for line in lines] == [
        (SampangAction.REVEAL_IDENTITY, "Orang Ketua Harian"),
        (SampangAction.RECORD_RECEIPT, "Orang petugas"),
        (SampangAction.FILE_APPLICATION, "Orang petugas"),
        (SampangAction.RECORD_JUDGEMENT, "Orang anggota Pokjanis"),
        (SampangAction.SAVE_APPLICATION, "Orang petugas"),
    ]
    assert lines[2].before == {"amount": 10_000_000, "status": "draft"}
    assert lines[2].after == {"amount": 20_000_000, "status": "filed", "filed_on": "2026-03-02"}
    assert (lines[1].at, lines[1].before) == (NOW + timedelta(minutes=1), {})
    assert lines[1].after == {"verdict": "qualifies", "most": 23_076_923, "receipt": 1}
    assert lines[4].before is None
    assert lines[4].after["applicant.nik"] == "3527**********00"


def test_identity_numbers_are_masked_also_where_the_change_does_not_show(office):
    old, new = "3527034506850000", "3527034506860000"
    saved = office.save(a_form(nik=old, npwp="0" + old[:15], spouse_nik=new))
    office.save(a_form(nik=new), application_id=saved.id, expected_version=1)
    change = trail(office)[0]
    assert change.before["applicant.nik"] == change.after["applicant.nik"] == "3527**********00"
    everything = repr(trail(office))
    assert not any(number in everything for number in (old, new, old[:15]))


def test_lines_of_collateral_name_the_item(office):
    land = Collateral(kind=CollateralKind.LAND, value=1)
    saved = office.save(a_form(collateral=(land,)))
    dearer = Collateral(kind=CollateralKind.LAND, value=2)
    office.save(a_form(collateral=(dearer,)), application_id=saved.id, expected_version=1)
    change = trail(office)[0]
    assert (change.before, change.after) == ({"collateral.0.value": 1}, {"collateral.0.value": 2})


def test_when_the_line_cannot_be_written_the_change_is_not_made(office, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(audit, "record", fail)
    before = office.everything()
    with pytest.raises(ZeroDivisionError):
        office.save(a_form())
    assert office.everything() == before


def test_when_something_fails_after_the_change_neither_change_nor_line_is_kept(office):
    def fail():
        with office.database.write() as session:
            save_draft(session, office.officer, a_form(), nonce="n", at=NOW)
            assert len(history(session, office.admin, SAMPANG)) == 1
            raise ZeroDivisionError

    before = office.everything()
    with pytest.raises(ZeroDivisionError):
        fail()
    assert office.everything() == before


def test_history_is_limited_and_is_that_of_one_programme(office):
    for place in range(3):
        office.save(a_form(f"Toko {place}"))
    assert len(trail(office, limit=2)) == 2
    assert len(trail(office)) == 3
    with office.database.read() as session:
        assert history(session, office.admin, BLITAR) == ()


def test_adding_people_belongs_to_the_whole_installation(office):
    with office.database.read() as session:
        rows = session.scalars(select(AuditRow).where(AuditRow.programme.is_(None))).all()
    assert len(rows) == len(office.people) + 1
    assert {row.person_name for row in rows} == {"penyiapan program"}


def test_every_action_has_its_own_label():
    known = [*OfficeAction, *SampangAction, *BlitarAction]
    assert len({(type(action), action.label) for action in known}) == len(known)
