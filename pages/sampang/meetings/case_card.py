"""The card of one file under discussion: what the meeting would decide, and what stands in its way."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import streamlit as st

from db.sampang.origination.around import surroundings
from db.sampang.origination.loan_files import stored_file
from db.sampang.origination.meetings import StoredMeeting
from domain.money import parse_rupiah
from domain.problems import Problem
from domain.roles import Person
from domain.sampang.eligibility import examine
from domain.sampang.loan import tenors
from domain.sampang.origination.conditions import examined_as
from domain.sampang.origination.queue import Candidate
from domain.sampang.origination.records import Decision, DecisionKind
from pages.parts.fields import Form
from pages.parts.store import database
from pages.sampang.meetings.card_answers import ask_opinions, ask_terms, show_exceeded
from pages.sampang.meetings.card_findings import show_findings
from pages.sampang.meetings.card_heading import show_heading
from pages.sampang.meetings.decision_form import show_buttons
from pages.sampang.meetings.queue_rows import unchoose


@dataclass(frozen=True, slots=True)
class Discussed:
    """One candidate that was chosen for discussion: its place in the queue, and its form."""

    place: int
    candidate: Candidate
    form: Form

    @property
    def amount(self) -> int:
        """The amount on its form as far as it can be read, else the one proposed."""
        told = self.form.standing("amount")
        read = parse_rupiah(told) if isinstance(told, str) else told
        return self.candidate.amount if isinstance(read, Problem) or read is None else read


def discussed(
    meeting_id: int, place: int, candidate: Candidate, earlier: Decision | None = None
) -> Discussed:
    """Take up a candidate; the form keeps what was typed while another one is shown.

    After a decision that was taken back it begins with the `earlier` words; votes are asked anew.
    """
    slot = nonce_slot(meeting_id, candidate.application_id)
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    start: dict[str, Any] = {"amount": candidate.amount or None, "term_months": candidate.term_months or None}
    if earlier is not None:
        start |= {"reason": earlier.reason, "reading_reason": earlier.reading_reason}
        if earlier.kind is DecisionKind.APPROVE:
            start |= {"amount": earlier.amount, "term_months": earlier.term_months}
    return Discussed(place, candidate, Form(nonce, start, Decision))


def nonce_slot(meeting_id: int, application_id: int) -> str:
    """Where the session keeps the nonce of a file's form at a meeting."""
    return f"rapat-berkas:{meeting_id}:{application_id}"


def show_card(person: Person, stored: StoredMeeting, one: Discussed) -> None:
    """Show the card, and record the decision when a button is pressed."""
    number, form, meeting = one.candidate.application_id, one.form, stored.meeting
    with database().read() as session:
        file = stored_file(session, person, number)
        around = surroundings(session, person, number, meeting.held_on)
    with st.container(border=True):
        show_heading(person, one.place, one.candidate, file, around)
        left, right = st.columns([5, 4], gap="medium")
        with left:
            terms = ask_terms(form, tenors(around.law))
            show_exceeded(file.file, terms)
        proposed = terms.decision(DecisionKind.APPROVE, meeting.held_on)
        found = examined_as(proposed, file.file, around.law)
        with left:
            needs_reading = bool(found.assessment.combinations)
            answers = ask_opinions(form, terms, meeting, needs_reading=needs_reading)
        with right:
            show_findings(found, answers, meeting, file, around)
        as_asked = examine(file.file.application, around.law)
        if show_buttons(person, stored, file, form, answers, as_asked):
            unchoose(stored.id, number)
            st.session_state.pop(nonce_slot(stored.id, number), None)
            st.rerun()
