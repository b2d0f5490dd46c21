"""A card for each Perangkat Daerah with the recommendations that are in no letter yet."""

from math import ceil

import streamlit as st

from db.blitar.reporting.waiting_recommendations import PAGE, AgencyWaiting, Waiting, waiting_items
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_date
from domain.money import number
from domain.programme import may
from domain.roles import Person
from pages.blitar.reports.recommendations.letter_words import heading_of
from pages.blitar.reports.recommendations.line_choice import show_choosing
from pages.blitar.reports.recommendations.open_letter import AGENCY, close_agency, open_agency
from pages.parts.store import database
from pages.parts.text import plain, shortened


def show_cards(person: Person, found: Waiting) -> None:
    """Show every card; the one in the address is open."""
    st.subheader(f"Belum masuk surat: {number(found.unbundled)} rekomendasi", anchor=False)
    if not found.agencies:
        st.caption("Tidak ada. Setiap rekomendasi yang terverifikasi sudah masuk surat.")
    wanted = st.query_params.get(AGENCY, "")
    for one in found.agencies:
        _card(person, one, is_open=one.agency == wanted)


def _card(person: Person, one: AgencyWaiting, *, is_open: bool) -> None:
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(
                f"**{plain(shortened(one.agency, 120))}**  \n{number(one.count)} rekomendasi, tertua dari "
                f"kunjungan {indonesian_date(one.oldest_on)}",
                width="stretch",
            )
            prepares = may(person, BlitarPermission.BUNDLE_RECOMMENDATIONS, BLITAR)
            label = "Siapkan surat" if prepares else "Lihat isinya"
            if is_open:
                st.button("Tutup", on_click=close_agency, key=f"tutup-{one.agency}")
            else:
                st.button(label, on_click=open_agency, args=(one.agency,), key=f"untuk-{one.agency}")
        if is_open:
            _opened(person, one, prepares=prepares)


def _opened(person: Person, one: AgencyWaiting, *, prepares: bool) -> None:
    key = f"halaman-{one.agency}"
    pages = ceil(one.count / PAGE)
    page = min(int(st.session_state.get(key) or 1), pages)
    with database().read() as session:
        items = waiting_items(session, person, one.agency, page=page)
    if pages > 1:
        st.pagination(pages, key=key, max_visible_pages=5)
    if prepares:
        show_choosing(person, one, items)
        return
    for item in items:
        st.markdown(f"**{heading_of(item)}**  \n{plain(item.told)}")
        st.caption(f"Permasalahan: {plain(item.problem)}")
