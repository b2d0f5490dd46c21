"""Pinjaman lama: what waits to be taken over, the way in for who may propose, and what was taken over."""

import streamlit as st

from db.sampang.takeover.takeovers import takeovers
from domain.programme import may
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.places import place_link
from pages.parts.store import database
from pages.sampang.takeover.bringing_loans import show_bringing_loans
from pages.sampang.takeover.proposed_takeovers import show_ended, show_proposed


def sees_takeovers(person: Person) -> bool:
    """Whether somebody proposes older loans, or approves them."""
    permissions = (SampangPermission.PROPOSE_TAKEOVER, SampangPermission.APPROVE_TAKEOVER)
    return any(may(person, one, SAMPANG) for one in permissions)


def show_taking_over(person: Person) -> None:
    """Show the tab."""
    st.caption(
        "Pinjaman yang sudah berjalan sebelum aplikasi ini. Pokok yang masih beredar menjadi saldo awal tiap "
        "pinjaman dan modal dana; jasa dan uang sebelum tanggal saldo tidak dibukukan lagi."
    )
    with st.container(horizontal=True):
        place_link(SAMPANG, "VIII.1.c", key="lama-VIII.1.c")
        place_link(SAMPANG, "O-21", "Tafsir O-21", key="lama-O-21")
    with database().read() as session:
        found = takeovers(session, person)
    show_proposed(person, [one for one in found if one.waits])
    if may(person, SampangPermission.PROPOSE_TAKEOVER, SAMPANG):
        show_bringing_loans(person)
    show_ended([one for one in found if not one.waits])
