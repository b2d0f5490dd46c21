"""The links on Beranda to what a person does most."""

import streamlit as st

from domain.programme import Programme, may
from domain.roles import OfficePermission, Person
from pages.office.legal_basis.cards import DECISIONS, TAB
from pages.parts.installation import served
from pages.parts.office_screens import LEGAL_BASIS
from pages.parts.places import PROGRAM
from pages.parts.wings import Job, wing_of


def show_jobs(person: Person) -> None:
    """Show one link for each job, programme by programme, and last those of the office."""
    with st.container(horizontal=True):
        for programme in served():
            for job in wing_of(programme).jobs:
                if _is_for(job, person, programme):
                    st.page_link(job.file, label=job.label, icon=job.icon, query_params=dict(job.address))
        proposes = [one for one in served() if may(person, OfficePermission.PROPOSE_SETTINGS, one)]
        for programme in proposes:
            of = f" · {programme.name}" if len(proposes) > 1 else ""
            st.page_link(
                LEGAL_BASIS,
                label=f"**Usulkan ketetapan kantor{of}**",
                icon=":material/gavel:",
                query_params={TAB: DECISIONS, PROGRAM: programme.key},
            )
        st.page_link(LEGAL_BASIS, label="Dasar hukum", icon=":material/menu_book:")


def _is_for(job: Job, person: Person, programme: Programme) -> bool:
    if job.permission is None:
        return bool(person.roles_in(programme.key))
    return may(person, job.permission, programme)
