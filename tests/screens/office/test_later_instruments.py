"""A later instrument on Dasar hukum: entered piece by piece, sent, looked at by its effect, approved."""

import pytest

from db.office.later_instruments import later_instruments
from db.office.practice import practice
from domain.blitar.roles import BlitarRole
from domain.regulation.later_instruments import Reach
from domain.roles import OfficeRole
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from tests.screens.demo_office import HOME, LEGAL_BASIS, calm, labelled, said, unescaped

DECISIONS = {"bagian": "Ketetapan kantor"}
POLE = "**tebal** <script>alert(1)</script> =1+1"


@pytest.fixture
def admin(office):
    return office.by_role[OfficeRole.ADMINISTRATOR]


@pytest.fixture
def lead(office):
    return office.by_role[SampangRole.TEAM_LEAD]


def opened(office, person):
    return office.open(person, LEGAL_BASIS, **DECISIONS)


def field(screen, kind, name):
    return next(one for one in getattr(screen, kind) if (one.key or "").endswith(f":{name}"))


def press(screen, label):
    return calm(labelled(screen.button, label).click().run())


def draft(office, admin, title="Perubahan atas Peraturan Bupati Nomor 20 Tahun 2015", **days):
    """Store a draft with only its head."""
    screen = opened(office, admin)
    told = {
        "number": "9",
        "year": "2022",
        "title": title,
        "enacted_on": "20-6-2022",
        "in_force_since": "1-7-2022",
    }
    for name, value in (told | days).items():
        field(screen, "text_input", name).set_value(value)
    return press(calm(screen.run()), "Simpan rancangan")


def add_number(office, admin, key, value):
    screen = opened(office, admin)
    field(screen, "selectbox", "key").set_value(key)
    screen = calm(screen.run())
    field(screen, "text_input", "value").set_value(value)
    field(screen, "text_input", "place").set_value("Pasal I angka 4")
    return press(calm(screen.run()), "Tambahkan angka")


def known(office, admin):
    with office.database.read() as session:
        return later_instruments(session, admin, SAMPANG)


def in_practice(office):
    with office.database.read() as session:
        return practice(session, SAMPANG).instruments


def test_the_reported_ceilings_go_from_a_draft_by_two_people_into_the_law(office, admin, lead):
    draft(office, admin)
    add_number(office, admin, "land_ceiling", "150 juta")
    add_number(office, admin, "primary_coop_ceiling", "300.000.000")
    told = [(one.key, one.value) for one in known(office, admin)[0].later.told.values]
    assert told == [("land_ceiling", 150_000_000), ("primary_coop_ceiling", 300_000_000)]
    assert known(office, admin)[0].later.told.reach is Reach.FILED_SINCE
    press(opened(office, admin), "Ajukan rancangan")
    assert in_practice(office) == ()
    assert "1 dapat Anda setujui" in said(office.open(lead, HOME))
    screen = opened(office, lead)
    assert not [one for one in screen.button if one.label == "Setujui"]
    screen = press(screen, "Periksa dampaknya")
    assert "pengajuan yang belum diputus" in said(screen)
    press(screen, "Setujui")
    assert [one.name for one in in_practice(office)] == ["Perbup Sampang 9/2022"]
    shown = said(opened(office, lead))
    assert "plafon dengan agunan sertifikat: Rp100.000.000 menjadi Rp150.000.000" in shown.replace("**", "")
    numbers = office.open(lead, LEGAL_BASIS, bagian="Angka")
    assert "Perbup Sampang 9/2022, Pasal I angka 4" in said(numbers)


def test_an_approved_number_of_a_day_to_come_stands_beside_that_of_today(office, admin, lead):
    draft(office, admin, in_force_since="1-7-2040")
    add_number(office, admin, "land_ceiling", "150 juta")
    press(opened(office, admin), "Ajukan rancangan")
    press(press(opened(office, lead), "Periksa dampaknya"), "Setujui")
    numbers = said(office.open(lead, LEGAL_BASIS, bagian="Angka", cari="VIII.1.b")).replace("**", "")
    assert "Rp100.000.000" in numbers
    assert "Rp150.000.000 —Sejak 1 Juli 2040" in numbers
    assert "Perbup Sampang 9/2022" in said(office.open(lead, LEGAL_BASIS, bagian="Peraturan"))


def test_a_draft_that_cannot_be_is_refused_with_its_reason_and_stays(office, admin):
    draft(office, admin, enacted_on="20-6-2014", in_force_since="1-7-2014", year="2014")
    add_number(office, admin, "land_ceiling", "150 juta")
    screen = press(opened(office, admin), "Ajukan rancangan")
    assert "harus berlaku sesudahnya" in said(screen)
    assert known(office, admin)[0].sent_at is None


def test_a_line_is_taken_out_of_a_draft_again(office, admin):
    draft(office, admin)
    add_number(office, admin, "land_ceiling", "150 juta")
    screen = opened(office, admin)
    out = next(one for one in screen.button if unescaped(one.label).startswith("Hapus plafon"))
    calm(out.click().run())
    assert known(office, admin)[0].later.told.values == ()


def test_signs_in_a_title_are_shown_as_text(office, admin):
    screen = draft(office, admin, title=POLE)
    screen = opened(office, admin)
    raw = next(one.value for one in screen.markdown if "tebal" in one.value)
    assert r"\*\*tebal\*\*" in raw
    assert not any(one.allow_html for one in screen.markdown)


def test_the_head_of_blitar_sees_its_own_and_no_draft_of_sampang(office, admin):
    draft(office, admin)
    screen = opened(office, office.by_role[BlitarRole.AGENCY_HEAD])
    assert "Peraturan perubahan" in said(screen)
    assert "Perbup Sampang 9/2022" not in said(screen)
