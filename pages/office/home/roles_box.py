"""Roles that wait for this administrator to approve them, told on Beranda."""

import streamlit as st

from domain.programme import may
from domain.roles import OfficePermission, Person
from pages.parts.installation import served
from pages.parts.office_screens import PEOPLE
from pages.parts.store import database


def show_roles_waiting(person: Person) -> None:
    """Lead to Pengguna where another administrator proposed a role."""
    managed = [one for one in served() if may(person, OfficePermission.MANAGE_PEOPLE, one)]
    if not managed:
        return
    from db.office.people_list import roles_waiting

    with database().read() as session:
        found = [each for one in managed for each in roles_waiting(session, person, one)]
    mine = [one for one in found if person.id not in (one.proposed_by_id, one.person_id)]
    if mine:
        label = f"{len(mine)} usulan peran menunggu persetujuan Anda"
        st.page_link(PEOPLE, label=label, icon=":material/manage_accounts:")
