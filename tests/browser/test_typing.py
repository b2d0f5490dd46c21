"""Whatever is typed into a form is there again after the page is loaded anew, and is read as it was meant."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from playwright.sync_api import expect

from domain.blitar.roles import BlitarRole
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from tests.browser.driver import PHONE, open_screen, settled
from tests.browser.test_visit import _own_clients

DAY, AMOUNT = "hari/bulan/tahun", re.compile("12.500.000")
TYPING = "input[type=text]:not([role=combobox]):not([readonly]), textarea"


def loan_section(page):
    page.get_by_role("tab", name="Pinjaman", exact=True).click()


def evidence(page):
    page.get_by_text("Bukti dan catatan", exact=True).click()


def instalments(page):
    page.get_by_role("tab", name="Angsuran", exact=True).click()
    page.get_by_text("Catat angsuran masuk", exact=True).click()


def new_meeting(page):
    # What is continued is open already.
    if not page.get_by_role("button", name="Buka rapat", exact=True).is_visible():
        page.get_by_text("Buka rapat baru", exact=True).click()


FORMS = {
    "pengajuan": (SampangRole.OFFICER, "pengajuan", ()),
    "pengajuan, pinjaman": (SampangRole.OFFICER, "pengajuan", (loan_section,)),
    "rapat": (SampangRole.TEAM_MEMBER, "rapat-pokjanis", (new_meeting,)),
    "temuan survei": (SampangRole.TEAM_MEMBER, "pinjaman?no={checked}", ()),
    "angsuran": (SampangRole.OFFICER, "pinjaman?no={disbursed}", (instalments,)),
    "kunjungan": (BlitarRole.MENTOR, "kunjungan?lihat=Catat&binaan={client}", (evidence,)),
    "laporan": (BlitarRole.FACILITATOR, "laporan", ()),
    "calon": (BlitarRole.FACILITATOR, "seleksi?seleksi={round}&isi=baru", ()),
    "binaan": (BlitarRole.FACILITATOR, "binaan?isi=baru", ()),
}
LEFT_SOME_TIME_AGO = 2_000  # milliseconds, in which the field before the last reached a busy server
AT_HUMAN_SPEED = {"kunjungan", "angsuran"}


def fields(page):
    """The fields on the screen into which text is typed."""
    return page.get_by_test_id("stMain").locator(TYPING).locator("visible=true")


def words_for(field, number):
    """Something to type that the field can hold."""
    hint = field.get_attribute("placeholder") or ""
    if hint == DAY:
        return f"{number % 27 + 1} Maret 2026"
    return f"{number + 1}.250.000" if AMOUNT.search(hint) else f"{number + 10}"


def type_everywhere(page, *, slowly):
    """Type into every field, one after the other, and give what stands in each by its label."""
    typed = {}
    for number, label in enumerate([one.get_attribute("aria-label") for one in fields(page).all()]):
        field = page.get_by_test_id("stMain").get_by_label(label, exact=True).locator("visible=true").first
        told = words_for(field, number)
        field.click()
        field.fill("")
        if slowly:
            field.press_sequentially(told, delay=60)
        else:
            field.fill(told)
        typed[label] = told
    return typed


def standing(page):
    return {one.get_attribute("aria-label"): one.input_value() for one in fields(page).all()}


def open_form(page, server, store, name):
    role, address, steps = FORMS[name]
    person = store.who(role)
    with store.database.read() as session:
        known = {
            "checked": next(iter(store.stage_ids(session, Stage.CHECKED)), 0),
            "disbursed": max(store.stage_ids(session, Stage.DISBURSED)),  # the first are paid back
            "round": store.open_round(session),
        }
    known["client"] = _own_clients(store, store.who(BlitarRole.MENTOR))[3]
    mark = "&" if "?" in address else "?"
    open_screen(page, f"{server.url}/{address.format(**known)}{mark}sebagai={person.id}")
    take(page, steps)


def take(page, steps):
    for step in steps:
        step(page)
        settled(page)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_that_is_loaded_anew_while_one_types_shows_everything_again(page, server, store, name):
    open_form(page, server, store, name)
    before = standing(page)
    typed = type_everywhere(page, slowly=name in AT_HUMAN_SPEED)
    assert typed
    page.wait_for_timeout(LEFT_SOME_TIME_AGO)
    settled(page)
    assert standing(page) | typed == standing(page)  # no rerun took away what was being typed
    page.reload()  # the cursor still stands in the last field
    settled(page)
    page.get_by_role("button", name="Lanjutkan", exact=True).first.click()
    settled(page)
    take(page, FORMS[name][2])
    found = standing(page)
    last = list(typed)[-1]  # what still had the cursor comes through where the browser has time for it
    assert found.get(last) in (typed[last], before[last])
    assert {label: found.get(label) for label in typed if label != last} == {
        label: told for label, told in typed.items() if label != last
    }
    clear(page)


def clear(page):
    """Leave nothing behind for the next test; a pop-up that a late rerun has closed is opened again."""
    page.reload()
    settled(page)
    drop = page.get_by_role("button", name="Buang", exact=True)
    while drop.count():
        with suppress(PlaywrightTimeout):
            drop.first.click(timeout=5_000)
            yes = page.get_by_role("button", name="Ya, buang isian ini").locator("visible=true").first
            yes.click(timeout=5_000)
        settled(page)


SAID = [
    ("Tanggal proposal diterima Dinas", "05/03/26", "= 5 Maret 2026"),
    ("Tanggal proposal diterima Dinas", "31/02/2026", "Februari 2026 hanya mempunyai tanggal 1 sampai 28"),
    ("Tanggal proposal diterima Dinas", "5/13/2026", "Bila maksudnya 13 Mei 2026"),
    ("Pinjaman yang diminta", "4,5 juta", "= Rp4.500.000"),
    ("Pinjaman yang diminta", "1.500 juta", "dapat dibaca dengan dua cara"),
    ("Jangka waktu (bulan)", "25,5", "bilangan bulat, tanpa pecahan"),
    ("Jangka waktu (bulan)", "1e3", "tidak terbaca sebagai angka"),
]


def test_what_is_typed_at_the_counter_is_read_as_it_was_meant_or_said(page, server, store):
    open_form(page, server, store, "pengajuan, pinjaman")
    for label, typed, said in SAID:
        field = page.get_by_label(label, exact=True).locator("visible=true").first
        field.fill(typed)
        field.press("Tab")
        expect(page.get_by_text(said).locator("visible=true").first).to_be_visible()
        assert field.input_value() == typed
    clear(page)


@pytest.mark.parametrize("viewport_width", [PHONE])
def test_a_visit_of_a_day_that_cannot_be_is_not_stored_from_a_telephone(page, server, store):
    open_form(page, server, store, "kunjungan")
    page.get_by_role("button", name="— ubah").click()
    settled(page)
    field = page.get_by_label("Tanggal", exact=True).locator("visible=true").first
    field.fill("31/02/2026")
    field.press("Tab")
    expect(page.get_by_text("Februari 2026 hanya mempunyai").first).to_be_visible()
    page.get_by_role("button", name="Simpan draf").first.click()
    settled(page)
    expect(page.get_by_text("Belum tersimpan").first).to_be_visible()
    clear(page)
