"""Modal: capital that a decree adds or takes out, proposed by one person and approved by another."""

import pandas as pd
import streamlit as st

from db.sampang.fund.opening_balance import Fund
from db.sampang.treasury.capital import approve_capital, propose_capital, return_capital, withdraw_capital
from db.sampang.treasury.capital_lists import (
    ProposedCapital,
    booked_capital,
    closed_capital,
    returned_capital,
    waiting_capital,
)
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.programme import may
from domain.roles import Person
from domain.sampang.fund.fund_figures import capital_of
from domain.sampang.fund.money_out import CapitalChange
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from domain.sampang.step_checks import yet_to_come
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.fields import Form, first_values
from pages.parts.giving_back import closed_in_words
from pages.parts.places import place_link
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import forget, nonce_of, say_problems
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.fund.booking_day import say_booking_day
from pages.sampang.fund.fund_position import told_sum
from pages.sampang.proposal_answers import Answers, Waiting, show_answers

_FORM = "usul-modal"


def show_capital(person: Person, found: Fund) -> None:
    """Show the capital, what waits, the form for who may propose, and what was booked."""
    st.metric("Modal dana bergulir", rupiah(found.position.capital), width="content")
    if found.opened_on:
        st.caption(told_sum(capital_of(found.position)))
        st.caption(f"Saldo awal per {indonesian_date(found.opened_on)} menurut {plain(found.decree)}.")
    place_link(SAMPANG, "VIII.1.a", key="modal-VIII.1.a")
    proposes = may(person, SampangPermission.PROPOSE_CAPITAL, SAMPANG)
    approves = may(person, SampangPermission.APPROVE_CAPITAL, SAMPANG)
    if proposes or approves:
        _show_waiting(person, approves=approves)
    if proposes:
        with st.expander("Usulkan perubahan modal"):
            _form(person)
    _show_booked(person)
    if proposes or approves:
        _show_ended(person)


def _show_waiting(person: Person, *, approves: bool) -> None:
    with database().read() as session:
        waiting = waiting_capital(session, person)
    if waiting:
        st.subheader(f"Perubahan modal menunggu persetujuan ({len(waiting)})", anchor=False)
    for one in waiting:
        with st.container(border=True, gap="xsmall"):
            _told(one)
            _answers(person, one, approves=approves)


def _told(one: ProposedCapital) -> None:
    change = one.change
    st.markdown(
        f"**{change.move.label} {plain(rupiah(change.amount))}** · {plain(change.decree)} · "
        f"{indonesian_date(change.on)}"
    )
    st.caption(f"Diusulkan {plain(one.proposed_by)}: {plain(change.reason)}")


def _answers(person: Person, one: ProposedCapital, *, approves: bool) -> None:
    waiting = Waiting(
        id=one.id,
        key="modal",
        what=f"usul perubahan modal {rupiah(one.change.amount)}",
        by=one.proposed_by,
        by_id=one.proposed_by_id,
    )
    answers = Answers(
        approve=approve_capital,
        said=lambda done: f"Perubahan modal disetujui dan dibukukan dengan nomor {done}.",
        withdraw=withdraw_capital,
        give_back=return_capital,
        button="Setujui perubahan modal",
        example="mis. keputusannya belum terbit",
        left="modal tidak berubah.",
    )
    show_answers(person, waiting, answers, approves=approves)


def _form(person: Person) -> None:
    with database().read() as session:
        returned = returned_capital(session, person)
    for one in returned:
        if one.closed is not None:
            st.warning(closed_in_words(one.closed))
    nonce = nonce_of(_FORM)
    form = Form(nonce, first_values(returned[-1].change) if returned else {}, CapitalChange)
    form.ask("move")
    form.ask("amount")
    on = form.ask("on")
    form.ask("decree", hint="mis. nomor keputusan Bupati atau perda APBD")
    form.ask("reason", hint="mis. tambahan penyertaan dari APBD Perubahan")
    say_booking_day(person, on)
    because = ask_why_again(nonce)
    st.caption(f"Dibukukan sesudah {SampangRole.TEAM_LEAD.label} menyetujui.")
    sent = st.button("Usulkan perubahan modal", type="primary", key=f"{nonce}:kirim")
    if not sent or say_problems([*form.problems, *form.blanks(), *yet_to_come("on", on, today())], form):
        return
    change = CapitalChange(**form.answers())
    more = {"again_because": because, "nonce": nonce}
    done = send_or_ask(
        nonce, lambda session, at: propose_capital(session, person, change, at=at, **more), fields=form
    )
    if done is None:
        return
    forget(_FORM)
    told = f"Perubahan modal {rupiah(change.amount)} diusulkan; {SampangRole.TEAM_LEAD.label} menyetujuinya."
    say_saved(Saved(told, correcting="Keliru? Usul ini dapat ditarik selama belum disetujui."))
    st.rerun()


def _show_booked(person: Person) -> None:
    with database().read() as session:
        booked = booked_capital(session, person)
    st.subheader("Perubahan modal menurut keputusan", anchor=False)
    if not booked:
        st.caption("Belum ada penambahan atau penarikan modal.")
        return
    st.dataframe(
        pd.DataFrame([_row(one) for one in booked]),
        hide_index=True,
        column_config={"Jumlah": st.column_config.TextColumn(alignment="right")},
    )


def _row(one: ProposedCapital) -> dict[str, str]:
    change = one.change
    return {
        "Tanggal": indonesian_date(change.on),
        "Modal": change.move.label,
        "Jumlah": rupiah(change.amount),
        "Keputusan": change.decree,
        "Keterangan": change.reason,
        "Nomor jurnal": str(one.entry_id),
        "Diusulkan": one.proposed_by,
        "Disetujui": one.approved_by,
    }


def _show_ended(person: Person) -> None:
    with database().read() as session:
        ended = closed_capital(session, person)
    if not ended:
        return
    with st.expander(f"Usul perubahan modal yang dikembalikan atau ditarik ({len(ended)})"):
        for one in ended:
            _told(one)
            if one.closed is not None:
                st.markdown(closed_in_words(one.closed))
