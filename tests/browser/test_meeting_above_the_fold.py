"""The meeting's answers in sight: the free balance and the first file of the queue, without scrolling."""

import pytest

from domain.sampang.roles import SampangRole
from tests.browser.driver import open_screen


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 720)])
def test_the_free_balance_and_the_first_file_lie_above_the_fold(page, server, store, width, height):
    page.set_viewport_size({"width": width, "height": height})
    member = store.who(SampangRole.TEAM_MEMBER).id
    open_screen(page, f"{server.url}/rapat-pokjanis?sebagai={member}&rapat=baru")
    answers = {
        "free": page.get_by_text("Dana bebas").first,
        "ready": page.get_by_text("siap dirapatkan").first,
        "first": page.locator("p").filter(has_text="1. ").first,
    }
    boxes = {name: element.bounding_box() for name, element in answers.items()}
    assert [name for name, box in boxes.items() if box["y"] + box["height"] > height] == []
