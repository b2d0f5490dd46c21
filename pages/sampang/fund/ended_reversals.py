"""Requests to take a payment back that came to nothing: one's own to ask again, and the history."""

import streamlit as st

from db.sampang.loans.reversal_lists import AskedReversal, closed_reversals, returned_reversals
from db.sampang.loans.reversals import propose_reversal
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.programme import may
from domain.roles import Person
from domain.sampang.fund.money_in import ReversalAsked
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from pages.parts.fields import Form
from pages.parts.giving_back import closed_in_words
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import database
from pages.parts.text import plain


def show_asked(one: AskedReversal) -> None:
    """Show which payment is asked back, by whom and why."""
    st.markdown(f"**{plain(rupiah(one.amount))}** · {plain(one.memo)} · {indonesian_date(one.on)}")
    st.caption(f"Nomor {one.entry_id} · diusulkan {plain(one.proposed_by)}: {plain(one.reason)}")


def show_returned(person: Person) -> None:
    """Show who asked what came back, why, and the way to ask again; nothing where none did."""
    if not may(person, SampangPermission.RECORD_PAYMENTS, SAMPANG):
        return
    with database().read() as session:
        returned = returned_reversals(session, person)
    if not returned:
        return
    st.subheader(f"Usul pembalikan dikembalikan kepada Anda ({len(returned)})", anchor=False)
    for one in returned:
        with st.container(border=True, gap="xsmall"):
            if one.closed is not None:
                st.warning(closed_in_words(one.closed))
            show_asked(one)
            _asking_again(person, one)


def show_ended(person: Person) -> None:
    """Show, folded away, what was returned or withdrawn last; nothing where nothing was."""
    with database().read() as session:
        ended = closed_reversals(session, person)
    if not ended:
        return
    with st.expander(f"Usul pembalikan yang dikembalikan atau ditarik ({len(ended)})"):
        for one in ended:
            show_asked(one)
            if one.closed is not None:
                st.markdown(closed_in_words(one.closed))


def _asking_again(person: Person, one: AskedReversal) -> None:
    name = f"usul-lagi:{one.id}"
    form = Form(nonce_of(name), {"reason": one.reason}, ReversalAsked)
    with st.popover("Usulkan lagi", icon=":material/edit:", key=f"{name}:buka"):
        form.ask("reason", label="Alasan pembalikan")
        sent = st.button("Usulkan pembalikan lagi", type="primary", key=f"{form.nonce}:kirim")
    if not sent or say_problems([*form.problems, *form.blanks()], form):
        return
    asked = ReversalAsked(**form.answers())
    said = f"Pembalikan nomor {one.entry_id} diusulkan lagi; {SampangRole.TEAM_LEAD.label} menyetujuinya."
    save(name, propose_reversal, person, one.entry_id, asked, said=said, fields=form, nonce=form.nonce)
