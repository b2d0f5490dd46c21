"""One visit: its owner finishes it while it is open, the Fasilitator verifies or returns it."""

import streamlit as st

from db.blitar.visiting.choices import mentors_to_choose
from db.blitar.visiting.opened_visit import OpenedVisit, one_visit, waiting_around
from db.refusals import NotFound
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import OPEN_TO_CHANGE
from domain.programme import NotAllowed, may
from domain.roles import Person
from pages.blitar.screen_tabs import VIEW, VisitsTab
from pages.blitar.visits.following import show_follow_ups
from pages.blitar.visits.verifying import show_said
from pages.blitar.visits.visit_as_read import show_heading, show_history, show_text
from pages.blitar.visits.visit_deciding import show_deciding
from pages.blitar.visits.visit_filters import filter_in_address
from pages.blitar.visits.visit_form import show_form
from pages.blitar.visits.visit_gallery import show_evidence
from pages.blitar.visits.visit_sending import SAVED, JustSaved
from pages.blitar.visits.visit_withdrawing import show_withdrawing
from pages.parts.saved_notice import say_saved
from pages.parts.store import database
from pages.parts.text import plain


def show_visit(person: Person, visit_id: int) -> None:
    """Show one visit: what to do with it first, then everything that it tells."""
    st.button("← Daftar kunjungan", on_click=_back, type="tertiary")
    try:
        with database().read() as session:
            found = one_visit(session, person, visit_id)
            mentors = mentors_to_choose(session, person)
    except (NotFound, NotAllowed) as refusal:
        st.error(plain(refusal.sentence))
        return
    _say_saved(visit_id)
    show_said()
    show_heading(found)
    mentor = next((one for one in mentors if one.mentor_id == found.visit.mentor_id), None)
    if mentor and found.state in OPEN_TO_CHANGE and _changes(person, found):
        show_form(person, mentor, stored=found)
        show_evidence(person, found)
        show_history(found)
        return
    _read(person, found)


def _read(person: Person, found: OpenedVisit) -> None:
    if may(person, BlitarPermission.VERIFY_VISITS, BLITAR):
        with database().read() as session:
            around = waiting_around(session, person, found.id, filter_in_address())
        show_deciding(person, found, around)
    show_evidence(person, found)
    if found.withdraws:
        show_withdrawing(person, found)
    show_text(found)
    show_follow_ups(person, found)
    show_history(found)


def _changes(person: Person, found: OpenedVisit) -> bool:
    if found.returned:
        st.warning(f"↩ Dikembalikan {plain(found.returned.by)}: {plain(found.returned.note)}")
    if not may(person, BlitarPermission.VERIFY_VISITS, BLITAR):
        return True
    return st.toggle("Ubah kunjungan ini atas nama Pendamping", key=f"kunjungan-ubah-{found.id}")


def _say_saved(visit_id: int) -> None:
    saved = st.session_state.get(SAVED)
    if isinstance(saved, JustSaved):
        del st.session_state[SAVED]
        if saved.visit_id == visit_id:
            say_saved(saved.told)


def _back() -> None:
    st.query_params.pop("kunjungan", None)
    st.session_state[VIEW] = VisitsTab.LIST.value
