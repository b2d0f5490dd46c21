"""What the rules leave to the Kepala Dinas about a binaan, what was decided, and the form to decide it."""

import streamlit as st

from db.blitar.caseload.rulings import rule_on_client
from domain.blitar.caseload.card import ClientCard
from domain.blitar.caseload.rulings import about_of, ruling_problems, rulings_asked
from domain.blitar.judgement import Judgement, answer_about
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.problems import Problem
from domain.programme import may
from domain.regulation.expressions import TruthFact
from domain.roles import Person
from pages.blitar.clients.card.card_saving import send
from pages.parts.fields import Form
from pages.parts.saving import opened
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import today
from pages.parts.text import plain


def show_rulings(person: Person, card: ClientCard) -> None:
    """Show each question with its answer, and to the Kepala Dinas the form."""
    for question in rulings_asked(card.client):
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{plain(question.question)}**")
            judged = card.client.judgements.get(question.key)
            answer = answer_about(card.client.judgements, question.key, about_of(question.key, card.client))
            if judged is None or answer is None:
                st.markdown("☰ Menunggu keputusan Kepala Dinas.")
            else:
                st.markdown(f"{'✔ Ya' if answer else '✘ Tidak'}. {plain(judged.in_words)}")
            if card.is_open and may(person, BlitarPermission.RULE_ON_CLIENTS, BLITAR):
                with st.expander("Catat keputusan" if answer is None else "Ubah keputusan"):
                    _form(person, card, question)


def _form(person: Person, card: ClientCard, question: TruthFact) -> None:
    name = f"sasaran-{card.id}-{question.key}"
    form = Form(nonce_of(name), {}, Judgement)
    version = opened(form.nonce, card.version)
    answer = form.ask("answer", label="Keputusan")
    reason = form.ask("reason")
    on = form.ask("on", label="Tanggal keputusan")
    sent = st.button("Simpan keputusan", type="primary", key=f"{form.nonce}:form:kirim")
    if not sent:
        return
    blank = [] if answer is not None else [Problem("answer", "Pilih Ya atau Tidak.")]
    blank += [] if on else [Problem("on", "Tanggalnya belum diisi.")]
    if answer is None or on is None:
        say_problems([*form.problems, *blank], form)
        return
    ruling = Judgement(answer, person.name, on, reason)
    if say_problems(ruling_problems(card.client, question.key, ruling, today()), form):
        return
    send(
        name,
        lambda session, at: rule_on_client(
            session, person, card.id, question.key, ruling, expected_version=version, at=at
        ),
        "Keputusan tercatat.",
        client_id=card.id,
        fields=form,
    )
