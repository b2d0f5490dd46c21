"""Pinjaman: the list of files, by stage, with whom each waits for."""

import pytest

from db.sampang.applications.application_list import counts_by_stage
from db.sampang.servicing.behind import running_loans
from db.sampang.servicing.ended import ended_loans
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from domain.sampang.servicing.days_late import DaysLate
from domain.sampang.servicing.quality import Quality
from pages.parts.store import today
from tests.db.sampang.lending import an_eligible_form
from tests.screens.demo_office import calm, labelled, said
from tests.screens.sampang.loan_screen import LOANS, WAITS_FOR, LoanDesk, press
from tests.screens.walking import elements

ON_THE_WAY = [stage for stage in Stage if stage not in (Stage.DRAFT, Stage.DISBURSED)]


@pytest.fixture
def desk(office):
    return LoanDesk(office)


def listed(screen):
    return screen.dataframe[0].value


def show_only(screen, stage):
    screen.session_state["tahap"] = stage.value
    return calm(screen.run())


def test_files_on_their_way_begin_at_the_counter_and_end_with_the_money(desk):
    screen = desk.open(desk.office.officer)
    with desk.office.database.read() as session:
        counted = counts_by_stage(session, desk.office.officer)
    elsewhere = [counted[stage] for stage in (Stage.DRAFT, Stage.DISBURSED)]
    assert min(elsewhere) > 0
    assert f"dari {desk.office.count() - sum(elsewhere)} berkas" in said(screen)
    assert not any("Draf" in told for told in listed(screen)["Tahap"])


@pytest.mark.parametrize("stage", ON_THE_WAY)
def test_a_stage_shows_its_count_and_only_its_own_files(desk, stage):
    desk.file_at(stage)
    with desk.office.database.read() as session:
        there = counts_by_stage(session, desk.office.officer)[stage]
    screen = show_only(desk.open(desk.office.officer), stage)
    assert all(stage.label in told for told in listed(screen)["Tahap"])
    (pills,) = [each for each in elements(screen.main) if getattr(each, "key", None) == "tahap"]
    assert any(option.endswith(f"{stage.label} · {there}") for option in pills.options)


@pytest.mark.parametrize(
    ("stage", "amount"),
    [(Stage.SURVEYED, "Rp25.000.000 (diminta)"), (Stage.APPROVED, "Rp20.000.000 (ditetapkan)")],
)
def test_the_list_shows_the_approved_amount_once_there_is_one(desk, stage, amount):
    desk.file_at(stage, amount=25_000_000, name="Toko Jumlah", collateral=two_pieces_of_land())
    assert list(found(desk, "Toko Jumlah")["Jumlah"]) == [amount]


def two_pieces_of_land():
    (land,) = an_eligible_form().collateral
    return (land, land)


def found(desk, name):
    screen = desk.open(desk.office.officer)
    return listed(calm(labelled(screen.text_input, "Cari nama atau nomor").set_value(name).run()))


@pytest.mark.parametrize(("stage", "who"), [each for each in WAITS_FOR if each[0] in ON_THE_WAY])
def test_the_list_says_whom_a_file_waits_for(desk, stage, who):
    desk.file_at(stage, name="Toko Menunggu")
    assert list(found(desk, "Toko Menunggu")["Menunggu siapa"]) == [who]


@pytest.mark.parametrize(
    ("role", "stages"),
    [
        (SampangRole.OFFICER, {"Masuk", "Ditetapkan", "Perjanjian"}),
        (SampangRole.BANK, {"Berkas diperiksa"}),
        (SampangRole.TEAM_MEMBER, {"Berkas diperiksa", "Disurvei", "Ditunda"}),
        (SampangRole.TEAM_LEAD, {"Berkas diperiksa", "Disurvei", "Ditunda", "Permintaan cair"}),
    ],
)
def test_the_list_can_show_only_what_waits_for_the_person(desk, role, stages):
    for stage in ON_THE_WAY:
        desk.file_at(stage)
    screen = desk.open(desk.office.by_role[role])
    screen = calm(labelled(screen.toggle, "Hanya yang menunggu saya").set_value(True).run())
    (pills,) = [each for each in elements(screen.main) if getattr(each, "key", None) == "tahap"]
    shown = {option.split(" ", 1)[1].rsplit(" · ", 1)[0] for option in pills.options if " · 0" not in option}
    assert shown == stages


def test_a_row_that_is_chosen_opens_its_file_and_the_way_back_leads_to_the_list(desk):
    screen = desk.open(desk.office.officer)
    chosen = listed(screen)["Nama"].iloc[2]
    screen.session_state["pinjaman-tabel-0"] = {"selection": {"rows": [2], "columns": [], "cells": []}}
    screen = calm(screen.run())
    assert screen.title[0].value.replace("\\", "") == chosen
    assert len(listed(press(screen, "← Semua pinjaman"))) == 50


@pytest.mark.parametrize(
    ("named", "is_stage"), [("postponed", True), ("ditunda", True), ("draft", False), ("bukan tahap", False)]
)
def test_a_stage_can_be_named_in_the_address_but_never_drafts(desk, named, is_stage):
    desk.file_at(Stage.POSTPONED)
    screen = desk.office.open(desk.office.officer, LOANS, tahap=named)
    assert ({"‖ Ditunda"} == set(listed(screen)["Tahap"])) is is_stage
    assert ("tahap" in screen.query_params) is is_stage
    assert screen.query_params.get("tahap", "ditunda") == "ditunda"


def test_the_screen_opens_on_the_loans_that_run_those_longest_behind_first(desk):
    screen = desk.office.open(desk.office.officer, LOANS)
    with desk.office.database.read() as session:
        rows, total = running_loans(session, desk.office.officer, today())
    assert list(listed(screen)["Nomor"]) == [one.number for one in rows]
    assert f"dari {total} pinjaman berjalan" in said(screen)


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ({"kelas": "substandard"}, {"classes": (Quality.SUBSTANDARD,)}),
        ({"hari": "90"}, {"late": DaysLate.QUARTER}),
        ({"kelas": "doubtful", "hari": "180"}, {"classes": (Quality.DOUBTFUL,), "late": DaysLate.HALF_YEAR}),
    ],
)
def test_running_loans_can_be_narrowed_to_a_class_and_to_days_late(desk, address, asked):
    screen = calm(desk.office.open(desk.office.officer, LOANS, **address))
    with desk.office.database.read() as session:
        rows, _ = running_loans(session, desk.office.officer, today(), **asked)
    assert [list(table.value["Nomor"]) for table in screen.dataframe] == (
        [[one.number for one in rows]] if rows else []
    )


def test_loans_that_are_paid_back_stand_in_a_list_of_their_own(desk):
    screen = calm(desk.office.open(desk.office.officer, LOANS, daftar="Lunas"))
    with desk.office.database.read() as session:
        rows, total = ended_loans(session, desk.office.officer)
    assert total
    assert list(listed(screen)["Nomor"]) == [one.number for one in rows]


def test_the_way_back_from_a_loan_leads_to_the_list_that_was_open(desk):
    screen = desk.office.open(desk.office.officer, LOANS, daftar="Lunas")
    shown = list(listed(screen)["Nomor"])
    screen.session_state["lunas-tabel-0"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    screen = calm(screen.run())
    assert list(listed(press(screen, "← Semua pinjaman"))["Nomor"]) == shown
