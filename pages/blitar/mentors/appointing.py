"""The appointment by the Kepala Dinas: out of the selection, or a Fasilitator directly (Pasal 5, 9, 11)."""

from typing import Any

import streamlit as st

from db.blitar.staffing.staff import NewStaff, appoint
from domain.blitar.appointment import Appointment
from domain.blitar.examining import examine_appointment
from domain.blitar.instruments import at
from domain.blitar.kinds import SubjectKind
from domain.blitar.law import law_on
from domain.blitar.staffing.appointing import check_appointment
from domain.blitar.staffing.staff_papers import AppointmentDecree
from domain.labelled import Labelled
from domain.roles import Person
from pages.blitar.mentors.appointable import Selected, selected
from pages.blitar.mentors.appointment_check import show_check
from pages.blitar.mentors.appointment_fields import read_account, read_decree, read_replaced, read_status
from pages.blitar.mentors.appointment_paper import decree_printed, offer_decree
from pages.blitar.mentors.mentor_card import REPLACES
from pages.blitar.mentors.register import DISTRICT_NAMES, Register
from pages.parts.fields import Form
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import today

_FORM = "penetapan"


class Source(Labelled):
    """Where somebody who is appointed comes from."""

    SELECTION = "selection", "Pendamping dari seleksi"
    BY_HAND = "by_hand", "Pendamping, isi dengan tangan"
    DIRECT = "direct", "Fasilitator"


def show_appointing(person: Person, register: Register) -> None:
    """Show the form, and what the provisions find on the day of the appointment."""
    source = _source()
    chosen = _candidate(person, register) if source is Source.SELECTION else None
    if source is Source.SELECTION and chosen is None:
        return
    form = _form(source, chosen)
    kind = SubjectKind.FACILITATOR if source is Source.DIRECT else SubjectKind.MENTOR
    name = chosen.stored.candidate.name if chosen else form.ask("name", at="appointment.name")
    nik = None if chosen else form.ask("nik")
    home = form.ask("home_code", names=DISTRICT_NAMES)
    told = read_status(form, Appointment(kind=kind, name=name), person)
    told, until = read_decree(form, told)
    replaces_id, person_id = read_replaced(form, register, kind), read_account(form, kind)
    law = law_on(told.appointed_on or today(), register.law.practice)
    show_check(examine_appointment(told, law))
    with st.container(horizontal=True):
        pressed = st.button("Tetapkan", type="primary", key=f"{form.nonce}:appoint")
        offer_decree(
            person,
            AppointmentDecree(
                appointment=told,
                until=until,
                home_code=home,
                selected_in=chosen.selected_in if chosen else "",
                replaces=next((one.name for one in register.everybody if one.id == replaces_id), ""),
            ),
        )
    if not pressed:
        return
    if say_problems([*form.problems, *check_appointment(told, nik, home, until)], form) or until is None:
        return
    new = NewStaff(
        appointment=told,
        nik=nik,
        home_code=home,
        contract_until=until,
        candidate_id=chosen.stored.id if chosen else None,
        replaces_id=replaces_id,
        person_id=person_id,
    )
    more: dict[str, Any] = {"nonce": nonce_of(_FORM), "printed": decree_printed(person, told)}
    save(_FORM, appoint, person, new, said=_said(told), fields=form, done_with=[REPLACES], **more)


def _source() -> Source:
    told = st.segmented_control(
        "Siapa yang ditetapkan",
        list(Source),
        format_func=lambda one: one.label,
        default=Source.SELECTION,
        required=True,
        key="penetapan-sumber",
    )
    source = Source(told)
    st.caption(_rests_on(source))
    return source


def _rests_on(source: Source) -> str:
    if source is Source.DIRECT:
        return f"Ditunjuk langsung dan ditetapkan Kepala Dinas ({at('5(1)').place}), tanpa seleksi."
    told = f"Ditunjuk melalui seleksi dan ditetapkan dengan Keputusan Kepala Dinas ({at('11(1)').place})."
    if source is Source.BY_HAND:
        told += " Hanya bagi yang lulus seleksi sebelum program ini dipakai, atau yang kontraknya diperbarui."
    return told


def _candidate(person: Person, register: Register) -> Selected | None:
    found = selected(person, register)
    if not found:
        st.info("Semua peserta yang lulus sudah ditetapkan, atau belum ada hasil seleksi yang dicatat.")
        return None
    key = st.selectbox(
        "Peserta yang lulus",
        list(found),
        index=None,
        format_func=lambda number: found[number].label,
        placeholder="Pilih peserta …",
        key="penetapan-peserta",
    )
    chosen = found.get(key) if key else None
    if chosen and chosen.is_reserve:
        st.warning("Ia peserta cadangan. Sebutkan dalam keputusan siapa peserta lulus yang digantikannya.")
    return chosen


def _form(source: Source, chosen: Selected | None) -> Form:
    replaced = st.session_state.get(REPLACES)
    start: dict[str, object] = {"appointed_on": today(), "replaces": str(replaced) if replaced else None}
    if chosen:
        start["home_code"] = chosen.stored.candidate.domicile.place.district_code
    number = chosen.stored.id if chosen else 0
    return Form(f"{nonce_of(_FORM)}:{source}:{number}", start, NewStaff)


def _said(told: Appointment) -> str:
    said = f"{told.name} ditetapkan sebagai {told.kind.label}."
    said = f"{said} Keputusannya dapat diunduh dari kartunya."
    return said if told.kind is SubjectKind.FACILITATOR else f"{said} Beri kecamatannya di tab Penugasan."
