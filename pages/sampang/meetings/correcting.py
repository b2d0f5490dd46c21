"""A decision recorded wrongly: taken back while the meeting is open, and what it was stays readable."""

import streamlit as st

from db.sampang.origination.correcting import TakenBack, take_back_decision, taken_back_at
from db.sampang.origination.meetings import DecidedFile, StoredMeeting
from domain.closings import ClosingReason
from domain.dates import indonesian_moment
from domain.money import rupiah
from domain.roles import Person
from domain.sampang.origination.records import Decision, DecisionKind
from pages.parts.fields import Form
from pages.parts.sending import forget, nonce_of, say_problems, send
from pages.parts.store import database
from pages.parts.text import plain, shortened
from pages.sampang.meetings.queue_rows import choose
from pages.sampang.meetings.saying import say

SIGNS = {DecisionKind.APPROVE: "✔", DecisionKind.REFUSE: "✘", DecisionKind.POSTPONE: "…"}


def terms_of(told: Decision) -> str:
    """What was decided beside its kind: the amount and the tenor, or the grounds."""
    if told.kind is DecisionKind.APPROVE:
        return f"{rupiah(told.amount or 0)}, {told.term_months} bulan"
    return f"menurut {', '.join(told.provisions)}" if told.provisions else ""


def ask_correction(person: Person, stored: StoredMeeting, one: DecidedFile) -> None:
    """A button that asks why, and takes the decision back; the file is under discussion again then."""
    name, told = f"betulkan:{stored.id}:{one.application_id}:{one.decision.kind}", one.decision
    form = Form(nonce_of(name), {}, ClosingReason)
    who = f"{shortened(one.name, 60)} ({one.number})"
    with st.popover("Betulkan", icon=":material/undo:", key=f"{name}:buka"):
        what = f"{told.kind.label} {terms_of(told)}".strip()
        st.markdown(f"**Tarik keputusan “{plain(what)}” atas {plain(who)}?**")
        st.caption("Berkasnya kembali dibahas di rapat ini; keputusan semula dan alasannya tetap tercatat.")
        form.ask("reason", label="Mengapa dibetulkan", hint="mis. jumlah salah ketik")
        sent = st.button("Ya, tarik dan bahas lagi", type="primary", key=f"{form.nonce}:kirim")
    if not sent or say_problems([*form.problems, *form.blanks()], form):
        return
    why = ClosingReason(**form.answers())
    done = send(
        lambda session, at: take_back_decision(
            session, person, stored.id, one.application_id, why, nonce=form.nonce, at=at
        ),
        fields=form,
    )
    if done is None:
        return
    forget(name)
    choose(stored.id, one.application_id)
    say(stored.id, f"Keputusan atas {who} ditarik. Putuskan lagi di bawah; yang semula tetap tercatat.")
    st.rerun()


def show_taken_back(person: Person, meeting_id: int) -> None:
    """Show what was decided first and corrected; nothing where nothing was."""
    with database().read() as session:
        taken_back = taken_back_at(session, person, meeting_id)
    if not taken_back:
        return
    st.markdown(f"**Dibetulkan dalam rapat ini ({len(taken_back)})**")
    for one in taken_back:
        st.caption(_first_told(one))


def _first_told(one: TakenBack) -> str:
    told, who = one.decision, f"{shortened(one.name, 60)} ({one.number})"
    words = f"{told.kind.label.lower()} {terms_of(told)}".strip()
    first = f"semula {words} ({shortened(told.reason, 200)})"
    then = f"Ditarik {one.why.by}, {indonesian_moment(one.why.at)}: {one.why.reason}"
    return plain(f"{who}: {first}. {then}")
