"""Photos of a survey and scans of papers on the screens: who brings, who sees, what stays closed."""

from io import BytesIO

import pytest
from PIL import Image

from db.engine import Database
from db.sampang.file_evidence import Beside, add_file_evidence
from db.sampang.trail import SampangSubject
from domain.evidence.brought import EvidenceTold
from domain.evidence.photographs import prepared
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from pages.parts.store import now
from tests.screens.demo_office import said
from tests.screens.sampang.loan_screen import LoanDesk, buttons


@pytest.fixture
def desk(office):
    return LoanDesk(office)


def a_photo():
    written = BytesIO()
    Image.new("RGB", (60, 40), "red").save(written, "PNG")
    return [(prepared(written.getvalue(), tells_place=False), EvidenceTold(caption="KTP pemilik"))]


def opened(desk, beside, by, role):
    desk.lending.run(add_file_evidence, by, beside, a_photo())
    return desk.open(desk.office.by_role[role], beside.id)


@pytest.fixture
def identity(desk):
    return Beside(SampangSubject.APPLICATION_PAPER, desk.file_at(Stage.SURVEYED), "owner_identity")


def test_a_surveyor_brings_a_photo_beside_the_findings(desk):
    screen = desk.open(desk.office.member, desk.file_at(Stage.SURVEYED))
    assert "Tambah foto survei" in [one.label for one in screen.expander]


def test_an_officer_brings_no_photo_of_a_survey(desk):
    screen = desk.open(desk.office.officer, desk.file_at(Stage.SURVEYED))
    assert "Tambah foto survei" not in [one.label for one in screen.expander]


def test_a_scan_with_a_nik_is_closed_to_whoever_reads_it_masked(desk, identity):
    screen = opened(desk, identity, desk.office.officer, SampangRole.BANK)
    assert "Memuat nomor identitas" in said(screen)


def test_and_open_to_the_ketua_harian(desk, identity):
    screen = opened(desk, identity, desk.office.officer, SampangRole.TEAM_LEAD)
    assert "Memuat nomor identitas" not in said(screen)


def test_bank_jatim_sees_the_photo_of_a_survey(desk):
    survey = Beside(SampangSubject.SURVEY, desk.file_at(Stage.SURVEYED))
    screen = opened(desk, survey, desk.office.member, SampangRole.BANK)
    assert "Foto survei: 1" in said(screen)


def test_a_photo_whose_file_is_away_is_said_to_be(desk, tmp_path):
    survey = Beside(SampangSubject.SURVEY, desk.file_at(Stage.SURVEYED))
    url = desk.office.database.engine.url.render_as_string(hide_password=False)
    store = Database.at(url, evidence_folder=tmp_path)
    with store.write() as session:
        add_file_evidence(session, desk.office.member, survey, a_photo(), nonce="a" * 32, at=now())
    store.close()
    assert "hilang dari folder" in said(desk.open(desk.office.member, survey.id))


def test_nothing_is_added_to_a_refused_file(desk):
    screen = desk.open(desk.office.officer, desk.file_at(Stage.REFUSED))
    assert "Simpan foto" not in buttons(screen)
