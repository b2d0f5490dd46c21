"""Jejak audit: what was done in a programme, line by line, and whether what is kept was touched."""

import pandas as pd
import streamlit as st

from db.office.trail_list import TrailPage, people_of_trail, trail_page
from domain.programme import Programme
from domain.roles import OfficePermission
from pages.office.trail.chain_box import show_chain
from pages.office.trail.choosing_lines import BEFORE, choose_lines, from_the_newest
from pages.office.trail.told_lines import told_lines
from pages.parts.acting import must_be_in_one
from pages.parts.installation import served
from pages.parts.store import database


def main() -> None:
    """Show the screen."""
    st.title("Jejak audit")
    person, allowed = must_be_in_one(served(), OfficePermission.READ_AUDIT)
    show_chain(person, allowed[0])
    programme = _programme(allowed)
    with database().read() as session:
        names = dict(people_of_trail(session, person, programme))
    wanted = choose_lines(programme, names)
    if wanted is None:
        return
    with database().read() as session:
        found = trail_page(session, person, programme, wanted, before=st.session_state.get(BEFORE))
    _show(found)
    _turn(found)


def _programme(allowed: tuple[Programme, ...]) -> Programme:
    by_key = {one.key: one for one in allowed}
    if len(by_key) == 1:
        return allowed[0]
    chosen = st.segmented_control(
        "Program",
        list(by_key),
        default=allowed[0].key,
        format_func=lambda key: by_key[key].name,
        required=True,
        key="program-jejak",
        on_change=from_the_newest,
    )
    return by_key[str(chosen)]


def _show(found: TrailPage) -> None:
    if not found.lines:
        st.info("Tidak ada catatan yang cocok. Longgarkan pilihan di atas.")
        return
    st.dataframe(
        pd.DataFrame(told_lines(found.lines)),
        hide_index=True,
        width="stretch",
        height="content",
        column_config={
            "Yang dicatat": st.column_config.TextColumn(width="large"),
            "Waktu": st.column_config.TextColumn(width="medium"),
        },
    )


def _turn(found: TrailPage) -> None:
    with st.container(horizontal=True):
        if st.session_state.get(BEFORE) is not None:
            st.button("Terbaru", icon=":material/first_page:", on_click=from_the_newest)
        if found.older is not None:
            st.button("Lebih lama", icon=":material/chevron_right:", on_click=_older, args=(found.older,))


def _older(number: int) -> None:
    st.session_state[BEFORE] = number


main()
