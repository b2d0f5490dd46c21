"""Penagihan: the running loans with those longest behind first, and how old the arrears are."""

import pytest

from db.sampang.servicing.behind import ageing, running_loans
from db.sampang.servicing.outlooks import PAGE
from domain.sampang.roles import SampangRole
from domain.sampang.servicing.arrears import behind_until, soon_until
from domain.sampang.servicing.days_late import Pressing
from domain.sampang.servicing.quality import Quality
from pages.parts.store import today
from tests.screens.demo_office import COLLECTION, calm, said
from tests.screens.walking import elements


@pytest.fixture
def officer(office):
    return office.officer


def known(office, **more):
    with office.database.read() as session:
        return running_loans(session, office.officer, today(), page_size=200, **more)


def test_an_officer_sees_first_who_is_longest_behind(office, officer):
    soon, _ = known(office, due_until=soon_until(today()))
    (table,) = office.open(officer, COLLECTION).dataframe
    assert list(table.value["Nomor"]) == [one.number for one in soon][:25]
    assert {one.split(" ", 1)[1] for (one,) in table.value["Kelas"]} <= {one.label for one in Quality}


def test_a_class_shows_only_its_own_and_says_how_many(office, officer):
    rows, total = known(office, classes=(Quality.SUBSTANDARD,))
    assert total
    (table,) = calm(office.open(officer, COLLECTION, kelas=Quality.SUBSTANDARD.value)).dataframe
    assert list(table.value["Nomor"]) == [one.number for one in rows]
    assert {one for (one,) in table.value["Kelas"]} == {"▽ Kurang lancar"}


def test_the_ageing_adds_up_and_says_what_the_office_has_not_set(office, officer):
    screen = office.open(officer, COLLECTION, lihat="Umur tunggakan")
    ages, classes = screen.dataframe
    with office.database.read() as session:
        found = ageing(session, officer, today())
    assert list(ages.value["Pinjaman"])[-1] == str(found.all.loans)
    assert sum(map(int, list(ages.value["Pinjaman"])[:-1])) == found.all.loans
    assert list(classes.value["Penyisihan"])[-1] == "belum ditetapkan"
    assert f"pada {found.at_risk.loans} pinjaman" in said(screen)


def test_all_that_run_are_shown_when_asked_for(office, officer):
    rows, total = known(office)
    screen = office.open(officer, COLLECTION, kelas="semua")
    assert list(screen.dataframe[0].value["Nomor"]) == [one.number for one in rows][:25]
    assert f"{total} pinjaman" in said(screen)


def test_every_late_loan_tells_its_next_step_and_why(office, officer):
    late, _ = known(office, due_until=behind_until(today()))
    (table,) = office.open(officer, COLLECTION, lihat="Langkah berikutnya").dataframe
    assert list(table.value["Nomor"]) == [one.number for one in late][: len(table.value)]
    assert len(table.value) == min(PAGE, len(late))
    assert all(table.value["Langkah berikutnya"])
    assert all(table.value["Mengapa"])


def test_the_red_list_is_a_register_with_a_reason_and_two_people_for_each_entry(office, officer):
    told = said(office.open(officer, COLLECTION, lihat="Daftar merah"))
    assert told.count("**Daftar merah** · tercatat sejak") == told.count("Disetujui Halim") > 0


def test_the_red_list_is_a_register_also_while_it_is_empty(new_office):
    told = said(new_office.open(new_office.officer, COLLECTION, lihat="Daftar merah"))
    assert "Daftar merah masih kosong" in told


def test_the_bank_comes_to_its_file(office):
    screen = office.open(office.by_role[SampangRole.BANK], COLLECTION)
    assert screen.file_uploader


@pytest.mark.parametrize("pressing", Pressing)
def test_what_presses_is_counted_on_its_button_and_shows_only_its_own(office, officer, pressing):
    rows, total = known(office, late=pressing)
    screen = office.open(officer, COLLECTION, kelas=pressing.value)
    assert list(screen.dataframe[0].value["Nomor"]) == [one.number for one in rows][:25]
    (choice,) = [one for one in elements(screen.main) if getattr(one, "key", None) == "kelas"]
    assert f"{pressing.label} · {total}" in choice.options
