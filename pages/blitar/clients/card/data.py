"""What is told of a binaan: facts, target and size, the owner's other binaan, notice, and changing it."""

from datetime import date

import streamlit as st

from db.blitar.caseload.card import client_card
from db.office.practice import law_of
from domain.blitar.caseload.card import ClientCard
from domain.blitar.caseload.card_facts import facts_of_card
from domain.blitar.instruments import at
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.words import verdict_label
from domain.dates import indonesian_moment
from domain.programme import may
from domain.regulation.law_in_force import LawInForce
from domain.revealing import HIDDEN
from domain.roles import Person
from pages.blitar.clients.card.card_places import CHANGE, END, fill
from pages.blitar.clients.card.notice import show_consent
from pages.blitar.clients.card.ruling import show_rulings
from pages.blitar.clients.card.target_findings import show_scale, show_target
from pages.blitar.screens import CLIENTS
from pages.parts.law_day import asked_law_day, is_another_law_day, say_law_day
from pages.parts.revealing_press import ask_why, show_whole
from pages.parts.sending import send
from pages.parts.store import database, now
from pages.parts.text import plain, plain_label, shortened


def show_data(person: Person, card: ClientCard, _law: LawInForce) -> None:
    """Show everything that is told, and to who may the ways to change it."""
    st.subheader(f"Sasaran pendampingan ({at('3').place})", anchor=False)
    day = asked_law_day()
    if is_another_law_day(day):
        _by_the_law_of(person, card, day)
    else:
        show_target(card.found)
        show_rulings(person, card)
        st.subheader("Ukuran usaha", anchor=False)
        show_scale(card.scale)
    st.subheader("Data binaan", anchor=False)
    st.markdown("\n".join(f"- {label}: {_fact(told)}" for label, told in facts_of_card(card)))
    st.caption(f"Terakhir diubah {plain(card.changed_by)}, {indonesian_moment(card.changed_at)}.")
    _identity(person, card)
    if card.is_open and may(person, BlitarPermission.EDIT_CLIENTS, BLITAR):
        st.button("Ubah data", icon=":material/edit:", key="data-change", on_click=fill, args=(CHANGE,))
    _siblings(card)
    show_consent(person, card)
    if card.is_open and may(person, BlitarPermission.END_CLIENTS, BLITAR):
        st.subheader("Mengakhiri pendampingan", anchor=False)
        st.button("Akhiri pendampingan", icon=":material/event_busy:", on_click=fill, args=(END,))


def _by_the_law_of(person: Person, card: ClientCard, day: date) -> None:
    with database().read() as session:
        seen, law = client_card(session, person, card.id, at=now(), law_day=day), law_of(session, BLITAR, day)
    today_label = verdict_label(card.found.assessment.kind, card.found.assessment.verdict)
    say_law_day(law, f"Data binaannya yang tercatat sekarang; menurut hukum hari ini: {today_label.lower()}.")
    show_target(seen.found)
    st.subheader("Ukuran usaha", anchor=False)
    show_scale(seen.scale)


def _fact(told: str) -> str:
    return f"**{plain(told)}**"


def _identity(person: Person, card: ClientCard) -> None:
    nothing_hidden = card.client.nik is None and HIDDEN not in card.client.phone
    if nothing_hidden or not may(person, BlitarPermission.REVEAL_CLIENT_IDENTITY, BLITAR):
        return
    why = ask_why(f"buka-{card.id}")
    if why is None:
        return
    shown = send(lambda session, at: client_card(session, person, card.id, at=at, reveal=True, why=why))
    if shown is not None:
        client = shown.result.client
        show_whole({"NIK": client.nik or "", "Telepon": client.phone})


def _siblings(card: ClientCard) -> None:
    if not card.siblings and not card.siblings_elsewhere:
        return
    st.subheader("Binaan lain dengan NIK yang sama", anchor=False)
    for one in card.siblings:
        told = f"{one.number} · {shortened(one.name)}" + ("" if one.is_open else " (berakhir)")
        if one.mentor:
            told += f" · Pendamping {one.mentor}"
        st.page_link(CLIENTS, label=plain_label(told), query_params={"binaan": str(one.id)})
    if card.siblings_elsewhere:
        st.caption(f"{card.siblings_elsewhere} binaan lain didampingi Pendamping lain.")
