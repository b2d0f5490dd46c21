"""The two forms of assignments: a kecamatan given to a Pendamping, and an assignment ended."""

import streamlit as st

from db.blitar.staffing.assignments import assign, end_assignment
from domain.blitar.staffing.assignments import Assignment, AssignmentEnd
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Person
from pages.blitar.mentors.handing_over import open_handover_anew
from pages.blitar.mentors.register import DISTRICT_NAMES, Register, name_of
from pages.blitar.mentors.spreading import open_spread_anew
from pages.parts.fields import Form
from pages.parts.saved_notice import Saved
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import today

WANTED = "penugasan-kecamatan"
_GIVE, _END = "tugaskan", "akhiri-penugasan"


def show_area_forms(person: Person, register: Register) -> None:
    """Show both forms, closed until they are needed."""
    wanted = st.session_state.get(WANTED)
    with st.expander("Beri kecamatan kepada Pendamping", icon=":material/add:", expanded=bool(wanted)):
        _give(person, register, wanted)
    with st.expander("Akhiri penugasan", icon=":material/event_busy:"):
        _end(person, register)


def _give(person: Person, register: Register, wanted: str | None) -> None:
    form = Form(
        f"{nonce_of(_GIVE)}:{wanted or ''}", {"starts_on": today(), "district_code": wanted}, Assignment
    )
    people = {
        str(one.id): register.labels[one.id] for one in register.mentors if one.service.last_day >= today()
    }
    with st.container(border=True):
        code = form.ask("district_code", names=DISTRICT_NAMES)
        mentor = form.code("mentor_id", "Pendamping", people)
        starts_on = form.ask("starts_on")
        form.answer("temporary", form.tick("temporary", form.label_of("temporary")))
        form.ask("ends_on", help="Wajib bila sementara; kosongkan bila tetap")
        form.ask("note")
        sent = st.button("Tugaskan", type="primary", key=f"{form.nonce}:form:kirim")
    if not sent:
        return
    blank = [
        Problem(field, told)
        for field, value, told in (
            ("district_code", code, "Kecamatannya belum dipilih."),
            ("mentor_id", mentor, "Pendampingnya belum dipilih."),
            ("starts_on", starts_on, "Tanggal mulainya belum diisi."),
        )
        if value is None
    ]
    if say_problems([*form.problems, *blank], form) or code is None or mentor is None:
        return
    told = Assignment(mentor_id=int(mentor), **form.answers())
    said = Saved(
        f"{people[mentor]} ditugaskan di {name_of(code)} mulai {indonesian_date(starts_on)}.",
        correcting="Keliru? Akhiri penugasan itu di formulir di bawahnya; riwayatnya tetap terbaca.",
    )
    save(
        _GIVE,
        assign,
        person,
        told,
        said=said,
        fields=form,
        done_with=[WANTED],
        then=_open_anew,
        nonce=form.nonce,
    )


def _end(person: Person, register: Register) -> None:
    running = _running(register)
    if not running:
        st.caption("Tidak ada penugasan yang berjalan.")
        return
    form = Form(nonce_of(_END), {}, AssignmentEnd)
    with st.container(border=True):
        chosen = form.code("assignment", "Penugasan", running)
        last_day = form.ask("ends_on")
        form.ask("note")
        sent = st.button("Akhiri penugasan", type="primary", key=f"{form.nonce}:form:kirim")
    if not sent:
        return
    blank = [] if chosen else [Problem("assignment", "Penugasannya belum dipilih.")]
    if say_problems([*form.problems, *blank, *form.blanks()], form) or chosen is None:
        return
    ending = AssignmentEnd(**form.answers())
    said = f"Penugasan {running[chosen]} berakhir {indonesian_date(last_day)}."
    save(
        _END,
        end_assignment,
        person,
        int(chosen),
        ending,
        said=said,
        fields=form,
        then=_open_anew,
    )


def _open_anew() -> None:
    """Let what rests on the assignments be opened anew, as the person themselves changed them."""
    open_spread_anew()
    open_handover_anew()


def _running(register: Register) -> dict[str, str]:
    """The assignments that hold today or begin later, by kecamatan."""
    by_id = {one.id: one.service for one in register.mentors}
    found = [one for one in register.deployment.assignments if one.last_day(by_id[one.mentor_id]) >= today()]
    found = [one for one in found if one.last_day(by_id[one.mentor_id]) >= one.starts_on]
    return {
        str(one.id): f"{name_of(one.district_code)} — {register.labels[one.mentor_id]}"
        + (" (sementara)" if one.temporary else "")
        for one in sorted(found, key=lambda one: name_of(one.district_code))
    }
