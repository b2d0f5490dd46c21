"""How far a binaan has come: what was agreed, the ladder, and the proposals to move up."""

import streamlit as st

from db.blitar.caseload.follow_ups import close_follow_up
from domain.blitar.caseload.card import ClientCard
from domain.blitar.caseload.history import Agreed
from domain.blitar.caseload.upgrade import provision_of, risen, title_of
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import FollowUpClosed, FollowUpState
from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.programme import may
from domain.roles import Person
from pages.blitar.clients.card.card_places import BASELINE, PROPOSE, fill
from pages.blitar.clients.card.card_saving import send
from pages.blitar.clients.card.ladder import show_steps
from pages.blitar.clients.card.upgrade_line import show_decision
from pages.parts.fields import Form
from pages.parts.sending import nonce_of, say_problems
from pages.parts.signs import LATE
from pages.parts.store import today
from pages.parts.text import plain


class Closing(Labelled):
    """What became of something agreed, as the form asks."""

    DONE = FollowUpState.DONE.value, FollowUpState.DONE.label
    DROPPED = FollowUpState.DROPPED.value, FollowUpState.DROPPED.label


def show_progress(person: Person, card: ClientCard) -> None:
    """Show open follow-ups, the ladder, and what may be proposed."""
    if card.follow_ups:
        st.subheader(f"Tindak lanjut: {len(card.follow_ups)} belum selesai", anchor=False)
        for one in card.follow_ups:
            _agreed(person, card, one)
    st.subheader("Data awal dan terbaru", anchor=False)
    show_steps(card.ladder)
    if card.is_open and may(person, BlitarPermission.EDIT_CLIENTS, BLITAR):
        label = "Isi data awal" if card.without_baseline else "Betulkan data awal"
        st.button(label, icon=":material/flag:", key="progress-baseline", on_click=fill, args=(BASELINE,))
    _moving_up(person, card)


def _agreed(person: Person, card: ClientCard, one: Agreed) -> None:
    late = one.is_overdue(card.day)
    sign, when = (LATE, "lewat batas") if late else ("…", "batas")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", border=True):
        st.markdown(
            f"{sign} **{plain(one.told)}**  \n{one.doer.label} · {when} {indonesian_date(one.due_on)}",
            width="stretch",
        )
        if may(person, BlitarPermission.RECORD_VISITS, BLITAR):
            with st.popover("Tutup", key=f"close-{one.id}"):
                _closing_form(person, card, one)


def _closing_form(person: Person, card: ClientCard, one: Agreed) -> None:
    name = f"tindak-{one.id}"
    form = Form(nonce_of(name), {"on": today(), "state": Closing.DONE}, FollowUpClosed)
    state = form.one_of("state", form.label_of("state"), Closing)
    on = form.ask("on")
    note = form.ask("note", aside="wajib bila tidak dilanjutkan")
    sent = st.button("Simpan", type="primary", key=f"{form.nonce}:form:kirim")
    if not sent:
        return
    if say_problems([*form.problems, *form.blanks()], form) or state is None:
        return
    became = FollowUpState(state.value)
    closed = FollowUpClosed(state=became, on=on, note=note)
    send(
        name,
        lambda session, at: close_follow_up(session, person, one.id, closed, at=at),
        f"Tindak lanjut ditutup: {became.label.lower()}.",
        client_id=card.id,
        fields=form,
    )


def _moving_up(person: Person, card: ClientCard) -> None:
    kind = card.client.kind
    st.subheader(title_of(kind), anchor=False)
    st.caption(
        f"Ditetapkan Kepala Dinas, bukan oleh program: {provision_of(kind).place} tidak memberi ukurannya."
    )
    for one in card.proposals:
        show_decision(person, one)
    is_open = card.is_open and not (card.waiting or card.is_confirmed)
    if not is_open or not may(person, BlitarPermission.PROPOSE_UPGRADES, BLITAR):
        return
    if risen(card.ladder):
        st.button("Usulkan naik kelas", icon=":material/trending_up:", on_click=fill, args=(PROPOSE,))
    elif not card.proposals:
        st.markdown("Belum ada tujuan yang naik dibanding data awal, jadi belum ada yang dapat diusulkan.")
