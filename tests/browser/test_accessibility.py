"""Every screen is looked at by axe-core, which knows what hinders people with other ways of reading."""

from axe_playwright_python.sync_playwright import Axe
from sqlalchemy import select

from db.tables import EvidenceRow
from domain.blitar.roles import BlitarRole
from domain.roles import OfficeRole
from domain.sampang.roles import SampangRole
from tests.browser.driver import go_on, open_screen, settled

SCREENS = (
    ("", None),
    ("", BlitarRole.MENTOR),
    ("ringkasan", OfficeRole.LEADERSHIP),
    ("simulasi-kebijakan", OfficeRole.LEADERSHIP),
    ("simulasi-kebijakan?bagian=Register%20lain", OfficeRole.LEADERSHIP),
    ("pengajuan", SampangRole.OFFICER),
    ("pengajuan?cara=tumpukan", SampangRole.OFFICER),
    ("kelayakan", SampangRole.TEAM_MEMBER),
    ("kalkulator", SampangRole.TEAM_MEMBER),
    ("kalkulator?jumlah=20000000&lihat=hasil", SampangRole.TEAM_MEMBER),
    ("rapat-pokjanis", SampangRole.TEAM_LEAD),
    ("periksa-surat?surat=518", SampangRole.OFFICER),
    ("periksa-surat-blitar?surat=500.3", BlitarRole.FACILITATOR),
    ("jejak-audit", OfficeRole.ADMINISTRATOR),
    ("data-pribadi", OfficeRole.ADMINISTRATOR),
    ("data-pribadi?bagian=Retensi", OfficeRole.ADMINISTRATOR),
    ("pengguna", OfficeRole.ADMINISTRATOR),
    ("pengguna?orang=1", OfficeRole.ADMINISTRATOR),
    ("pinjaman", SampangRole.OFFICER),
    ("kas-dana", SampangRole.TEAM_LEAD),
    ("peta-sampang", SampangRole.OFFICER),
    ("binaan", BlitarRole.FACILITATOR),
    ("binaan?isi=daftar", BlitarRole.FACILITATOR),
    ("kunjungan?lihat=Daftar", BlitarRole.FACILITATOR),
    ("kunjungan?lihat=Catat", BlitarRole.MENTOR),
    ("kunjungan?lihat=Formulir%20kertas", BlitarRole.FACILITATOR),
    ("cakupan", BlitarRole.FACILITATOR),
    ("seleksi", BlitarRole.FACILITATOR),
    ("seleksi?seleksi=2&isi=banyak", BlitarRole.FACILITATOR),
    ("pendamping", BlitarRole.FACILITATOR),
    ("pendamping?lihat=Perpanjangan", BlitarRole.AGENCY_HEAD),
    ("laporan", BlitarRole.FACILITATOR),
    ("laporan?bagian=Senin", BlitarRole.FACILITATOR),
    ("kunjungan?kunjungan={photographed}", BlitarRole.FACILITATOR),
    ("pinjaman?no={surveyed}", SampangRole.OFFICER),
    ("pengajuan?no={surveyed}", SampangRole.OFFICER),
    ("kelayakan?no={surveyed}", SampangRole.TEAM_MEMBER),
    ("ringkasan", BlitarRole.AGENCY_HEAD),
    ("laporan?bagian=Naik%20kelas", BlitarRole.AGENCY_HEAD),
    ("laporan?bagian=Rekomendasi", BlitarRole.AGENCY_HEAD),
    ("laporan?bagian=Kinerja%20Fasilitator", BlitarRole.AGENCY_HEAD),
    ("dasar-hukum", OfficeRole.ADMINISTRATOR),
    ("dasar-hukum?bagian=Gambar", OfficeRole.ADMINISTRATOR),
    (
        "simulasi-kebijakan?bagian=Proyeksi%20dana&baru=1&tiap=10000000&bulan=24&batas=0&benih=1",
        SampangRole.TEAM_LEAD,
    ),
)
SIZES = ((1280, 720), (360, 740))
SERIOUS = ("serious", "critical")
# Every rule is tried; what it found good is not written up.
ONLY_WHAT_IS_WRONG = {"resultTypes": ["violations"]}
# Streamlit builds its own menu as a list within lists; nothing here can change that.
NOT_OURS = {"exclude": [["[data-testid=stSidebarNav]"]]}


def serious_on(page):
    """The serious findings of the screen that is open, each with some of its places."""
    found = Axe().run(page, context=NOT_OURS, options=ONLY_WHAT_IS_WRONG).response["violations"]
    told = [one for one in found if one["impact"] in SERIOUS]
    return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in told]


def with_photos(store, kind):
    with store.database.read() as session:
        return session.scalar(select(EvidenceRow.subject_id).where(EvidenceRow.subject_kind == kind).limit(1))


def serious_at_every_size(page):
    """The serious findings of the screen that is open, by the width of the window; it ends as on a desk."""
    found = {}
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        settled(page)
        found[width] = serious_on(page)
    page.set_viewport_size(dict(zip(("width", "height"), SIZES[0], strict=True)))
    return {width: told for width, told in found.items() if told}


def test_no_screen_hinders_anybody_seriously(page, server, store):
    page.set_viewport_size(dict(zip(("width", "height"), SIZES[0], strict=True)))
    numbers = {"photographed": with_photos(store, "visit"), "surveyed": with_photos(store, "survey")}
    assert all(numbers.values())
    found, before = {}, ()
    for told, role in sorted(SCREENS, key=by_role):
        acting = f"sebagai={store.who(role).id}" if role else ""
        # Whoever is in the application already goes on in it; a link into the middle is opened as such.
        how = go_on if before == role and "?" not in told else open_screen
        address = f"{told.format(**numbers)}{'&' if '?' in told else '?'}{acting}"
        how(page, f"{server.url}/{address}")
        before = role
        if serious := serious_at_every_size(page):
            found[told, role] = serious
    assert found == {}


def by_role(screen):
    """Sorts the screens so that each role opens those of its menu first, one after the other."""
    told, role = screen
    return str(role), "?" in told


def test_a_photo_looked_at_large_hinders_nobody(page, server, store):
    officer, number = store.who(SampangRole.OFFICER).id, with_photos(store, "survey")
    open_screen(page, f"{server.url}/pinjaman?no={number}&sebagai={officer}")
    page.get_by_role("tab", name="Pindaian").click()
    page.get_by_text("Perbesar").locator("visible=true").first.click()
    settled(page)
    assert serious_on(page) == []


def test_the_sheet_of_keys_hinders_nobody(page, server, store):
    open_screen(page, f"{server.url}/?sebagai={store.who(SampangRole.OFFICER).id}")
    page.get_by_text("Pintasan papan ketik").click()
    settled(page)
    assert serious_on(page) == []
