"""The tab of the written test, the interview, and the opinions that Pasal 7 leaves to people."""

from datetime import date

import streamlit as st

from db.blitar.selection.candidate_records import record_test
from domain.blitar.selecting.record_checks import check_test, order_notice
from domain.blitar.selecting.results import TestKind, TestResult
from domain.dates import indonesian_date
from pages.blitar.selection.applicant_choice import choose_entry
from pages.blitar.selection.opinions import show_opinions
from pages.blitar.selection.outcome_signs import test_words
from pages.blitar.selection.viewing import Entry, View
from pages.parts.fields import Form
from pages.parts.saved_notice import say_saved
from pages.parts.sending import forget, nonce_of, say_problems, send
from pages.parts.text import plain


def show_testing(view: View) -> None:
    """Show what was recorded of an applicant, and for the Tim Seleksi the forms."""
    if not view.entries:
        st.info("Belum ada pendaftar yang diuji.")
        return
    _progress(view)
    entry = choose_entry(view, "Pendaftar", lambda one: len(one.standing.tests) < len(TestKind))
    if entry is None:
        return
    tests, opinions = st.columns(2)
    with tests:
        st.subheader("Ujian tertulis dan wawancara", anchor=False)
        st.caption(
            "Disusun Tim Seleksi (Pasal 8 huruf d). Program tidak membuat nilai atau bobot (tafsir B-27)."
        )
        _show_tests(entry)
        if view.runs:
            _ask_test(view, entry)
    with opinions:
        st.subheader("Pendapat Tim Seleksi", anchor=False)
        st.caption("Yang diserahkan Pasal 7 kepada penilaian orang; pendapat terbaru yang berlaku.")
        show_opinions(view, entry)


def _progress(view: View) -> None:
    told = []
    for kind in TestKind:
        results = [one.test(kind) for one in view.standings]
        done = sum(result is not None for result in results)
        passed = sum(result is not None and result.passed for result in results)
        told.append(f"{kind.label}: {done} dari {len(results)} tercatat, {passed} lulus")
    st.caption(" · ".join(told))


def _show_tests(entry: Entry) -> None:
    for kind in TestKind:
        result = entry.standing.test(kind)
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{kind.label}**: {test_words(result)}")
            if result is None:
                continue
            st.caption(plain(f"{indonesian_date(result.on)} · penguji {result.examiners}"))
            if result.told:
                st.markdown(f"Catatan penguji: {plain(result.told)}")
            st.markdown(f"Alasan: {plain(result.reason)}")
    if notice := order_notice(entry.standing.tests):
        st.warning(plain(notice))


def _ask_test(view: View, entry: Entry) -> None:
    name = f"test:{entry.stored.id}"
    waiting = next((kind for kind in TestKind if entry.standing.test(kind) is None), TestKind.WRITTEN)
    form = Form(nonce_of(name), {"kind": waiting, "on": _announced_day(view, waiting)}, TestResult)
    with (
        st.expander("Catat hasil ujian", expanded=len(entry.standing.tests) < len(TestKind)),
        st.container(),
    ):
        kind = form.answer("kind", form.one_of("kind", form.label_of("kind"), TestKind) or waiting)
        form.ask("on")
        form.ask("examiners", hint="nama yang menguji")
        form.ask("passed")
        form.ask("told", hint="mis. nilai menurut skala pengumuman")
        form.ask("reason")
        sent = st.button("Catat hasil", type="primary", key=f"{form.nonce}:test:kirim")
    if not sent:
        return
    if say_problems([*form.problems, *form.blanks()], form):
        return
    result = TestResult(**form.answers())
    if say_problems(check_test(result, view.stored.round, view.day), form):
        return
    done = send(
        lambda session, at: record_test(session, view.person, entry.stored.id, result, at=at), fields=form
    )
    if done is None:
        return
    forget(name)
    say_saved(f"{kind.label} nomor {entry.stored.number} tercatat.")
    st.rerun()


def _announced_day(view: View, kind: TestKind) -> date | None:
    wanted = view.stored.round
    announced = wanted.test_on if kind is TestKind.WRITTEN else wanted.interview_on
    return announced if announced and announced <= view.day else None
