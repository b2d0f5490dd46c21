"""A registration on the form: what Pasal 7 asks point by point, found anew while it is typed."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from db.blitar.selection.candidates import candidate, save_candidate
from db.office.practice import law_of
from domain.blitar.candidate import Candidate
from domain.blitar.candidate_points import THIRTEEN_POINTS
from domain.blitar.examining import CandidateFindings, examine_candidate
from domain.blitar.programme import BLITAR
from domain.blitar.registration_checks import check_candidate
from domain.blitar.selecting.lateness import late_in_way
from domain.blitar.selecting.rounds import check_registration_day
from domain.blitar.selecting.standing import PREFERENCE
from domain.blitar.words import meaning_of
from domain.problems import Problem
from pages.blitar.selection.outcome_signs import candidate_badge, point_mark
from pages.blitar.selection.registration_fields import (
    ask_experience,
    ask_home,
    ask_identity,
    ask_letters,
    ask_statements,
    ask_work,
    filled_in,
)
from pages.blitar.selection.round_places import go
from pages.blitar.selection.viewing import Entry, View
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.fields import Form, first_values
from pages.parts.saved_notice import say_saved
from pages.parts.store import database, now
from pages.parts.text import plain, shortened

_OPEN = "registration"
_PARTS = (
    ("Pendaftar", ask_identity),
    ("Kewarganegaraan dan domisili", ask_home),
    ("Surat sehat dan SKCK", ask_letters),
    ("Pekerjaan dan pendidikan", ask_work),
    ("Pernyataan", ask_statements),
    ("Pengalaman", ask_experience),
)
_TITLES = {rule.place.rpartition(".")[2]: rule.title for rule in THIRTEEN_POINTS}


@dataclass(frozen=True, slots=True)
class Opened:
    """The registration on the form: its first values, and which stored one it continues."""

    nonce: str
    round_id: int
    start: Candidate
    id: int | None = None
    version: int | None = None


def show_registration(view: View, entry: Entry | None) -> None:
    """Ask for a registration, or continue one."""
    opened = _opened(view, entry)
    st.button("← Kembali ke seleksi", type="tertiary", on_click=_leave, args=(view.stored.id,))
    st.title(plain(shortened(entry.label, 120)) if entry else "Daftarkan calon")
    st.caption("Yang kosong berarti belum diketahui, bukan tidak. Pendaftaran dapat dilengkapi kemudian.")
    line = st.empty()
    form = Form(opened.nonce, first_values(replace(opened.start, judgements={})), Candidate)
    spots: dict[str, DeltaGenerator] = {}
    told = _ask(form, opened, spots)
    found = _found(told, view)
    _show_outcomes(found, line, spots)
    problems = _problems(form, told, view)
    said = _worth_saying(problems, opened, told)
    _preview(found, said, form.say(said))
    _say_late(view, told)
    because = ask_why_again(opened.nonce)
    pressed = st.button(
        "Simpan pendaftaran", type="primary", key=f"{opened.nonce}:save", on_click=_try, args=(opened,)
    )
    if pressed:
        _save(view, opened, told, problems, because)


def _opened(view: View, entry: Entry | None) -> Opened:
    chosen = entry.stored.id if entry else None
    opened = st.session_state.get(_OPEN)
    if opened is not None and (opened.round_id, opened.id) == (view.stored.id, chosen):
        return opened  # type: ignore[no-any-return]
    if chosen is None:
        registered = view.day if view.stored.round.takes(view.day) else None
        opened = Opened(uuid4().hex, view.stored.id, Candidate(registered_on=registered))
    else:
        with database().write() as session:
            stored = candidate(session, view.person, chosen, reveal=True, at=now())
        opened = Opened(uuid4().hex, view.stored.id, stored.candidate, stored.id, stored.version)
    st.session_state[_OPEN] = opened
    return opened


def _leave(round_id: int) -> None:
    st.session_state.pop(_OPEN, None)
    go(round_id=round_id)


def _try(opened: Opened) -> None:
    st.session_state[f"{opened.nonce}:tried"] = True


def _ask(form: Form, opened: Opened, spots: dict[str, DeltaGenerator]) -> Candidate:
    """Read the whole form, part by part; each point's heading is filled in once it is known."""

    def heading(letter: str) -> None:
        spots[letter] = st.empty()

    for title, ask in _PARTS:
        with st.container(border=True):
            st.subheader(title, anchor=False)
            ask(form, heading)
    return filled_in(form, opened.start)


def _found(told: Candidate, view: View) -> CandidateFindings:
    with database().read() as session:
        return examine_candidate(told, law_of(session, BLITAR, view.day))


def _show_outcomes(found: CandidateFindings, line: DeltaGenerator, spots: dict[str, DeltaGenerator]) -> None:
    points = sorted(found.points, key=lambda one: one.letter == PREFERENCE)
    line.markdown(" ".join(point_mark(one.letter, one.outcome, f"**{one.letter}** ") for one in points))
    for letter, spot in spots.items():
        mark = point_mark(letter, found.point(letter).outcome)
        spot.markdown(f"**{letter} · {plain(_TITLES[letter])}** {mark}")


def _problems(form: Form, told: Candidate, view: View) -> list[Problem]:
    found = [*form.problems, *check_candidate(replace(told, judgements={}), view.day)]
    if told.registered_on and (wrong := check_registration_day(view.stored.round, told.registered_on)):
        found.append(wrong)
    return list(dict.fromkeys(found))


def _worth_saying(problems: list[Problem], opened: Opened, told: Candidate) -> list[Problem]:
    """A form that nobody has tried to save is not scolded for a name still blank."""
    if told.name or st.session_state.get(f"{opened.nonce}:tried"):
        return problems
    return [problem for problem in problems if problem.field != "name"]


def _preview(found: CandidateFindings, problems: list[Problem], elsewhere: list[Problem]) -> None:
    with st.container(border=True):
        st.markdown("**Pratinjau hasil pemeriksaan berkas**")
        candidate_badge(found.assessment.verdict)
        st.caption(plain(meaning_of(found.assessment)))
        for warning in found.warnings:
            st.caption(f"ℹ {plain(warning)}")
        if problems:
            st.markdown(f":red[⚠ {len(problems)} isian perlu diperbaiki; lihat kalimat di bawah isiannya.]")
        for problem in elsewhere:
            st.caption(f":red[⚠ {plain(problem.sentence)}]")


def _say_late(view: View, told: Candidate) -> None:
    if late := late_in_way(view.stored.round, told.registered_on):
        st.warning(f"Terlambat. {plain(late.told)} Pendaftarannya tetap dicatat, dan tidak dapat diluluskan.")


def _save(view: View, opened: Opened, told: Candidate, problems: list[Problem], because: str) -> None:
    if problems:
        told_problems = "".join(f"\n- {plain(problem.sentence)}" for problem in problems)
        st.error(f"Belum tersimpan. Yang sudah Anda ketik tetap ada; perbaiki dahulu:\n{told_problems}")
        return

    def keep(session: Any, at: datetime) -> int:
        saved = save_candidate(
            session,
            view.person,
            opened.round_id,
            told,
            nonce=opened.nonce,
            at=at,
            candidate_id=opened.id,
            expected_version=opened.version,
            again_because=because,
        )
        return candidate(session, view.person, saved).number

    done = send_or_ask(opened.nonce, keep)
    if done is None:
        return
    st.session_state.pop(_OPEN, None)
    late = late_in_way(view.stored.round, told.registered_on)
    said = " dan tercatat terlambat" if late else ""
    say_saved(f"Pendaftaran nomor {done.result} tersimpan{said}.")
    go(round_id=opened.round_id)
    st.rerun()
