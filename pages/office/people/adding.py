"""The form that adds somebody who is to sign in; roles follow on the opened person."""

import streamlit as st

from db.office.people_access import add_someone
from domain.entering.role_terms import NewPerson
from domain.programme import Programme
from domain.roles import Person
from pages.parts.fields import Form
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems

_FORM = "pengguna-baru"


def add_form(person: Person, programme: Programme) -> None:
    """Ask for the name and the address."""
    form = Form(nonce_of(_FORM), {}, NewPerson)
    with st.expander("Tambah pengguna", icon=":material/person_add:"):
        st.caption(
            "Orang itu masuk dengan akun yang beralamat surel ini; aplikasi tidak menyimpan kata sandi. "
            "Tanpa peran belum ada yang dapat dilihatnya: beri peran sesudah ditambahkan."
        )
        form.ask("name")
        form.ask("email", hint="nama@dinas.go.id")
        sent = st.button("Tambahkan", type="primary", key=f"{form.nonce}:kirim")
    if not sent or say_problems([*form.problems, *form.blanks()], form):
        return
    told = NewPerson(**form.answers())
    said = "Pengguna ditambahkan. Buka namanya di daftar untuk memberi peran."
    save(_FORM, add_someone, person, programme, told, said=said, fields=form, nonce=form.nonce)
