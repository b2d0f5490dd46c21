"""One round: its header, and the tabs of applicants, matrix, tests and results."""

import streamlit as st

from domain.blitar.selecting.rounds import RoundStage
from domain.dates import indonesian_date
from pages.blitar.selection.applicants import show_applicants
from pages.blitar.selection.evidence import show_points
from pages.blitar.selection.matrix_tab import show_matrix
from pages.blitar.selection.outcome_signs import candidate_badge, outcome_words
from pages.blitar.selection.results_tab import show_results
from pages.blitar.selection.round_papers import offer_papers
from pages.blitar.selection.round_places import CHANGE, MANY, NEW, TAB, go
from pages.blitar.selection.testing import show_testing
from pages.blitar.selection.viewing import Entry, View
from pages.parts.text import plain, shortened

_TABS = {
    "Pendaftar": show_applicants,
    "Matriks": show_matrix,
    "Ujian & wawancara": show_testing,
    "Hasil": show_results,
}


def show_round(view: View) -> None:
    """Show one round."""
    # In a place of its own, so that the tabs below keep theirs, and with it the one that is open.
    with st.container():
        _heading(view)
    tabs = st.tabs(list(_TABS), key=TAB, bind="query-params", on_change="rerun")
    for tab, show in zip(tabs, _TABS.values(), strict=True):
        if tab.open:
            with tab:
                show(view)


def _heading(view: View) -> None:
    wanted = view.stored.round
    st.button("← Semua seleksi", on_click=go, type="tertiary")
    st.title(plain(shortened(wanted.title, 120)))
    st.markdown(f":blue-badge[{view.stage.label}] {plain(_period(view))}")
    announced = wanted.announcement_number or "belum bernomor"
    st.caption(
        f"Pengumuman {plain(announced)}, {indonesian_date(wanted.announced_on)} (Pasal 8 huruf b) · "
        f"lulus {view.passed} dari kuota {wanted.quota} · {len(view.entries)} pendaftar"
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        if view.runs:
            st.button(
                "Daftarkan calon",
                type="primary",
                icon=":material/person_add:",
                disabled=view.stage is RoundStage.ANNOUNCED,
                help="Pendaftaran belum dibuka" if view.stage is RoundStage.ANNOUNCED else None,
                on_click=go,
                kwargs={"round_id": view.stored.id, "filling": NEW},
            )
            if view.stage is not RoundStage.ANNOUNCED:
                st.button(
                    "Banyak sekaligus",
                    icon=":material/group_add:",
                    on_click=go,
                    kwargs={"round_id": view.stored.id, "filling": MANY},
                )
            st.button(
                "Ubah seleksi",
                icon=":material/edit:",
                on_click=go,
                kwargs={"round_id": view.stored.id, "filling": CHANGE},
            )
        offer_papers(view)


def _period(view: View) -> str:
    wanted, left = view.stored.round, view.stored.round.days_left(view.day)
    period = f"{indonesian_date(wanted.opens_on)} sampai {indonesian_date(wanted.closes_on)}"
    # Its stage, which stands before it, says that registration is open.
    period = period if view.stage is RoundStage.OPEN else f"Pendaftaran {period}"
    if left is None or view.stored.is_decided:
        return period
    return f"{period}, {'hari terakhir' if left == 0 else f'{left} hari lagi'}"


def show_candidate(view: View, entry: Entry) -> None:
    """Show one registration to somebody who cannot change it."""
    st.button("← Kembali ke seleksi", type="tertiary", on_click=go, kwargs={"round_id": view.stored.id})
    st.title(plain(shortened(entry.stored.candidate.name, 120)))
    candidate = entry.stored.candidate
    told = [f"Pendaftar nomor {entry.stored.number}", f"NIK {candidate.nik or 'belum diisi'}"]
    if candidate.registered_on:
        told.append(f"mendaftar {indonesian_date(candidate.registered_on)}")
    st.caption(plain(" · ".join(told)))
    candidate_badge(entry.standing.verdict)
    outcome = entry.standing.outcome
    st.markdown(f"Hasil: **{outcome_words(entry.standing.outcome_kind)}**")
    if outcome:
        st.markdown(plain(" ".join(filter(None, (outcome.reason, outcome.reading_reason)))))
    show_points(entry.found)
