"""The loan that was paid out: its account, and the form for money that came in."""

from typing import Final
from uuid import uuid4

import streamlit as st

from db.sampang.loans.payments import record_payment
from db.sampang.origination.loan_files import StoredFile
from db.sampang.servicing.accounts import StoredAccount, account_of
from domain.money import rupiah
from domain.programme import may
from domain.roles import Person
from domain.sampang.fund.money_in import Payment
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.loan_state import LoanState
from domain.sampang.step_checks import yet_to_come
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.fields import Form
from pages.parts.saved_notice import NextStep, Saved, say_saved
from pages.parts.sending import say_problems
from pages.parts.store import database, today
from pages.sampang.account.lines import show_lines
from pages.sampang.account.loan_standing import show_standing
from pages.sampang.account.own_terms import lines_of, own_terms, show_own_terms
from pages.sampang.account.plan import show_plan
from pages.sampang.account.use_of_funds import show_use_of_funds
from pages.sampang.fund.booking_day import say_booking_day
from pages.sampang.screens import FUND

_OF_PLAN: Final = (
    "Jumlahnya terisi dengan yang harus dibayar sekarang; ganti dengan yang benar-benar masuk. Uang mengisi "
    "angsuran tertua dahulu, jasa sebelum pokok; jasa dibagi menurut VIII.4."
)
_OF_CLAIM: Final = (
    "Pinjaman ini dihapusbukukan; tagihannya tetap ada. Uang yang masuk dibukukan sebagai modal dana dan "
    "mengurangi sisa tagihan."
)


def show_loan(person: Person, stored: StoredFile) -> None:
    """Show the account of a file's loan, or that there is none yet."""
    with database().read() as session:
        account = account_of(session, person, stored.id, today())
    if account is None:
        st.info("Belum dicairkan, jadi belum ada jadwal angsuran yang tetap.")
        return
    show_standing(person, account)
    agreed = own_terms(person, account)
    if agreed is not None:
        show_own_terms(agreed)
    runs = account.account.state is not LoanState.SETTLED
    if may(person, SampangPermission.RECORD_PAYMENTS, SAMPANG) and runs:
        is_claim = account.account.state is LoanState.WRITTEN_OFF
        with st.expander("Catat uang masuk atas tagihan" if is_claim else "Catat angsuran masuk"):
            _form(person, account)
    st.subheader("Rencana dan kenyataan", anchor=False)
    show_plan(person, account, lines_of(agreed))
    st.subheader("Uang yang masuk", anchor=False)
    show_lines(account)
    st.subheader("Penggunaan dana", anchor=False)
    show_use_of_funds(person, account.loan.id)


def _form(person: Person, stored: StoredAccount) -> None:
    loan = stored.loan
    slot = f"payment-nonce-{loan.id}"
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    is_claim = stored.account.state is LoanState.WRITTEN_OFF
    form = Form(nonce, {} if is_claim else {"amount": stored.account.due_now.to_pay}, Payment)
    with st.container(border=True):
        st.caption(_OF_CLAIM if is_claim else _OF_PLAN)
        form.ask("amount")
        on = form.ask("on")
        say_booking_day(person, on)
        form.ask("reference")
        because = ask_why_again(nonce)
        sent = st.button("Catat angsuran", type="primary", key=f"{nonce}:payment:kirim")
    if not sent or say_problems([*form.problems, *form.blanks(), *yet_to_come("on", on, today())], form):
        return
    payment = Payment(**form.answers())
    done = send_or_ask(
        nonce,
        lambda session, at: record_payment(
            session, person, loan.id, payment, again_because=because, nonce=nonce, at=at
        ),
        fields=form,
    )
    if done is None:
        return
    st.session_state.pop(slot, None)
    saved = Saved(
        f"Angsuran {rupiah(payment.amount)} tercatat dengan nomor {done.result}; formulirnya kosong lagi.",
        correcting="Keliru? Usulkan pembalikannya di Kas dana.",
        next_step=NextStep("Ke Kas dana", FUND, {}),
    )
    say_saved(saved)
    st.rerun()
