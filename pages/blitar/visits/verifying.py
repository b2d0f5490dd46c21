"""Verifying and returning: each press acts on the versions that were on the screen."""

from collections.abc import Sequence

import streamlit as st

from db.blitar.visiting.verifying import return_visit, verify_visits
from db.blitar.visiting.visit_list import VisitLine
from domain.money import number
from domain.roles import Person
from pages.parts.sending import Refusal, attempt, forget, nonce_of
from pages.parts.text import plain

_SAID = "kunjungan-dikatakan"
_FORM = "kunjungan-verifikasi"
_HERE = "kunjungan"


def show_said() -> None:
    """Say what came of the last press, once."""
    good, told = st.session_state.pop(_SAID, (True, ""))
    # Always a place, also an empty one, so that what stands below stays open as it was.
    with st.container():
        if told and good:
            st.success(f"✔ {plain(told)}")
        elif told:
            st.error(plain(told))


def show_verifying(person: Person, ticked: Sequence[VisitLine], waiting: int) -> None:
    """Show one button for all that are ticked, saying how many of them have a warning."""
    if not ticked:
        return
    odd = sum(bool(line.warnings) for line in ticked)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            f"Verifikasi {number(len(ticked))} kunjungan",
            type="primary",
            icon=":material/done_all:",
            key="kunjungan-verifikasi-semua",
            on_click=verify,
            args=(person, [(line.id, line.version) for line in ticked]),
        )
        if odd:
            st.markdown(f"⚠ {number(odd)} di antaranya perlu dilihat.", width="content")


def verify(person: Person, visits: Sequence[tuple[int, int]], then: int | None = None) -> None:
    """Verify visits in the versions that were shown; then open another, if one is named."""
    done = attempt(lambda session, at: verify_visits(session, person, visits, nonce=nonce_of(_FORM), at=at))
    if isinstance(done, Refusal):
        st.session_state[_SAID] = (False, done.sentence)
        return
    forget(_FORM)
    st.session_state[_SAID] = (True, f"{number(done.result)} kunjungan diverifikasi.")
    go_to(then)


def send_back(person: Person, visit_id: int, version: int, field: str, then: int | None) -> None:
    """Return a visit with the note that stands in a field; then open another, if one is named."""
    note = str(st.session_state.get(field) or "").replace("\0", "").strip()
    done = attempt(
        lambda session, at: return_visit(session, person, visit_id, version=version, note=note, at=at)
    )
    if isinstance(done, Refusal):
        st.session_state[_SAID] = (False, done.sentence)
        return
    st.session_state.pop(field, None)
    st.session_state[_SAID] = (True, "Kunjungan dikembalikan kepada Pendamping dengan catatan.")
    go_to(then)


def go_to(visit_id: int | None) -> None:
    """Open a visit, or stay; also for use as a button's callback."""
    if visit_id is not None:
        st.query_params[_HERE] = str(visit_id)
