"""The opinions of the technical team: who judged what, when and why; and the form to record one."""

from datetime import datetime
from typing import Any
from uuid import uuid4

import streamlit as st

from db.sampang.applications.assessments import record_receipt
from db.sampang.applications.judgements import judgements_of, record_judgement
from db.sampang.applications.standing_law import law_of_file
from db.sampang.applications.stored_application import StoredApplication
from db.sampang.origination.loan_files import stored_file
from domain.dates import indonesian_moment
from domain.problems import Problem
from domain.programme import may
from domain.roles import Person
from domain.sampang.application import Judgement
from domain.sampang.case_of import opinions_of
from domain.sampang.eligibility import Eligibility, examine
from domain.sampang.judging import questions_for
from domain.sampang.origination.loan_file import as_it_stands
from domain.sampang.origination.stages import CLOSED
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.version import VERSION
from pages.parts.fields import Form
from pages.parts.sending import say_problems, send
from pages.parts.store import database, today
from pages.parts.text import plain


def show_judging(person: Person, stored: StoredApplication, found: Eligibility) -> None:
    """Show what has been judged, and for members of the team the form."""
    questions = {question.key: question.words for question in questions_for(found)}
    with database().read() as session:
        judged = judgements_of(session, person, stored.id)
    for one in judged:
        asked = questions.get(one.question, "Pertanyaan tentang agunan yang sudah diubah")
        st.markdown(
            f"**{plain(asked)}** {'Ya' if one.judgement.answer else 'Tidak'} — {plain(one.judgement.reason)}"
        )
        st.caption(f"{plain(one.judgement.by)}, {indonesian_moment(one.recorded_at)}")
    if not judged:
        st.caption("Belum ada penilaian yang dicatat.")
    if may(person, SampangPermission.RECORD_JUDGEMENTS, SAMPANG) and stored.status not in CLOSED:
        _form(person, stored, questions)


def _form(person: Person, stored: StoredApplication, questions: dict[str, str]) -> None:
    nonce = st.session_state.setdefault(_nonce_of(stored), uuid4().hex)
    known = opinions_of(stored.application)
    form = Form(nonce, {}, Judgement)
    with st.container(border=True):
        st.markdown("**Catat penilaian**")
        answers = _answers({key: words for key, words in questions.items() if key not in known}, form)
        again = {key: words for key, words in questions.items() if key in known}
        if again:
            with st.expander(f"Ubah penilaian yang sudah dicatat ({len(again)})"):
                answers |= _answers(again, form)
        reason = form.ask("reason", help="Berlaku bagi semua jawaban di atas")
        sent = st.button("Catat penilaian", type="primary", key=f"{nonce}:judging:kirim")
    if not sent:
        return
    unanswered = [] if answers else [Problem("", "Jawab Ya atau Tidak paling sedikit satu pertanyaan.")]
    if say_problems([*form.problems, *form.blanks(), *unanswered], form):
        return
    _record(person, stored, answers, reason, nonce)


def _nonce_of(stored: StoredApplication) -> str:
    return f"judging-nonce-{stored.id}"


def _answers(questions: dict[str, str], form: Form) -> dict[str, bool]:
    told: dict[str, bool] = {}
    for question, words in questions.items():
        answer = st.radio(words, ["Ya", "Tidak"], index=None, horizontal=True, key=f"{form.nonce}:{question}")
        form.keep(question, answer)
        if answer is not None:
            told[question] = answer == "Ya"
    return told


def _record(
    person: Person, stored: StoredApplication, answers: dict[str, bool], reason: str, nonce: str
) -> None:
    def record(session: Any, at: datetime) -> None:
        for question, answer in answers.items():
            record_judgement(
                session,
                person,
                stored.id,
                question,
                answer=answer,
                on=today(),
                reason=reason,
                nonce=f"{nonce}:{question}",
                at=at,
            )
        judged = as_it_stands(stored_file(session, person, stored.id).file)
        law = law_of_file(session, person, stored.id, today())
        record_receipt(session, person, stored.id, examine(judged, law).receipt(VERSION), at)

    if send(record) is None:
        return
    st.session_state.pop(_nonce_of(stored), None)
    st.rerun()
