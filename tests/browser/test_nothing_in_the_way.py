"""What can be pressed lies under nothing: not under the line above it, nor under the label of demo data."""

import pytest

from domain.blitar.roles import BlitarRole
from domain.roles import OfficeRole
from tests.browser.driver import open_screen, settled

# Looks through the whole height of a button for whatever else takes the click, left, in the middle and right.
COVERED = """button => {
  const box = button.getBoundingClientRect(), over = [];
  for (const down of [0.1, 0.3, 0.5, 0.7, 0.9]) for (const along of [0.1, 0.5, 0.9]) {
    const hit = document.elementFromPoint(box.x + box.width * along, box.y + box.height * down);
    if (!button.contains(hit)) over.push(`${down} ${along} ${hit && hit.innerText}`);
  }
  return over;
}"""


@pytest.mark.parametrize(
    ("address", "role", "button"),
    [
        ("ringkasan", OfficeRole.LEADERSHIP, '.st-key-perlu-keputusan [data-testid="stPopover"] button'),
        ("binaan", BlitarRole.FACILITATOR, ".st-key-daftar-binaan-baru button"),
    ],
)
def test_a_button_takes_every_click_on_it(page, server, store, address, role, button):
    page.set_viewport_size({"width": 1280, "height": 720})
    open_screen(page, f"{server.url}/{address}?sebagai={store.who(role).id}")
    settled(page)
    found = page.locator(button).first
    found.wait_for(state="visible")
    assert found.evaluate(COVERED) == []
