"""The leadership's answers lie in the window as it opens, on a laptop and on a telephone."""

import pytest

from domain.blitar.roles import BlitarRole
from domain.roles import OfficeRole
from tests.browser.driver import open_screen

LAPTOP, TELEPHONE = (1280, 720), (360, 740)


def bottom(page, selector):
    box = page.locator(selector).first.bounding_box()
    return box["y"] + box["height"]


@pytest.mark.parametrize("role", [OfficeRole.LEADERSHIP, BlitarRole.AGENCY_HEAD])
def test_a_leader_reads_decision_numbers_and_map_without_scrolling(page, server, store, role):
    page.set_viewport_size(dict(zip(("width", "height"), LAPTOP, strict=True)))
    open_screen(page, f"{server.url}/ringkasan?sebagai={store.who(role).id}")
    page.locator("[class*=st-key-bingkai-peta] canvas, [class*=st-key-bingkai-peta] svg").first.wait_for()
    tiles = page.locator("[class*=st-key-angka-]").all()[:6]
    assert bottom(page, ".st-key-perlu-keputusan") < LAPTOP[1] / 2
    assert len({tile.bounding_box()["y"] for tile in tiles}) == 1
    assert bottom(page, "[class*=st-key-bingkai-peta]") <= LAPTOP[1]


def test_on_a_telephone_a_leader_reads_the_decision_and_the_first_numbers(page, server, store):
    page.set_viewport_size(dict(zip(("width", "height"), TELEPHONE, strict=True)))
    leader = store.who(BlitarRole.AGENCY_HEAD).id
    open_screen(page, f"{server.url}/ringkasan?sebagai={leader}")
    first, second, third, *_ = page.locator("[class*=st-key-angka-]").all()
    assert bottom(page, ".st-key-perlu-keputusan") < TELEPHONE[1]
    assert first.bounding_box()["y"] == second.bounding_box()["y"]
    assert third.bounding_box()["y"] + third.bounding_box()["height"] <= TELEPHONE[1]
