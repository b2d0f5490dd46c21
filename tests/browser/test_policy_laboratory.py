"""The policy laboratory in a browser: change the ceiling, read the number, open its rows, print the page."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from domain.sampang.roles import SampangRole
from tests.browser.driver import DESK, open_screen, settled
from tests.browser.stored import Store


@pytest.mark.parametrize("viewport_width", [DESK])
def test_the_head_changes_the_ceiling_reads_the_number_opens_its_rows_and_prints(page, server):
    head = Store(server.database_url).who(SampangRole.TEAM_LEAD)
    open_screen(page, f"{server.url}/simulasi-kebijakan?sebagai={head.id}")
    page.get_by_role("button", name="Plafon sertifikat").click()
    settled(page)
    page.get_by_text("Ubah rancangan").click()
    ceiling = page.get_by_role("textbox", name="plafon dengan agunan sertifikat")
    ceiling.fill("10.000.000")
    ceiling.press("Enter")
    settled(page)
    expect(page.get_by_text("hasil berubah.")).to_be_visible()
    expect(ceiling).to_be_visible()

    _tap_first_row(page, 1)
    expect(page.get_by_text("Hanya: VIII.1.b")).to_be_visible()
    _tap_first_row(page, 3)
    expect(page.get_by_role("link", name="Buka berkasnya")).to_be_visible()

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Cetak 1 halaman").click()
    paper = PdfReader(io.BytesIO(waiting.value.path().read_bytes()))
    assert len(paper.pages) == 1
    assert "Rp10.000.000" in paper.pages[0].extract_text()


def _tap_first_row(page, place):
    table = page.get_by_test_id("stDataFrame").nth(place)
    table.scroll_into_view_if_needed()
    table.click(position={"x": 120, "y": 35 + 17})
    settled(page)
