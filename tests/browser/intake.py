"""Fills in the screens of the first job as a person does: by label, with mouse and keys."""

from playwright.sync_api import Page, expect

from tests.browser.driver import open_screen, settled

REASON = "Survei lapangan"
CELL = (100, 54)  # from the corner of a grid with no row yet: its first column, its empty last row


class IntakeScreen:
    """The screen Pengajuan in the browser."""

    def __init__(self, page: Page, url: str, person_id: int):
        self.page = page
        open_screen(page, f"{url}/pengajuan?sebagai={person_id}")
        expect(page.get_by_role("heading", name="Pengajuan")).to_be_visible()

    def tab(self, name):
        self.page.get_by_role("tab", name=name, exact=True).click()

    def kind(self, label):
        self.page.get_by_role("radiogroup", name="Jenis pemohon").get_by_text(label, exact=True).click()
        settled(self.page)

    def write(self, label, text):
        field = self._shown(self.page.get_by_label(label, exact=True))
        field.fill(text)
        field.press("Tab")

    def choose(self, label, option):
        self._shown(self.page.get_by_label(label, exact=True)).click()
        self.page.get_by_role("option", name=option, exact=True).click()
        settled(self.page)

    def answer(self, label, told):
        group = self.page.get_by_role("radiogroup", name=label, exact=True)
        group.get_by_role("radio", name=told, exact=True).click()

    def pick(self, label, *options):
        group = self._shown(self.page.get_by_test_id("stButtonGroup").filter(has_text=label))
        for option in options:
            group.get_by_text(option, exact=True).click()

    def day(self, label, day):
        field = self.page.get_by_role("group", name=label, exact=True)
        for part, digits in zip(("day", "month", "year"), day.split("/"), strict=True):
            field.locator(f"[data-type={part}]").click()
            self.page.keyboard.type(digits)
        self.page.keyboard.press("Tab")
        settled(self.page)

    def pledge_land(self, *cells):
        """Type a row into the first grid, from its first column on."""
        grid = self.page.get_by_test_id("stDataFrame").first
        grid.scroll_into_view_if_needed()
        corner = grid.bounding_box()
        self.page.mouse.click(corner["x"] + CELL[0], corner["y"] + CELL[1])
        # The click adds the row and opens its first cell; Tab takes what was typed and moves on.
        editor = self.page.locator("#portal textarea, #portal input").first
        expect(editor).to_be_focused()
        settled(self.page)  # the new row has reached the server: a person is slower than that too
        for place, cell in enumerate(cells):
            if place:
                self.page.keyboard.press("Enter")
            self._type_cell(grid, editor, cell)

    def _type_cell(self, grid, editor, cell):
        for _ in range(3):
            expect(editor).to_be_focused()
            self.page.keyboard.type(cell, delay=20)
            expect(editor).to_have_value(cell)
            self.page.keyboard.press("Tab")
            expect(editor).to_have_count(0)
            settled(self.page)
            if grid.locator("[role=gridcell]").filter(has_text=cell).count():
                return
            # The grid was redrawn under the typing: look, go back and type again, as a person would.
            self.page.keyboard.press("ArrowLeft")
            self.page.keyboard.press("Enter")
        raise AssertionError(f"the grid never kept {cell!r}")

    def tick(self, label):
        self.page.get_by_text(label, exact=True).click()
        settled(self.page)

    def press(self, label):
        settled(self.page)
        self.page.get_by_role("button", name=label, exact=True).click()

    @staticmethod
    def _shown(fields):
        return fields.locator("visible=true").first


def judge_all(page):
    """Answer every question of the technical team with yes, and wait until they are kept."""
    page.get_by_role("tab", name="Penilaian Pokjanis").click()
    questions = page.get_by_test_id("stForm").get_by_role("radiogroup")
    expect(questions.first).to_be_visible()
    count = questions.count()
    for number in range(count):
        questions.nth(number).get_by_text("Ya", exact=True).click()
    page.get_by_label("Alasan", exact=True).fill(REASON)
    page.get_by_role("button", name="Catat penilaian").click()
    expect(page.get_by_text(f"— {REASON}")).to_have_count(count, timeout=20_000)
    settled(page)
