"""The fund before its opening balance: what is missing, and the form for the Ketua Harian."""

from uuid import uuid4

import streamlit as st

from db.sampang.fund.opening_balance import Fund, open_fund
from db.sampang.refusals import AlreadyOpened
from domain.programme import may
from domain.roles import Person
from domain.sampang.fund.money_in import OpeningBalance
from domain.sampang.fund.opening_checks import problems_of_opening_day
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from pages.parts.fields import Form
from pages.parts.sending import say_problems, send
from pages.parts.store import today
from pages.parts.text import plain

_NONCE = "kas-saldo-awal"


def show_closed(person: Person) -> None:
    """Say that the balance is still to come, and let the Ketua Harian enter it."""
    opens = may(person, SampangPermission.OPEN_FUND, SAMPANG)
    who = (
        "Anda mencatatnya di bawah ini"
        if opens
        else f"{SampangRole.TEAM_LEAD.label} mencatatnya di layar ini"
    )
    st.info(
        f"Saldo awal dana belum dicatat. {who}, satu kali, dengan nomor keputusannya. Pengajuan, "
        "pemeriksaan, dan survei sudah bisa berjalan; penetapan dan pencairan menunggu saldo awal (VIII.5.b)."
    )
    if opens:
        _form(person)


def show_opened_meanwhile(fund: Fund) -> None:
    """Tell somebody who was filling in the form that another person has opened the fund."""
    if st.session_state.pop(_NONCE, None):
        st.warning(plain(AlreadyOpened(fund.decree).sentence))


def _form(person: Person) -> None:
    nonce = st.session_state.setdefault(_NONCE, uuid4().hex)
    form = Form(nonce, {}, OpeningBalance)
    with st.container(border=True):
        st.markdown("**Saldo awal dana**")
        form.ask("amount", help="Dana dari DAU yang siap dipinjamkan (VIII.1.a)")
        on = form.ask("on")
        form.ask("decree", hint="mis. nomor keputusan Bupati")
        sent = st.button("Catat saldo awal", type="primary", key=f"{nonce}:opening:kirim")
    if not sent or say_problems(
        [*form.problems, *form.blanks(), *problems_of_opening_day(on, today())], form
    ):
        return
    balance = OpeningBalance(**form.answers())
    done = send(lambda session, at: open_fund(session, person, balance, nonce=nonce, at=at), fields=form)
    if done is None:
        return
    st.session_state.pop(_NONCE, None)
    st.rerun()
