"""The letters of one state as a list, each with the next step for who may take it."""

from math import ceil

import streamlit as st

from db.blitar.reporting.letter_pages import PAGE, ListedLetter, bundles
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import BundleState
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_moment
from domain.money import number
from domain.programme import may
from domain.roles import Person
from pages.blitar.reports.recommendations.letter_words import state_in_words, way_of
from pages.blitar.reports.recommendations.open_letter import open_letter
from pages.parts.store import database
from pages.parts.text import plain, shortened

_TITLES = {
    BundleState.DRAFT: "Menunggu ditetapkan Kepala Dinas",
    BundleState.RETURNED: "Dikembalikan Kepala Dinas untuk diperbaiki",
    BundleState.SET: "Menunggu dikirim",
    BundleState.SENT: "Menunggu jawaban",
    BundleState.ANSWERED: "Sudah dijawab",
}
_STEPS = {
    BundleState.DRAFT: "Tetapkan",
    BundleState.RETURNED: "Perbaiki",
    BundleState.SET: "Catat pengiriman",
    BundleState.SENT: "Catat jawaban",
}


def show_letters(person: Person, state: BundleState, count: int) -> None:
    """Show the letters of a state, the newest first; nothing where there are none."""
    if not count:
        return
    st.subheader(f"{_TITLES[state]}: {number(count)} surat", anchor=False)
    key, pages = f"surat-{state}", ceil(count / PAGE)
    page = min(int(st.session_state.get(key) or 1), pages)
    with database().read() as session:
        found = bundles(session, person, [state], page=page)
    for one in found:
        _row(person, one)
    if pages > 1:
        st.pagination(pages, key=key, max_visible_pages=5)


def may_step(person: Person, state: BundleState) -> bool:
    """Whether the next step of a letter in this state is this person's."""
    sets = may(person, BlitarPermission.SET_RECOMMENDATIONS, BLITAR)
    if state is BundleState.DRAFT:
        return sets
    if state is BundleState.RETURNED:
        return may(person, BlitarPermission.BUNDLE_RECOMMENDATIONS, BLITAR)
    return sets or may(person, BlitarPermission.BUNDLE_RECOMMENDATIONS, BLITAR)


def _row(person: Person, one: ListedLetter) -> None:
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(
                f"**{plain(shortened(one.agency, 120))}** · {_counted(one)}  \n{state_in_words(one)}  \n"
                f"{plain(way_of(one)) or _prepared(one)}",
                width="stretch",
            )
            steps = one.state in _STEPS and may_step(person, one.state)
            st.button(
                _STEPS[one.state] if steps else "Buka",
                on_click=open_letter,
                args=(one.id,),
                type="primary" if steps else "secondary",
                key=f"buka-surat-{one.id}",
            )
        if one.answer:
            st.markdown(f"Jawaban: {plain(shortened(one.answer, 300))}")
        if one.shaken:
            st.markdown(f"⚠ {one.shaken} kunjungan dalam surat ini dikembalikan sesudah dimasukkan ke surat.")


def _prepared(one: ListedLetter) -> str:
    return f"disiapkan {plain(one.made_by)}, {indonesian_moment(one.made_at)}"


def _counted(one: ListedLetter) -> str:
    if one.seen == one.size:
        return f"{one.size} rekomendasi"
    return f"tentang {plain(shortened(', '.join(one.clients), 120))}"
