"""The same applicant asks the same amount once: a second application is asked about, naming the first."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from db.again import reasons_of
from db.refusals import SameAgain
from db.sampang.applications.applications import file_application, save_draft
from db.tables import ApplicationRow
from domain.sampang.origination.stages import Stage
from tests.db.people import a_nonce
from tests.db.sampang.lending import ASKED, a_lending_office, a_nik, an_eligible_form

WHY = "dua keperluan, dua proposal"


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url) as lending:
        yield lending


@pytest.fixture
def nik():
    return a_nik()


def enter(lending, form, verb=file_application, **more):
    return lending.run(verb, lending.officer, form, **more)


@pytest.mark.parametrize("verb", [save_draft, file_application])
def test_the_same_applicant_with_the_same_amount_is_asked_about_and_the_first_is_named(lending, nik, verb):
    first = enter(lending, an_eligible_form(nik=nik, name=f"Toko {nik}"))
    before = lending.office.everything()
    with pytest.raises(SameAgain) as refused:
        enter(lending, an_eligible_form(nik=nik, name="Nama lain"), verb)
    assert lending.office.everything() == before
    assert refused.value.reasons == (
        f"Pengajuan {first.number}, Toko {nik}, Rp20.000.000: NIK sama; dicatat Orang petugas, 2 Maret 2026 "
        "10.14.",
    )


def test_the_same_name_in_the_same_kecamatan_is_the_same_applicant(lending, nik):
    enter(lending, an_eligible_form(name=f"Toko {nik}"))
    with pytest.raises(SameAgain, match="nama dan kecamatan sama"):
        enter(lending, an_eligible_form(name=f"toko  {nik}"))


def test_with_a_reason_both_stay_and_the_second_is_not_asked_about_again(lending, nik):
    enter(lending, an_eligible_form(nik=nik))
    second = enter(lending, an_eligible_form(nik=nik), save_draft, again_because=WHY)
    opened = {"application_id": second.id, "expected_version": second.version}
    enter(lending, an_eligible_form(nik=nik, note="lengkap"), **opened)
    with lending.database.read() as session:
        assert reasons_of(session, ApplicationRow, [second.id]) == {second.id: WHY}


@pytest.mark.parametrize("other", [{"amount": ASKED + 1}, {"amount": None}], ids=str)
def test_another_amount_or_none_yet_is_pointed_out_but_not_asked_about(lending, nik, other):
    enter(lending, an_eligible_form(nik=nik))
    assert enter(lending, an_eligible_form(nik=nik, **other), save_draft).id


@pytest.mark.parametrize("stage", [Stage.WITHDRAWN, Stage.REFUSED])
def test_an_application_that_came_to_nothing_is_followed_by_another_without_a_question(lending, nik, stage):
    lending.file_at(stage, an_eligible_form(nik=nik))
    assert enter(lending, an_eligible_form(nik=nik)).id


def test_a_spouse_who_asks_the_same_is_another_applicant(lending, nik):
    enter(lending, an_eligible_form(nik=nik))
    assert enter(lending, an_eligible_form(spouse_nik=nik)).id


def test_of_two_desks_that_take_in_one_applicant_at_one_moment_one_does_and_the_other_is_asked(lending, nik):
    together = Barrier(2)

    def press(verb):
        together.wait()
        try:
            return bool(enter(lending, an_eligible_form(nik=nik), verb, nonce=a_nonce()))
        except SameAgain:
            return False

    with ThreadPoolExecutor(2) as threads:
        assert Counter(threads.map(press, (save_draft, file_application))) == {True: 1, False: 1}
