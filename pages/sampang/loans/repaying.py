"""The loan that was paid out: its fixed schedule, what has been paid, and the form for money that came in."""

from uuid import uuid4

import pandas as pd
import streamlit as st

from db.sampang.loans.loans import StoredLoan, loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.origination.loan_files import StoredFile
from documents.sampang.instalment_card import instalment_card
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.programme import may
from domain.roles import Person
from domain.sampang.fund.money_in import Payment
from domain.sampang.fund.repayment import Laid, behind_on
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.step_checks import yet_to_come
from domain.version import VERSION
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.fields import Form
from pages.parts.places import place_link
from pages.parts.saved_notice import NextStep, Saved, say_saved
from pages.parts.sending import say_problems
from pages.parts.store import database, is_demo_database, today
from pages.parts.text import plain
from pages.sampang.screens import FUND


def show_loan(person: Person, stored: StoredFile) -> None:
    """Show the loan of a file, or that there is none yet."""
    with database().read() as session:
        loan = loan_of(session, person, stored.id)
    if loan is None:
        st.info("Belum dicairkan, jadi belum ada jadwal angsuran yang tetap.")
        return
    _figures(loan)
    _card(person, loan)
    _schedule(loan)
    if may(person, SampangPermission.RECORD_PAYMENTS, SAMPANG) and not loan.is_settled:
        with st.expander("Catat angsuran masuk"):
            _form(person, loan)


def _figures(loan: StoredLoan) -> None:
    terms, behind = loan.schedule.terms, behind_on(loan.laid, today())
    with st.container(horizontal=True, gap="small"):
        st.metric("Pokok", rupiah(terms.principal), width="content")
        st.metric("Sisa pokok", rupiah(loan.owed), width="content")
        st.metric("Angsuran menunggak", str(len(behind)), width="content")
    told = "lunas" if loan.is_settled else "belum lunas"
    st.caption(
        f"Cair {indonesian_date(terms.disbursed_on)} · {terms.tenor} bulan, masa tenggang "
        f"{terms.grace} bulan · jasa {terms.yearly_percent} % setahun, {terms.method.label.lower()} "
        f"(tafsir S-42) · {told}"
    )
    st.caption(
        plain(
            f"Diminta {loan.requested_by}, disetujui {loan.approved_by} · jadwal tetap menurut aturan hari "
            f"pencairan (versi {loan.rules_fingerprint})"
        )
    )
    with st.container(horizontal=True):
        for place in ("III.6", "VIII.4", "VIII.5.c"):
            place_link(SAMPANG, place, key=f"angsuran-{place}")


def _schedule(loan: StoredLoan) -> None:
    behind = {one.row.number for one in behind_on(loan.laid, today())}
    st.dataframe(
        pd.DataFrame([_line(one, one.row.number in behind) for one in loan.laid]),
        hide_index=True,
        height=min(38 + 35 * len(loan.laid), 460),
    )


def _line(one: Laid, behind: bool) -> dict[str, str]:
    state = "lunas" if one.is_paid else "menunggak" if behind else "belum jatuh tempo"
    return {
        "Ke": str(one.row.number),
        "Jatuh tempo": indonesian_date(one.row.due_on),
        "Pokok": rupiah(one.row.principal),
        "Jasa": rupiah(one.row.interest),
        "Jumlah": rupiah(one.row.total),
        "Sudah dibayar": rupiah(one.interest + one.principal),
        "Keadaan": state,
    }


def _card(person: Person, loan: StoredLoan) -> None:
    st.download_button(
        "Cetak kartu angsuran",
        lambda: instalment_card(
            loan.schedule,
            number=loan.number,
            borrower=loan.name,
            printed_on=today(),
            printed_by=person.name,
            application_version=VERSION,
            rules_version=loan.rules_fingerprint,
            demo=is_demo_database(),
        ),
        file_name=f"kartu-angsuran-{loan.number}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
    )


def _form(person: Person, loan: StoredLoan) -> None:
    slot = f"payment-nonce-{loan.id}"
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    form = Form(nonce, {}, Payment)
    with st.container(border=True):
        st.caption("Uang mengisi angsuran tertua dahulu, jasa sebelum pokok; jasa dibagi menurut VIII.4.")
        form.ask("amount")
        on = form.ask("on")
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
