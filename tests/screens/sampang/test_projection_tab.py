"""Simulasi kebijakan, Proyeksi dana: ten years of the fund on a press or by a link, by no hidden number."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from db.office.policy_drafts import keep_draft
from db.tables import BankFileRow
from domain.regulation.policy.draft import Draft, DraftValue
from domain.roles import OfficeRole
from domain.sampang.parameters import YEARLY_INTEREST
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from pages.parts.store import now, today
from tests.screens.demo_office import POLICY, calm, labelled, said

TAB = {"program": "sampang", "bagian": "Proyeksi dana"}
LINK = {"baru": "1", "tiap": "10000000", "bulan": "24", "batas": "50000000", "benih": "7"}


def opened(office, role=SampangRole.TEAM_LEAD, **address):
    return office.open(office.by_role[role], POLICY, **TAB, **address)


def pressed(screen):
    button = next(one for one in screen.button if one.label == "Hitung proyeksi")
    return calm(button.click().run())


def test_the_projection_stands_with_everything_it_rests_on_after_a_press(office):
    screen = opened(office)
    assert "Anggapan" not in said(screen)
    told = said(pressed(screen))
    assert "Perkiraan, bukan janji" in told
    assert "riwayat sendiri" in told
    assert "Antrean hari ini" in told
    for name in (
        "Macet",
        "Lunas sebelum waktunya",
        "Terlambat",
        "Pinjaman baru",
        "Benih acak",
        "Tidak dihitung",
    ):
        assert f"**{name}**" in told
    assert "baru" in screen.query_params


@pytest.mark.parametrize("role", [OfficeRole.LEADERSHIP, SampangRole.TEAM_LEAD])
def test_a_link_opens_the_same_projection_without_a_press(office, role):
    told = said(opened(office, role, **LINK))
    assert "Peluang kas pernah di bawah Rp50.000.000" in told
    assert "1 sebulan, tiap Rp10.000.000, 24 bulan" in told


def test_new_loans_are_lent_by_a_draft_that_was_kept(office):
    half = Draft(
        name="Jasa tiga persen",
        since=today() + timedelta(days=1),
        values=(DraftValue(key=YEARLY_INTEREST.key, value=3),),
    )
    lead = office.by_role[SampangRole.TEAM_LEAD]
    with office.database.write() as session:
        kept = keep_draft(session, lead, SAMPANG, half, nonce="tiga-persen", at=now())
    # Rp10 million for 24 months, flat: Rp1.2 million of interest at 6 %, half of it at 3 %.
    assert "jasa seluruhnya Rp1.200.000" in said(opened(office, **LINK))
    told = said(opened(office, **LINK, aturan=f"{kept}"))
    assert "jasa seluruhnya Rp600.000" in told
    assert "Jasa tiga persen" in told


def test_a_link_that_cannot_be_is_a_form_to_be_filled(office):
    screen = opened(office, **LINK | {"bulan": "9999"})
    assert "Peluang kas" not in said(screen)


def test_who_may_not_read_the_fund_sees_no_such_tab(office):
    screen = office.open(office.by_role[OfficeRole.ADMINISTRATOR], POLICY, **TAB)
    assert "Perkiraan, bukan janji" not in said(screen)


def test_a_tenor_that_the_law_does_not_name_is_refused_in_a_sentence(office):
    screen = opened(office)
    labelled(screen.text_input, "Jangka waktu (bulan)").set_value("18")
    assert "12, 24, 36 bulan" in said(pressed(screen))


def test_without_a_history_nothing_is_invented_and_what_a_person_enters_is_used(office):
    with office.database.write() as session:
        session.execute(update(BankFileRow).values(accepted_at=None))
    screen = pressed(opened(office))
    assert "belum diketahui: isi sendiri" in said(screen)
    assert "Peluang kas" not in said(screen)
    for label, value in {
        "Macet: dari 1.000 pinjaman, setahun": "30",
        "Lunas awal: dari 1.000 pinjaman, setahun": "0",
        "Selalu terlambat: dari 100 pinjaman": "0",
    }.items():
        labelled(screen.text_input, label).set_value(value)
    told = said(pressed(calm(screen.run())))
    assert "30 dari 1.000 pinjaman setahun" in told
    assert "Peluang kas" in told
