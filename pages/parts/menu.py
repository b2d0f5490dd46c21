"""The menu: which screens a person has, in which section."""

from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.programmes import PROGRAMMES
from domain.roles import OfficePermission, OfficeRole, Person
from domain.sampang.roles import SampangPermission

_PAGES = Path(__file__).resolve().parents[1]
INTAKE = _PAGES / "sampang" / "intake" / "screen.py"
ELIGIBILITY = _PAGES / "sampang" / "eligibility" / "screen.py"
MEETINGS = _PAGES / "sampang" / "meetings" / "screen.py"
LOANS = _PAGES / "sampang" / "loans" / "screen.py"
FUND = _PAGES / "sampang" / "fund" / "screen.py"
CALCULATOR = _PAGES / "sampang" / "calculator" / "screen.py"
LEGAL_BASIS = _PAGES / "office" / "legal_basis" / "screen.py"
COVERAGE = _PAGES / "blitar" / "coverage" / "screen.py"
SELECTION = _PAGES / "blitar" / "selection" / "screen.py"
DISTRICT_MAP = _PAGES / "sampang" / "district_map" / "screen.py"
MENTORS = _PAGES / "blitar" / "mentors" / "screen.py"
CLIENTS = _PAGES / "blitar" / "clients" / "screen.py"
VISITS = _PAGES / "blitar" / "visits" / "screen.py"
REPORTS = _PAGES / "blitar" / "reports" / "screen.py"
SUMMARY = _PAGES / "office" / "summary" / "screen.py"
HOME = _PAGES / "office" / "home" / "screen.py"

_FUND = "Dana bergulir Sampang"
_MENTORING = "Pendampingan Blitar"
_OFFICE = "Kantor"
# Section, file, title, address, icon, and the permission that opens it (None: everybody).
_SCREENS = (
    ("", HOME, "Beranda", "", ":material/home:", None),
    ("", SUMMARY, "Ringkasan", "ringkasan", ":material/monitoring:", OfficePermission.READ_SUMMARY),
    (
        _FUND,
        INTAKE,
        "Pengajuan",
        "pengajuan",
        ":material/edit_document:",
        SampangPermission.ENTER_APPLICATIONS,
    ),
    (
        _FUND,
        ELIGIBILITY,
        "Kelayakan",
        "kelayakan",
        ":material/fact_check:",
        SampangPermission.READ_APPLICATIONS,
    ),
    (_FUND, CALCULATOR, "Kalkulator", "kalkulator", ":material/calculate:", None),
    (
        _FUND,
        MEETINGS,
        "Rapat Pokjanis",
        "rapat-pokjanis",
        ":material/groups:",
        SampangPermission.RECORD_DECISIONS,
    ),
    (_FUND, LOANS, "Pinjaman", "pinjaman", ":material/account_balance_wallet:", SampangPermission.READ_LOANS),
    (_FUND, FUND, "Kas dana", "kas-dana", ":material/account_balance:", SampangPermission.READ_FUND),
    (_MENTORING, CLIENTS, "Binaan", "binaan", ":material/diversity_3:", BlitarPermission.READ_CLIENTS),
    (_MENTORING, VISITS, "Kunjungan", "kunjungan", ":material/hiking:", BlitarPermission.RECORD_VISITS),
    (_MENTORING, COVERAGE, "Cakupan", "cakupan", ":material/map:", BlitarPermission.READ_COVERAGE),
    (_MENTORING, SELECTION, "Seleksi", "seleksi", ":material/how_to_reg:", BlitarPermission.READ_SELECTION),
    (_MENTORING, MENTORS, "Pendamping", "pendamping", ":material/groups:", BlitarPermission.READ_STAFF),
    (_MENTORING, REPORTS, "Laporan", "laporan", ":material/summarize:", BlitarPermission.READ_REPORTS),
    (_OFFICE, LEGAL_BASIS, "Dasar hukum", "dasar-hukum", ":material/menu_book:", None),
    (
        _OFFICE,
        DISTRICT_MAP,
        "Peta Sampang",
        "peta-sampang",
        ":material/pin_drop:",
        SampangPermission.READ_SAMPANG_MAP,
    ),
)


def menu_for(person: Person | None) -> dict[str, list[StreamlitPage]]:
    """The screens of a person's roles, by section."""
    menu: dict[str, list[StreamlitPage]] = {}
    for section, file, title, address, icon, permission in _SCREENS:
        if permission is None or any(may(person, permission, one) for one in PROGRAMMES):
            # The leadership begins with the summary, to which the start page leads on.
            seen: Literal["hidden", "visible"] = (
                "hidden" if file is HOME and _only_leads(person) else "visible"
            )
            page = st.Page(
                file, title=title, icon=icon, url_path=address, default=file is HOME, visibility=seen
            )
            menu.setdefault(section, []).append(page)
    return menu


def _only_leads(person: Person | None) -> bool:
    return person is not None and person.roles == {OfficeRole.LEADERSHIP}


def screen_at(wanted: str, person: Person) -> Path | None:
    """The screen with an address, if there is one and the person may open it."""
    for _, file, _, address, _, permission in _SCREENS:
        if address == wanted and (
            permission is None or any(may(person, permission, one) for one in PROGRAMMES)
        ):
            return file
    return None
