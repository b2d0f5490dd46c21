"""The map of the binaan that are left: a click on a kecamatan narrows the list to it."""

from collections.abc import Mapping

import streamlit as st

from domain.blitar.instruments import at
from domain.blitar.staffing.measures import printed
from domain.money import number
from domain.regions.regions import BLITAR_REGENCY, District, districts
from pages.blitar.clients.caseload.address_choices import VIEW, put
from pages.parts.map.map_choice import Choice, choice_of
from pages.parts.map.map_screen import show_map
from pages.parts.map.map_table import show_table
from pages.parts.map.marks import Mark
from pages.parts.map.shapes import shapes_of

_TITLE = "Binaan"
_CODES = tuple(one.code for one in districts(BLITAR_REGENCY.code))


def choose_on_map() -> Choice:
    """What map, table or address choose; asked before the filter is read."""
    return choice_of("binaan", _CODES)


def show_district_map(counts: Mapping[str | None, int], choice: Choice) -> None:
    """Show how many of the binaan that are left each kecamatan has."""
    marks = [_mark(one, counts.get(one.code, 0)) for one in districts(BLITAR_REGENCY.code)]
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.caption("Ketuk satu kecamatan untuk menyaring; ketuk di luar untuk melepaskannya.")
        show_map(
            BLITAR_REGENCY,
            shapes_of(BLITAR_REGENCY),
            marks,
            choice,
            title=_TITLE,
            printed=printed,
            unit="binaan",
        )
        if choice.code is not None:
            st.button("Lihat daftarnya", on_click=put, kwargs={VIEW: None}, icon=":material/table_rows:")
        if without := counts.get(None):
            st.caption(f"{number(without)} binaan tanpa kecamatan tidak tampak di peta.")
    with right:
        show_table(marks, choice, title=_TITLE, printed=printed, provision=at("11(2)").place)


def _mark(one: District, count: int) -> Mark:
    return Mark(one, count, number(count), f"{number(count)} binaan")
