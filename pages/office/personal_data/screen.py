"""Data pribadi: what a programme keeps about one person, and what is erased when its time is over."""

from enum import StrEnum

import streamlit as st

from domain.roles import OfficePermission
from pages.office.personal_data.own_record_part import show_own_record
from pages.office.personal_data.retention_part import show_retention
from pages.parts.acting import must_be_in_one
from pages.parts.installation import served
from pages.parts.tabs import open_tab


class Tab(StrEnum):
    """The tabs of the screen."""

    OWN_RECORD = "Catatan diri"
    RETENTION = "Retensi"


def main() -> None:
    """Show the screen."""
    st.title("Data pribadi")
    must_be_in_one(served(), OfficePermission.READ_OWN_RECORD)
    tab, place = open_tab(tuple(Tab), "bagian")
    with place:
        if tab is Tab.OWN_RECORD:
            show_own_record()
        else:
            show_retention()


main()
