"""Jejak audit: what was done in a programme, line by line, and whether what is kept was touched."""

import pandas as pd
import streamlit as st

from db.office.trail_list import TrailPage, people_of_trail, trail_page
from domain.programme import Programme
from domain.roles import OfficePermission, Person
from pages.office.trail.chain_box import show_chain
from pages.office.trail.choosing_lines import BEFORE, choose_lines, from_the_newest
from pages.office.trail.opened_line import show_line
from pages.office.trail.told_lines import told_lines
from pages.parts.acting import must_be_in_one
from pages.parts.installation import served
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.programme_choice import one_of_programmes
from pages.parts.store import database
from pages.parts.wings import wing_of


def main() -> None:
    """Show the screen."""
    st.title("Jejak audit")
    person, allowed = must_be_in_one(served(), OfficePermission.READ_AUDIT)
    show_chain(person, allowed[0])
    programme = one_of_programmes(allowed, "program-jejak", on_change=from_the_newest)
    with database().read() as session:
        names = dict(people_of_trail(session, person, programme))
    wanted = choose_lines(programme, names)
    if wanted is None:
        return
    with database().read() as session:
        found = trail_page(session, person, programme, wanted, before=st.session_state.get(BEFORE))
    _show(person, programme, found, is_nik=wanted.is_nik)
    _turn(found)


def _show(person: Person, programme: Programme, found: TrailPage, *, is_nik: bool) -> None:
    if not found.lines:
        st.info(
            "NIK tidak tercatat utuh di sini. Cari dahulu orangnya di layar Data pribadi, lalu ketik nomor "
            "berkas atau binaan yang disebut di sana."
            if is_nik
            else "Tidak ada catatan yang cocok. Longgarkan pilihan di atas."
        )
        return
    words = wing_of(programme).trail()
    key = f"jejak-baris-{programme.key}-{found.lines[0].id}"
    place = st.empty()
    chosen = st.dataframe(
        pd.DataFrame(told_lines(found.lines, found.known, words)),
        hide_index=True,
        width="stretch",
        height="content",
        column_config={
            "Yang dicatat": st.column_config.TextColumn(width="large"),
            "Waktu": st.column_config.TextColumn(width="medium"),
        },
        on_select="rerun",
        selection_mode=list(BY_A_TAP),
        key=key,
    )
    if one := opened_row(chosen, found.lines):
        with place.container(border=True):
            show_line(person, programme, one, found.known, words)


def _turn(found: TrailPage) -> None:
    with st.container(horizontal=True):
        if st.session_state.get(BEFORE) is not None:
            st.button("Terbaru", icon=":material/first_page:", on_click=from_the_newest)
        if found.older is not None:
            st.button("Lebih lama", icon=":material/chevron_right:", on_click=_older, args=(found.older,))


def _older(number: int) -> None:
    st.session_state[BEFORE] = number


main()
