"""The form of a round: its announcement, period, quota, papers and days (Pasal 8 huruf a to d)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

import streamlit as st

from db.blitar.selection.rounds import save_round
from domain.blitar.selecting.papers_asked import PAPERS_ASKED
from domain.blitar.selecting.rounds import Round, check_change, check_round
from domain.problems import Problem
from domain.roles import Person
from pages.blitar.selection.round_papers import announcing
from pages.blitar.selection.round_places import go
from pages.blitar.selection.viewing import View
from pages.parts.fields import Form, first_values
from pages.parts.saved_notice import say_saved
from pages.parts.sending import send
from pages.parts.store import today

_OPEN = "round-form"
_NEEDED = {
    "announced_on": "Tanggal pengumuman belum diisi (Pasal 8 huruf b).",
    "opens_on": "Tanggal pendaftaran dibuka belum diisi.",
    "closes_on": "Tanggal pendaftaran ditutup belum diisi.",
    "quota": "Kuota belum diisi. Tulis berapa Pendamping yang dicari.",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """The round on the form: its first values, and which stored one it changes."""

    nonce: str
    start: dict[str, Any]
    id: int | None = None
    version: int | None = None


def show_round_form(person: Person, view: View | None) -> None:
    """Ask for a new round, or for the changes of one that runs."""
    opened = _opened(view)
    st.button("← Kembali", type="tertiary", on_click=_leave, args=(opened.id,))
    st.title("Seleksi baru" if view is None else "Ubah seleksi")
    form = Form(opened.nonce, opened.start, Round)
    told = _ask(form)
    problems = [*form.problems, *_missing(told), *_checked(told, view)]
    tried = st.session_state.get(f"{opened.nonce}:tried")
    if tried:
        form.say(problems)
    if st.button("Simpan seleksi", type="primary", key=f"{opened.nonce}:save", on_click=_try, args=(opened,)):
        _save(person, opened, told, problems)


def _opened(view: View | None) -> Opened:
    chosen = view.stored.id if view else None
    opened = st.session_state.get(_OPEN)
    if opened is not None and opened.id == chosen:
        return opened  # type: ignore[no-any-return]
    if view is None:
        opened = Opened(uuid4().hex, {"announced_on": today(), "papers": "\n".join(PAPERS_ASKED)})
    else:
        start = first_values(view.stored.round) | {"papers": "\n".join(view.stored.round.papers)}
        opened = Opened(uuid4().hex, start, view.stored.id, view.stored.version)
    st.session_state[_OPEN] = opened
    return opened


def _leave(round_id: int | None) -> None:
    st.session_state.pop(_OPEN, None)
    go(round_id=round_id)


def _try(opened: Opened) -> None:
    st.session_state[f"{opened.nonce}:tried"] = True


def _ask(form: Form) -> dict[str, Any]:
    """Read the whole form; what is blank stays None."""
    _starred(form, "title", hint="mis. Seleksi Pendamping 2027")
    left, right = st.columns(2)
    with left:
        form.ask("announcement_number", help="Dari kantor. Selama kosong, pengumuman dicetak sebagai konsep.")
        _starred(form, "announced_on", help="Pasal 8 huruf b")
        _starred(form, "opens_on", help="Pasal 8 huruf c")
        _starred(form, "closes_on", help="Pasal 8 huruf c")
    with right:
        _starred(
            form,
            "quota",
            help="Pasal 11 ayat (2) menyebut 22 kecamatan, tetapi tidak menyebut jumlah orang (tafsir B-27)",
        )
        form.ask("test_on", help="Pasal 8 huruf d; boleh kosong")
        form.ask("interview_on", help="Pasal 8 huruf d; boleh kosong")
    label = f"{form.label_of('papers')}, satu setiap baris"
    papers = form.text("papers", label, long=True, help="Pasal 8 huruf c")
    form.ask("terms", hint="mis. surat sehat paling lama 30 hari; tempat mendaftar")
    return form.answers() | {"papers": tuple(line.strip() for line in papers.splitlines() if line.strip())}


def _starred(form: Form, field: str, *, help: str = "", hint: str = "") -> None:
    """Ask for a field without which there is no round."""
    form.ask(field, label=f"{form.label_of(field)} *", help=help, hint=hint)


def _missing(told: dict[str, Any]) -> list[Problem]:
    return [Problem(field, sentence) for field, sentence in _NEEDED.items() if told[field] is None]


def _checked(told: dict[str, Any], view: View | None) -> list[Problem]:
    wanted = _standing_in(told)
    absent = {problem.field for problem in _missing(told)}
    found = [*check_round(wanted)]
    if view is not None:
        days = [entry.stored.candidate.registered_on for entry in view.entries]
        found += check_change(wanted, [day for day in days if day], view.passed)
    return [problem for problem in found if problem.field not in absent]


def _standing_in(told: dict[str, Any]) -> Round:
    """The round with neighbouring values for what is blank, so that the rest can be checked already."""
    announced: date = told["announced_on"] or told["opens_on"] or told["closes_on"] or today()
    opens: date = told["opens_on"] or announced
    blank = {
        "announced_on": announced,
        "opens_on": opens,
        "closes_on": told["closes_on"] or opens,
        "quota": 1,
    }
    return Round(**{**told, **{field: value for field, value in blank.items() if told[field] is None}})


def _save(person: Person, opened: Opened, told: dict[str, Any], problems: list[Problem]) -> None:
    if problems:
        st.error("Belum tersimpan: perbaiki dahulu isian yang bertanda ⚠. Yang sudah Anda ketik tetap ada.")
        return
    printed = announcing(person, today())
    done = send(
        lambda session, at: save_round(
            session,
            person,
            _standing_in(told),
            nonce=opened.nonce,
            at=at,
            round_id=opened.id,
            expected_version=opened.version,
            printed=printed,
        )
    )
    if done is None:
        return
    st.session_state.pop(_OPEN, None)
    say_saved("Seleksi tersimpan.")
    go(round_id=done.result)
    st.rerun()
