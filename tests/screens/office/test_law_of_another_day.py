"""Verdicts and Dasar hukum by the law of another day: marked, by the right numbers, and never kept."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from db.office.later_instruments import approve_instrument, draft_instrument, propose_instrument
from db.tables import ClientRow
from domain.blitar.roles import BlitarRole
from domain.regulation.later_instruments import Reach
from domain.roles import OfficeRole
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from pages.parts.store import now
from tests.db.people import a_nonce
from tests.db.sampang.lending import LAND
from tests.reported_ceilings import JUTA, TOLD
from tests.screens.clock import TODAY
from tests.screens.demo_office import CLIENTS, ELIGIBILITY, LEGAL_BASIS, calm, labelled, said
from tests.screens.sampang.loan_screen import LoanDesk, buttons

DAY_AFTER = date(TODAY.year + 1, 1, 1)
BANNER = "Menurut hukum pada 1 Januari 2027, sejauh sudah ditetapkan; bukan hukum hari ini."
ANOTHER_DAY = "Menurut hukum tanggal lain"


@pytest.fixture
def lower_from_next_year(office):
    """An approved instrument by which land secures 20 million at most from the first of January on."""
    land = replace(TOLD.values[0], value=20 * JUTA)
    days = {"enacted_on": TODAY, "in_force_since": DAY_AFTER, "year": TODAY.year}
    told = replace(TOLD, values=(land,), reach=Reach.ALL_OPEN, **days)
    admin, lead = office.by_role[OfficeRole.ADMINISTRATOR], office.by_role[SampangRole.TEAM_LEAD]
    with office.database.write() as session:
        number = draft_instrument(session, admin, SAMPANG, told, nonce=a_nonce(), at=now())
        propose_instrument(session, admin, SAMPANG, number, at=now())
        approve_instrument(session, lead, SAMPANG, number, at=now())


@pytest.fixture
def file(office):
    return LoanDesk(office).file_at(Stage.SURVEYED, amount=25 * JUTA, collateral=(LAND, LAND))


def by_the_law_of(office, file, day):
    return office.open(office.officer, ELIGIBILITY, no=file, per=day)


@pytest.mark.usefixtures("lower_from_next_year")
def test_a_file_is_found_by_the_law_of_the_day_that_is_asked(office, file):
    told = said(by_the_law_of(office, file, DAY_AFTER))
    assert BANNER in told
    assert "Rp20.000.000" in told
    assert "Yang lain daripada menurut hukum berkas ini" in told


@pytest.mark.usefixtures("lower_from_next_year")
def test_on_the_day_before_a_change_nothing_is_other_than_today(office, file):
    told = said(by_the_law_of(office, file, date(TODAY.year, 12, 31)))
    assert "Rp20.000.000" not in told
    assert "Tidak ada hasil yang lain" in told


@pytest.mark.usefixtures("lower_from_next_year")
def test_by_another_days_law_nothing_is_kept_judged_or_printed(office, file):
    before = office.receipts(file)
    screen = by_the_law_of(office, file, DAY_AFTER)
    assert "Simpan penilaian hari ini" not in buttons(screen)
    assert [tab.label for tab in screen.tabs] == ["Ketentuan", "Agunan", "Berkas", "Tafsir"]
    assert not screen.get("download_button")
    assert office.receipts(file) == before


def test_the_press_opens_the_day_and_the_way_back_closes_it(office, file):
    screen = by_the_law_of(office, file, TODAY)
    back = calm(labelled(screen.button, "Kembali ke hukum hari ini").click().run())
    assert "per" not in back.query_params
    assert ANOTHER_DAY in buttons(back)
    again = calm(labelled(back.button, ANOTHER_DAY).click().run())
    assert again.query_params["per"] == TODAY.isoformat()


@pytest.mark.parametrize("told", ["kemarin", "2026-02-31", "1/1", "9999-99-99", ""])
def test_an_address_of_no_day_says_so_and_shows_the_law_of_today(office, file, told):
    screen = by_the_law_of(office, file, told)
    assert "Yang ditampilkan: 2 Maret 2026." in said(screen)
    assert "bukan hukum hari ini" not in said(screen)


@pytest.mark.usefixtures("lower_from_next_year")
def test_legal_basis_shows_the_numbers_of_the_day_and_takes_no_proposal(office):
    admin = office.by_role[OfficeRole.ADMINISTRATOR]
    screen = office.open(admin, LEGAL_BASIS, program="sampang", bagian="Angka", per=DAY_AFTER)
    assert BANNER in said(screen)
    assert "Ketetapan kantor" not in [tab.label for tab in screen.tabs]
    assert "seperti berlaku pada 1 Januari 2027" in said(screen)


def test_before_the_regulation_its_absence_is_told(office):
    told = said(office.open(office.officer, LEGAL_BASIS, program="sampang", per=date(2014, 1, 1)))
    assert "Menurut hukum pada 1 Januari 2014; bukan hukum hari ini." in told
    assert "belum berlaku pada 1 Januari 2014" in told


def test_a_binaan_is_found_by_another_days_law_without_its_forms_of_judging(office):
    facilitator = office.by_role[BlitarRole.FACILITATOR]
    with office.database.read() as session:
        binaan = session.scalars(select(ClientRow.id).where(ClientRow.status == "open")).first()
    address = {"binaan": binaan, "tampil": "Data", "per": DAY_AFTER}
    told = said(office.open(facilitator, CLIENTS, **address))
    assert BANNER in told
    assert "menurut hukum hari ini" in told
