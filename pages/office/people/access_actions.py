"""What is done to somebody's access: the address, the account, their sign-ins, and ending it altogether."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from db.office.people_access import (
    change_email,
    deactivate_person,
    end_sign_ins_of,
    reactivate_person,
    release_account,
)
from db.office.people_list import PersonTold
from domain.entering.role_terms import Because, EmailChanged
from domain.programme import Programme
from domain.roles import Person
from pages.parts.fields import Form
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems


def show_access(person: Person, programme: Programme, told: PersonTold) -> None:
    """Offer what makes sense for this person."""
    st.markdown("**Akses**")
    with st.container(horizontal=True, key=f"akses-{told.id}"):
        _email(person, programme, told)
        if told.signed_in:
            _because(
                "Keluarkan dari semua perangkat",
                "Semua sesi masuk orang ini berakhir; perannya tetap.",
                ":material/logout:",
                "Sesi masuk orang ini diakhiri.",
                end_sign_ins_of,
                (person, programme, told.id),
            )
        if told.has_account:
            _because(
                "Lepas akun",
                "Akun yang dipakai saat pertama masuk dilupakan: yang masuk berikutnya dengan alamat ini "
                "boleh akun lain. Hanya bila akunnya memang dibuat ulang.",
                ":material/link_off:",
                "Akun dilepas.",
                release_account,
                (person, programme, told.id),
            )
        if told.active:
            _because(
                "Nonaktifkan",
                "Semua perannya berakhir seketika dan sesinya diakhiri. Namanya tetap pada catatan.",
                ":material/person_off:",
                "Pengguna dinonaktifkan.",
                deactivate_person,
                (person, programme, told.id),
            )
        else:
            _because(
                "Aktifkan",
                "Boleh diberi peran lagi; peran yang dahulu tetap berakhir.",
                ":material/person_check:",
                "Pengguna diaktifkan. Beri peran yang baru.",
                reactivate_person,
                (person, programme, told.id),
            )


def _email(person: Person, programme: Programme, told: PersonTold) -> None:
    name = f"ganti-surel-{told.id}"
    form = Form(nonce_of(name), {}, EmailChanged)
    with st.popover("Ganti surel", icon=":material/alternate_email:", key=f"{name}:buka"):
        st.markdown("Akun yang lama dilepas dan sesi masuknya berakhir.")
        form.ask("email", hint="nama@dinas.go.id")
        form.ask("reason")
        sent = st.button("Ganti alamat surel", type="primary", key=f"{form.nonce}:kirim")
    if not sent or say_problems([*form.problems, *form.blanks()], form):
        return
    changed, given = EmailChanged(**form.answers()), (person, programme, told.id)
    said = "Alamat surel diganti."
    save(name, change_email, *given, changed, said=said, fields=form, nonce=form.nonce)


def _because(
    button: str, what: str, icon: str, said: str, verb: Callable[..., Any], given: tuple[Any, ...]
) -> None:
    name = f"{verb.__name__}-{given[-1]}"
    form = Form(nonce_of(name), {}, Because)
    with st.popover(button, icon=icon, key=f"{name}:buka"):
        st.markdown(what)
        form.ask("reason")
        sent = st.button(f"Ya, {button[0].lower()}{button[1:]}", type="primary", key=f"{form.nonce}:kirim")
    if not sent or say_problems([*form.problems, *form.blanks()], form):
        return
    save(name, verb, *given, Because(**form.answers()), said=said, fields=form, nonce=form.nonce)
