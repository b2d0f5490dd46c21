"""Pendamping: the register, appointments, kecamatan, handovers and the weekly plan (Pasal 5, 9 to 12)."""

import streamlit as st

from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.roles import Person
from pages.blitar.mentors.announcing import show_announcements
from pages.blitar.mentors.appointing import show_appointing
from pages.blitar.mentors.areas import open_at_district, show_areas
from pages.blitar.mentors.handing_over import show_handover
from pages.blitar.mentors.mentor_card import show_card
from pages.blitar.mentors.register import Register, read_register
from pages.blitar.mentors.register_table import show_register
from pages.blitar.mentors.renewing import show_renewing
from pages.blitar.mentors.week import show_week
from pages.blitar.screen_tabs import VIEW, MentorsTab
from pages.parts.acting import must_be
from pages.parts.tabs import open_tab
from pages.parts.text import number_in_address

_OF_THE_HEAD = (MentorsTab.APPOINTING, MentorsTab.RENEWAL)


def main() -> None:
    """Show the screen."""
    person = must_be(BLITAR, BlitarPermission.READ_STAFF)
    register = read_register(person)
    chosen = number_in_address(st.query_params.get("orang", ""))
    one = next((one for one in register.everybody if one.id == chosen), None)
    if one is not None:
        show_card(person, register, one)
        return
    open_at_district()
    st.title("Pendamping")
    if chosen is not None:
        st.error("Orang ini tidak ditemukan: mungkin tautannya salah. Pilih dari daftar di bawah.")
    show_announcements(person, register)
    selects = may(person, BlitarPermission.READ_SELECTION, BLITAR)
    tab, place = open_tab(_tabs(person), VIEW, first=MentorsTab.LIST if selects else MentorsTab.WEEK)
    with place:
        _open(tab, person, register)


def _tabs(person: Person) -> list[MentorsTab]:
    appoints = may(person, BlitarPermission.APPOINT_STAFF, BLITAR)
    return [tab for tab in MentorsTab if tab not in _OF_THE_HEAD or appoints]


def _open(tab: MentorsTab, person: Person, register: Register) -> None:
    match tab:
        case MentorsTab.LIST:
            show_register(register)
        case MentorsTab.APPOINTING:
            show_appointing(person, register)
        case MentorsTab.RENEWAL:
            show_renewing(person)
        case MentorsTab.AREAS:
            show_areas(person, register)
        case MentorsTab.HANDOVER:
            show_handover(person, register)
        case MentorsTab.WEEK:
            show_week(person, register)


main()
