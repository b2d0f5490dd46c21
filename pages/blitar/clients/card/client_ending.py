"""The form that ends the mentoring of a binaan, with its ground."""

import streamlit as st

from db.blitar.caseload.clients import end_client
from domain.blitar.caseload.card import ClientCard
from domain.blitar.caseload.client_leaving import Leaving, check_leaving
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.clients.card.card_saving import send
from pages.parts.fields import Form
from pages.parts.saving import opened
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import today


def show_ending_form(person: Person, card: ClientCard, _law: LawInForce) -> None:
    """Ask why and since when the binaan is no longer mentored."""
    name = f"akhiri-{card.id}"
    form = Form(nonce_of(name), {}, Leaving)
    version = opened(form.nonce, card.version)
    st.title("Akhiri pendampingan")
    st.caption(
        "Perbup tidak menyebut alasan berakhirnya pendampingan, jadi daftar ini pilihan kantor. Binaan tetap "
        "terhitung dalam laporan bulan-bulan saat masih didampingi, dan riwayatnya tetap dapat dibuka."
    )
    if card.follow_ups:
        st.warning(f"Masih ada {len(card.follow_ups)} tindak lanjut yang belum selesai.")
    if card.waiting:
        st.warning("Usul naik kelasnya masih menunggu keputusan Kepala Dinas.")
    ground = form.ask("ground")
    on = form.ask("on")
    reason = form.ask("reason")
    sure = form.tick("sure", "Saya yakin pendampingan ini berakhir")
    if not st.button("Akhiri pendampingan", type="primary", key=f"{form.nonce}:end"):
        return
    blank = [] if ground else [Problem("ground", "Alasannya belum dipilih.")]
    blank += [] if on else [Problem("on", "Tanggalnya belum diisi.")]
    blank += [] if sure else [Problem("sure", "Beri tanda bila sudah yakin; ini tidak dapat dibatalkan.")]
    if ground is None or on is None or blank:
        say_problems(blank, form)
        return
    leaving = Leaving(ground=ground, on=on, reason=reason)
    if say_problems(check_leaving(leaving, card.since, today()), form):
        return
    send(
        name,
        lambda session, at: end_client(session, person, card.id, leaving, expected_version=version, at=at),
        f"Pendampingan {card.client.name} diakhiri.",
        client_id=card.id,
        fields=form,
    )
