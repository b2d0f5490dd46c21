"""The form with which a Fasilitator proposes that a binaan moves up (Pasal 1 angka 13 and 14)."""

import streamlit as st

from db.blitar.caseload.upgrades import propose_upgrade
from domain.blitar.caseload.card import ClientCard
from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.upgrade import UpgradeProposed, proposal_problems, provision_of, risen, title_of
from domain.dates import indonesian_date
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.clients.card.card_saving import send
from pages.blitar.clients.card.ladder import show_step
from pages.parts.fields import Form
from pages.parts.sending import nonce_of, say_problems
from pages.parts.text import plain


def show_proposing_form(person: Person, card: ClientCard, _law: LawInForce) -> None:
    """Show what rose and what fell, and ask why it is enough."""
    name, kind = f"usul-{card.id}", card.client.kind
    before = next(iter(card.proposals), None)
    form = Form(nonce_of(name), {"reason": before.reason if before else ""}, UpgradeProposed)
    provision = provision_of(kind)
    st.title(f"Usulkan: {title_of(kind)}")
    words = f" (“{plain(provision.words)}”)" if provision.words else ""
    st.info(
        f"{provision.place}{words} tidak memberi ukuran. Program hanya menunjukkan apa yang naik; apakah itu "
        "cukup, diputuskan Kepala Dinas dari alasan dan bukti yang Anda ajukan."
    )
    up = risen(card.ladder)
    st.subheader(f"Yang naik: {len(up)} tujuan", anchor=False)
    for step in up:
        show_step(step)
    down = [step for step in card.ladder if step.movement is Movement.DOWN]
    if down:
        st.subheader(f"Yang turun: {len(down)} tujuan", anchor=False)
        for step in down:
            show_step(step)
    if before is not None:
        told = before.decision.reason if before.decision else before.closed.reason if before.closed else ""
        st.warning(f"↩ Usul {indonesian_date(before.proposed_on)} tidak ditetapkan: {plain(told)}")
    proposed = UpgradeProposed(reason=form.ask("reason"))
    st.caption("Keadaan seluruh indikator hari ini ikut tersimpan sebagai dasar usulan.")
    if not st.button("Ajukan kepada Kepala Dinas", type="primary", key=f"{form.nonce}:propose"):
        return
    if say_problems(proposal_problems(card.ladder, proposed), form):
        return
    send(
        name,
        lambda session, at: propose_upgrade(session, person, card.id, proposed, nonce=form.nonce, at=at),
        f"{card.client.name} diusulkan kepada Kepala Dinas.",
        client_id=card.id,
        fields=form,
    )
