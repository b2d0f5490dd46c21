"""What waits in the mentoring for a person: binaan, visits and letters, kecamatan, and handovers."""

from collections.abc import Callable

import streamlit as st

from db.blitar.caseload.load import left_behind
from db.blitar.staffing.assignments import deployment
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.coverage import coverage_on
from domain.programme import may
from domain.roles import Person
from pages.blitar.home.binaan_work import show_caseload_waiting
from pages.blitar.home.mentoring_turns import show_turns
from pages.blitar.screens import COVERAGE, MENTORS
from pages.parts.store import database, today
from pages.parts.work_card import GO, work_card


def cards_for(person: Person) -> list[Callable[[Person], None]]:
    """What draws the cards of the work that is this person's."""
    return [draw for permission, draw in _CARDS if may(person, permission, BLITAR)]


def _coverage(person: Person) -> None:
    with database().read() as session:
        deployed = deployment(session, person)
    on_day = coverage_on(today(), deployed.services, deployed.assignments)
    uncovered = [one for one in on_day if not one.is_covered]
    with work_card("Kecamatan tanpa Pendamping", len(uncovered)):
        if uncovered:
            st.caption(", ".join(one.district.name for one in uncovered[:3]))
        st.page_link(COVERAGE, label="Buka Cakupan", icon=GO)


def _left_behind(person: Person) -> None:
    with database().read() as session:
        left = left_behind(session, person, today())
    with work_card("Binaan menunggu serah terima", left):
        st.page_link(MENTORS, label="Buka Pendamping", icon=GO)


_CARDS = (
    (BlitarPermission.RECORD_VISITS, show_caseload_waiting),
    (BlitarPermission.READ_REPORTS, show_turns),
    (BlitarPermission.READ_COVERAGE, _coverage),
    (BlitarPermission.HAND_OVER_CLIENTS, _left_behind),
)
