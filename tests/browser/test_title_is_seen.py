"""The title of a screen stands free: no header lies over it, with the menu open or folded away."""

import pytest
from playwright.sync_api import expect

from tests.browser.driver import open_screen

ON_TOP = """title => {
  const box = title.getBoundingClientRect();
  const seen = document.elementFromPoint(box.left + 5, box.top + box.height / 2);
  return title.contains(seen) || seen.contains(title) && !seen.matches('[data-testid="stHeader"] *');
}"""


@pytest.mark.parametrize("viewport_width", [360, 768, 800, 1280])
def test_the_title_is_on_top_at_every_width(page, server, viewport_width):
    open_screen(page, f"{server.url}/kalkulator")
    title = page.get_by_role("heading", level=1)
    expect(title).to_be_visible()
    assert title.evaluate(ON_TOP)


@pytest.mark.parametrize("viewport_width", [1280])
def test_the_title_is_on_top_with_the_menu_folded_away(page, server, viewport_width):
    open_screen(page, f"{server.url}/kalkulator")
    page.get_by_test_id("stSidebar").hover()
    page.get_by_role("button", name="Tutup menu").click()
    title = page.get_by_role("heading", level=1)
    page.wait_for_timeout(600)
    assert title.evaluate(ON_TOP)
    assert title.bounding_box()["y"] > 50
