"""Who is signed in, and the ways out: here, or on every device."""

import streamlit as st

from db.office.entering import sign_out
from domain.roles import Person
from pages.parts.own_downloads import forget_what_was_offered
from pages.parts.store import database, now
from pages.parts.text import plain


def offer_leaving(person: Person) -> None:
    """Show in the sidebar who is signed in, and offer to leave."""
    roles = ", ".join(sorted({role.label for role in person.roles}))
    st.caption(f"**{plain(person.name)}** · {plain(roles)}")
    with st.container(horizontal=True, gap="xsmall"):
        st.button("Keluar", icon=":material/logout:", key="keluar", on_click=_leave, args=(person, False))
        with st.popover("Perangkat lain"):
            st.markdown(
                "Semua sesi Anda berakhir, di perangkat dan peramban mana pun, juga yang ini. Pakai bila "
                "ponsel hilang atau Anda lupa keluar dari komputer lain."
            )
            st.button(
                "Keluar dari semua perangkat",
                type="primary",
                key="keluar-semua",
                on_click=_leave,
                args=(person, True),
            )


def _leave(person: Person, everywhere: bool) -> None:
    forget_what_was_offered()
    with database().write() as session:
        sign_out(session, person, everywhere=everywhere, at=now())
    st.logout()
