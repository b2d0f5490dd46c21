"""Fills in the screens of the first job as a person does: by label, with mouse and keys."""

from contextlib import suppress

from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from pages.parts.store import today
from tests.browser.driver import open_screen, settled

REASON = "Survei lapangan"
OPENED_AGAIN, A_LIST_STANDS_FOR = 5, 1_500
CARDS = "[class*='st-key-agunan-']"


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
        """Choose from a list, which is opened again where a rerun has closed it."""
        wanted = self.page.get_by_role("option", name=option, exact=True)
        for _ in range(OPENED_AGAIN):
            with suppress(PlaywrightTimeout):
                if not wanted.count():
                    self.page.keyboard.press("Escape")
                    self._shown(self.page.get_by_label(label, exact=True)).click(timeout=3_000)
                wanted.click(timeout=3_000)
                settled(self.page)
                return
        raise AssertionError(f"{label} never offered {option}")

    def answer(self, label, told):
        group = self.page.get_by_role("radiogroup", name=label, exact=True)
        group.get_by_role("radio", name=told, exact=True).click()

    def pick(self, label, *options):
        group = self._shown(self.page.get_by_test_id("stButtonGroup").filter(has_text=label))
        for option in options:
            group.get_by_text(option, exact=True).click()

    def day(self, label, day):
        self.write(label, day)
        settled(self.page)

    def pledge(self, what):
        """Add a card for a thing ("tanah", "kendaraan", "barang"), and give it."""
        before = self.page.locator(CARDS).count()
        self.page.get_by_role("button", name=f"Tambah {what}", exact=True).click()
        expect(self.page.locator(CARDS)).to_have_count(before + 1)
        return Card(self.page, before)

    def tick(self, label):
        self.page.get_by_text(label, exact=True).click()
        settled(self.page)

    def press(self, label):
        settled(self.page)
        self.page.get_by_role("button", name=label, exact=True).click()

    @staticmethod
    def _shown(fields):
        return fields.locator("visible=true").first


class Card:
    """One card of the collateral; everything is typed as fast as the browser takes it."""

    def __init__(self, page, place):
        self.page, self.card = page, page.locator(CARDS).nth(place)

    def write(self, label, text):
        field = self.card.get_by_label(label, exact=True)
        field.fill(text)
        field.press("Tab")

    def choose(self, label, option):
        offered = self.page.get_by_role("option", name=option, exact=True)
        for _ in range(OPENED_AGAIN):
            self.card.get_by_label(label, exact=True).click()
            try:
                offered.click(timeout=A_LIST_STANDS_FOR)
                return
            except PlaywrightTimeout:
                # What was typed before has moved the field: the list closed, and is opened again.
                self.page.keyboard.press("Escape")
        raise AssertionError(f"{label} never offered {option}")

    def answer(self, label, told):
        group = self.card.get_by_role("radiogroup", name=label, exact=True)
        group.get_by_role("radio", name=told, exact=True).click()


def judge_all(page):
    """Answer every question of the technical team with yes, and wait until they are kept."""
    page.get_by_role("tab", name="Penilaian Pokjanis").click()
    questions = page.get_by_role("tabpanel").locator("visible=true").get_by_role("radiogroup")
    expect(questions.first).to_be_visible()
    count = questions.count()
    for number in range(count):
        questions.nth(number).get_by_text("Ya", exact=True).click()
    page.get_by_label("Alasan", exact=True).fill(REASON)
    page.get_by_role("button", name="Catat penilaian").click()
    expect(page.get_by_text(f"— {REASON}")).to_have_count(count, timeout=20_000)
    settled(page)


LONG_AGO = "01/02/2015"


def ask_for(intake, amount):
    """Fill in what is asked for."""
    intake.tab("Pinjaman")
    intake.write("Pinjaman yang diminta", amount)
    intake.write("Jangka waktu (bulan)", "24")
    intake.choose("Penggunaan dana", "Modal kerja")
    intake.write("Rencana penggunaan", "Menambah modal kerja")
    intake.choose("Kredit yang pernah diterima", "Belum pernah mendapat kredit")
    intake.answer("Tercatat di daftar merah Dinas?", "Tidak")
    intake.answer("Pernah meminjam dari dana bergulir ini?", "Tidak")


def pledge(intake, value):
    """Pledge a piece of land."""
    intake.tab("Agunan")
    card = intake.pledge("tanah")
    card.write("Keterangan", "SHM 123 Gunung Sekar")
    card.write("Nilai", value)
    card.choose("Surat keterangan harga dari", "Camat")
    card.choose("Letak tanah", "Di tempat usaha")
    card.answer("Atas nama pemohon/pengurus?", "Ya")
    settled(intake.page)
    intake.tick("Semua agunan sudah dicatat di sini")


def hand_in(intake, *papers, missing=()):
    """Tell of each paper whether it is there."""
    intake.tab("Berkas")
    for paper in papers:
        intake.answer(paper, "Tidak" if paper in missing else "Ya")
        settled(intake.page)


def fill_in_a_koperasi(intake, name):
    """Fill in everything that a koperasi must tell to be judged by the team alone."""
    intake.kind("Koperasi")
    intake.write("Nama koperasi *", name)
    intake.write("Nama ketua", "Siti Contoh")
    intake.choose("Kecamatan", "Sampang")
    intake.choose("Tingkat menurut catatan Dinas", "Primer")
    intake.answer("Koperasi fungsional menurut Dinas?", "Tidak")
    intake.day("Tanggal pengesahan badan hukum", LONG_AGO)
    intake.pick("RAT sudah dilaksanakan", str(today().year - 1), str(today().year - 2))
    intake.write("Jumlah seluruh pengurus", "5")
    intake.write("Pengurus yang menandatangani berita acara tanggung renteng", "5")
    ask_for(intake, "50 juta")
    expect(intake.page.get_by_text("= Rp50.000.000")).to_be_visible()
    intake.answer("Ada legalitas dari Dinas?", "Ya")
    intake.answer("Dana disalurkan lagi kepada anggota?", "Tidak")
    pledge(intake, "100.000.000")
    hand_in(
        intake,
        "Surat permohonan, ditandatangani pengurus lengkap",
        "Fotokopi legalitas (badan hukum, NPWP, izin/NIB)",
        "Fotokopi identitas pengurus",
        "Susunan pengurus yang dilegalisir Dinas",
        "Daftar nomor rekening bank",
        "Rencana kerja penggunaan dana",
    )
