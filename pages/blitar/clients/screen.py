"""Binaan: who needs a visit, who moves up, and everything about one of them (Pasal 2, 3)."""

import streamlit as st

from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from pages.blitar.clients.bringing.client_list_part import LIST_IN_ADDRESS, show_client_list
from pages.blitar.clients.card.client_card import show_client
from pages.blitar.clients.card.new_client import show_new_client
from pages.blitar.clients.caseload.caseload import show_caseload
from pages.parts.acting import must_be
from pages.parts.text import number_in_address


def main() -> None:
    """Show the screen."""
    person = must_be(BLITAR, BlitarPermission.READ_CLIENTS)
    chosen = number_in_address(st.query_params.get("binaan", ""))
    if chosen is not None:
        show_client(person, chosen)
    elif st.query_params.get("isi") == "baru" and may(person, BlitarPermission.EDIT_CLIENTS, BLITAR):
        show_new_client(person)
    elif st.query_params.get("isi") == LIST_IN_ADDRESS and may(
        person, BlitarPermission.HAND_OVER_CLIENTS, BLITAR
    ):
        show_client_list(person)
    else:
        show_caseload(person)


main()
