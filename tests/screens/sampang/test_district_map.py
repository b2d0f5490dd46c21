"""Peta Sampang: 14 kecamatan with applications, loans, what is owed and what is behind."""

import pytest

from db.sampang.district_figures import district_figures
from domain.blitar.roles import BlitarRole
from domain.money import rupiah
from domain.regions.regions import SAMPANG_REGENCY, districts
from domain.roles import OfficeRole
from domain.sampang.district_figures import Measure, figure_of
from domain.sampang.roles import SampangRole
from pages.parts.store import today
from tests.screens.demo_office import said
from tests.screens.maps import DistrictMap

PAGE = "pages/sampang/district_map/screen.py"
CODES = [one.code for one in districts(SAMPANG_REGENCY.code)]


def opened(office, role=SampangRole.OFFICER, **address):
    return DistrictMap(office.open(office.by_role[role], PAGE, **address), "peta-sampang")


@pytest.fixture
def sampang(office):
    return opened(office)


@pytest.fixture
def counted(office):
    with office.database.read() as session:
        return district_figures(session, office.officer, today())


def test_all_14_kecamatan_are_drawn_with_a_name_a_place_and_a_figure(sampang):
    assert sorted(sampang.features) == CODES == sorted(sampang.figures)
    for code, properties in sampang.features.items():
        longitude, latitude = properties["label"]
        assert 112 < longitude < 114
        assert -8 < latitude < -6
        assert sampang.figures[code]["name"] == properties["name"]


@pytest.mark.parametrize("measure", Measure)
def test_each_measure_gives_every_kecamatan_a_word_beside_its_colour(sampang, measure):
    sampang.show(measure)
    assert sorted(sampang.figures) == CODES
    assert all(row["short"] and row["told"] and row["shade"] >= 0 for row in sampang.figures.values())
    assert measure.place.place in said(sampang.screen)


def test_the_applications_are_those_of_the_store_without_drafts(sampang, counted):
    told = {code: int(row["short"]) for code, row in sampang.figures.items()}
    assert told == {code: figure_of(Measure.APPLICATIONS, counted[code]) for code in CODES}
    assert sum(told.values()) > 50


def test_files_whose_kecamatan_is_not_known_are_told_beside_the_map(sampang, counted):
    without = sum(counted[None].by_stage.values()) if None in counted else 0
    assert (f"{without} berkas belum diisi kecamatannya" in said(sampang.screen)) == bool(without)


def test_a_click_a_row_and_a_link_open_the_same_kecamatan(office, sampang):
    place = CODES.index("35.27.05")
    for one in (
        sampang.click("35.27.05"),
        opened(office).pick_row(place),
        opened(office, kecamatan="35.27.05"),
    ):
        assert "Kecamatan Omben" in one.headings
        assert one.chosen == "35.27.05"


def test_the_chosen_kecamatan_tells_its_money_in_full(office, counted):
    found = counted["35.27.03"]
    assert f"Sisa pokok · {rupiah(found.owed)}" in said(opened(office, kecamatan="35.27.03").screen).replace(
        "**", ""
    )


def test_official_boundaries_of_sampang_leave_the_map_of_blitar_alone(office):
    sampang = opened(office, OfficeRole.ADMINISTRATOR).load(SAMPANG_REGENCY)
    assert "Batas dari berkas batas.geojson" in said(sampang.screen)
    blitar = office.open(office.by_role[OfficeRole.ADMINISTRATOR], "pages/blitar/coverage/screen.py")
    assert "Batas pendekatan, bukan batas resmi" in said(blitar)


@pytest.mark.parametrize("role", [BlitarRole.MENTOR, BlitarRole.FACILITATOR, BlitarRole.AGENCY_HEAD])
def test_roles_of_blitar_have_no_map_of_sampang_in_their_menu(office, role):
    with pytest.raises(ValueError, match="page"):
        opened(office, role)
