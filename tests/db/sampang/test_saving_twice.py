"""An application is saved once for each pressed button, and never over somebody else's change."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier

import pytest

from db.office.people import add_person
from db.refusals import AlreadySent, ChangedMeanwhile
from db.sampang.applications.applications import application, file_application, save_draft
from db.tables import ApplicationRow, CollateralRow, SubmissionRow
from domain.sampang.application import Collateral
from domain.sampang.kinds import CollateralKind
from domain.sampang.roles import SampangRole
from tests.db.people import NOW, a_form, a_nonce, an_office
from tests.people import held

LAND = Collateral(kind=CollateralKind.LAND, value=30_000_000)


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


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
    with office.database.write() as session, pytest.raises(AlreadySent):
        file_application(session, office.officer, filed, nonce="mine", at=NOW)
    with office.database.write() as session:
        colleague = add_person(session, "Rekan", held(SampangRole.OFFICER), at=NOW)
    with pytest.raises(AlreadySent):
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
    saved = office.save(a_form(amount=1))

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
    assert (found.application.amount, found.version) == (21, 21)
