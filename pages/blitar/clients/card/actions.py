"""What to do next for a binaan, each with the button that leads there; then what is always at hand."""

import streamlit as st

from domain.blitar.caseload.card import ClientCard
from domain.blitar.caseload.to_do import Remedy, ToDo, to_do
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.clients.card.card_paper import print_card
from pages.blitar.clients.card.card_places import (
    BASELINE,
    CHANGE,
    GIVE,
    NOTICE,
    TAB,
    fill,
    to_tab,
)
from pages.blitar.screen_tabs import CardTab, ReportsTab, VisitsTab, link_to
from pages.blitar.screens import REPORTS, VISITS
from pages.parts.text import plain

_FORMS = {Remedy.BASELINE: BASELINE, Remedy.CHANGE: CHANGE, Remedy.NOTICE: NOTICE}
_TABS = {Remedy.DATA: CardTab.DATA, Remedy.FOLLOW_UPS: CardTab.PROGRESS}


def show_to_do(person: Person, card: ClientCard, law: LawInForce) -> None:
    """Show what waits; or that nothing does."""
    waiting = to_do(card, law)
    if not card.is_open:
        return
    if not waiting:
        st.success("✔ Tidak ada yang menunggu: kunjungan, data awal, dan tindak lanjut sudah terurus.")
        return
    with st.container(border=True, gap="small"):
        st.markdown("**Yang perlu dikerjakan**")
        for one in waiting:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(plain(one.sentence), width="stretch")
                _remedy(person, card, one)


def _remedy(person: Person, card: ClientCard, one: ToDo) -> None:
    key = f"todo-{one.remedy}-{card.id}"
    if one.remedy is Remedy.VISIT:
        if may(person, BlitarPermission.RECORD_VISITS, BLITAR):
            visit_link(card)
    elif one.remedy is Remedy.DECIDE:
        st.page_link(REPORTS, label=one.remedy.label, query_params=link_to(ReportsTab.UPGRADES))
    elif one.remedy is Remedy.CARE:
        if may(person, BlitarPermission.HAND_OVER_CLIENTS, BLITAR):
            st.button(one.remedy.label, key=key, on_click=fill, args=(GIVE,))
    elif one.remedy in _TABS and _TABS[one.remedy] != _open_tab():
        st.button(one.remedy.label, key=key, on_click=to_tab, args=(_TABS[one.remedy],))
    elif one.remedy in _FORMS and may(person, BlitarPermission.EDIT_CLIENTS, BLITAR):
        st.button(one.remedy.label, key=key, on_click=fill, args=(_FORMS[one.remedy],))


def _open_tab() -> str:
    # On the first run of a visit only the address knows the tab.
    return str(st.session_state.get(TAB) or st.query_params.get(TAB) or CardTab.PROGRESS)


def show_actions(person: Person, card: ClientCard) -> None:
    """Show the buttons that are always at hand."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if card.is_open and may(person, BlitarPermission.RECORD_VISITS, BLITAR):
            visit_link(card)
        print_card(person, card)


def visit_link(card: ClientCard) -> None:
    """A link to the form of a new visit for this binaan."""
    st.page_link(
        VISITS,
        label=Remedy.VISIT.label,
        icon=":material/edit_location_alt:",
        query_params=link_to(VisitsTab.RECORD, binaan=str(card.id)),
    )
