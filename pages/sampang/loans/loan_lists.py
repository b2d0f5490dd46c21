"""Pinjaman without an opened file: loans that run first; files on their way and ended loans beside them."""

from enum import StrEnum

import streamlit as st

from domain.roles import Person
from pages.parts.tabs import open_tab
from pages.sampang.loans.ended_list import show_ended
from pages.sampang.loans.file_list import STAGE, show_files
from pages.sampang.loans.running_list import show_running

_LIST, _LAST = "daftar", "pinjaman-daftar-terakhir"


class LoanList(StrEnum):
    """A list of the screen; its value stands on the tab and in the address."""

    RUNNING = "Berjalan"
    ON_THE_WAY = "Dalam proses"
    ENDED = "Lunas"


_SHOW = {LoanList.RUNNING: show_running, LoanList.ON_THE_WAY: show_files, LoanList.ENDED: show_ended}


def show_lists(person: Person) -> None:
    """Show the list that was open last, that of a stage named in the address, else the running loans."""
    st.title("Pinjaman")
    is_named = STAGE in st.query_params
    first = LoanList.ON_THE_WAY if is_named else st.session_state.get(_LAST, LoanList.RUNNING)
    tab, place = open_tab(list(LoanList), _LIST, first=first)
    st.session_state[_LAST] = tab
    if is_named and tab is not LoanList.ON_THE_WAY:
        st.query_params.pop(STAGE)
    with place:
        _SHOW[tab](person)
