"""Saving, filing and opening an application: numbers, versions, masks and what is not storable."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from db.refusals import NotFound, Wrong
from db.sampang.applications.applications import application, file_application, save_draft
from db.sampang.applications.assessments import record_receipt
from db.sampang.trail import SampangAction
from db.tables import AuditRow
from domain.regulation.assessment import Verdict
from domain.sampang.application import Collateral, Judgement
from domain.sampang.kinds import CollateralKind
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from tests.db.people import NIK, NOW, a_form, a_nonce, a_receipt, an_office

LAND = Collateral(kind=CollateralKind.LAND, value=30_000_000)


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def test_numbers_count_up_within_a_year_of_sampang(office):
    with office.database.write() as session:
        numbers = [
            save_draft(session, office.officer, a_form(), nonce=a_nonce(), at=at).number
            for at in (
                datetime(2026, 12, 31, 16, 59, tzinfo=UTC),
                datetime(2026, 12, 31, 16, 59, tzinfo=UTC),
                datetime(2026, 12, 31, 17, 0, tzinfo=UTC),  # midnight in Sampang
            )
        ]
    assert numbers == ["DB-2026-0001", "DB-2026-0002", "DB-2027-0001"]


def test_filing_needs_its_day_and_a_later_change_keeps_it_filed(office):
    saved = office.save(a_form())
    assert office.opened(saved.id).status is Stage.DRAFT
    more = {"nonce": a_nonce(), "at": NOW, "application_id": saved.id, "expected_version": 1}
    with office.database.write() as session:
        with pytest.raises(ValueError, match="filed on a day"):
            file_application(session, office.officer, a_form(), **more)
        filed = a_form(filed_on=date(2026, 3, 2))
        assert file_application(session, office.officer, filed, **more).version == 2
    office.save(a_form(note="ubah"), application_id=saved.id, expected_version=2)
    assert office.opened(saved.id).status is Stage.FILED


def test_a_changed_fact_empties_the_verdict_that_spoke_of_other_facts(office):
    saved = office.save(a_form(amount=20_000_000))
    with office.database.write() as session:
        record_receipt(session, office.officer, saved.id, a_receipt(), NOW)
    assert office.opened(saved.id).verdict is Verdict.QUALIFIES
    office.save(a_form(amount=90_000_000), application_id=saved.id, expected_version=1)
    found = office.opened(saved.id)
    assert (found.verdict, found.most) == (None, None)


def test_numbers_of_people_are_masked_unless_revealed_and_revealing_is_logged(office):
    form = a_form(nik=NIK, npwp="012345678901234", spouse_nik="3527030101800000")
    saved = office.save(form)
    with office.database.read() as session:
        seen = application(session, office.member, saved.id).application.applicant
    assert seen.nik == "3527**********00"
    assert seen.npwp == "0123*********34"
    assert seen.spouse_nik == "3527**********00"
    assert SampangAction.REVEAL_IDENTITY not in _actions(office)
    assert office.opened(saved.id).application == form
    assert _actions(office)[-1] == SampangAction.REVEAL_IDENTITY


def test_revealing_in_a_session_for_reading_is_refused_because_it_could_not_be_logged(office):
    saved = office.save(a_form(nik=NIK))
    with office.database.read() as session, pytest.raises(RuntimeError):
        application(session, office.officer, saved.id, reveal=True, at=NOW)


def test_an_application_that_does_not_exist_is_said_to_be_missing(office):
    with office.database.read() as session, pytest.raises(NotFound) as refused:
        application(session, office.officer, 999)
    assert "Pengajuan ini tidak ditemukan" in refused.value.sentence


MISTYPED = [
    (a_form("x" * 301), "applicant.name", "Nama pemohon paling panjang 300 huruf; yang diketik 301."),
    (a_form(note="x" * 5_001), "note", "Catatan petugas paling panjang 5.000 huruf; yang diketik 5.001."),
    (a_form("nul \0"), "applicant.name", "Nama pemohon memuat tanda tak terlihat"),
    (a_form("half \ud800"), "applicant.name", "Nama pemohon memuat tanda tak terlihat"),
    (a_form(amount=-1), "amount", "Pinjaman yang diminta harus antara Rp1 dan Rp100.000.000.000."),
    (a_form(amount=10**11 + 1), "amount", "Pinjaman yang diminta harus antara Rp1 dan Rp100.000.000.000."),
    (a_form(term_months=121), "term_months", "Jangka waktu harus antara 1 dan 120 bulan."),
]
FAULTS = [
    a_form(collateral=(LAND,) * 101),
    a_form(papers={"x" * 301: True}),
    a_form(nik="3527**********00"),
    a_form(judgements={"selected": Judgement(True, "Palsu", date(2026, 3, 1), "-")}),
]


@pytest.mark.parametrize(("form", "field", "sentence"), MISTYPED)
def test_what_was_mistyped_is_refused_in_words_and_not_stored(office, form, field, sentence):
    before = office.everything()
    with pytest.raises(Wrong) as refused:
        office.save(form)
    (problem,) = refused.value.problems
    assert problem.field == field
    assert problem.sentence.startswith(sentence)
    assert office.everything() == before


def test_what_only_the_program_can_get_wrong_is_a_fault(office):
    before = office.everything()
    for form in FAULTS:
        with pytest.raises(ValueError, match=r"."):
            office.save(form)
    assert office.everything() == before


def test_a_refusal_does_not_repeat_the_number_of_a_person(office):
    with pytest.raises(Wrong) as refused:
        office.save(a_form(nik=NIK + "\ud800"))
    assert NIK not in refused.value.sentence


def test_the_widest_that_is_allowed_is_stored(office):
    form = a_form("x" * 300, note="y" * 5_000, amount=10**11, collateral=(LAND,) * 100)
    assert office.opened(office.save(form).id).application == form


def test_a_change_must_say_which_version_was_opened(office):
    saved = office.save(a_form())
    with pytest.raises(ValueError, match="version"):
        office.save(a_form(), application_id=saved.id)


def test_a_moment_without_a_time_zone_is_refused(office):
    naive = NOW.replace(tzinfo=None)
    with office.database.write() as session, pytest.raises(Exception, match="time zone"):
        save_draft(session, office.officer, a_form(), nonce=a_nonce(), at=naive)


def test_moments_come_back_with_their_zone(office):
    found = office.opened(office.save(a_form()).id)
    assert found.entered_at == NOW
    assert found.entered_at.utcoffset() == NOW.utcoffset()
    assert (found.entered_by, found.changed_by) == ("Orang petugas", "Orang petugas")


def test_the_name_of_who_entered_it_comes_from_the_store_not_from_the_caller(office):
    pretender = replace(office.people[SampangRole.OFFICER], name="Bupati")
    saved = office.save(a_form(), actor=pretender)
    assert office.opened(saved.id).entered_by == "Orang petugas"


def _actions(office):
    with office.database.read() as session:
        return list(session.scalars(select(AuditRow.action).order_by(AuditRow.id)))
