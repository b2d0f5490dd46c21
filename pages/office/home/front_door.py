"""The first page: what the installation does, and the demo personas to choose from."""

from collections.abc import Iterator

import streamlit as st

from domain.roles import OfficeRole, Person, Role
from pages.office.home.can_do import sentences_of
from pages.office.tour.guide import offer_tour
from pages.parts.acting import act_as, everybody
from pages.parts.installation import served
from pages.parts.office_screens import LEGAL_BASIS
from pages.parts.text import plain
from pages.parts.wings import installation_title, wing_of

_OFFICE = "Pimpinan dan administrator"


def show_front_door() -> None:
    """Show what is done here and every persona with what it can do."""
    st.title(installation_title())
    st.markdown(" ".join([*(wing_of(one).intro for one in served()), "Dasar hukum ada di setiap langkah."]))
    st.caption("Semua orang, usaha, dan angka di sini adalah contoh. Pilih peran untuk mencobanya.")
    offer_tour()
    people = list(everybody())
    for title, roles in _groups():
        members = _taken_out(people, roles)
        if members:
            st.subheader(title, anchor=False)
            with st.grid("auto", min_column_width=260, gap="small"):
                for person in members:
                    _persona_card(person)
    st.page_link(
        LEGAL_BASIS, label="Atau baca dahulu dasar hukumnya, tanpa memilih peran", icon=":material/menu_book:"
    )


def _groups() -> Iterator[tuple[str, list[Role]]]:
    """The headings with their roles in order: the office, whom a demo is for, and each programme."""
    yield _OFFICE, list(OfficeRole)
    for programme in served():
        wing = wing_of(programme)
        yield wing.people, [role for role in wing.can_do if role in set(programme.own_roles)]


def _taken_out(people: list[Person], roles: list[Role]) -> list[Person]:
    """Whoever has one of the roles, in the order of the roles; each person stands under one heading."""
    members = list(dict.fromkeys(person for role in roles for person in people if role in person.roles))
    people[:] = [person for person in people if person not in members]
    return members


def _persona_card(person: Person) -> None:
    with st.container(border=True, gap="xsmall"):
        st.button(plain(person.name), key=f"be:{person.id}", on_click=act_as, args=(person,), width="stretch")
        for role in sorted(person.roles):
            st.caption(sentences_of(role))
