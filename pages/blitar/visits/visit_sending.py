"""The two buttons of the form: kept as a draft, or sent; what was typed stays when something is wrong."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import streamlit as st

from db.blitar.visiting.visit_evidence import add_visit_evidence
from db.blitar.visiting.visits import SavedVisit, save_visit
from domain.blitar.visiting.visit import Visit
from domain.blitar.visiting.visit_checks import VisitAround, check_draft, check_sent
from domain.problems import Problem
from domain.roles import Person
from pages.blitar.visits.agreeing import on_the_screen
from pages.blitar.visits.measuring import by_indicator
from pages.blitar.visits.thumb_fields import VisitForm
from pages.blitar.visits.whom_when_where import open_placed
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.evidence.bringing_evidence import Ready
from pages.parts.in_reach import buttons_in_reach
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import forget, say_problems
from pages.parts.store import today

SAVED = "kunjungan-tersimpan"


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as it is filled in; `wrong` is what could not be read, `rows` where each follow-up stands."""

    visit: Visit
    around: VisitAround
    rows: tuple[int, ...]
    wrong: tuple[Problem, ...]
    evidence: Ready


@dataclass(frozen=True, slots=True)
class JustSaved:
    """What was saved last: which visit, to whom, and whether it was sent."""

    visit_id: int
    client_name: str
    sent: bool

    @property
    def told(self) -> Saved:
        """What is said of it on the screen."""
        what = "terkirim; menunggu verifikasi Fasilitator" if self.sent else "tersimpan sebagai draf"
        correcting = "Keliru? Tekan Lihat, lalu tarik kembali selama belum diverifikasi." if self.sent else ""
        return Saved(f"Kunjungan ke {self.client_name} {what}. Nomornya {self.visit_id}.", correcting)


def show_buttons(
    person: Person, name: str, form: VisitForm, filled: Filled, *, visit_id: int | None, version: int | None
) -> None:
    """Show the buttons, and save when one was pressed."""
    because = ask_why_again(form.nonce)
    place, buttons = buttons_in_reach()
    with buttons:
        sends = st.button(
            "Kirim ke Fasilitator", type="primary", key=f"{form.nonce}:send", icon=":material/send:"
        )
        keeps = st.button("Simpan draf", key=f"{form.nonce}:keep")
    st.caption("Draf hanya tersimpan; kunjungan baru dihitung setelah dikirim.")
    if not (sends or keeps):
        return
    check = check_sent if sends else check_draft
    found = check(filled.visit, filled.around, today())
    with place:
        if not _say(found, filled, form, filled.wrong):
            which = {"visit_id": visit_id, "expected_version": version, "again_because": because}
            _save(person, name, form, filled, sends=sends, **which)


def _save(person: Person, name: str, form: VisitForm, filled: Filled, *, sends: bool, **which: Any) -> None:
    done = send_or_ask(
        form.nonce,
        lambda session, at: _store(session, person, form, filled, sends=sends, at=at, **which),
        form=name,
        fields=form,
        say=lambda problems: _say(tuple(problems), filled, form),
    )
    if done is None:
        return
    forget(name)
    saved = JustSaved(done.result.id, filled.around.client_name, sends)
    if which["visit_id"] is None:
        st.session_state[SAVED] = saved
    else:
        say_saved(saved.told)
    st.rerun()


def _store(
    session: Any, person: Person, form: VisitForm, filled: Filled, *, sends: bool, at: datetime, **which: Any
) -> SavedVisit:
    saved = save_visit(session, person, filled.visit, send=sends, nonce=form.nonce, at=at, **which)
    if filled.evidence:
        nonce = f"{form.nonce}:bukti"
        add_visit_evidence(session, person, saved.id, filled.evidence, nonce=nonce, at=at)
    return saved


def _say(
    problems: tuple[Problem, ...], filled: Filled, form: VisitForm, wrong: tuple[Problem, ...] = ()
) -> bool:
    """Say the problems of the visit at their places on the screen, the first of each field alone."""
    placed = by_indicator(on_the_screen(problems, filled.rows), filled.visit.changes)
    first: dict[str, Problem] = {}
    for problem in (*wrong, *placed):
        first.setdefault(problem.field, problem)
    open_placed(form, first)
    return say_problems(tuple(first.values()), form, named=True)
