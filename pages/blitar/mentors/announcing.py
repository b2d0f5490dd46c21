"""At the top of the screen: contracts about to end, binaan left behind, and kecamatan without anybody."""

from datetime import date

import streamlit as st

from db.blitar.staffing.staff import StoredStaff
from domain.blitar.instruments import at
from domain.blitar.parameters import DAYS_BEFORE_CONTRACT_END
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.coverage import coverage_on
from domain.blitar.staffing.service_state import ServiceState, state_in_words, state_of
from domain.programme import may
from domain.regulation.law_in_force import LawInForce
from domain.regulation.wording import parameter_value
from domain.roles import Person
from pages.blitar.mentors.register import Register, go_to
from pages.blitar.screen_tabs import MentorsTab
from pages.parts.signs import LATE
from pages.parts.store import today
from pages.parts.text import plain

_CONTRACT = at("9(2).c", "habis Kontrak Kerja").place
_AREA = at("11(2)").place
_SEE_TO_IT = (BlitarPermission.MANAGE_STAFF, BlitarPermission.APPOINT_STAFF)


def show_announcements(person: Person, register: Register) -> None:
    """Show what somebody has to see to, and a Pendamping only their own contract."""
    soon = [one for one in register.everybody if state_of(one.service, register.law) is ServiceState.ENDING]
    if not any(may(person, each, BLITAR) for each in _SEE_TO_IT):
        for one in soon:
            if one.person_id == person.id:
                st.warning(f"{LATE} Tugas Anda {state_in_words(one.service, today())} ({_CONTRACT}).")
        return
    _contracts(register.law, soon)
    _left_behind(person, register)
    _uncovered(register)


def _contracts(law: LawInForce, soon: list[StoredStaff]) -> None:
    if not soon:
        return
    by_day: dict[date, list[StoredStaff]] = {}
    for one in sorted(soon, key=lambda one: (one.service.last_day, one.name)):
        by_day.setdefault(one.service.last_day, []).append(one)
    ahead = parameter_value(DAYS_BEFORE_CONTRACT_END, law.values[DAYS_BEFORE_CONTRACT_END.key])
    with st.expander(f"{LATE} **{len(soon)} orang segera berakhir tugasnya** (setelan kantor: {ahead})"):
        for people in by_day.values():
            names = ", ".join(plain(one.name) for one in people)
            until = state_in_words(people[0].service, today())
            st.markdown(f"**{until}** · {len(people)} orang: {names}")
        st.caption(
            f"Kontrak yang habis mengakhiri tugas dengan sendirinya ({_CONTRACT}). Siapkan penetapan baru "
            "atau pengganti, penugasan kecamatannya, dan serah terima binaannya."
        )


def _left_behind(person: Person, register: Register) -> None:
    left = [one for one in register.mentors if one.clients and not _still_serves(one, register)]
    for one in left:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(
                f"✕ **{one.clients} binaan** masih atas nama {plain(one.name)}, yang "
                f"{state_in_words(one.service, today())}.",
                width="content",
            )
            if may(person, BlitarPermission.HAND_OVER_CLIENTS, BLITAR):
                st.button(
                    ":primary[Serah terimakan →]",
                    key=f"ke-serah-{one.id}",
                    type="tertiary",
                    on_click=go_to,
                    args=(MentorsTab.HANDOVER,),
                )


def _still_serves(one: StoredStaff, register: Register) -> bool:
    return state_of(one.service, register.law) is not ServiceState.ENDED


def _uncovered(register: Register) -> None:
    found = coverage_on(today(), register.deployment.services, register.deployment.assignments)
    names = [one.district.name for one in found if not one.is_covered]
    if names:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(
                f"✕ **{len(names)} kecamatan tanpa Pendamping** ({_AREA}): {', '.join(names)}.",
                width="content",
            )
            st.button(
                ":primary[Atur penugasan →]",
                key="ke-penugasan",
                type="tertiary",
                on_click=go_to,
                args=(MentorsTab.AREAS,),
            )
