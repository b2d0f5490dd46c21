"""The telephone home of a Pendamping in a browser: the answers lie above the fold, the menu folds away."""

import pytest
from PIL import Image
from playwright.sync_api import expect

from domain.blitar.roles import BlitarRole
from tests.browser.driver import open_screen, settled
from tests.browser.test_first_job import WIDER_THAN_THE_WINDOW

SIZES = ((360, 740), (1280, 720))
ANSWERS = (
    "Catat kunjungan",
    "Dikembalikan",
    "Janji lewat",
    "Rencana pekan depan",
    "Hari ini:",
    "perlu dikunjungi",
)


@pytest.fixture
def mentor(store):
    return store.who(BlitarRole.MENTOR)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_day_lies_above_the_fold(page, server, mentor, width, height):
    page.set_viewport_size({"width": width, "height": height})
    open_screen(page, f"{server.url}/?sebagai={mentor.id}")
    main = page.get_by_test_id("stMain")
    boxes = {told: main.get_by_text(told).first.bounding_box() for told in ANSWERS}
    below = {told: box for told, box in boxes.items() if box is None or box["y"] + box["height"] > height}
    assert (below, page.evaluate(WIDER_THAN_THE_WINDOW)) == ({}, False)


def test_on_a_telephone_the_menu_folds_away_after_a_choice(page, server, mentor):
    page.set_viewport_size({"width": 360, "height": 740})
    open_screen(page, f"{server.url}/?sebagai={mentor.id}")
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Kunjungan").click()
    settled(page)
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()


def test_a_photo_goes_with_the_visit_and_the_fasilitator_sees_it(page, server, mentor, tmp_path):
    page.set_viewport_size({"width": 360, "height": 740})
    photo = tmp_path / "foto.jpg"
    # As large as those of a telephone: noise keeps its bytes when it is packed.
    Image.effect_noise((3_200, 2_400), 90).save(photo, quality=92)
    assert 5_000_000 < photo.stat().st_size < 12_000_000
    open_screen(page, f"{server.url}/?sebagai={mentor.id}")
    page.locator(".st-key-beranda-lapangan a").filter(has_text="hari lalu").last.click()
    settled(page)
    page.get_by_role("button", name="Sama seperti").click()
    settled(page)
    page.get_by_text("Bukti dan catatan").click()
    page.locator("input[type=file]").set_input_files(photo)
    expect(page.get_by_text("1 siap")).to_be_visible()
    page.get_by_role("button", name="Kirim ke Fasilitator").click()
    expect(page.get_by_text("Catat kunjungan lain")).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Lihat").click()
    expect(page.get_by_text("Foto dan pindaian: 1")).to_be_visible()
    expect(page.get_by_role("img", name="Foto 1")).to_be_visible()
    assert not page.evaluate(WIDER_THAN_THE_WINDOW)


def box_of(page, name):
    box = page.get_by_role("button", name=name).bounding_box()
    return box["y"], box["y"] + box["height"]


@pytest.fixture
def visit(page, server, mentor):
    """The form of a visit on a telephone, as a row of the day opens it."""
    page.set_viewport_size({"width": 360, "height": 740})
    open_screen(page, f"{server.url}/?sebagai={mentor.id}")
    page.locator(".st-key-beranda-lapangan a").filter(has_text="hari lalu").last.click()
    settled(page)
    return page


def test_a_visit_can_be_sent_without_scrolling(visit):
    last_task = visit.get_by_role("button", name="r · Evaluasi dan laporan berkala").bounding_box()
    assert last_task["y"] + last_task["height"] < box_of(visit, "Kirim ke Fasilitator")[0]
    assert box_of(visit, "Kirim ke Fasilitator")[1] <= 740


def test_what_is_wrong_with_it_stands_at_its_field_and_at_the_button(visit):
    visit.get_by_role("button", name="Kirim ke Fasilitator").click()
    settled(visit)
    told = "Pilih paling sedikit satu tugas yang dilakukan"
    beside, at_button = visit.get_by_text(told).all()
    box = at_button.bounding_box()
    assert 0 <= box_of(visit, "Kirim ke Fasilitator")[0] - (box["y"] + box["height"]) < 100
    assert beside.bounding_box()["y"] < 740


def test_a_wrong_day_opens_the_block_that_it_stands_in(visit):
    visit.get_by_role("button", name="— ubah").click()
    settled(visit)
    day = visit.get_by_label("Tanggal", exact=True)
    day.fill("31/02/2026")
    day.press("Tab")
    settled(visit)
    visit.get_by_role("button", name="Kirim ke Fasilitator").click()
    settled(visit)
    expect(visit.get_by_text("Februari 2026 hanya mempunyai").first).to_be_visible()


def test_the_plan_of_a_week_is_shorter_than_a_window(page, server, mentor):
    page.set_viewport_size({"width": 360, "height": 2_000})
    open_screen(page, f"{server.url}/?sebagai={mentor.id}")
    page.get_by_text("Rencana pekan depan").first.click()
    settled(page)
    begins = page.get_by_text("Jadwal saya").bounding_box()["y"]
    assert box_of(page, "Simpan jadwal")[1] - begins < 740
