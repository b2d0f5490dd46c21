"""Somebody leaves: the gap on the map, a cover for it, and the minutes of the handover, in a browser."""

import io
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from db.blitar.staffing.assignments import deployment
from db.blitar.staffing.staff import staff
from domain.blitar.roles import BlitarRole
from domain.blitar.staffing.coverage import coverage_on
from domain.roles import OfficeRole
from domain.sampang.roles import SampangRole
from pages.parts.store import today
from tests.browser.driver import ROOT, both_widths, open_screen, settled
from tests.browser.lending import SOON, Desk
from tests.browser.test_first_job import WIDER_THAN_ITS_FRAME, WIDER_THAN_THE_WINDOW

RESULTS = ROOT / "test-results"


@pytest.fixture
def desk(page, server, store):
    return Desk(page, server.url, store.who(BlitarRole.FACILITATOR))


def coverage(store):
    with store.database.read() as session:
        found = deployment(session, store.who(BlitarRole.FACILITATOR))
    return coverage_on(today(), found.services, found.assignments)


def uncovered(store):
    return [one.district.name for one in coverage(store) if not one.is_covered]


def a_lonely_mentor(store):
    """Somebody in service with binaan who alone covers one kecamatan, and that kecamatan."""
    with store.database.read() as session:
        by_id = {one.id: one for one in staff(session, store.who(BlitarRole.FACILITATOR))}
    for one in coverage(store):
        mentors = [by_id[cover.service.mentor_id] for cover in one.covers]
        if len(mentors) == 1 and not one.is_temporary and mentors[0].clients:
            return mentors[0], one.district
    raise AssertionError("the demo has nobody who alone covers a kecamatan")


def resign(desk, mentor, last_day):
    open_screen(desk.page, f"{desk.url}/pendamping?sebagai={desk.person.id}&orang={mentor.id}")
    settled(desk.page)
    desk.page.get_by_text("Akhiri tugas", exact=True).first.click()
    desk.choose("Alasan (Pasal 9 ayat (2))", "huruf b · Mengundurkan diri")
    desk.day("Hari terakhir bertugas", f"{last_day:%d/%m/%Y}")
    desk.press("Akhiri tugas")
    desk.sees(f"Tugas {mentor.name} berakhir")


def cover(desk, district, helper):
    gap = desk.page.get_by_role("button", name=f"✕ {district.name}", exact=True)
    expect(gap).to_be_visible(timeout=SOON)
    gap.click()
    desk.sees(f"Kecamatan {district.name}")
    desk.page.get_by_role("link", name="Atur penugasan kecamatan ini").click()
    settled(desk.page)
    desk.page.get_by_role("combobox", name="Pendamping", exact=True).click()
    desk.page.get_by_role("option").filter(has_text=helper).first.click()
    desk.press("Tugaskan")
    desk.sees(f"{helper} ditugaskan di {district.name}")


def hand_over(desk, mentor):
    open_screen(desk.page, f"{desk.url}/pendamping?sebagai={desk.person.id}&lihat=Serah+terima")
    settled(desk.page)
    desk.page.get_by_label("Yang menyerahkan", exact=True).locator("visible=true").first.click()
    desk.page.get_by_role("option").filter(has_text=mentor.name).first.click()
    settled(desk.page)
    desk.write("Nomor berita acara", "BA/peramban/9")
    desk.today().press("Serah terimakan")
    desk.sees("Cetak berita acaranya di bawah")


def test_a_gap_opens_is_covered_and_its_binaan_are_handed_over(page, server, store, desk):
    mentor, district = a_lonely_mentor(store)
    helper = next(
        cover.service.name
        for one in coverage(store)
        for cover in one.covers
        if one.district.code != district.code
    )
    resign(desk, mentor, today() - timedelta(days=1))
    assert district.name in uncovered(store)

    open_screen(page, f"{server.url}/cakupan?sebagai={desk.person.id}")
    settled(page)
    desk.sees(f"Tanpa Pendamping: {len(uncovered(store))}")
    page.screenshot(path=RESULTS / "cakupan-kosong.png", full_page=True)
    cover(desk, district, helper)
    expect(page.get_by_text(district.name).first).to_be_visible()
    assert district.name not in uncovered(store)

    hand_over(desk, mentor)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Cetak berita acara").first.click()
    pages = PdfReader(io.BytesIO(waiting.value.path().read_bytes())).pages
    text = " ".join(" ".join(each.extract_text() for each in pages).split())
    for told in ("BA/peramban/9", mentor.name, helper):
        assert told in text
    with store.database.read() as session:
        (left,) = [one for one in staff(session, desk.person) if one.id == mentor.id]
    assert left.clients == 0


@both_widths
def test_no_screen_of_the_mentoring_scrolls_sideways(page, server, store, viewport_width):
    facilitator = store.who(BlitarRole.FACILITATOR).id
    screens = {
        "cakupan": f"/cakupan?sebagai={facilitator}",
        "seleksi": f"/seleksi?sebagai={facilitator}",
        "pendamping": f"/pendamping?sebagai={facilitator}",
        "penugasan": f"/pendamping?sebagai={facilitator}&lihat=Penugasan",
        "peta-sampang": f"/peta-sampang?sebagai={store.who(SampangRole.OFFICER).id}",
        "rapat": f"/rapat-pokjanis?sebagai={store.who(SampangRole.TEAM_LEAD).id}",
        "pinjaman": f"/pinjaman?sebagai={store.who(SampangRole.OFFICER).id}",
        "kas-dana": f"/kas-dana?sebagai={store.who(OfficeRole.LEADERSHIP).id}",
    }
    for name, address in screens.items():
        open_screen(page, server.url + address)
        expect(page.get_by_role("heading").first).to_be_visible()
        page.screenshot(path=RESULTS / f"{name}-{viewport_width}.png", full_page=True)
        assert not page.evaluate(WIDER_THAN_THE_WINDOW), name
        assert not page.get_by_test_id("stMain").evaluate(WIDER_THAN_ITS_FRAME), name
