"""Cakupan: every kecamatan is on the map with its figure, a gap is told, and a click tells the rest."""

import json
import re
from datetime import timedelta
from fractions import Fraction

import altair as alt
import pytest

from db.blitar.caseload.districts_cared_for import figures_by_district
from db.blitar.caseload.mentored import mentored_on
from db.blitar.staffing.assignments import assign, deployment
from db.office.settings import approve_setting, propose_setting
from domain.blitar.parameters import BUSINESS_COUNTS
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission, BlitarRole
from domain.blitar.staffing.assignments import Assignment
from domain.blitar.staffing.coverage import coverage_on
from domain.blitar.staffing.measures import Measure
from domain.dates import indonesian_date
from domain.programme import may
from domain.regions.business_counts import BusinessCount, BusinessCounts
from domain.regions.regions import BLITAR_REGENCY, SAMPANG_REGENCY, districts
from domain.regulation.office_proposals import SettingProposed
from domain.roles import OfficeRole
from pages.parts.store import now, today
from tests.people import ROLES, someone
from tests.screens.demo_office import calm, go, labelled, said
from tests.screens.maps import DistrictMap

PAGE = "pages/blitar/coverage/screen.py"
CODES = [one.code for one in districts(BLITAR_REGENCY.code)]
NAMES = {one.code: one.name for one in districts(BLITAR_REGENCY.code)}


@pytest.fixture
def facilitator(office):
    return office.by_role[BlitarRole.FACILITATOR]


@pytest.fixture
def coverage(office, facilitator):
    return DistrictMap(office.open(facilitator, PAGE), "cakupan")


def opened(office, role, **address):
    return DistrictMap(office.open(office.by_role[role], PAGE, **address), "cakupan")


def states(office, day=None):
    """Who covers what in the store, by code."""
    with office.database.read() as session:
        deployed = deployment(session, office.by_role[BlitarRole.FACILITATOR])
    found = coverage_on(day or today(), deployed.services, deployed.assignments)
    return {one.district.code: one for one in found}


def uncovered(office):
    return [code for code, one in states(office).items() if not one.is_covered]


def test_all_22_kecamatan_are_drawn_with_a_name_a_place_and_a_figure(coverage):
    assert sorted(coverage.features) == CODES == sorted(coverage.figures)
    for code, properties in coverage.features.items():
        longitude, latitude = properties["label"]
        assert 111 < longitude < 113
        assert -9 < latitude < -7
        assert coverage.figures[code]["name"] == properties["name"] == NAMES[code]


@pytest.mark.parametrize("measure", Measure)
def test_each_measure_gives_every_kecamatan_a_word_beside_its_colour(coverage, measure):
    coverage.show(measure)
    assert sorted(coverage.figures) == CODES
    for row in coverage.figures.values():
        assert row["short"]
        assert row["told"]
        assert (row["shade"] < 0) == (row["short"] == "–")
    assert len({row["shade"] for row in coverage.figures.values()} - {-1}) <= 5


def test_the_figures_are_those_of_the_store(office, coverage, facilitator):
    with office.database.read() as session:
        counted = figures_by_district(session, facilitator)
    coverage.show(Measure.CLIENTS)
    told = {code: int(row["short"]) for code, row in coverage.figures.items()}
    assert told == {code: counted[code].clients if code in counted else 0 for code in CODES}
    assert sum(told.values()) > 0


def a_base(office, counts):
    """The office's count of yesterday, proposed by one and approved by another."""
    asked = SettingProposed(since=today() - timedelta(days=1), reason="contoh")
    value = BusinessCounts("Angka contoh", counts).written()
    admin, head = office.by_role[OfficeRole.ADMINISTRATOR], office.by_role[BlitarRole.AGENCY_HEAD]
    told = (admin, BLITAR, BUSINESS_COUNTS, value, asked)
    with office.database.write() as session:
        number = propose_setting(session, *told, nonce="test-base", at=now())
        approve_setting(session, head, BLITAR, number, at=now())


def test_binaan_per_1_000_usaha_are_those_mentored_over_the_count_and_unknown_without_one(office):
    a_base(office, {CODES[0]: BusinessCount(1990, 10), CODES[1]: BusinessCount(0, 0)})
    coverage = opened(office, BlitarRole.FACILITATOR).show(Measure.PER_THOUSAND)
    with office.database.read() as session:
        clients = mentored_on(session, today(), 30).by_district[CODES[0]]
    assert Fraction(coverage.figures[CODES[0]]["short"].replace(",", ".")) == Fraction(clients, 2)
    assert {coverage.figures[code]["short"] for code in CODES[1:]} == {"–"}
    assert {coverage.figures[code]["shade"] for code in CODES[1:]} == {-1}
    assert "belum diketahui" in coverage.figures[CODES[2]]["told"]
    assert "– belum diketahui, jumlah usahanya belum dimasukkan kantor (21 kecamatan)" in coverage.legend


def test_the_source_and_day_of_the_count_stand_under_the_legend(office):
    a_base(office, {CODES[0]: BusinessCount(1990, 10)})
    coverage = opened(office, BlitarRole.FACILITATOR)
    assert "Angka contoh" not in said(coverage.screen)
    coverage.show(Measure.PER_THOUSAND)
    day = indonesian_date(today() - timedelta(days=1))
    assert f"keadaan {day}, sumber: Angka contoh" in said(coverage.screen)


def test_without_a_count_the_map_says_who_can_enter_it(coverage):
    coverage.show(Measure.PER_THOUSAND)
    assert "belum dimasukkan kantor" in said(coverage.screen)
    assert "Angka ini sama di semua kecamatan" not in said(coverage.screen)


def test_the_specification_is_one_that_vega_lite_knows(coverage):
    alt.LayerChart.from_dict(json.loads(coverage.specification), validate=True)


def test_shapes_and_specification_stay_the_same_whatever_is_shown_or_chosen(coverage):
    before = coverage.specification
    coverage.show(Measure.CLIENTS).click(CODES[3])
    assert coverage.specification == before


def test_a_kecamatan_without_anybody_is_striped_signed_and_listed(office, coverage):
    gaps = uncovered(office)
    assert gaps
    assert [code for code, row in coverage.figures.items() if row["is_open"]] == sorted(gaps)
    assert f"Tanpa Pendamping: {len(gaps)}" in coverage.headings
    labels = [button.label for button in coverage.screen.button]
    assert [label for label in labels if label.startswith("✕")] == [f"✕ {NAMES[code]}" for code in gaps]
    assert f"✕ tanpa Pendamping ({len(gaps)} kecamatan)" in coverage.legend


@pytest.mark.parametrize("measure", Measure)
def test_the_legend_counts_every_kecamatan_once_in_words(office, coverage, measure):
    coverage.show(measure)
    classes = [line for line in coverage.legend_lines if "✕" not in line]
    assert sum(int(re.search(r"\((\d+) kecamatan\)", line)[1]) for line in classes) + (
        len(uncovered(office)) if measure is Measure.CLIENTS_PER_MENTOR else 0
    ) == len(CODES)
    assert all(re.match(r"(\d|–|sampai|di atas)", line) for line in classes)


def test_the_gap_closes_on_the_map_on_the_day_that_somebody_is_assigned(office, facilitator):
    (code,) = uncovered(office)
    mentor = next(one for one in states(office)["35.05.01"].covers).service
    with office.database.write() as session:
        cover = Assignment(
            mentor_id=mentor.mentor_id,
            district_code=code,
            starts_on=today(),
            ends_on=today() + timedelta(days=7),
            temporary=True,
        )
        assign(session, facilitator, cover, nonce="test-cover", at=now())
    covered = opened(office, BlitarRole.FACILITATOR, kecamatan=code)
    assert not any(row["is_open"] for row in covered.figures.values())
    assert "22 dari 22 kecamatan" in said(covered.screen)
    assert mentor.name in said(covered.screen) + "".join(
        link.proto.label for link in covered.screen.get("page_link")
    )
    assert "Sementara" in said(covered.screen)


def test_on_a_day_before_the_programme_nobody_covers_anything(coverage):
    labelled(coverage.screen.text_input, "Cakupan pada tanggal").set_value("2 Januari 2023")
    calm(coverage.screen.run())
    assert "0 dari 22 kecamatan" in said(coverage.screen)
    assert "Tanpa Pendamping: 22" in coverage.headings
    assert all(row["is_open"] for row in coverage.figures.values())


def test_a_click_on_the_map_opens_the_kecamatan_and_stands_in_the_address(coverage):
    coverage.click("35.05.05")
    assert "Kecamatan Bakung" in coverage.headings
    assert coverage.chosen == "35.05.05"


def test_a_row_does_the_same_as_the_click_and_outlines_it_on_the_map(coverage):
    coverage.pick_row(4)
    assert "Kecamatan Bakung" in coverage.headings
    assert coverage.chosen == "35.05.05"
    assert [code for code, row in coverage.figures.items() if row["is_marked"]] == ["35.05.05"]


def test_the_last_click_wins_wherever_it_was(coverage):
    coverage.click("35.05.05").pick_row(0)
    assert coverage.chosen == "35.05.01"
    coverage.click("35.05.09", turn=1)
    assert coverage.chosen == "35.05.09"
    assert "Kecamatan Nglegok" in coverage.headings
    coverage.pick_row(2, turn=1)
    assert coverage.chosen == "35.05.03"


def test_a_click_beside_the_map_chooses_none(coverage):
    coverage.click("35.05.05").click(None)
    assert coverage.chosen is None
    assert not any(heading.startswith("Kecamatan") for heading in coverage.headings)


def test_a_link_opens_the_kecamatan_that_it_names(office):
    coverage = opened(office, BlitarRole.FACILITATOR, kecamatan="35.05.16")
    assert "Kecamatan Binangun" in coverage.headings
    assert coverage.figures["35.05.16"]["is_marked"]


@pytest.mark.parametrize("told", ["binaan-per-pendamping", "clients_per_mentor", "Binaan per Pendamping"])
def test_a_link_names_the_measure_by_a_word_and_older_links_still_open(office, told):
    coverage = opened(office, BlitarRole.FACILITATOR, ukuran=told)
    assert coverage.screen.session_state["ukuran"] == Measure.CLIENTS_PER_MENTOR.value
    assert coverage.screen.query_params["ukuran"] == "binaan-per-pendamping"


@pytest.mark.parametrize("told", ["35.27.01", "Bakung", "<script>", "9" * 500])
def test_a_link_to_a_place_elsewhere_opens_none(office, told):
    coverage = opened(office, BlitarRole.FACILITATOR, kecamatan=told)
    assert coverage.chosen is None
    assert not any(heading.startswith("Kecamatan") for heading in coverage.headings)


def test_the_list_of_gaps_opens_one_and_all_can_be_seen_again(office, coverage):
    (code,) = uncovered(office)
    coverage.screen.button(key=f"kosong:{code}").click()
    calm(coverage.screen.run())
    assert coverage.chosen == code
    coverage.screen.button(key="lepas").click()
    calm(coverage.screen.run())
    assert coverage.chosen is None


def test_the_table_has_every_kecamatan_with_the_same_figure(coverage):
    coverage.show(Measure.CLIENTS)
    assert list(coverage.table["Kode"]) == CODES
    told = {row["Kode"]: int(row["Binaan"]) for _, row in coverage.table.iterrows()}
    assert told == {code: int(row["short"]) for code, row in coverage.figures.items()}


def test_a_link_followed_from_another_screen_wins_over_what_was_clicked_before(coverage):
    coverage.click("35.05.05")
    calm(go(coverage.screen, "pages/office/home/screen.py").run())
    calm(go(coverage.screen, PAGE, kecamatan="35.05.16").run())
    assert coverage.chosen == "35.05.16"
    assert "Kecamatan Binangun" in coverage.headings


@pytest.mark.parametrize(
    "role", [role for role in ROLES if may(someone(role), BlitarPermission.READ_COVERAGE, BLITAR)]
)
def test_the_register_of_pendamping_is_linked_only_for_whom_it_opens(office, role):
    screen = opened(office, role, kecamatan="35.05.01").screen
    links = [link.proto.page for link in screen.get("page_link")]
    assert ("pendamping" in " ".join(links)) == may(someone(role), BlitarPermission.READ_STAFF, BLITAR)


def test_approximate_shapes_are_called_so(coverage):
    assert "Batas pendekatan, bukan batas resmi" in said(coverage.screen)


def test_only_the_administrator_is_offered_to_load_boundaries(office, coverage):
    assert not coverage.screen.file_uploader
    assert opened(office, OfficeRole.ADMINISTRATOR).screen.file_uploader


def test_official_boundaries_are_drawn_and_named_until_they_are_dropped(office):
    coverage = opened(office, OfficeRole.ADMINISTRATOR).load(BLITAR_REGENCY, name="RBI *Blitar*.geojson")
    assert "RBI *Blitar*.geojson" in said(coverage.screen)
    assert "Batas pendekatan, bukan batas resmi" not in said(coverage.screen)
    assert sorted(coverage.features) == CODES
    (back,) = [one for one in coverage.screen.button if one.label == "Kembali ke batas pendekatan"]
    calm(back.click().run())
    assert "Batas pendekatan, bukan batas resmi" in said(coverage.screen)


@pytest.mark.parametrize(
    ("regency", "data", "told"),
    [
        (SAMPANG_REGENCY, None, "memuat Kabupaten Sampang"),
        (BLITAR_REGENCY, b"{", "bukan JSON"),
        (BLITAR_REGENCY, b" " * (5 * 1024 * 1024 + 1), "lebih besar dari 5 MB"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_the_map_stays(office, regency, data, told):
    coverage = opened(office, OfficeRole.ADMINISTRATOR).load(regency, data)
    assert told in "".join(error.value.replace("\\", "") for error in coverage.screen.error)
    assert "Batas pendekatan, bukan batas resmi" in said(coverage.screen)
    assert sorted(coverage.features) == CODES


def test_the_map_opens_on_a_share_that_varies_and_is_that_of_the_summary(office, coverage):
    with office.database.read() as session:
        found = mentored_on(session, today(), 30)
    shares = {
        code: round(Fraction(100 * found.visited[code], found.by_district[code]))
        for code in found.by_district
    }
    assert {code: row["short"] for code, row in coverage.figures.items()} == {
        code: f"{shares[code]} %" for code in CODES
    }
    assert len(set(shares.values())) > 1


def test_the_hole_in_the_map_says_what_it_is(coverage):
    assert '"word": "Kota Blitar"' in json.dumps(json.loads(coverage.specification))


def test_a_link_opens_the_map_on_a_coming_day(office):
    day = today() + timedelta(days=400)
    told = said(opened(office, BlitarRole.AGENCY_HEAD, tanggal=day.isoformat()).screen)
    assert f"punya Pendamping pada {indonesian_date(day)}" in told


def test_of_a_figure_that_is_the_same_everywhere_it_is_said(coverage, office):
    coverage.show(Measure.MENTORS)
    same = len({row["short"] for row in coverage.figures.values()}) == 1
    assert ("Angka ini sama di semua kecamatan" in said(coverage.screen)) == same
