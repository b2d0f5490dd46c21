"""The opinions that Pasal 7 leaves to people: who judged what, when and why; and the form to record one."""

import streamlit as st

from db.blitar.selection.candidate_records import record_opinion
from domain.blitar.candidate_facts import CONDUCT_ACCEPTED, EDUCATION_EQUAL, UNDERSTANDING
from domain.blitar.case_of import about_of
from domain.blitar.judgement import Judgement, judgement_about
from domain.blitar.kinds import Education
from domain.blitar.selecting.record_checks import check_opinion
from domain.dates import indonesian_date
from domain.regulation.expressions import TruthFact
from pages.blitar.selection.viewing import Entry, View
from pages.parts.fields import Form
from pages.parts.saved_notice import say_saved
from pages.parts.sending import forget, nonce_of, say_problems, send
from pages.parts.text import plain

_POINT = {UNDERSTANDING.key: "huruf g", CONDUCT_ACCEPTED.key: "huruf c", EDUCATION_EQUAL.key: "huruf f"}


def show_opinions(view: View, entry: Entry) -> None:
    """Show each question with what was judged, and for the Tim Seleksi the form."""
    for question in _questions(entry):
        _show_opinion(entry, question)
        if view.runs:
            _ask_opinion(view, entry, question)


def _questions(entry: Entry) -> list[TruthFact]:
    candidate = entry.stored.candidate
    asked = [UNDERSTANDING]
    if candidate.police.has_entry:
        asked.append(CONDUCT_ACCEPTED)
    if candidate.education is Education.OTHER:
        asked.append(EDUCATION_EQUAL)
    return asked


def _show_opinion(entry: Entry, question: TruthFact) -> None:
    judged = _opinion(entry, question)
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(question.question)}** :gray-badge[Pasal 7 {_POINT[question.key]}]")
        if judged is None:
            st.markdown("… belum dicatat")
        else:
            st.markdown(f"{'✔ Ya' if judged.answer else '✘ Tidak'} — {plain(judged.reason)}")
            st.caption(plain(f"{judged.by}, {indonesian_date(judged.on)}"))


def _opinion(entry: Entry, question: TruthFact) -> Judgement | None:
    """The opinion on what the file says now; one on an earlier certificate is none."""
    candidate = entry.stored.candidate
    return judgement_about(candidate.judgements, question.key, about_of(question.key, candidate))


def _ask_opinion(view: View, entry: Entry, question: TruthFact) -> None:
    name = f"opinion:{entry.stored.id}:{question.key}"
    form = Form(nonce_of(name), {}, Judgement)
    is_first = _opinion(entry, question) is None
    with (
        st.expander("Catat pendapat" if is_first else "Ubah pendapat", expanded=is_first),
        st.container(),
    ):
        for field in ("answer", "on", "reason"):
            form.ask(field)
        sent = st.button("Catat pendapat", type="primary", key=f"{form.nonce}:opinion:kirim")
    if not sent:
        return
    if say_problems([*form.problems, *form.blanks()], form):
        return
    judged = Judgement(by=view.person.name, **form.answers())
    if say_problems(check_opinion(judged, view.stored.round, view.day), form):
        return
    done = send(
        lambda session, at: record_opinion(
            session, view.person, entry.stored.id, question.key, judged, at=at
        ),
        fields=form,
    )
    if done is None:
        return
    forget(name)
    say_saved(f"Pendapat tentang nomor {entry.stored.number} tercatat.")
    st.rerun()
