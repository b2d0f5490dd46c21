"""The tab of results: what is decided about each applicant, and the minutes that fix it all."""

import pandas as pd
import streamlit as st

from db.blitar.selection.candidate_records import record_outcome
from domain.blitar.selecting.record_checks import check_outcome
from domain.blitar.selecting.results import OutcomeKind, SelectionOutcome, TestKind, in_the_way_of_passing
from domain.blitar.words import meaning_of
from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.problems import Problem
from pages.blitar.selection.applicant_choice import choose_entry
from pages.blitar.selection.fixing import fix, show_decided, show_reasons
from pages.blitar.selection.outcome_signs import candidate_badge, outcome_words, test_words, verdict_words
from pages.blitar.selection.viewing import Entry, View
from pages.parts.fields import Form
from pages.parts.saved_notice import say_saved
from pages.parts.sending import forget, nonce_of, send
from pages.parts.text import plain

_ROW, _HEAD, _MOST = 35, 38, 420  # pixels


class Decidable(Labelled):
    """What a person can decide about a candidate."""

    PASSED = OutcomeKind.PASSED.value, OutcomeKind.PASSED.label
    RESERVE = OutcomeKind.RESERVE.value, OutcomeKind.RESERVE.label
    FAILED = OutcomeKind.FAILED.value, OutcomeKind.FAILED.label


def show_results(view: View) -> None:
    """Show who was decided how, the form for one applicant, and the fixing of the result."""
    wanted = view.stored.round
    with st.container(horizontal=True):
        st.metric("Lulus", f"{view.passed} dari {wanted.quota}", width="content")
        st.metric("Sisa kuota", view.places_left, width="content")
        waiting = sum(one.outcome is None for one in view.standings)
        st.metric("Belum diputuskan", waiting, width="content")
    if view.entries:
        _table(view)
    else:
        st.info("Belum ada pendaftar.")
    if view.stored.is_decided:
        show_decided(view)
    elif view.runs:
        if view.entries:
            _one(view)
        fix(view)


def _table(view: View) -> None:
    lines = [
        {
            "No": one.number,
            "Nama": one.name,
            "Pemeriksaan berkas": verdict_words(one.verdict),
            "Ujian tertulis": test_words(one.test(TestKind.WRITTEN)),
            "Wawancara": test_words(one.test(TestKind.INTERVIEW)),
            "j, diutamakan": one.preference.label,
            "Hasil": outcome_words(one.outcome_kind),
            "Alasan": one.outcome.reason if one.outcome else "",
            "Tafsir yang dipakai": one.outcome.reading_reason if one.outcome else "",
        }
        for one in view.standings
    ]
    st.dataframe(
        pd.DataFrame(lines),
        hide_index=True,
        key=f"results:{view.stored.id}",
        height=min(_HEAD + _ROW * len(lines), _MOST),
        column_config={"No": st.column_config.NumberColumn(width=50)},
    )
    st.caption(
        "Urut nomor pendaftaran. Program tidak mengurutkan calon dan tidak memberi bobot (tafsir B-27)."
    )


def _one(view: View) -> None:
    st.subheader("Putuskan satu pendaftar", anchor=False)
    entry = choose_entry(view, "Pendaftar", lambda one: one.standing.outcome is None)
    if entry is None:
        return
    candidate_badge(entry.standing.verdict)
    st.caption(plain(meaning_of(entry.found.assessment)))
    outcome = entry.standing.outcome
    if outcome and outcome.kind is OutcomeKind.LATE:
        st.markdown(f"**{outcome_words(outcome.kind)}** — {plain(outcome.reason)}")
        st.caption("Tercatat ditolak karena terlambat. Bila tanggalnya keliru, perbaiki di pendaftarannya.")
        return
    if outcome:
        st.markdown(
            f"Tercatat: **{outcome_words(outcome.kind)}** — {plain(outcome.reason)} "
            f"({plain(outcome.by)}, {indonesian_date(outcome.on)})"
        )
    left = view.places_left + (outcome is not None and outcome.kind is OutcomeKind.PASSED)
    named = outcome.reading_reason if outcome else ""
    in_way = in_the_way_of_passing(entry.found, entry.standing.tests, named, places_left=left)
    if in_way:
        st.markdown("**Yang masih menghalangi kelulusan**")
        show_reasons(in_way)
    _ask(view, entry)


def _ask(view: View, entry: Entry) -> None:
    name = f"outcome:{entry.stored.id}"
    before = entry.standing.outcome_kind
    form = Form(nonce_of(name), {"kind": Decidable(before.value) if before else None}, SelectionOutcome)
    with st.container(border=True):
        chosen = form.choice("kind", form.label_of("kind"), Decidable)
        kind = OutcomeKind(chosen.value) if chosen else None
        reason = form.ask("reason")
        reading = ""
        if entry.standing.readings:
            reading = form.ask(
                "reading_reason",
                aside=", ".join(entry.standing.readings),
                hint="mis. B-18 bacaan B, berlaku sama bagi semua pendaftar, karena …",
            )
        sent = st.button("Catat hasil", type="primary", key=f"{form.nonce}:outcome:kirim")
    if not sent:
        return
    problems = [] if kind else [Problem("kind", "Hasilnya belum dipilih.")]
    decided = SelectionOutcome(
        kind=kind or OutcomeKind.FAILED,
        on=view.day,
        by=view.person.name,
        reason=reason,
        reading_reason=reading,
    )
    problems += check_outcome(decided, view.stored.round, view.day)
    form.say(problems)
    if problems:
        st.error("Belum tercatat: perbaiki dahulu isian yang bertanda ⚠.")
    else:
        _record(view, entry, decided, name)


def _record(view: View, entry: Entry, decided: SelectionOutcome, name: str) -> None:
    done = send(lambda session, at: record_outcome(session, view.person, entry.stored.id, decided, at=at))
    if done is None:
        return
    forget(name)
    say_saved(f"Nomor {entry.stored.number} tercatat {decided.kind.label.lower()}.")
    st.rerun()
