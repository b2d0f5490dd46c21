"""Pinjaman: the list of files, by stage, with whom each waits for."""

import pytest

from db.sampang.applications.application_list import LARGEST_PAGE
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from tests.db.sampang.lending import an_eligible_form
from tests.screens.demo_office import calm, labelled, said
from tests.screens.sampang.loan_screen import LOANS, WAITS_FOR, LoanDesk, press
from tests.screens.walking import elements

FROM_THE_COUNTER_ON = [stage for stage in Stage if stage is not Stage.DRAFT]


@pytest.fixture
def desk(office):
    return LoanDesk(office)


def listed(screen):
    return screen.dataframe[0].value


def show_only(screen, stage):
    screen.session_state["tahap"] = stage.value
    return calm(screen.run())


def test_the_list_begins_at_the_counter_and_leaves_drafts_out(desk):
    screen = desk.open(desk.office.officer)
    drafts = len(desk.office.rows(status=Stage.DRAFT))
    assert drafts > 0
    assert f"dari {desk.office.count() - drafts} berkas" in said(screen)
    assert not any("Draf" in told for told in listed(screen)["Tahap"])


@pytest.mark.parametrize("stage", FROM_THE_COUNTER_ON)
def test_a_stage_shows_its_count_and_only_its_own_files(desk, stage):
    desk.file_at(stage)
    there = desk.office.rows(status=stage)
    assert len(there) < LARGEST_PAGE
    screen = show_only(desk.open(desk.office.officer), stage)
    assert all(stage.label in told for told in listed(screen)["Tahap"])
    (pills,) = [each for each in elements(screen.main) if getattr(each, "key", None) == "tahap"]
    assert any(option.endswith(f"{stage.label} · {len(there)}") for option in pills.options)


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


@pytest.mark.parametrize(("stage", "who"), WAITS_FOR)
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
    for stage in FROM_THE_COUNTER_ON:
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
    assert len(listed(press(screen, "← Semua berkas"))) == 50


@pytest.mark.parametrize(
    ("named", "is_stage"), [("postponed", True), ("draft", False), ("bukan tahap", False)]
)
def test_a_stage_can_be_named_in_the_address_but_never_drafts(desk, named, is_stage):
    desk.file_at(Stage.POSTPONED)
    screen = desk.office.open(desk.office.officer, LOANS, tahap=named)
    assert ({"‖ Ditunda"} == set(listed(screen)["Tahap"])) is is_stage
    assert ("tahap" in screen.query_params) is is_stage
