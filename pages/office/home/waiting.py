"""What waits for a person: the work of each programme, and proposals for the office's own settings."""

from collections.abc import Callable

import streamlit as st

from db.office.closed_proposals import returned_proposals
from db.office.later_instruments import waiting_instruments
from db.office.settings import pending
from domain.money import number
from domain.programme import Programme, listed, may
from domain.roles import OfficePermission, Person
from pages.office.home.can_do import sentences_of
from pages.office.legal_basis.cards import DECISIONS, TAB
from pages.parts.installation import served
from pages.parts.office_screens import LEGAL_BASIS
from pages.parts.places import PROGRAM
from pages.parts.store import database
from pages.parts.wings import wing_of
from pages.parts.work_card import GO, work_card

_DECIDING = (OfficePermission.PROPOSE_SETTINGS, OfficePermission.APPROVE_SETTINGS)


def show_waiting(person: Person) -> None:
    """Show one card for each kind of work, or kindly what the person can do here."""
    st.subheader("Yang menunggu Anda", anchor=False)
    cards = _cards_for(person)
    if not cards:
        can_do = " ".join(sentences_of(role) for role in sorted(person.roles))
        st.info(f"Saat ini belum ada yang menunggu. Yang dapat Anda lakukan di sini: {can_do}")
    with st.grid("auto", min_column_width=220, gap="small"):
        for draw in cards:
            draw(person)


def _cards_for(person: Person) -> list[Callable[[Person], None]]:
    cards = [draw for programme in served() for draw in wing_of(programme).waiting(person)]
    for programme in served():
        if any(may(person, each, programme) for each in _DECIDING):
            cards.append(_proposals_in(programme))
    return cards


def _proposals_in(programme: Programme) -> Callable[[Person], None]:
    def draw(person: Person) -> None:
        _proposals(person, programme)

    return draw


def _proposals(person: Person, programme: Programme) -> None:
    with database().read() as session:
        waiting = pending(session, person, programme)
        returned = returned_proposals(session, person, programme)
        entered = waiting_instruments(session, person, programme)
    makers = [*(one.proposed_by_id for one in waiting), *(one.entered_by_id for one in entered)]
    others = [maker for maker in makers if maker != person.id]
    with work_card(f"Usulan ketetapan kantor · {programme.name}", len(makers)):
        if may(person, OfficePermission.APPROVE_SETTINGS, programme) and others:
            st.caption(f"{number(len(others))} dapat Anda setujui.")
        elif makers:
            st.caption(f"Menunggu {listed(programme.carriers(OfficePermission.APPROVE_SETTINGS))}.")
        if returned:
            st.markdown(f"↩ {number(len(returned))} usulan Anda dikembalikan: baca alasannya.")
        st.page_link(
            LEGAL_BASIS,
            label="Buka ketetapan kantor",
            icon=GO,
            query_params={TAB: DECISIONS, PROGRAM: programme.key},
        )
