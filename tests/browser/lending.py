"""Takes a file from the counter to the money in the browser, as the people of the office do."""

from playwright.sync_api import expect

from pages.parts.store import today
from tests.browser.driver import open_screen, settled
from tests.browser.intake import IntakeScreen

SOON = 20_000


class Desk:
    """One person at the screens of lending."""

    def __init__(self, page, url, person):
        self.page, self.url, self.person = page, url, person

    def file(self, number):
        """Open one file on the screen Pinjaman."""
        open_screen(self.page, f"{self.url}/pinjaman?sebagai={self.person.id}&no={number}")
        settled(self.page)
        return self

    def meeting_room(self):
        """Open the screen Rapat Pokjanis."""
        open_screen(self.page, f"{self.url}/rapat-pokjanis?sebagai={self.person.id}")
        settled(self.page)
        return self

    def write(self, label, text):
        """Type into the field that is shown under a label."""
        field = self.page.get_by_label(label, exact=True).locator("visible=true").first
        field.fill(text)
        field.press("Tab")

    def answer(self, label, told):
        """Choose one of the answers that stand beside each other."""
        group = self.page.get_by_role("radiogroup", name=label, exact=True)
        group.locator("visible=true").first.get_by_role("radio", name=told, exact=True).click()

    choose, _shown = IntakeScreen.choose, staticmethod(IntakeScreen._shown)
    day = IntakeScreen.day

    def today(self):
        """Type today into every blank day that is shown."""
        settled(self.page)
        for field in self.page.get_by_placeholder("hari/bulan/tahun").locator("visible=true").all():
            if not field.input_value():
                field.fill(f"{today():%d/%m/%Y}")
                field.press("Tab")
        settled(self.page)
        return self

    def press(self, label):
        """Press a button, once the screen rests."""
        settled(self.page)
        self.page.get_by_role("button", name=label, exact=True).locator("visible=true").first.click()
        settled(self.page)

    def sees(self, text):
        """Wait until the screen says something."""
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible(timeout=SOON)
        settled(self.page)
