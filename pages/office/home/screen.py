"""Beranda: who you could be, and then what waits for the one whom you are."""

import streamlit as st

from domain.roles import OfficeRole
from pages.office.home.deciding_box import show_due
from pages.office.home.front_door import show_front_door
from pages.office.home.jobs import show_jobs
from pages.office.home.waiting import show_waiting
from pages.parts.acting import acting
from pages.parts.installation import served
from pages.parts.office_screens import SUMMARY
from pages.parts.text import plain
from pages.parts.wings import wing_of


def main() -> None:
    """Show the screen."""
    person = acting()
    if person is None:
        show_front_door()
        return
    if person.roles == {OfficeRole.LEADERSHIP}:
        st.switch_page(SUMMARY)
    if any(wing_of(programme).front(person) for programme in served()):
        return
    st.title(f"Halo, {plain(person.name.split(' (')[0])}")
    st.caption(f"Anda bertindak sebagai {plain(' dan '.join(role.label for role in sorted(person.roles)))}.")
    show_due(person)
    if OfficeRole.ADMINISTRATOR in person.roles:
        from pages.office.home.roles_box import show_roles_waiting

        show_roles_waiting(person)
    show_jobs(person)
    show_waiting(person)
    for programme in served():
        wing_of(programme).below(person)


main()
