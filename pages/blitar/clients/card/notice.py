"""What a binaan is told about their data, when and by whom, and whether their story may be shown."""

from dataclasses import replace

import streamlit as st

from db.blitar.caseload.clients import save_client
from domain.blitar.caseload.card import ClientCard
from domain.blitar.client import Client
from domain.blitar.consent import NOTICE, Consent
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_date
from domain.programme import may
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.clients.card.card_places import NOTICE as NOTICE_FORM
from pages.blitar.clients.card.card_places import fill
from pages.blitar.clients.card.card_saving import send
from pages.parts.fields import Form
from pages.parts.saving import opened
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import today
from pages.parts.text import plain

_ANSWERS = {True: "ya, boleh", False: "tidak boleh", None: "belum ditanya, jadi tidak ditampilkan"}


def show_consent(person: Person, card: ClientCard) -> None:
    """Show what was told to the binaan and what they answered."""
    consent = card.client.consent
    st.subheader("Pemberitahuan data pribadi", anchor=False)
    st.markdown(f"> {NOTICE}")
    if consent.notice_on is None:
        st.markdown("… Belum tercatat disampaikan.")
    else:
        by = f" oleh {plain(consent.notice_by)}" if consent.notice_by else ""
        st.markdown(f"✔ Disampaikan {indonesian_date(consent.notice_on)}{by}.")
    st.markdown(f"Kisah atau foto di luar Dinas: {_ANSWERS[consent.shares_story]}.")
    if card.is_open and may(person, BlitarPermission.EDIT_CLIENTS, BLITAR):
        label = "Catat pemberitahuan" if consent.notice_on is None else "Ubah catatan pemberitahuan"
        st.button(label, key="consent-change", on_click=fill, args=(NOTICE_FORM,))


def read_consent(form: Form, person: Person, before: Consent) -> Consent:
    """Ask when the notice was given and what was answered; who gave it is the one who says so."""
    st.markdown(f"> {NOTICE}")
    on = form.ask("consent.notice_on")
    by = ""
    if on is not None:
        by = form.ask("consent.notice_by") or before.notice_by or person.name
    return Consent(notice_on=on, notice_by=by, shares_story=form.ask("consent.shares_story"))


def show_notice_form(person: Person, card: ClientCard, _law: LawInForce) -> None:
    """Ask for the notice alone, which a visit can bring along."""
    name, before = f"pemberitahuan-{card.id}", card.client.consent
    start = {
        "consent.notice_on": before.notice_on or today(),
        "consent.notice_by": before.notice_by or person.name,
        "consent.shares_story": before.shares_story,
    }
    form = Form(nonce_of(name), start, Client)
    version = opened(form.nonce, card.version)
    st.title("Pemberitahuan data pribadi")
    st.caption("Bacakan atau serahkan kepada binaan, lalu catat tanggalnya.")
    told = read_consent(form, person, before)
    if not st.button("Simpan", type="primary", key=f"{form.nonce}:save") or say_problems(form.problems, form):
        return
    changed = replace(card.client, nik=None, consent=told)
    send(
        name,
        lambda session, at: save_client(
            session, person, card.id, changed, expected_version=version, nonce=form.nonce, at=at
        ),
        "Catatan pemberitahuan tersimpan.",
        client_id=card.id,
        fields=form,
    )
