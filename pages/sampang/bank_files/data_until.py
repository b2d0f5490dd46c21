"""Up to which day the bank's data is in, said wherever something depends on it (VII.8)."""

import streamlit as st

from db.sampang.bank_files.coverage import bank_coverage
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.bank_file.bank_coverage import data_until, missing_months
from domain.sampang.programme import SAMPANG
from pages.parts.places import place_link
from pages.parts.store import database, today


def show_data_until(person: Person) -> None:
    """Say up to when the data is in, and which month is late."""
    with database().read() as session:
        until = data_until(bank_coverage(session, person))
    told = "belum ada" if until is None else f"s.d. {indonesian_date(until)}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**Data bank {told}**", width="content")
        place_link(SAMPANG, "VII.8", key="data-bank-VII.8")
    if late := missing_months(until, today()):
        st.warning(f"{late} Surat teguran tidak diusulkan dari data yang belum masuk (tafsir O-09).")
