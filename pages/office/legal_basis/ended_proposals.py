"""Proposals of the office that were returned or withdrawn: one's own to propose again, and the history."""

import streamlit as st

from db.office.closed_proposals import closed_proposals, returned_proposals
from domain.programme import Programme, may
from domain.regulation.law_in_force import LawInForce
from domain.roles import OfficePermission, Person
from pages.office.legal_basis.proposal_words import proposed_in_short, show_proposal
from pages.office.legal_basis.proposing import propose_again
from pages.parts.giving_back import closed_in_words
from pages.parts.store import database
from pages.parts.text import plain


def show_returned(person: Person, programme: Programme, law: LawInForce) -> None:
    """Show who proposed it what came back, why, and the way to propose it again; nothing where none did."""
    if not may(person, OfficePermission.PROPOSE_SETTINGS, programme):
        return
    with database().read() as session:
        returned = returned_proposals(session, person, programme)
    if not returned:
        return
    st.subheader(f"Dikembalikan kepada Anda ({len(returned)})", anchor=False)
    for one in returned:
        with st.container(border=True, gap="xsmall"):
            if one.closed is not None:
                st.warning(closed_in_words(one.closed))
            show_proposal(law, one)
            st.button(
                "Usulkan lagi",
                key=f"again:{one.subject.kind}:{one.subject.id}",
                icon=":material/edit:",
                on_click=propose_again,
                args=(one,),
                help="Mengisi formulir “Usulan baru” di bawah dengan isi usulan ini, untuk diperbaiki.",
            )


def show_ended(person: Person, programme: Programme, law: LawInForce) -> None:
    """Show, folded away, what was returned or withdrawn last; nothing where nothing was."""
    with database().read() as session:
        ended = closed_proposals(session, person, programme)
    if not ended:
        return
    with st.expander(f"Usulan yang dikembalikan atau ditarik ({len(ended)})"):
        for one in ended:
            st.markdown(
                f"{proposed_in_short(law, one)}  \nDiusulkan {plain(one.proposed_by)}: {plain(one.reason)}"
            )
            if one.closed is not None:
                st.caption(closed_in_words(one.closed))
