"""The trainings of a Pendamping (Pasal 10), and the form that adds one."""

from typing import Any

import streamlit as st

from db.blitar.staffing.staff import StoredStaff
from db.blitar.staffing.trainings import record_training
from domain.blitar.instruments import at
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.training import Training
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.programme import may
from domain.roles import Person
from pages.blitar.mentors.register import Register
from pages.parts.asking_again import ask_if_same, ask_why_again, noting_same
from pages.parts.fields import Form
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.text import plain

_PLACE = at("10").place


def show_trainings(person: Person, register: Register, one: StoredStaff) -> None:
    """Show what somebody was trained in, and to the Fasilitator the form."""
    st.subheader("Bimbingan teknis", anchor=False)
    st.caption(f"Oleh Fasilitator atau lembaga terakreditasi BNSP ({_PLACE}, tafsir B-29).")
    own = register.trainings.get(one.id, ())
    if not own:
        st.markdown("Belum ada bimbingan teknis yang dicatat.")
    for each in own:
        told = [indonesian_date(each.on), f"{each.trainer.label}: {each.given_by}"]
        told += [f"{each.hours} jam"] if each.hours else []
        told += [f"sertifikat {each.certificate}"] if each.certificate else []
        st.markdown(f"**{plain(each.title)}**  \n{plain(' · '.join(told))}")
    if may(person, BlitarPermission.MANAGE_STAFF, BLITAR):
        with st.expander("Catat bimbingan teknis", icon=":material/add:"):
            _form(person, one)


def _form(person: Person, one: StoredStaff) -> None:
    name = f"bimtek-{one.id}"
    form = Form(nonce_of(name), {}, Training)
    with st.container(border=True):
        form.ask("title")
        trainer = form.ask("trainer")
        form.ask("given_by")
        on = form.ask("on")
        form.ask("hours", aside="bila diketahui")
        form.ask("certificate")
        because = ask_why_again(form.nonce)
        sent = st.button("Catat bimbingan teknis", type="primary", key=f"{form.nonce}:form:kirim")
    if not sent:
        return
    if trainer is None or on is None:
        blank = [Problem("trainer", f"Pilih siapa yang memberi bimbingan teknis ({_PLACE}).")]
        blank = [] if trainer else blank
        say_problems([*blank, *([] if on else [Problem("on", "Tanggalnya belum diisi.")])], form)
        return
    if say_problems(form.problems, form):
        return
    told = Training(**form.answers())
    said = f"Bimbingan teknis {one.name} tercatat."
    verb = noting_same(form.nonce, record_training)
    more: dict[str, Any] = {"nonce": form.nonce, "again_because": because}
    save(name, verb, person, one.id, told, said=said, fields=form, **more)
    ask_if_same(form.nonce)
