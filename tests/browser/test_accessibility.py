"""Every screen is looked at by axe-core, which knows what hinders people with other ways of reading."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from domain.blitar.roles import BlitarRole
from domain.roles import OfficeRole
from domain.sampang.roles import SampangRole
from tests.browser.driver import open_screen
from tests.browser.stored import Store

SCREENS = (
    ("", None),
    ("", BlitarRole.MENTOR),
    ("ringkasan", OfficeRole.LEADERSHIP),
    ("pengajuan", SampangRole.OFFICER),
    ("pengajuan?cara=tumpukan", SampangRole.OFFICER),
    ("kelayakan", SampangRole.TEAM_MEMBER),
    ("kalkulator", SampangRole.TEAM_MEMBER),
    ("kalkulator?jumlah=20000000&lihat=hasil", SampangRole.TEAM_MEMBER),
    ("rapat-pokjanis", SampangRole.TEAM_LEAD),
    ("periksa-surat?surat=518", SampangRole.OFFICER),
    ("pinjaman", SampangRole.OFFICER),
    ("kas-dana", SampangRole.TEAM_LEAD),
    ("peta-sampang", SampangRole.OFFICER),
    ("binaan", BlitarRole.FACILITATOR),
    ("kunjungan?lihat=Daftar", BlitarRole.FACILITATOR),
    ("kunjungan?lihat=Catat", BlitarRole.MENTOR),
    ("kunjungan?lihat=Formulir%20kertas", BlitarRole.FACILITATOR),
    ("cakupan", BlitarRole.FACILITATOR),
    ("seleksi", BlitarRole.FACILITATOR),
    ("pendamping", BlitarRole.FACILITATOR),
    ("laporan", BlitarRole.FACILITATOR),
    ("laporan?bagian=Senin", BlitarRole.FACILITATOR),
    ("laporan?bagian=Naik%20kelas", BlitarRole.AGENCY_HEAD),
    ("laporan?bagian=Rekomendasi", BlitarRole.AGENCY_HEAD),
    ("laporan?bagian=Kinerja%20Fasilitator", BlitarRole.AGENCY_HEAD),
    ("dasar-hukum", OfficeRole.ADMINISTRATOR),
)
SERIOUS = ("serious", "critical")
# Streamlit builds its own menu as a list within lists; nothing here can change that.
NOT_OURS = {"exclude": [["[data-testid=stSidebarNav]"]]}


@pytest.fixture
def people(page, server):
    open_screen(page, server.url)  # the first visit fills the database
    store = Store(server.database_url)
    yield store
    store.database.close()


def test_no_screen_hinders_anybody_seriously(page, server, people):
    found = {}
    for address, role in SCREENS:
        sign = "&" if "?" in address else "?"
        acting = f"{sign}sebagai={people.who(role).id}" if role else ""
        open_screen(page, f"{server.url}/{address}{acting}")
        for violation in Axe().run(page, context=NOT_OURS).response["violations"]:
            if violation["impact"] in SERIOUS:
                targets = [node["target"] for node in violation["nodes"]]
                found.setdefault(address, []).append((violation["id"], targets[:3]))
    assert found == {}
