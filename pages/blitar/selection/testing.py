"""The tab of the written test, the interview, and the opinions that Pasal 7 leaves to people."""

from datetime import date

import streamlit as st

from db.blitar.selection.candidate_records import record_test
from domain.blitar.selecting.record_checks import check_test, order_notice
from domain.blitar.selecting.results import TestKind, TestResult
from domain.dates import indonesian_date
from pages.blitar.selection.applicant_choice import choose_entry
from pages.blitar.selection.opinions import blank, has_problems, show_opinions
from pages.blitar.selection.outcome_signs import test_words
from pages.blitar.selection.viewing import Entry, View
from pages.parts.fields import Form
from pages.parts.saving import say_saved
from pages.parts.sending import forget, nonce_of, send
from pages.parts.store import today
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
        kind = form.one_of("kind", form.label_of("kind"), TestKind) or waiting
        on = form.ask("on")
        examiners = form.ask("examiners", hint="nama yang menguji")
        passed = form.ask("passed")
        told = form.ask("told", hint="mis. nilai menurut skala pengumuman")
        reason = form.ask("reason")
        sent = st.button("Catat hasil", type="primary", key=f"{form.nonce}:test:kirim")
    if not sent:
        return
    result = TestResult(
        kind=kind, on=on or today(), examiners=examiners, passed=bool(passed), reason=reason, told=told
    )
    problems = [*blank("passed", on, passed), *check_test(result, view.stored.round, view.day)]
    if has_problems(form, problems):
        return
    done = send(
        lambda session, at: record_test(session, view.person, entry.stored.id, result, at=at), fields=form
    )
    if done is None:
        return
    forget(name)
    say_saved(f"{kind.label} nomor {entry.stored.number} tercatat.")
    st.rerun()


def _announced_day(view: View, kind: TestKind) -> date:
    wanted = view.stored.round
    announced = wanted.test_on if kind is TestKind.WRITTEN else wanted.interview_on
    return announced if announced and announced <= view.day else view.day
