"""What was agreed at a visit, closed by who looks after it."""

import streamlit as st

from db.blitar.caseload.follow_ups import close_follow_up
from db.blitar.visiting.opened_visit import OpenedVisit, StoredFollowUp
from domain.blitar.visiting.visit import COUNTED, FollowUpClosed, FollowUpState
from domain.dates import indonesian_date
from domain.roles import Person
from pages.blitar.visits.thumb_fields import VisitForm
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.signs import LATE
from pages.parts.store import today
from pages.parts.text import plain

_CLOSING = {state: state.label for state in (FollowUpState.DONE, FollowUpState.DROPPED)}


def show_follow_ups(person: Person, found: OpenedVisit) -> None:
    """Show what was agreed and what became of it; who may, closes it here."""
    if not found.follow_ups:
        return
    st.subheader("Tindak lanjut", anchor=False)
    for one in found.follow_ups:
        st.markdown(_in_words(one))
        if one.state is FollowUpState.OPEN and found.closes and found.state in COUNTED:
            with st.expander("Tutup tindak lanjut ini", icon=":material/task_alt:"):
                _close(person, one)


def _in_words(one: StoredFollowUp) -> str:
    agreed = one.agreed
    due = f"sampai {indonesian_date(agreed.due_on)}, oleh {agreed.doer.label}"
    if one.state is FollowUpState.OPEN:
        late = f" · {LATE} lewat batas" if agreed.is_overdue(today()) else ""
        return f"… **{plain(agreed.told)}** · {due}{late}"
    sign = "✔" if one.state is FollowUpState.DONE else "–"
    on = f" {indonesian_date(one.closed_on)}" if one.closed_on else ""
    note = f": {plain(one.closing_note)}" if one.closing_note else ""
    closed = f"{one.state.label.lower()}{on}, {plain(one.closed_by)}{note}"
    return f"{sign} **{plain(agreed.told)}** · {due} · {closed}"


def _close(person: Person, one: StoredFollowUp) -> None:
    name = f"tindak-lanjut-{one.id}"
    form = VisitForm(nonce_of(name), {"on": today(), "state": FollowUpState.DONE}, FollowUpClosed)
    state = form.segment("state", form.label_of("state"), _CLOSING)
    on = form.ask("on")
    note = form.ask("note", label="Hasil, atau mengapa tidak dilanjutkan")
    sent = st.button("Tutup", type="primary", key=f"{form.nonce}:form:kirim")
    if not sent:
        return
    if say_problems([*form.problems, *form.blanks()], form):
        return
    closed = FollowUpClosed(state=state, on=on, note=note)
    said = f"Tindak lanjut ditutup: {state.label.lower()}."
    save(name, close_follow_up, person, one.id, closed, said=said, fields=form)
