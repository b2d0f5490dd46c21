"""Penagihan: up to when the bank's data is in, and the bank's files; what is due and late comes beside it."""

from enum import StrEnum

import streamlit as st

from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.acting import must_be
from pages.parts.tabs import open_tab
from pages.sampang.bank_files.bank_duty import show_bank_duty
from pages.sampang.bank_files.data_until import show_data_until
from pages.sampang.bank_files.file_desk import show_bank_files


class CollectionTab(StrEnum):
    """The tabs of Penagihan."""

    BANK_FILES = "Berkas bank"
    BANK_DUTY = "Kewajiban bank"


_SHOW = {CollectionTab.BANK_FILES: show_bank_files, CollectionTab.BANK_DUTY: show_bank_duty}


def main() -> None:
    """Show the screen."""
    person = must_be(SAMPANG, SampangPermission.READ_COLLECTION)
    st.title("Penagihan")
    show_data_until(person)
    tab, place = open_tab(list(CollectionTab), "lihat")
    with place:
        _SHOW[tab](person)


main()
