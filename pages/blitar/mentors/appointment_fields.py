"""The fields of an appointment: what is asked again on the day, the decree, and whom it replaces."""

from dataclasses import replace
from datetime import date

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
    servant = form.yes_no("civil_servant", f"Berstatus ASN (PNS atau PPPK)? ({at('9(1)').place})")
    told = replace(told, civil_servant=servant)
    if told.kind is SubjectKind.FACILITATOR:
        academic = form.yes_no("academic", f"Berlatar belakang akademisi? ({at('5(2)').place})")
        professional = form.yes_no(
            "professional", f"Profesional di bidang koperasi dan usaha mikro? ({at('5(2)').place})"
        )
        judged = _accepted(form, person) if servant else {}
        return replace(told, academic=academic, professional=professional, judgements=judged)
    tie = form.choice("other_work_tie", f"Ikatan kerja dengan pihak lain ({at('7.e').place})", WorkTie)
    ends_on = None
    if tie is WorkTie.FIXED_TERM:
        ends_on = form.day("other_contract_ends_on", "Kontrak dengan pihak lain berakhir")
    party = form.yes_no("party_tie", f"Anggota atau pengurus partai politik? ({at('7.i').place})")
    return replace(told, other_work_tie=tie, other_contract_ends_on=ends_on, party_tie=party)


def read_decree(form: Form, told: Appointment) -> tuple[Appointment, date | None]:
    """Ask for the decree and the last day of the contract."""
    st.markdown("**Keputusan Kepala Dinas dan kontrak**")
    decree = form.text("decree", "Nomor Keputusan Kepala Dinas", help="Disalin dari keputusannya")
    on = form.day("appointed_on", "Tanggal penetapan")
    until = form.day("contract_until", "Hari terakhir kontrak")
    return replace(told, decree=decree, appointed_on=on), until


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
    reason = form.text("accepted_reason", "Alasan Kepala Dinas", long=True)
    if answer is None or not reason:
        return {}
    return {CIVIL_SERVANT_ACCEPTED.key: Judgement(answer, person.name, today(), reason)}
