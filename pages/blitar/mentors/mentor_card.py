"""One Pendamping or Fasilitator: the appointment, the kecamatan, the trainings, and the ending."""

import streamlit as st

from db.blitar.staffing.staff import StoredStaff
from domain.blitar.ending import Ending
from domain.blitar.examining import examine_appointment
from domain.blitar.instruments import at
from domain.blitar.kinds import SubjectKind
from domain.blitar.law import law_on
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.service_state import state_in_words
from domain.dates import indonesian_date
from domain.programme import may
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.mentors.appointment_check import show_findings
from pages.blitar.mentors.register import Register, name_of
from pages.blitar.mentors.register_table import state_badge
from pages.blitar.mentors.service_ending import show_ending_form
from pages.blitar.mentors.staff_paper_part import show_staff_papers
from pages.blitar.mentors.training import show_trainings
from pages.blitar.screen_tabs import VIEW, MentorsTab
from pages.parts.store import today
from pages.parts.text import plain, shortened

REPLACES = "penetapan-menggantikan"


def show_card(person: Person, register: Register, one: StoredStaff) -> None:
    """Show everything about one person."""
    st.button("← Semua Pendamping dan Fasilitator", on_click=_back, type="tertiary")
    st.title(plain(shortened(one.name, 120)))
    st.caption(
        f"{one.kind.label} · Keputusan {plain(one.decree)}, {indonesian_date(one.service.appointed_on)} · "
        f"kontrak sampai {indonesian_date(one.service.contract_until)}"
    )
    st.markdown(f"**{state_badge(one, register)}** · {state_in_words(one.service, today())}")
    _replacement(person, register, one)
    _background(register.law, one)
    if one.kind is SubjectKind.MENTOR:
        _areas(register, one)
        show_trainings(person, register, one)
    show_staff_papers(person, one)
    _ending(one.ending)
    show_ending_form(person, register, one)


def _back() -> None:
    st.query_params.pop("orang", None)


def _replacement(person: Person, register: Register, one: StoredStaff) -> None:
    before = next((each for each in register.everybody if each.id == one.replaces_id), None)
    after = [each for each in register.everybody if each.replaces_id == one.id]
    if before:
        st.markdown(f"Menggantikan **{plain(before.name)}**.")
    for each in after:
        st.markdown(
            f"Digantikan **{plain(each.name)}** sejak {indonesian_date(each.service.appointed_on)} "
            f"({plain(each.decree)})."
        )
    if not after and may(person, BlitarPermission.APPOINT_STAFF, BLITAR):
        st.button("Tetapkan penggantinya", on_click=_replace, args=(one.id,), icon=":material/person_add:")


def _replace(staff_id: int) -> None:
    st.query_params.pop("orang", None)
    st.session_state[REPLACES], st.session_state[VIEW] = staff_id, MentorsTab.APPOINTING


def _background(law: LawInForce, one: StoredStaff) -> None:
    st.subheader("Saat penetapan", anchor=False)
    found = examine_appointment(one.background, law_on(one.service.appointed_on, law.practice))
    show_findings(found)
    for judged in one.background.judgements.values():
        st.caption(plain(judged.in_words))
    if one.service.home:
        st.caption(f"Tinggal di Kecamatan {name_of(one.service.home)}.")


def _areas(register: Register, one: StoredStaff) -> None:
    st.subheader("Penugasan", anchor=False)
    own = [each for each in register.deployment.assignments if each.mentor_id == one.id]
    st.caption(f"{one.clients} binaan terbuka. Wilayah kerja: {at('11(2)').place}.")
    if not own:
        st.markdown("Belum pernah diberi kecamatan.")
    for each in reversed(own):
        last, first = each.last_day(one.service), indonesian_date(each.starts_on)
        kind = ", sementara" if each.temporary else ""
        if last < each.starts_on:
            when = f"dibatalkan sebelum mulai {first}"
        elif each.holds_on(today(), one.service):
            when = f"sejak {first}, sampai {indonesian_date(last)}"
        else:
            when = f"{first} sampai {indonesian_date(last)}"
        sign = "✔" if each.holds_on(today(), one.service) else "–"
        st.markdown(f"{sign} **{name_of(each.district_code)}** · {when}{kind}")


def _ending(ending: Ending | None) -> None:
    if ending is None or ending.last_day is None:
        return
    st.subheader("Berakhir", anchor=False)
    st.markdown(
        f"**{ending.ground.label}** ({ending.ground.citation.place}), hari terakhir bertugas "
        f"{indonesian_date(ending.last_day)}."
    )
    decision = ending.decision
    if decision.on:
        st.markdown(
            f"Keputusan {plain(decision.decree)}, {indonesian_date(decision.on)}, oleh {plain(decision.by)}: "
            f"{plain(decision.reason)}"
        )
    if ending.note:
        st.caption(plain(ending.note))
