"""What was booked wrongly: one person asks for the reversal, another approves or returns it."""

from collections.abc import Sequence
from uuid import uuid4

import streamlit as st

from db.sampang.loans.reversal_lists import AskedReversal, waiting_reversals
from db.sampang.loans.reversals import (
    approve_reversal,
    propose_reversal,
    return_reversal,
    withdraw_reversal,
)
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.problems import Problem
from domain.programme import may
from domain.roles import Person
from domain.sampang.fund.journal_lines import JournalLine
from domain.sampang.fund.money_in import ReversalAsked
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from pages.parts.fields import Form
from pages.parts.giving_back import asking_to_return, asking_to_withdraw, give_back
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import say_problems, send
from pages.parts.store import database, today
from pages.sampang.fund.ended_reversals import show_asked, show_ended, show_returned

_NONCE = "kas-pembalikan"


def show_waiting(person: Person) -> None:
    """Show what waits for a second person; nothing for those who neither propose nor approve."""
    if not (
        may(person, SampangPermission.RECORD_PAYMENTS, SAMPANG)
        or may(person, SampangPermission.REVERSE_PAYMENTS, SAMPANG)
    ):
        return
    with database().read() as session:
        waiting = waiting_reversals(session, person)
    show_returned(person)
    if waiting:
        st.subheader(f"Pembalikan menunggu persetujuan ({len(waiting)})", anchor=False)
    for one in waiting:
        _card(person, one)
    show_ended(person)


def _card(person: Person, one: AskedReversal) -> None:
    with st.container(border=True, gap="xsmall"):
        show_asked(one)
        is_own = one.proposed_by_id == person.id
        approves = may(person, SampangPermission.REVERSE_PAYMENTS, SAMPANG)
        if not approves:
            st.caption(f"Menunggu {SampangRole.TEAM_LEAD.label}.")
        elif is_own:
            st.caption("Anda yang mengusulkan; orang lain yang menyetujui.")
        with st.container(horizontal=True, gap="small"):
            if is_own:
                _withdrawing(person, one)
            elif approves:
                if st.button("Setujui pembalikan", key=f"setuju-balik:{one.id}", type="primary"):
                    _approve(person, one)
                _returning(person, one)


def _withdrawing(person: Person, one: AskedReversal) -> None:
    what = f"usul pembalikan {rupiah(one.amount)}"
    asking = asking_to_withdraw(what, "mis. bukti setornya ternyata benar")
    said = f"Usul pembalikan nomor {one.entry_id} ditarik; pembukuannya tetap tercatat."
    give_back(f"tarik-balik:{one.id}", asking, withdraw_reversal, person, one.id, said=said)


def _returning(person: Person, one: AskedReversal) -> None:
    asking = asking_to_return(f"usul pembalikan {rupiah(one.amount)}", one.proposed_by)
    said = f"Usul pembalikan nomor {one.entry_id} dikembalikan kepada {one.proposed_by}."
    give_back(f"kembali-balik:{one.id}", asking, return_reversal, person, one.id, said=said)


def _approve(person: Person, one: AskedReversal) -> None:
    done = send(lambda session, at: approve_reversal(session, person, one.id, on=today(), at=at))
    if done is None:
        return
    say_saved(f"Pembalikan disetujui dan dibukukan dengan nomor {done.result}.")
    st.rerun()


def show_proposing(person: Person, lines: Sequence[JournalLine]) -> None:
    """Let an officer ask for a booking on this page of the journal to be reversed."""
    if not may(person, SampangPermission.RECORD_PAYMENTS, SAMPANG):
        return
    bookings = {line.id: line for line in lines if line.can_be_asked_back}
    with st.expander("Usulkan pembalikan pembukuan yang salah catat"):
        if bookings:
            _form(person, bookings)
        else:
            st.caption("Di halaman jurnal ini tidak ada pembukuan yang dapat dibalik; buka halaman lain.")


def _form(person: Person, bookings: dict[int, JournalLine]) -> None:
    nonce = st.session_state.setdefault(_NONCE, uuid4().hex)
    form = Form(nonce, {}, ReversalAsked)
    key = f"{nonce}:entry"
    if st.session_state.get(key) not in bookings:
        st.session_state[key] = None  # what was chosen before may stand on another page of the journal
    with st.container(border=True):
        entry_id = st.selectbox(
            "Pembukuan",
            list(bookings),
            index=None,
            format_func=lambda number: _line(bookings[number]),
            placeholder="Pilih pembukuan pada halaman ini",
            key=key,
        )
        form.keep("entry", entry_id)
        form.ask("reason")
        st.caption(
            f"Dibukukan sesudah {SampangRole.TEAM_LEAD.label} menyetujui; pembukuan semula tetap terbaca."
        )
        sent = st.button("Usulkan pembalikan", key=f"{nonce}:reversal:kirim")
    if not sent:
        return
    unchosen = [] if entry_id else [Problem("entry", "Pilih pembukuannya.")]
    if say_problems([*form.problems, *form.blanks(), *unchosen], form) or entry_id is None:
        return
    asked = ReversalAsked(**form.answers())
    done = send(
        lambda session, at: propose_reversal(session, person, entry_id, asked, nonce=nonce, at=at),
        fields=form,
    )
    if done is None:
        return
    st.session_state.pop(_NONCE, None)
    saved = Saved(
        f"Pembalikan nomor {entry_id} diusulkan. Belum berlaku: menunggu persetujuan "
        f"{SampangRole.TEAM_LEAD.label}.",
        correcting="Keliru? Usul ini dapat ditarik di bawah selama belum disetujui.",
    )
    say_saved(saved)
    st.rerun()


def _line(line: JournalLine) -> str:
    return f"{line.id} · {indonesian_date(line.on)} · {line.memo}"
