"""Every screen is looked at by axe-core, which knows what hinders people with other ways of reading."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from domain.roles import Role
from tests.browser.driver import open_screen
from tests.browser.stored import Store

SCREENS = (
    ("", None),
    ("ringkasan", Role.LEADERSHIP),
    ("pengajuan", Role.OFFICER),
    ("kelayakan", Role.TEAM_MEMBER),
    ("kalkulator", Role.TEAM_MEMBER),
    ("rapat-pokjanis", Role.TEAM_LEAD),
    ("pinjaman", Role.OFFICER),
    ("kas-dana", Role.TEAM_LEAD),
    ("peta-sampang", Role.OFFICER),
    ("binaan", Role.FACILITATOR),
    ("kunjungan?lihat=Daftar", Role.FACILITATOR),
    ("kunjungan?lihat=Catat", Role.MENTOR),
    ("kunjungan?lihat=Formulir%20kertas", Role.FACILITATOR),
    ("cakupan", Role.FACILITATOR),
    ("seleksi", Role.FACILITATOR),
    ("pendamping", Role.FACILITATOR),
    ("laporan", Role.FACILITATOR),
    ("laporan?bagian=Naik%20kelas", Role.AGENCY_HEAD),
    ("laporan?bagian=Rekomendasi", Role.AGENCY_HEAD),
    ("laporan?bagian=Kinerja%20Fasilitator", Role.AGENCY_HEAD),
    ("dasar-hukum", Role.ADMINISTRATOR),
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
