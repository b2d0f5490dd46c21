"""Hapus buku: proposed beside the loan, approved by another, and the claim stays where everybody sees it."""

from datetime import date

import pytest

from db.sampang.loans.claim_lists import claim_on
from domain.sampang.roles import SampangRole
from tests.db.sampang.collecting import a_loan, tell_until
from tests.db.sampang.writing_off import BOOKED, LATER, PROPOSED, propose, written_off
from tests.screens.as_typed import as_typed
from tests.screens.clock import clock_at
from tests.screens.demo_office import calm, labelled, said
from tests.screens.sampang.loan_screen import LoanDesk


@pytest.fixture
def desk(office):
    desk = LoanDesk(office)
    tell_until(desk.lending)
    return desk


def pressed(screen, label):
    labelled(screen.button, label).click()
    return calm(screen.run())


def test_an_officer_proposes_it_and_the_lead_approves_it(desk):
    loan, file = a_loan(desk.lending)
    with clock_at(PROPOSED):
        screen = desk.open(desk.office.officer, file)
        assert "Bukan keringanan" in said(screen)
        labelled(screen.text_input, "Nomor keputusan").set_value("Kep. 5/2027")
        labelled(screen.text_input, "Tanggal keputusan").set_value(as_typed(date(2027, 1, 4)))
        labelled(screen.text_area, "Alasan").set_value("tidak tertagih")
        assert "Belum berlaku" in said(pressed(screen, "Usulkan hapus buku"))
    with clock_at(BOOKED):
        screen = desk.open(desk.lending.lead, file)
        assert "Tagihannya tetap ada" in said(pressed(screen, "Setujui hapus buku"))
    assert desk.lending.ask(claim_on, desk.office.officer, loan).principal == 20_000_000


def test_the_account_tells_the_claim_and_never_that_it_is_settled(desk):
    loan, file = a_loan(desk.lending)
    written_off(desk.lending, loan)
    with clock_at(LATER):
        told = said(desk.open(desk.office.officer, file))
    assert "Dihapusbukukan, tagihan tetap ada" in told
    assert "Kep. Bupati 5/2027" in told
    assert "Lunas sejak" not in told


def test_money_for_it_is_told_to_be_capital(desk):
    loan, file = a_loan(desk.lending)
    written_off(desk.lending, loan)
    with clock_at(LATER):
        screen = desk.open(desk.office.officer, file)
        assert "dibukukan sebagai modal dana" in said(screen)
        labelled(screen.text_input, "Jumlah yang masuk").set_value("3 juta")
        labelled(screen.text_input, "Tanggal masuk").set_value(as_typed(LATER))
        labelled(screen.text_input, "Nomor bukti setor").set_value("STS 77")
        pressed(screen, "Catat angsuran")
    assert desk.lending.ask(claim_on, desk.office.officer, loan).recovered == 3_000_000


def test_who_may_not_approve_sees_no_button_for_it(desk):
    loan, file = a_loan(desk.lending)
    propose(desk.lending, loan)
    with clock_at(BOOKED):
        for role in (SampangRole.OFFICER, SampangRole.TEAM_MEMBER, SampangRole.BANK):
            labels = {button.label for button in desk.open(desk.office.by_role[role], file).button}
            assert "Setujui hapus buku" not in labels
