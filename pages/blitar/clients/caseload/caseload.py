"""The caseload: what needs attention, then filters, table, map and loads."""

from typing import Any

import streamlit as st

from db.blitar.caseload.attention import attention_counts
from db.blitar.caseload.client_filters import ClientFilter, Facet
from db.blitar.caseload.explorer import Explored, explore
from db.office.practice import law_of
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.clients.caseload.address_choices import (
    SEARCH,
    VIEW,
    put,
    segments,
    sort_now,
    state_now,
    type_in,
    wanted_now,
)
from pages.blitar.clients.caseload.attention import show_attention
from pages.blitar.clients.caseload.carrying import show_loads
from pages.blitar.clients.caseload.client_filters import (
    filter_in_words,
    show_filters,
    show_more_filters,
    show_quick_views,
    show_what_is_left,
)
from pages.blitar.clients.caseload.client_map import choose_on_map, show_district_map
from pages.blitar.clients.caseload.client_story import show_story
from pages.blitar.clients.caseload.client_table import PAGE_SIZE, page_now, show_table, table_key
from pages.blitar.clients.caseload.list_workbook import offer_workbook
from pages.parts.opened_row import is_row_opened
from pages.parts.store import database, today

_TABLE, _MAP, _LOADS = "tabel", "peta", "beban"
_EMPTY = (
    "Belum ada binaan. Catat koperasi atau usaha mikro pertama, atau tunggu serah terima dari Fasilitator."
)


def show_caseload(person: Person) -> None:
    """Show the list of binaan."""
    choice = choose_on_map()
    wanted, sort = wanted_now(), sort_now()
    state = state_now()
    page = page_now(state)
    with database().read() as session:
        law = law_of(session, BLITAR, today())
        counts = attention_counts(session, person, law)
        found = explore(session, person, wanted, law, page=page, page_size=PAGE_SIZE, sort=sort)
    _title(person)
    if not found.counts.everybody and wanted == ClientFilter():
        st.info(_EMPTY)
        return
    show_attention(person, counts, law)
    sees_all = may(person, BlitarPermission.VERIFY_VISITS, BLITAR) or may(
        person, BlitarPermission.DECIDE_UPGRADES, BLITAR
    )
    show_quick_views()
    show_filters(found, law, with_mentors=sees_all)
    views = {_TABLE: "Tabel", _MAP: "Peta", **({_LOADS: "Beban Pendamping"} if sees_all else {})}
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        view = segments(VIEW, "Tampilan", views)
        show_what_is_left(found, wanted)
        show_more_filters(found)
        told = filter_in_words(wanted, found.mentors)
        offer_workbook(person, wanted, told, sort, law, count=found.counts.fitting)
    if view == _MAP:
        show_district_map(found.counts.by[Facet.DISTRICT], choice)
    elif view == _LOADS:
        show_loads(person, law)
    else:
        _list(person, found, state, page, law)


def _title(person: Person) -> None:
    places: dict[str, Any] = {"vertical_alignment": "center", "horizontal_alignment": "distribute"}
    with st.container(horizontal=True, key="kepala-layar", **places):
        st.title("Binaan", width="content")
        type_in(SEARCH, "Cari binaan", "Cari nama atau nomor")
        if may(person, BlitarPermission.EDIT_CLIENTS, BLITAR):
            st.button("Binaan baru", on_click=put, kwargs={"isi": "baru"}, icon=":material/add:", key="baru")
        if may(person, BlitarPermission.HAND_OVER_CLIENTS, BLITAR):
            told, icon = {"isi": "daftar"}, ":material/upload_file:"
            st.button("Daftar (Excel)", on_click=put, kwargs=told, icon=icon, key="daftar-binaan-baru")


def _list(person: Person, found: Explored, state: str, page: int, law: LawInForce) -> None:
    beside = is_row_opened(table_key(state, page))
    left, *right = st.columns([5, 3] if beside else 1, gap="medium")
    with left:
        chosen = show_table(found, state, page, law)
    if right and chosen is not None:
        with right[0]:
            show_story(person, chosen)
