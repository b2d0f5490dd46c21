"""The calculator in a browser: the slider, the link, the papers, and how it fits the window."""

import io
from datetime import datetime

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.driver import DESK, ROOT, Watch, both_widths, open_screen, settled

RESULTS = ROOT / "test-results"
WIDER_THAN_THE_WINDOW = "() => document.documentElement.scrollWidth > window.innerWidth"
WIDER_THAN_ITS_FRAME = "main => main.scrollWidth > main.clientWidth"
TABS = ("Jadwal", "Tiga metode", "Pelunasan dipercepat", "Bandingkan", "Berapa sanggup saya")
# 100 juta over 36 months, flat, settled in month 12.
HUNDRED = "jumlah=100000000&tenor=36&tanah=130000000&cara=flat&cair=2026-03-02&lunas=12"


@pytest.fixture
def calculator(page, server):
    open_screen(page, f"{server.url}/kalkulator?{HUNDRED}")
    return page


def choose_tab(page, name):
    page.get_by_role("tab", name=name).click()


def figure(page, label):
    return page.get_by_test_id("stMetric").filter(has_text=label).get_by_test_id("stMetricValue")


def field(page, label):
    return page.get_by_role("textbox", name=label)


def downloaded(page, label):
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()
    return io.BytesIO(waiting.value.path().read_bytes())


def words(reader):
    return " ".join(" ".join(each.extract_text() for each in reader.pages).split())


def test_the_slider_is_moved_with_the_keyboard_and_its_link_reads_the_same_elsewhere(
    calculator, browser, server
):
    choose_tab(calculator, "Pelunasan dipercepat")
    expect(figure(calculator, "Dibayar pada 2 Maret 2027")).to_have_text("Rp79.625.000")
    calculator.get_by_role("slider").press("ArrowRight")
    # 100 juta less eight times 3.125.000 is 75 juta; its own interest and two months more.
    expect(figure(calculator, "Dibayar pada 2 April 2027")).to_have_text("Rp76.500.000")
    expect(figure(calculator, "Bila diteruskan")).to_have_text("Rp87.000.000")
    settled(calculator)

    calculator.get_by_role("button", name="Salin tautan").click()
    link = calculator.get_by_test_id("stCode").inner_text().strip()
    assert link.startswith(f"{server.url}/kalkulator?")
    assert "lunas=13" in link
    context = browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta")
    watch = Watch().over(context)
    try:
        for address in (link, calculator.url):
            other = context.new_page()
            open_screen(other, address)
            expect(figure(other, "Angsuran masa tenggang")).to_have_text("Rp500.000")
            expect(figure(other, "Angsuran sesudahnya")).to_have_text("Rp3.625.000")
            expect(figure(other, "Jumlah jasa")).to_have_text("Rp18.000.000")
            choose_tab(other, "Pelunasan dipercepat")
            expect(figure(other, "Dibayar pada 2 April 2027")).to_have_text("Rp76.500.000")
        assert watch.problems == []
    finally:
        context.close()


def test_the_amount_and_the_tenor_are_changed_by_hand(calculator):
    field(calculator, "Jumlah pinjaman").fill("30 juta")
    field(calculator, "Jumlah pinjaman").press("Enter")
    expect(calculator.get_by_text("= Rp30.000.000")).to_be_visible()
    settled(calculator)
    calculator.get_by_role("button", name="24 bulan").click()
    expect(figure(calculator, "Jumlah jasa")).to_have_text("Rp3.600.000")
    settled(calculator)
    assert "jumlah=30000000" in calculator.url
    assert "tenor=24" in calculator.url
    assert "lunas=12" in calculator.url


def test_an_amount_that_cannot_be_read_keeps_what_was_typed(calculator):
    field(calculator, "Jumlah pinjaman").fill("=1+1")
    field(calculator, "Jumlah pinjaman").press("Enter")
    expect(calculator.get_by_text("Rumus tidak dihitung di sini")).to_be_visible()
    settled(calculator)
    expect(field(calculator, "Jumlah pinjaman")).to_have_value("=1+1")
    expect(field(calculator, "Nilai tanah")).to_have_value("130.000.000")


def test_the_simulation_is_one_page_that_names_its_method_and_approves_nothing(calculator):
    paper = PdfReader(downloaded(calculator, "Cetak simulasi"))
    assert len(paper.pages) == 1
    told = words(paper)
    assert "bukan persetujuan" in told
    assert "Tetap (flat)" in told
    assert "3.625.000" in told
    assert "18.000.000" in told


def test_the_card_has_every_due_date_of_the_loan(calculator):
    told = words(PdfReader(downloaded(calculator, "Kartu angsuran")))
    assert "Kartu angsuran (simulasi, bukan persetujuan)" in told
    assert "2 Apr 2026" in told
    assert "2 Mar 2029" in told
    assert "Tetap (flat)" in told


def test_the_workbook_has_real_numbers_and_dates(calculator):
    sheet = load_workbook(downloaded(calculator, "Unduh Excel"), data_only=True)["Jadwal"]
    first, fifth = ([cell.value for cell in sheet[line]][:6] for line in (2, 6))
    assert first == [1, datetime(2026, 4, 2), 0, 500_000, 500_000, 100_000_000]
    assert fifth == [5, datetime(2026, 8, 2), 3_125_000, 500_000, 3_625_000, 96_875_000]
    assert {type(value) for value in fifth} == {int, datetime}
    assert sheet.cell(38, 4).value == 18_000_000


def above_the_fold(page, element):
    box = element.bounding_box()
    return box["y"] + box["height"] <= page.viewport_size["height"]


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 720)])
def test_the_answer_lies_above_the_fold(page, server, width, height):
    page.set_viewport_size({"width": width, "height": height})
    open_screen(page, f"{server.url}/kalkulator?{HUNDRED}&lihat=hasil")
    answers = {
        "instalment": figure(page, "Angsuran sesudahnya"),
        "interest": figure(page, "Jumlah jasa"),
        "shortest tenor": page.get_by_role("button", name="12 bulan"),
        "longest tenor": page.get_by_role("button", name="36 bulan", exact=False).first,
        "what was asked": page.get_by_role("button", name="ubah"),
        "limit": page.get_by_text("Paling banyak Rp100.000.000"),
    }
    assert [name for name, element in answers.items() if not above_the_fold(page, element)] == []
    expect(field(page, "Jumlah pinjaman")).to_be_hidden()


def test_another_tenor_keeps_the_open_tab_and_one_press_of_back_leaves(page, server):
    open_screen(page, f"{server.url}/dasar-hukum")
    page.get_by_role("link", name="Kalkulator").click()
    choose_tab(page, "Pelunasan dipercepat")
    for _ in range(3):
        page.get_by_role("slider").press("ArrowRight")
    settled(page)
    page.get_by_role("button", name="12 bulan").click()
    settled(page)
    expect(page.get_by_role("tab", name="Pelunasan dipercepat")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("slider")).to_have_value("12")
    page.go_back()
    expect(page.get_by_role("heading", name="Dasar hukum")).to_be_visible()


@both_widths
def test_every_tab_fits_the_window(calculator, viewport_width):
    RESULTS.mkdir(exist_ok=True)
    main = calculator.get_by_test_id("stMain")
    if viewport_width == DESK:
        tops = {
            round(figure(calculator, label).bounding_box()["y"])
            for label in ("Angsuran masa tenggang", "Bunga efektif")
        }
        assert len(tops) == 1, "the four numbers stand in one row on a desk"
    for place, tab in enumerate(TABS, 1):
        choose_tab(calculator, tab)
        settled(calculator)
        calculator.screenshot(path=RESULTS / f"kalkulator-{viewport_width}-{place}.png", full_page=True)
        assert not calculator.evaluate(WIDER_THAN_THE_WINDOW)
        assert not main.evaluate(WIDER_THAN_ITS_FRAME)
