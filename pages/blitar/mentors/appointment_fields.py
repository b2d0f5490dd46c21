"""The fields of an appointment: what is asked again on the day, the decree, and whom it replaces."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from db.office.people import personas
from domain.blitar.appointment import Appointment
from domain.blitar.instruments import at
from domain.blitar.judgement import Judgement
from domain.blitar.kinds import SubjectKind, WorkTie
from domain.blitar.roles import BlitarRole
from domain.blitar.staff_facts import CIVIL_SERVANT_ACCEPTED
from domain.roles import Person
from pages.blitar.mentors.register import Register
from pages.parts.fields import Form
from pages.parts.store import database, today


def read_status(form: Form, told: Appointment, person: Person) -> Appointment:
    """Ask what must hold on the day of the appointment (Pasal 5(2), 7.e, 7.i, 9(1))."""
    st.markdown("**Ditanyakan lagi pada hari penetapan**")
    servant = _ask(form, "civil_servant", at("9(1)").place)
    told = replace(told, civil_servant=servant)
    if told.kind is SubjectKind.FACILITATOR:
        academic = _ask(form, "academic", at("5(2)").place)
        professional = _ask(form, "professional", at("5(2)").place)
        judged = _accepted(form, person) if servant else {}
        return replace(told, academic=academic, professional=professional, judgements=judged)
    tie = _ask(form, "other_work_tie", at("7.e").place)
    ends_on = _ask(form, "other_contract_ends_on") if tie is WorkTie.FIXED_TERM else None
    party = _ask(form, "party_tie", at("7.i").place)
    return replace(told, other_work_tie=tie, other_contract_ends_on=ends_on, party_tie=party)


def _ask(form: Form, field: str, aside: str = "", help: str = "") -> Any:
    return form.ask(field, at=f"appointment.{field}", aside=aside, help=help)


def read_decree(form: Form, told: Appointment) -> tuple[Appointment, date | None]:
    """Ask for the decree and the last day of the contract."""
    st.markdown("**Keputusan Kepala Dinas dan kontrak**")
    decree = _ask(form, "decree", help="Disalin dari keputusannya")
    on = _ask(form, "appointed_on")
    return replace(told, decree=decree, appointed_on=on), form.ask("contract_until")


def read_replaced(form: Form, register: Register, kind: SubjectKind) -> int | None:
    """Ask whom this person replaces."""
    people = {str(one.id): register.labels[one.id] for one in register.everybody if one.kind is kind}
    told = form.code("replaces", "Menggantikan (bila ada)", people)
    return int(told) if told else None


def read_account(form: Form, kind: SubjectKind) -> int | None:
    """Ask with which account this person signs in."""
    role = BlitarRole.FACILITATOR if kind is SubjectKind.FACILITATOR else BlitarRole.MENTOR
    with database().read() as session:
        names = {str(one.id): one.name for one in personas(session) if role in one.roles}
    help_text = "Agar ia dapat mengisi jadwal kerjanya sendiri"
    told = form.code("account", "Akun masuk (bila sudah ada)", names, help=help_text)
    return int(told) if told else None


def _accepted(form: Form, person: Person) -> dict[str, Judgement]:
    answer = form.yes_no("accepted", f"{CIVIL_SERVANT_ACCEPTED.question} (tafsir B-22)")
    path = f"appointment.judgements.{CIVIL_SERVANT_ACCEPTED.key}.reason"
    reason = form.ask("accepted_reason", at=path, label="Alasan Kepala Dinas")
    if answer is None or not reason:
        return {}
    return {CIVIL_SERVANT_ACCEPTED.key: Judgement(answer, person.name, today(), reason)}
