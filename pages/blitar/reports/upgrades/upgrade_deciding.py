"""The form with which the Kepala Dinas decides on a proposal to move up."""

import streamlit as st

from db.blitar.caseload.upgrades import decide_upgrade
from domain.blitar.caseload.proposal import Proposal
from domain.blitar.caseload.upgrade import UpgradeDecision, decision_problems
from domain.problems import Problem
from domain.roles import Person
from pages.blitar.clients.card.card_saving import stay
from pages.blitar.clients.card.ladder import show_steps
from pages.parts.fields import Form
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import today


def show_decision_form(person: Person, one: Proposal) -> None:
    """Show what the proposal rests on, and ask for the decision; who proposed it does not decide.

    Both are drawn once they are opened.
    """
    basis = st.expander(
        "Dasar usulan: keadaan pada hari diusulkan", key=f"dasar-usul-{one.id}", on_change="rerun"
    )
    if basis.open:
        with basis:
            show_steps(one.basis)
    if one.proposed_by_id == person.id:
        st.info("Anda sendiri yang mengusulkan, jadi orang lain yang berwenang yang memutuskan.")
        return
    deciding = st.expander("Putuskan", icon=":material/gavel:", key=f"putuskan-{one.id}", on_change="rerun")
    if deciding.open:
        with deciding:
            _form(person, one)


def _form(person: Person, one: Proposal) -> None:
    name = f"keputusan-{one.id}"
    form = Form(nonce_of(name), {}, UpgradeDecision)
    outcome = form.ask("outcome")
    reason = form.ask("reason")
    number = form.ask("number", help="Disalin dari buku agenda Dinas")
    on = form.ask("on")
    sure = form.tick("sure", "Saya sudah memeriksa dasar dan bukti usulan ini")
    sent = st.button("Simpan keputusan", type="primary", key=f"{form.nonce}:form:kirim")
    if not sent:
        return
    blank = [] if outcome else [Problem("outcome", "Keputusannya belum dipilih.")]
    blank += [] if on else [Problem("on", "Tanggalnya belum diisi.")]
    blank += [] if sure else [Problem("sure", "Beri tanda sesudah dasar dan buktinya diperiksa.")]
    if outcome is None or on is None:
        say_problems(blank, form)
        return
    decision = UpgradeDecision(outcome=outcome, reason=reason, on=on, number=number)
    if not say_problems([*blank, *decision_problems(decision, one.proposed_on, today())], form):
        said = f"{one.client_name}: {outcome.label.lower()}."
        stay(
            name,
            lambda session, at: decide_upgrade(session, person, one.id, decision, at=at),
            said,
            fields=form,
        )
