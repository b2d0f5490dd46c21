"""The form that gives a binaan without a Pendamping to one."""

import streamlit as st

from db.blitar.caseload.care import give_client
from domain.blitar.caseload.card import ClientCard
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.clients.card.card_saving import send
from pages.blitar.clients.card.care import carers_for
from pages.parts.fields import Form
from pages.parts.saving import opened
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import today


def show_giving_form(person: Person, card: ClientCard, _law: LawInForce) -> None:
    """Ask who mentors the binaan from now on; the one who covers the kecamatan stands first."""
    name = f"asuhan-{card.id}"
    carers = carers_for(person, today())
    covering = carers.by_district.get(card.client.place.district_code or "")
    form = Form(nonce_of(name), {"mentor_id": str(covering) if covering else None})
    version = opened(form.nonce, card.version)
    st.title("Beri Pendamping")
    st.caption(
        "Untuk binaan yang belum didampingi siapa pun. Dari satu Pendamping ke yang lain: serah terima."
    )
    chosen = form.code("mentor_id", "Pendamping", {str(key): told for key, told in carers.names.items()})
    on = form.day("on", "Mulai didampingi")
    if not st.button("Simpan", type="primary", key=f"{form.nonce}:give"):
        return
    blank = [] if chosen else [Problem("mentor_id", "Pendampingnya belum dipilih.")]
    blank += [] if on else [Problem("on", "Tanggalnya belum diisi.")]
    if chosen is None or on is None:
        say_problems(blank, form)
        return
    send(
        name,
        lambda session, at: give_client(
            session, person, card.id, int(chosen), on=on, expected_version=version, at=at
        ),
        f"{card.client.name} sekarang didampingi {carers.names[int(chosen)]}.",
        client_id=card.id,
        fields=form,
    )
