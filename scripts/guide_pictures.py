"""Take the pictures of the user guide, docs/panduan.md, from the running application with fresh demo data.

.venv/bin/python -m scripts.guide_pictures
.venv/bin/python -m scripts.guide_pictures laporan cakupan   only these
"""

import argparse
import io
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from db.sampang.loans.loans import loans
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from tests.browser.driver import (
    CHROMIUM_ARGUMENTS,
    Server,
    find_chromium,
    open_screen,
    running_server,
    settled,
)
from tests.browser.stored import Store

OUTPUT = Path(__file__).resolve().parents[1] / "docs" / "gambar"
DESK, PHONE = 1200, 360
TALLEST = 900
MOST_BYTES = 80_000
COLOURS = (256, 128, 64, 32)
PAINTED = 900  # milliseconds in which tables, charts and maps draw themselves
OFFICER, MEMBER, LEAD, FACILITATOR, MENTOR, LEADERSHIP = 1, 2, 4, 6, 8, 11
ON_A_READING = "Rengginang Lorjuk Bu Sumarni"
WISH = "jumlah=30000000&tenor=24&tanah=50000000"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file, who looks at which address, what is done first, and how much is shown."""

    name: str
    person: int | None
    address: str
    prepare: Callable[[Page], None] = lambda page: None
    width: int = DESK
    height: int = 760


def _press(label: str) -> Callable[[Page], None]:
    def press(page: Page) -> None:
        page.get_by_role("button", name=label).first.click()
        settled(page)

    return press


def _open_payment(page: Page) -> None:
    """Open the instalments with the form for money that came in."""
    page.get_by_role("tab", name="Angsuran", exact=True).click()
    settled(page)
    page.get_by_text("Catat angsuran masuk", exact=True).click()
    settled(page)
    page.wait_for_timeout(PAINTED)
    _to_top(page, page.get_by_role("button", name="Cetak kartu angsuran"), above=40)


def _tick_three(page: Page) -> None:
    """Tick the first three visits of the list."""
    table = page.get_by_test_id("stDataFrame").first
    for row in range(3):
        table.click(position={"x": 16, "y": 38 + 35 * row + 17})
        settled(page)


def _to_top(page: Page, found: Locator, *, above: int = 70) -> None:
    """Scroll the screen until an element stands a little below its upper edge."""
    found.evaluate("element => element.scrollIntoView({block: 'start'})")
    page.get_by_test_id("stMain").evaluate("(main, above) => main.scrollBy(0, -above)", above)


def _open_meeting(page: Page) -> None:
    """Open a meeting with two elements present, and choose the first file of the queue."""
    page.get_by_text("Buka rapat baru").click()
    page.get_by_label("Tempat rapat", exact=True).fill("Aula Dinas")
    for element, name in (
        ("Dinas Koperasi dan Usaha Kecil Menengah", "Halim (contoh)"),
        ("Bank Jatim", "Wakil Bank (contoh)"),
    ):
        field = page.get_by_label(f"Nama ({element}, 1)")
        field.fill(name)
        field.press("Tab")
        settled(page)
    _press("Buka rapat")(page)
    page.get_by_test_id("stCheckbox").filter(has_text="No 1 ·").locator("label").click()
    settled(page)
    _to_top(page, page.get_by_text("berkas siap dirapatkan").first, above=190)


def _choose_client(page: Page) -> None:
    """Choose the first binaan of the form and do the same as at the last visit, if there was one."""
    page.get_by_label("Binaan", exact=True).click()
    page.get_by_role("option").nth(12).click()
    settled(page)
    same = page.get_by_role("button", name="Sama seperti")
    if same.count():
        same.click()
        settled(page)
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")


def _end_of_form(page: Page) -> None:
    """Fill in the form as above and show its end."""
    _choose_client(page)
    _to_top(page, page.get_by_text("Komponen laporan"))


def _pictures(files: Mapping[str, int]) -> Iterator[Picture]:
    """Every picture of the guide; `files` are the numbers of the files that some of them show."""
    yield Picture("beranda-peran", None, "", height=800)
    yield Picture("pengajuan", OFFICER, "pengajuan", height=800)
    yield Picture("kelayakan", MEMBER, f"kelayakan?no={files['judged']}", height=860)
    yield Picture("kalkulator", OFFICER, f"kalkulator?{WISH}", height=860)
    yield Picture("survei", MEMBER, f"pinjaman?no={files['checked']}", height=880)
    yield Picture("rapat", LEAD, "rapat-pokjanis", _open_meeting, height=880)
    yield Picture("angsuran", OFFICER, f"pinjaman?no={files['paid']}", _open_payment, height=880)
    yield Picture("perlu-perhatian", FACILITATOR, "binaan", _press("Lihat"), height=860)
    yield Picture("verifikasi", FACILITATOR, "kunjungan?lihat=Daftar", _tick_three, height=640)
    yield Picture("laporan", FACILITATOR, "laporan", height=880)
    yield Picture("cakupan", FACILITATOR, "cakupan", height=800)
    yield Picture("ringkasan", LEADERSHIP, "ringkasan", width=1280, height=860)
    yield Picture("telepon-catat", MENTOR, "kunjungan?lihat=Catat", _choose_client, width=PHONE, height=720)
    yield Picture("telepon-kirim", MENTOR, "kunjungan?lihat=Catat", _end_of_form, width=PHONE, height=610)


def _files(store: Store) -> dict[str, int]:
    with store.database.read() as session:
        checked = min(store.stage_ids(session, Stage.CHECKED))
        running = [one for one in loans(session, store.who(SampangRole.OFFICER))[0] if not one.is_settled]
    shortest = min(running, key=lambda one: len(one.laid))
    return {"judged": store.rows(ON_A_READING)[0].id, "checked": checked, "paid": shortest.application_id}


@contextmanager
def _page(browser: Browser, width: int, height: int) -> Iterator[Page]:
    context = browser.new_context(
        locale="id-ID", timezone_id="Asia/Jakarta", viewport={"width": width, "height": height}
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def _address(url: str, picture: Picture) -> str:
    if picture.person is None:
        return f"{url}/{picture.address}"
    sign = "&" if "?" in picture.address else "?"
    return f"{url}/{picture.address}{sign}sebagai={picture.person}"


def take(browser: Browser, url: str, picture: Picture) -> int:
    """Take one picture into its file; give the number of its bytes."""
    with _page(browser, picture.width, min(picture.height, TALLEST)) as page:
        open_screen(page, _address(url, picture))
        page.wait_for_timeout(PAINTED)
        settled(page)
        picture.prepare(page)
        page.mouse.move(0, 0)
        page.wait_for_timeout(PAINTED)
        settled(page)
        return keep(page.screenshot(animations="disabled"), OUTPUT / f"{picture.name}.png")


def keep(screenshot: bytes, file: Path) -> int:
    """Write a screenshot with as many colours as its size allows; give the number of its bytes."""
    image = Image.open(io.BytesIO(screenshot)).convert("RGB")
    packed = io.BytesIO()
    for colours in COLOURS:
        packed = io.BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
        if packed.tell() <= MOST_BYTES:
            break
    file.write_bytes(packed.getvalue())
    return packed.tell()


def _take_all(browser: Browser, server: Server, only: Sequence[str]) -> None:
    with _page(browser, DESK, TALLEST) as first:
        open_screen(first, server.url)  # the first visit fills the database
        expect(first.get_by_role("button", name="Rina")).to_be_visible(timeout=90_000)
    store = Store(server.database_url)
    for picture in _pictures(_files(store)):
        if not only or picture.name in only:
            print(f"{picture.name}: {take(browser, server.url, picture):,} bytes", flush=True)
    store.database.close()


def main() -> None:
    """Start the application with a database of its own and take the pictures."""
    parser = argparse.ArgumentParser(description="Take the pictures of the user guide.")
    parser.add_argument("only", nargs="*", help="names of pictures, when not all are to be taken")
    only = parser.parse_args().only
    executable = find_chromium()
    if executable is None:
        raise SystemExit("Chromium or Chrome is not installed, so no picture can be taken.")
    OUTPUT.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_server(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_ARGUMENTS))
        _take_all(browser, server, only)
        browser.close()


if __name__ == "__main__":
    main()
