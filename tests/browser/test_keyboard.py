"""The desk without a mouse: Tab goes from field to field, and a few keys search, explain and save."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from db.tables import VisitRow
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.visit import VisitState
from domain.sampang.roles import SampangRole
from tests.browser.driver import open_screen, settled

FOCUSED = "() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.tagName"


@pytest.fixture
def intake(page, server, store):
    open_screen(page, f"{server.url}/pengajuan?isi=baru&sebagai={store.who(SampangRole.OFFICER).id}")
    return page


def test_tab_does_not_stop_at_an_explanation(intake):
    fields = intake.get_by_test_id("stMain").locator("input[type=text]:visible")
    fields.first.focus()
    stops = []
    for _ in range(12):
        intake.keyboard.press("Tab")
        stops.append(intake.evaluate(FOCUSED))
    assert not [stop for stop in stops if stop.startswith("Penjelasan: ")], stops
    assert len(set(stops)) > 5


def test_f1_opens_the_explanation_of_the_field(intake):
    field = intake.get_by_label("Tanggal usaha berdiri").first
    field.focus()
    intake.keyboard.press("F1")
    expect(intake.get_by_test_id("stTooltipContent").first).to_be_visible()


def test_a_slash_goes_to_the_search_and_is_not_written(page, server, store):
    open_screen(page, f"{server.url}/binaan?sebagai={store.who(BlitarRole.FACILITATOR).id}")
    page.keyboard.press("/")
    search = page.get_by_placeholder("Cari nama atau nomor")
    expect(search).to_be_focused()
    expect(search).to_have_value("")


def test_ctrl_s_presses_the_button_that_saves_the_form_of_the_cursor(page, server, store):
    open_screen(page, f"{server.url}/binaan?isi=baru&sebagai={store.who(BlitarRole.FACILITATOR).id}")
    page.get_by_test_id("stMain").locator("input[type=text]:visible").first.focus()
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Belum tersimpan").first).to_be_visible(timeout=60_000)


def test_ctrl_s_approves_nothing(page, server, store):
    """The screen of a visit to verify has one primary button, "Verifikasi", and no form that keeps."""
    address = f"{server.url}/kunjungan?sebagai={store.who(BlitarRole.FACILITATOR).id}"
    with store.database.read() as session:
        sent = session.scalar(select(VisitRow.id).where(VisitRow.state == VisitState.SENT).limit(1))
    open_screen(page, f"{address}&kunjungan={sent}")
    verify = page.get_by_role("button", name="Verifikasi", exact=False).first
    expect(verify).to_be_visible()
    page.keyboard.press("Control+s")
    page.wait_for_timeout(600)
    settled(page)
    with store.database.read() as session:
        assert session.get_one(VisitRow, sent).state == VisitState.SENT


def test_alt_n_opens_the_next_page_of_a_list(page, server, store):
    open_screen(page, f"{server.url}/binaan?sebagai={store.who(BlitarRole.FACILITATOR).id}")
    page.keyboard.press("Alt+n")
    settled(page)
    expect(page.get_by_test_id("stPaginationPageActive").first).to_have_text("2")
