"""Setoran & pencairan jasa: the shares of the interest, and the forms for what was handed on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from db.sampang.fund.books import account_balances
from db.sampang.fund.shares import holdings
from db.sampang.treasury.handing_on import hand_on_cost, pay_out_share, remit_interest
from domain.money import rupiah
from domain.programme import may
from domain.roles import Person
from domain.sampang.fund.money_out import Cost, CostHandedOn, HandedOn, Remittance, SharePaid, about
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from domain.sampang.step_checks import yet_to_come
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.fields import Form
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import forget, nonce_of, say_problems
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.fund.booking_day import say_booking_day
from pages.sampang.fund.holdings_table import show_holdings


@dataclass(frozen=True, slots=True)
class _Asked:
    """One of the forms: its name, heading and button, what is typed into it, and the verb that books it."""

    name: str
    title: str
    button: str
    note: str
    fields: tuple[str, ...]
    of: type[HandedOn]
    verb: Callable[..., int]


_FORMS: Final = (
    _Asked(
        "setor-jasa",
        "Catat setoran jasa ke Kas Daerah",
        "Catat setoran",
        "Setoran memindahkan semua bagian menurut perbandingannya di Bank Jatim (VIII.4).",
        ("amount", "on", "reference"),
        Remittance,
        remit_interest,
    ),
    _Asked(
        "bayar-jasa",
        "Catat pembayaran bagian jasa dari Kas Daerah",
        "Catat pembayaran",
        "PAD: saat dibukukan sebagai pendapatan (VIII.4.a). Bank Jatim dan Dinas: saat dibayarkan lewat "
        "kegiatan Dinas (VIII.4.d).",
        ("share", "amount", "on", "reference"),
        SharePaid,
        pay_out_share,
    ),
    _Asked(
        "teruskan-biaya",
        "Catat biaya peminjam yang diteruskan",
        "Catat penerusan",
        "Asuransi, notaris, dan pengecekan BPN dibayar peminjam saat pencairan (VIII.5.d).",
        ("cost", "amount", "on", "reference"),
        CostHandedOn,
        hand_on_cost,
    ),
)


def show_interest(person: Person) -> None:
    """Show the shares, what borrowers' costs wait to be handed on, and the forms for who may record."""
    with database().read() as session:
        found, balances = holdings(session, person), account_balances(session, person)
    show_holdings(found)
    waiting = ", ".join(f"{cost.label} {rupiah(-balances[cost.payable])}" for cost in Cost)
    st.markdown(f"**Titipan biaya peminjam, belum diteruskan:** {plain(waiting)} (VIII.5.d)")
    if not may(person, SampangPermission.HAND_ON_MONEY, SAMPANG):
        st.caption(f"Setoran dan pembayaran dicatat {SampangRole.OFFICER.label} Dinas.")
        return
    for asked in _FORMS:
        with st.expander(asked.title):
            _form(person, asked)


def _form(person: Person, asked: _Asked) -> None:
    nonce = nonce_of(asked.name)
    form = Form(nonce, {}, asked.of)
    st.caption(asked.note)
    typed: dict[str, Any] = {field: form.ask(field) for field in asked.fields}
    on = typed["on"]
    say_booking_day(person, on)
    because = ask_why_again(nonce)
    sent = st.button(asked.button, type="primary", key=f"{nonce}:kirim")
    if not sent or say_problems([*form.problems, *form.blanks(), *yet_to_come("on", on, today())], form):
        return
    given = asked.of(**form.answers())
    more = {"again_because": because, "nonce": nonce}
    done = send_or_ask(
        nonce, lambda session, at: asked.verb(session, person, given, at=at, **more), fields=form
    )
    if done is None:
        return
    forget(asked.name)
    told = f"{about(given)} {rupiah(given.amount)} dibukukan dengan nomor {done.result}."
    say_saved(Saved(told, correcting="Keliru? Usulkan pembalikannya di tab Kas & jurnal."))
    st.rerun()
