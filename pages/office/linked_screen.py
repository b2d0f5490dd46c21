"""A link from a colleague of another role: the screen keeps its address and says who may read it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from domain.programme import Programme, listed
from domain.roles import Permission, Person
from pages.parts.acting import act_as, everybody
from pages.parts.installation import served, sign_in_configured
from pages.parts.text import plain
from pages.parts.wings import MenuScreen, opens, wing_of


def linked_page(person: Person | None, summary: MenuScreen) -> StreamlitPage | None:
    """The hidden page at the asked address, when that is a screen that the person does not have."""
    address = urlsplit(st.context.url or "").path.rpartition("/")[2]
    closed = [one for one in _screens(summary) if one[0].address == address] if address else []
    if not closed or any(opens(screen, person, programme) for screen, programme in closed):
        return None
    screen = closed[0][0]
    return st.Page(
        lambda: _say_who_reads(person, screen, [programme for _, programme in closed]),
        title=screen.title,
        icon=screen.icon,
        url_path=address,
        visibility="hidden",
    )


def _screens(summary: MenuScreen) -> Iterator[tuple[MenuScreen, Programme]]:
    for programme in served():
        yield summary, programme
        for screen in wing_of(programme).screens:
            yield screen, programme


def _say_who_reads(person: Person | None, screen: MenuScreen, programmes: list[Programme]) -> None:
    st.title(screen.title)
    if person is None:
        st.info("Pilih dahulu peran Anda. Tautan ini, dengan saringannya, terbuka sesudah itu.")
    else:
        own = listed(tuple(sorted(person.roles)), "dan")
        st.warning(f"Layar {screen.title} tidak dapat dibaca dengan peran Anda ({own}).")
    if sign_in_configured():
        carriers = {role for each in programmes for role in each.carriers(*_asked(screen))}
        st.markdown(f"Yang dapat membacanya: {plain(listed(tuple(sorted(carriers))))}.")
        return
    readers = [one for one in everybody() if any(opens(screen, one, each) for each in programmes)]
    st.markdown("Yang dapat membacanya:")
    with st.container(horizontal=True, gap="small"):
        for one in readers:
            st.button(plain(one.name), key=f"baca-sebagai:{one.id}", on_click=act_as, args=(one,))


def _asked(screen: MenuScreen) -> tuple[Permission, ...]:
    return (screen.permission,) if screen.permission else ()
