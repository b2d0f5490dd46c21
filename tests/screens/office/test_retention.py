"""Data pribadi, Retensi: says what the office has not set yet, and two people agree on what goes."""

from datetime import date

import pytest
from sqlalchemy import select

from db.office.erasures import propose_erasure
from db.tables import ClientRow, ErasureListRow, OfficeSettingRow
from domain.blitar.programme import BLITAR
from domain.blitar.retention import CLIENT
from domain.blitar.roles import BlitarRole
from domain.retention.erasure_asked import ErasureAsked
from domain.roles import OfficePermission
from pages.parts.store import now
from tests.screens.demo_office import calm, said

SCREEN = "pages/office/personal_data/screen.py"


def _retention(office, person):
    screen = office.open(person, SCREEN)
    screen.session_state["bagian"] = "Retensi"
    return calm(screen.run())


@pytest.fixture
def maker(office):
    return next(
        one
        for role, one in office.by_role.items()
        if role in BLITAR.carriers(OfficePermission.PROPOSE_ERASURE)
    )


def _set_one_year(office, maker, head):
    with office.database.write() as session:
        row = OfficeSettingRow(parameter=CLIENT.setting, value=0, since=date(2023, 5, 1), programme="blitar")
        row.reason, row.proposed_by_id, row.proposed_at = "JRA", maker.id, now()
        row.approved_by_id, row.approved_at = head.id, now()
        session.add(row)


def test_what_is_not_set_is_said_and_nothing_is_listed(office):
    screen = _retention(office, office.by_role[BlitarRole.AGENCY_HEAD])
    assert "belum ditetapkan" in said(screen)
    assert "Tidak ada data yang masa simpannya sudah habis" in said(screen)
    assert not [one for one in screen.button if one.label.startswith(("Usulkan", "Ya, hapus"))]


def test_one_puts_the_list_forward_and_another_approves_it(office, maker):
    head = office.by_role[BlitarRole.AGENCY_HEAD]
    _set_one_year(office, maker, head)
    assert "Daftar diusulkan administrator" in said(_retention(office, head))
    with office.database.write() as session:
        asked = ErasureAsked(reason="tahunan")
        propose_erasure(session, maker, BLITAR, asked, nonce="retensi-uji", at=now())
    screen = _retention(office, head)
    assert "Menunggu persetujuan" in said(screen)
    calm(next(one for one in screen.button if one.label.startswith("Ya, hapus")).click().run())
    with office.database.read() as session:
        assert session.scalars(select(ErasureListRow.erased_at)).one() is not None
        names = session.scalars(select(ClientRow.name).where(ClientRow.status == "ended")).all()
    assert all(one.startswith("dihapus (retensi") for one in names)
