"""An application is saved once for each pressed button, and never over somebody else's change."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from sqlalchemy import select

from db import audit
from db.applications import Status, application, file_application, save_draft
from db.assessments import record_receipt
from db.people import add_person
from db.refusals import ChangedMeanwhile, NotFound
from db.tables import ApplicationRow, AuditRow, CollateralRow, SubmissionRow
from domain.regulation.assessment import Verdict
from domain.roles import Role
from domain.sampang_loans.application import Collateral, Judgement
from domain.sampang_loans.kinds import CollateralKind
from tests.db.office import NIK, NOW, a_form, a_nonce, a_receipt, an_office

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


def test_a_double_click_saves_once_and_tells_the_first_result_again(office):
    form, nonce = a_form(collateral=(LAND,)), a_nonce()
    first = office.save(form, nonce=nonce)
    second = office.save(form, nonce=nonce)
    assert not first.already_saved
    assert second == replace(first, already_saved=True)
    assert office.count(ApplicationRow) == office.count(CollateralRow) == 1


def test_a_double_click_in_one_transaction_saves_once_too(office):
    with office.database.write() as session:
        first, second = (
            save_draft(session, office.officer, a_form(), nonce="same", at=NOW) for _ in range(2)
        )
    assert second == replace(first, already_saved=True)
    assert office.count(ApplicationRow) == 1


def test_four_clicks_at_one_moment_save_once(office):
    together, nonce = Barrier(4), a_nonce()

    def click(_):
        together.wait()
        return office.save(a_form(), nonce=nonce)

    with ThreadPoolExecutor(4) as threads:
        results = list(threads.map(click, range(4)))
    assert sorted(result.already_saved for result in results) == [False, True, True, True]
    assert len({(result.id, result.number, result.version) for result in results}) == 1
    assert office.count(ApplicationRow) == 1


def test_a_second_click_does_not_hand_out_the_version_of_somebody_elses_change(office):
    nonce = a_nonce()
    saved = office.save(a_form(), nonce=nonce)
    office.save(a_form("Lain"), application_id=saved.id, expected_version=1)
    assert office.save(a_form(), nonce=nonce).version == 1


def test_a_nonce_of_a_failed_save_can_be_used_again(office):
    def fail():
        with office.database.write() as session:
            save_draft(session, office.officer, a_form(), nonce="again", at=NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert office.count(SubmissionRow) == 0
    assert not office.save(a_form(), nonce="again").already_saved


def test_a_nonce_of_another_person_or_form_is_refused(office):
    office.save(a_form(), nonce="mine")
    filed = a_form(filed_on=date(2026, 3, 2))
    with office.database.write() as session, pytest.raises(ValueError, match="another"):
        file_application(session, office.officer, filed, nonce="mine", at=NOW)
    with office.database.write() as session:
        colleague = add_person(session, "Rekan", {Role.OFFICER}, at=NOW)
    with pytest.raises(ValueError, match="another"):
        office.save(a_form(), nonce="mine", actor=colleague)
    assert office.count(ApplicationRow) == 1


def test_the_second_of_two_writers_is_told_who_changed_it_and_when(office):
    saved = office.save(a_form("Semula"))
    office.save(a_form("Pertama"), application_id=saved.id, expected_version=1)
    with pytest.raises(ChangedMeanwhile) as refused:
        office.save(a_form("Kedua"), application_id=saved.id, expected_version=1)
    assert "DB-2026-0001 sudah diubah oleh Orang petugas pada 2 Maret 2026 10.14" in str(refused.value)
    assert office.opened(saved.id).application == a_form("Pertama")
    assert office.opened(saved.id).version == 2


def test_no_change_is_lost_when_four_officers_keep_changing_one_application(office):
    saved = office.save(a_form(amount=0))

    def add_one():
        with office.database.write() as session:
            now = application(session, office.officer, saved.id, reveal=True, at=NOW)
            more = replace(now.application, amount=now.application.amount + 1)
            save_draft(
                session,
                office.officer,
                more,
                nonce=a_nonce(),
                at=NOW,
                application_id=saved.id,
                expected_version=now.version,
            )

    def add_five(_):
        done = 0
        while done < 5:
            try:
                add_one()
                done += 1
            except ChangedMeanwhile:
                continue

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(add_five, range(4)))
    found = office.opened(saved.id)
    assert (found.application.amount, found.version) == (20, 21)


def test_filing_needs_its_day_and_a_later_change_keeps_it_filed(office):
    saved = office.save(a_form())
    assert office.opened(saved.id).status is Status.DRAFT
    more = {"nonce": a_nonce(), "at": NOW, "application_id": saved.id, "expected_version": 1}
    with office.database.write() as session:
        with pytest.raises(ValueError, match="filed on a day"):
            file_application(session, office.officer, a_form(), **more)
        filed = a_form(filed_on=date(2026, 3, 2))
        assert file_application(session, office.officer, filed, **more).version == 2
    office.save(a_form(note="ubah"), application_id=saved.id, expected_version=2)
    assert office.opened(saved.id).status is Status.FILED


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
    assert audit.Action.REVEAL_IDENTITY not in _actions(office)
    assert office.opened(saved.id).application == form
    assert _actions(office)[-1] == audit.Action.REVEAL_IDENTITY


def test_revealing_in_a_session_for_reading_is_refused_because_it_could_not_be_logged(office):
    saved = office.save(a_form(nik=NIK))
    with office.database.read() as session, pytest.raises(RuntimeError):
        application(session, office.officer, saved.id, reveal=True, at=NOW)


def test_an_application_that_does_not_exist_is_said_to_be_missing(office):
    with office.database.read() as session, pytest.raises(NotFound) as refused:
        application(session, office.officer, 999)
    assert "Permohonan ini tidak ditemukan" in refused.value.sentence


NOT_STORABLE = [
    a_form("x" * 301),
    a_form(note="x" * 5_001),
    a_form("nul \0"),
    a_form("half \ud800"),
    a_form(amount=-1),
    a_form(amount=10**15 + 1),
    a_form(term_months=10**6 + 1),
    a_form(collateral=(LAND,) * 101),
    a_form(papers={"x" * 301: True}),
    a_form(nik="3527**********00"),
    a_form(judgements={"selected": Judgement(True, "Palsu", date(2026, 3, 1), "-")}),
]


def test_what_a_page_should_have_refused_is_not_stored(office):
    before = office.everything()
    for form in NOT_STORABLE:
        with pytest.raises(ValueError, match=r"."):
            office.save(form)
    assert office.everything() == before


def test_a_fault_does_not_repeat_the_number_of_a_person(office):
    with pytest.raises(ValueError, match="no text") as refused:
        office.save(a_form(nik=NIK + "\ud800"))
    assert NIK not in str(refused.value)


def test_the_widest_that_is_allowed_is_stored(office):
    form = a_form("x" * 300, note="y" * 5_000, amount=10**15, collateral=(LAND,) * 100)
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
    pretender = replace(office.people[Role.OFFICER], name="Bupati")
    saved = office.save(a_form(), actor=pretender)
    assert office.opened(saved.id).entered_by == "Orang petugas"


def _actions(office):
    with office.database.read() as session:
        return list(session.scalars(select(AuditRow.action).order_by(AuditRow.id)))
