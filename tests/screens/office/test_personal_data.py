"""Data pribadi: a person's own record is made for who asks, by the head or the administrator."""

import pytest
from sqlalchemy import select

from db.tables import AuditRow, ClientRow
from domain.blitar.roles import BlitarRole
from domain.revealing import Why
from domain.roles import OfficeRole
from tests.screens.demo_office import calm, labelled, said

SCREEN = "pages/office/personal_data/screen.py"


@pytest.fixture
def nik(office):
    with office.database.read() as session:
        return session.scalars(select(ClientRow.nik).where(ClientRow.nik.is_not(None)).limit(1)).one()


def _asked(office, nik, why=Why.OWN_REQUEST):
    screen = office.open(office.by_role[BlitarRole.AGENCY_HEAD], SCREEN)
    screen.text_input(key="catatan-diri-nik").set_value(nik)
    screen.selectbox(key="catatan-diri-alasan").set_value(why)
    return calm(labelled(screen.button, "Cari dan susun").click().run())


def test_the_head_makes_the_record_of_a_nik_and_it_is_written_down(office, nik):
    assert "Binaan" in said(_asked(office, nik))
    with office.database.read() as session:
        newest = session.scalars(select(AuditRow).order_by(AuditRow.id.desc()).limit(1)).one()
    assert newest.action == "own_record"


def test_without_a_reason_nothing_is_made(office, nik):
    assert "Pilih dahulu untuk apa" in said(_asked(office, nik, why=None))


def test_of_a_nik_that_nothing_is_kept_of_the_screen_says_so(office):
    assert "tidak ditemukan" in said(_asked(office, "3505014506859999")).lower()


def test_a_fasilitator_does_not_have_the_screen(office):
    screen = office.start(office.by_role[BlitarRole.FACILITATOR])
    with pytest.raises(ValueError, match="page"):
        screen.switch_page(SCREEN)


def test_the_administrator_chooses_the_programme(office):
    screen = office.open(office.by_role[OfficeRole.ADMINISTRATOR], SCREEN)
    assert "Catatan diri seseorang" in said(screen)
