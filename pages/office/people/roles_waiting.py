"""Roles that wait for a second administrator: approved, returned, or taken back by who proposed them."""

from collections.abc import Sequence

import streamlit as st

from db.office.people_list import RoleWaiting
from db.office.role_giving import approve_role, return_role, withdraw_role
from domain.dates import indonesian_moment
from domain.programme import Programme
from domain.roles import Person
from pages.office.people.people_words import span
from pages.parts.giving_back import asking_to_return, asking_to_withdraw, give_back
from pages.parts.saving import save
from pages.parts.text import plain


def show_waiting_roles(person: Person, programme: Programme, waiting: Sequence[RoleWaiting]) -> None:
    """Show each with what this administrator may do about it."""
    if not waiting:
        return
    st.subheader(f"Menunggu persetujuan: {len(waiting)}", anchor=False)
    for one in waiting:
        with st.container(border=True, key=f"usul-peran-{one.id}"):
            who = f"**{plain(one.name)}** ({plain(one.email or 'tanpa surel')})"
            st.markdown(f"{who} menjadi **{plain(one.role.label)}**. {span(one.since, one.until)}.")
            proposed = f"Diusulkan {plain(one.proposed_by)}, {indonesian_moment(one.proposed_at)}"
            st.caption(f"{proposed}: {plain(one.reason)}")
            with st.container(horizontal=True):
                _decide(person, programme, one)


def _decide(person: Person, programme: Programme, one: RoleWaiting) -> None:
    form, what = f"usul-peran-{one.id}", f"usulan peran {one.role.label}"
    if one.proposed_by_id == person.id:
        asking = asking_to_withdraw(what, "mis. keliru orang")
        give_back(form, asking, withdraw_role, person, programme, one.id, said="Usulan peran ditarik.")
        st.caption("Menunggu administrator lain: pengusul tidak menyetujui usulnya sendiri.")
        return
    if one.person_id == person.id:
        st.caption("Peran untuk Anda sendiri disetujui administrator lain.")
    elif st.button("Setujui", type="primary", icon=":material/check:", key=f"{form}:setujui"):
        said = f"Peran {one.role.label} untuk {one.name} disetujui."
        save(form, approve_role, person, programme, one.id, said=said)
    asking = asking_to_return(what, one.proposed_by)
    give_back(form, asking, return_role, person, programme, one.id, said="Usulan peran dikembalikan.")
