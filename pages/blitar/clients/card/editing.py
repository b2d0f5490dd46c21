"""The form that changes what is told of a binaan; the result of the examination is found anew meanwhile."""

from dataclasses import replace

import streamlit as st

from db.blitar.caseload.clients import save_client
from domain.blitar.caseload.card import ClientCard
from domain.blitar.client import Client
from domain.blitar.registration_checks import check_client
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.clients.card.card_saving import send
from pages.blitar.clients.card.client_fields import read_client
from pages.blitar.clients.card.client_preview import show_preview
from pages.parts.fields import Form, first_values
from pages.parts.saving import opened
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import today


def show_change_form(person: Person, card: ClientCard, law: LawInForce) -> None:
    """Show the form over the data as stored; a NIK left blank stays as it is."""
    name = f"ubah-{card.id}"
    before = replace(card.client, nik=None)
    form = Form(nonce_of(name), first_values(replace(before, judgements={})), Client)
    version = opened(form.nonce, card.version)
    st.title("Ubah data binaan")
    st.caption("Yang kosong berarti belum diketahui, bukan tidak.")
    told = read_client(form, before, person, masked_nik=card.client.nik or "")
    show_preview(person, told, law, except_id=card.id)
    if not st.button("Simpan data", type="primary", key=f"{form.nonce}:save"):
        return
    if say_problems([*form.problems, *check_client(told, today())], form):
        return
    send(
        name,
        lambda session, at: save_client(
            session, person, card.id, told, expected_version=version, nonce=form.nonce, at=at
        ),
        f"Data {told.name} tersimpan.",
        client_id=card.id,
        fields=form,
    )
