"""Kas dana: where the jasa goes, capital by two people, and months that are closed."""

from datetime import date

import pytest

from db.sampang.fund.shares import holdings
from db.sampang.treasury.closing import closings
from domain.money import rupiah
from domain.roles import OfficeRole
from domain.sampang.fund.interest_shares import Share
from domain.sampang.roles import SampangRole
from pages.parts.store import today
from pages.sampang.fund.fund_tabs import PART, FundTab
from tests.screens.as_typed import as_typed
from tests.screens.demo_office import FUND, calm, labelled, said


def opened(office, role, tab):
    return office.open(office.by_role[role], FUND, **{PART: str(tab)})


def shares(office):
    with office.database.read() as session:
        return {one.share: one for one in holdings(session, office.officer)}


def first_closing(office):
    with office.database.read() as session:
        return closings(session, office.officer)


def remit(screen, amount, on=None, reference="STS 12"):
    labelled(screen.text_input, "Jumlah yang disetor").set_value(amount)
    labelled(screen.text_input, "Tanggal setor").set_value(as_typed(on or today()))
    labelled(screen.text_input, "Nomor bukti setor (STS)").set_value(reference)
    labelled(screen.button, "Catat setoran").click()
    return calm(screen.run())


def _remitted(found):
    return sum(one.remitted for one in found.values())


def pay_out(screen, share, amount):
    labelled(screen.selectbox, "Bagian").select(share)
    labelled(screen.text_input, "Jumlah yang dibayarkan").set_value(amount)
    labelled(screen.text_input, "Tanggal pembayaran").set_value(as_typed(today()))
    labelled(screen.text_input, "Nomor SP2D atau bukti").set_value("SP2D 5")
    labelled(screen.button, "Catat pembayaran").click()
    return calm(screen.run())


@pytest.mark.parametrize("role", [SampangRole.TEAM_LEAD, SampangRole.TEAM_MEMBER, OfficeRole.LEADERSHIP])
def test_who_reads_the_fund_sees_the_shares_and_no_form(office, role):
    screen = opened(office, role, FundTab.INTEREST)
    rows = screen.dataframe[0].value
    found = shares(office).values()
    assert list(rows["Bagian"]) == ["PAD", "Pembinaan oleh Dinas", "Bank Jatim"]
    assert list(rows["Diterima"]) == [rupiah(one.received) for one in found]
    assert list(rows["Sisa"]) == [rupiah(one.left) for one in found]
    assert not any(button.label.startswith("Catat") for button in screen.button)


def test_the_shares_of_the_demo_are_three_two_and_one_parts_of_all_that_came_in(office):
    found = shares(office)
    total = sum(one.received for one in found.values())
    for share, part in zip(Share, (3, 2, 1), strict=True):
        assert abs(6 * found[share].received - part * total) < 6


def test_an_officer_records_a_remittance_and_a_payout_from_it(office):
    screen, before = opened(office, SampangRole.OFFICER, FundTab.INTEREST), shares(office)
    remit(screen, "6 juta")
    assert "Setoran jasa ke Kas Daerah Rp6.000.000 dibukukan" in said(screen)
    pay_out(screen, Share.REVENUE, "1 juta")
    found = shares(office)
    assert _remitted(found) - _remitted(before) == 6_000_000
    assert found[Share.REVENUE].paid - before[Share.REVENUE].paid == 1_000_000
    assert rupiah(found[Share.REVENUE].paid) in list(screen.dataframe[0].value["Dibayarkan"])


def test_a_share_is_not_paid_before_it_is_remitted_and_what_was_typed_stays(office):
    screen = opened(office, SampangRole.OFFICER, FundTab.INTEREST)
    pay_out(screen, Share.BANK, "1")
    assert "Jasa disetor dahulu" in said(screen)
    assert labelled(screen.text_input, "Nomor SP2D atau bukti").value == "SP2D 5"


def test_the_same_slip_is_asked_about(office):
    before, screen = _remitted(shares(office)), opened(office, SampangRole.OFFICER, FundTab.INTEREST)
    remit(screen, "6 juta")
    remit(screen, "6 juta", reference="sts-12")
    assert "Sepertinya sudah tercatat." in said(screen)
    assert _remitted(shares(office)) - before == 6_000_000


def test_capital_is_proposed_by_an_officer_and_booked_once_the_lead_approves(office):
    screen = opened(office, SampangRole.OFFICER, FundTab.CAPITAL)
    before = screen.metric[0].value
    labelled(screen.selectbox, "Modal").select_index(0)
    labelled(screen.text_input, "Jumlah modal").set_value("50 juta")
    labelled(screen.text_input, "Tanggal di rekening").set_value(as_typed(today()))
    labelled(screen.text_input, "Nomor keputusan").set_value("SK Bupati 9/2026")
    labelled(screen.text_area, "Keterangan").set_value("APBD Perubahan")
    labelled(screen.button, "Usulkan perubahan modal").click()
    calm(screen.run())
    assert "menunggu persetujuan (1)" in said(screen)
    assert screen.metric[0].value == before
    lead = opened(office, SampangRole.TEAM_LEAD, FundTab.CAPITAL)
    labelled(lead.button, "Setujui perubahan modal").click()
    calm(lead.run())
    assert lead.metric[0].value != before
    assert list(lead.dataframe[0].value["Keputusan"])[:1] == ["SK Bupati 9/2026"]
    reader = opened(office, OfficeRole.LEADERSHIP, FundTab.CAPITAL)
    assert list(reader.dataframe[0].value["Keputusan"])[:1] == ["SK Bupati 9/2026"]
    assert not reader.main.button


def close_next(office):
    screen = opened(office, SampangRole.TEAM_LEAD, FundTab.CLOSING)
    screen.checkbox[0].check()
    calm(screen.run())
    (button,) = [one for one in screen.button if one.label.startswith("Tutup ")]
    button.click()
    return calm(screen.run())


def test_the_lead_closes_the_next_month_after_saying_that_all_of_it_is_booked(office):
    month = first_closing(office).next_month
    screen = opened(office, SampangRole.TEAM_LEAD, FundTab.CLOSING)
    (button,) = [one for one in screen.button if one.label.startswith("Tutup ")]
    assert button.disabled
    screen = close_next(office)
    assert "Pembukuan ditutup sampai" in said(screen)
    assert [one.month for one in first_closing(office).closed][:1] == [month]


def test_an_officer_reads_that_a_month_waits_to_be_closed_and_cannot_close_it(office):
    screen = opened(office, SampangRole.OFFICER, FundTab.CLOSING)
    assert "menunggu ditutup Ketua Harian" in said(screen)
    assert not any(one.label.startswith("Tutup ") for one in screen.button)


def test_money_of_a_closed_month_is_said_to_be_booked_in_the_open_one(office):
    close_next(office)
    until = first_closing(office).closed_until
    screen = opened(office, SampangRole.OFFICER, FundTab.INTEREST)
    labelled(screen.text_input, "Tanggal setor").set_value(as_typed(until))
    calm(screen.run())
    assert "sudah ditutup, jadi ini dibukukan pada hari pencatatan" in said(screen)


def test_the_books_of_a_span_come_as_a_workbook(office):
    screen = opened(office, OfficeRole.LEADERSHIP, FundTab.CLOSING)
    labelled(screen.text_input, "Dari tanggal").set_value(as_typed(date(2020, 1, 1)))
    labelled(screen.text_input, "Sampai tanggal").set_value(as_typed(today()))
    calm(screen.run())
    (button,) = screen.get("download_button")
    assert button.label.startswith("Unduh buku (")


def test_a_span_that_ends_before_it_begins_is_explained(office):
    screen = opened(office, OfficeRole.LEADERSHIP, FundTab.CLOSING)
    labelled(screen.text_input, "Sampai tanggal").set_value(as_typed(date(2000, 1, 1)))
    calm(screen.run())
    assert "Tanggal akhir mendahului" in said(screen)
    assert not screen.get("download_button")
