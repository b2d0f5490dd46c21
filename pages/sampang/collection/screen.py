"""Penagihan: up to when the bank's data is in, who is due and late, the age of arrears, the bank's files."""

from enum import StrEnum

import streamlit as st

from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from pages.parts.acting import must_be
from pages.parts.tabs import open_tab
from pages.sampang.bank_files.bank_duty import show_bank_duty
from pages.sampang.bank_files.data_until import show_data_until
from pages.sampang.bank_files.file_desk import show_bank_files
from pages.sampang.bank_files.opened_bank_file import FILE
from pages.sampang.collection.ageing import show_ageing
from pages.sampang.collection.next_steps import show_waiting_letters
from pages.sampang.collection.red_list_card import show_red_list
from pages.sampang.collection.running import show_running
from pages.sampang.collection.write_off_card import show_claims


class CollectionTab(StrEnum):
    """The tabs of Penagihan."""

    RUNNING = "Pinjaman berjalan"
    NEXT_STEPS = "Langkah berikutnya"
    AGEING = "Umur tunggakan"
    RED_LIST = "Daftar merah"
    WRITTEN_OFF = "Hapus buku"
    BANK_FILES = "Berkas bank"
    BANK_DUTY = "Kewajiban bank"


_SHOW = {
    CollectionTab.RUNNING: show_running,
    CollectionTab.NEXT_STEPS: show_waiting_letters,
    CollectionTab.AGEING: show_ageing,
    CollectionTab.RED_LIST: show_red_list,
    CollectionTab.WRITTEN_OFF: show_claims,
    CollectionTab.BANK_FILES: show_bank_files,
    CollectionTab.BANK_DUTY: show_bank_duty,
}


def main() -> None:
    """Show the screen."""
    person = must_be(SAMPANG, SampangPermission.READ_COLLECTION)
    st.title("Penagihan")
    show_data_until(person)
    # The bank comes for its file, also who follows a link to one; the office for who is late.
    is_of_file = SampangRole.BANK in person.roles or FILE in st.query_params
    comes_for = CollectionTab.BANK_FILES if is_of_file else CollectionTab.RUNNING
    tab, place = open_tab(list(CollectionTab), "lihat", first=comes_for)
    with place:
        _SHOW[tab](person)


main()
