"""The counter's answers in sight: the verdict of a file without scrolling, and of a form while it scrolls."""

import pytest
from playwright.sync_api import expect

from domain.regulation.assessment import Verdict
from domain.sampang.roles import SampangRole
from tests.browser.driver import open_screen, settled

SIZES = pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 720)])


def lies_within(page, element):
    box = element.bounding_box()
    return box["y"] >= 0 and box["y"] + box["height"] <= page.viewport_size["height"]


@SIZES
def test_the_verdict_what_is_wrong_and_the_largest_loan_lie_above_the_fold(
    page, server, store, width, height
):
    page.set_viewport_size({"width": width, "height": height})
    refused = next(row for row in store.rows("") if row.verdict is Verdict.NOT_QUALIFIED)
    member = store.who(SampangRole.TEAM_MEMBER).id
    open_screen(page, f"{server.url}/kelayakan?sebagai={member}&no={refused.id}")
    answers = {
        "verdict": page.get_by_text("✘ Tidak memenuhi").first,
        "wrong": page.locator("li").filter(has_text="✘").first,
        "largest": page.get_by_test_id("stMetricValue").first,
    }
    assert [name for name, element in answers.items() if not lies_within(page, element)] == []


@SIZES
def test_the_verdict_of_a_form_stays_in_sight_while_it_is_scrolled(page, server, store, width, height):
    page.set_viewport_size({"width": width, "height": height})
    open_screen(page, f"{server.url}/pengajuan?sebagai={store.who(SampangRole.OFFICER).id}")
    page.get_by_role("button", name="Simpan draf").scroll_into_view_if_needed()
    settled(page)
    strip = page.locator(".st-key-pengajuan-hasil")
    expect(strip).to_contain_text("Belum lengkap")
    assert lies_within(page, strip)
