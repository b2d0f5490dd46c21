"""The two forms that propose: a value for one of the office's own settings, or one reading of a question."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import streamlit as st

from db.office.proposals import Proposal
from db.office.settings import propose_reading, propose_setting
from db.trail import OfficeSubject
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.programme import Programme
from domain.regulation.interpretations import Interpretation
from domain.regulation.law_in_force import LawInForce
from domain.regulation.office_proposals import ReadingProposed, SettingProposed
from domain.regulation.parameter import Parameter, Unit, Value, exact
from domain.regulation.wording import measure, parameter_value
from domain.roles import Person
from domain.typed import Line, check_value
from pages.office.legal_basis.proposing_counts import propose_counts
from pages.office.legal_basis.proposing_logo import propose_picture
from pages.parts.fields import Form
from pages.parts.readings import readings_of
from pages.parts.sending import send
from pages.parts.store import today
from pages.parts.text import plain

SETTING, READING = "Nilai setelan kantor", "Ketetapan tafsir"
WHICH, WHICH_SETTING, WHICH_READING = "propose:which", "propose:setting", "propose:reading"
NONCE = "decisions:nonce"
_AGAIN = "propose:again"


def propose_again(proposal: Proposal) -> None:
    """Fill the form with a proposal that was returned; for use as a button's callback."""
    is_setting = proposal.subject.kind is OfficeSubject.OFFICE_SETTING
    st.session_state[WHICH] = SETTING if is_setting else READING
    st.session_state[WHICH_SETTING if is_setting else WHICH_READING] = proposal.key
    st.session_state[NONCE] = uuid4().hex
    filled: dict[str, Any] = {"reason": proposal.reason}
    filled |= (
        {"value": proposal.value, "since": proposal.since}
        if is_setting
        else {"letter": proposal.value, "on": proposal.since, "decree": proposal.decree}
    )
    st.session_state[_AGAIN] = (st.session_state[NONCE], proposal.key, filled)


def _start(nonce: str, key: str, blank: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a form begins with: the returned proposal that is made again, or next to nothing."""
    again = st.session_state.get(_AGAIN)
    return again[2] if again and again[:2] == (nonce, key) else blank


def propose(person: Person, programme: Programme, law: LawInForce, nonce: str) -> str:
    """Ask for a proposal and store it; gives its title once it is stored, and nothing before."""
    which = st.segmented_control(
        "Yang diusulkan", [SETTING, READING], default=SETTING, required=True, key=WHICH
    )
    return (
        _setting(person, programme, law, nonce)
        if which == SETTING
        else _reading(person, programme, law, nonce)
    )


def _setting(person: Person, programme: Programme, law: LawInForce, nonce: str) -> str:
    settings = {key: each for key, each in law.parameters.items() if each.office_setting}
    key = st.selectbox(
        "Setelan kantor", list(settings), format_func=lambda each: settings[each].label, key=WHICH_SETTING
    )
    parameter = settings[key]
    if parameter.unit is Unit.IMAGE:
        return propose_picture(person, programme, parameter, law, nonce)
    if parameter.unit is Unit.BY_DISTRICT:
        start = _start(nonce, key, {})  # a count belongs to the day of its source, which is seldom today
        return propose_counts(person, programme, parameter, law, nonce, start)
    st.caption(f"Sekarang: {plain(parameter_value(parameter, parameter.on(law.day)))}")
    form = Form(f"{nonce}:{key}", _start(nonce, key, {"since": law.day}), SettingProposed)
    with st.container(border=True):
        value = _value(form, parameter)
        since = form.ask("since")
        form.ask("reason", hint="mis. hasil rapat, surat penawaran")
        sent = st.button("Ajukan usulan", type="primary", key=f"{nonce}:{key}:kirim")
    problems = [
        *_value_problems(parameter, value, form.problems),
        *_since_problems(since, law.regulation.instrument.in_force_since),
    ]
    if not sent or _has(problems, form) or value is None:
        return ""
    title = f"{parameter.label} {parameter_value(parameter, value)}"
    stored = _stored(
        propose_setting, person, programme, parameter, value, SettingProposed(**form.answers()), nonce=nonce
    )
    return title if stored else ""


def _reading(person: Person, programme: Programme, law: LawInForce, nonce: str) -> str:
    entry = _chosen_reading(law)
    form = Form(f"{nonce}:{entry.id}", _start(nonce, entry.id, {"on": law.day}), ReadingProposed)
    with st.container(border=True):
        names = {letter: f"{letter} · {entry.wording(letter)}" for letter in entry.choosable}
        letter = form.ask("letter", names=names)
        form.ask("decree", hint="mis. nomor surat atau berita acara rapat")
        on = form.ask("on")
        form.ask("reason")
        sent = st.button("Ajukan usulan", type="primary", key=f"{nonce}:{entry.id}:kirim")
    problems = _decree_day_problems(on, law.regulation.instrument.in_force_since)
    if not sent or _has(problems, form):
        return ""
    stored = _stored(
        propose_reading, person, programme, entry, ReadingProposed(**form.answers()), nonce=nonce
    )
    return f"tafsir {entry.id}, bacaan {letter}" if stored else ""


def _chosen_reading(law: LawInForce) -> Interpretation:
    entries = law.interpretations
    name = st.selectbox(
        "Tafsir",
        list(entries),
        format_func=lambda each: f"{each} · {entries[each].question}",
        key=WHICH_READING,
    )
    entry = entries[name]
    state = "ditetapkan kantor" if entry.settlement else "bawaan program"
    st.markdown(f"**{plain(entry.question)}**")
    st.markdown(readings_of(entry))
    told = plain(" ".join(filter(None, (entry.reason, entry.recorded_because))))
    st.caption(f"Sekarang: bacaan {plain(entry.in_use)}, {state}. {told}")
    return entry


def _has(problems: Sequence[Problem], form: Form) -> bool:
    """Say every problem beside its field, and tell whether there is any."""
    found = [*form.problems, *form.blanks(), *problems]
    form.say(found)
    if found:
        st.error("Belum diajukan: perbaiki dahulu isian yang bertanda ⚠. Yang sudah Anda ketik tetap ada.")
    return bool(found)


def _stored(verb: Callable[..., int], *proposed: Any, **more: Any) -> bool:
    return send(lambda session, at: verb(session, *proposed, **more, at=at)) is not None


def _value(form: Form, parameter: Parameter) -> Value | None:
    if parameter.choices:
        return form.code("value", "Nilai", dict(parameter.choices))
    if parameter.unit is Unit.RUPIAH:
        return form.rupiah("value", "Nilai (rupiah)")
    if parameter.unit is Unit.TEXT:
        return form.text("value", "Isi") or None
    if parameter.decimals:
        rate = form.rate("value", f"Nilai ({parameter.unit.value})", parameter.decimals)
        return str(rate) if isinstance(rate, Decimal) else rate
    return form.count("value", f"Nilai ({parameter.unit.value})")


def _value_problems(
    parameter: Parameter, value: Value | None, unreadable: Sequence[Problem]
) -> list[Problem]:
    if value is None:
        return [] if unreadable else [Problem("value", "Nilainya belum diisi. Isi dahulu, lalu ajukan lagi.")]
    largest = parameter.largest
    if isinstance(value, str) and parameter.unit is Unit.TEXT:
        return check_value(Line(parameter.label), value, "value")
    amount = exact(value)
    if amount is None or largest is None or parameter.least <= amount <= largest:
        return []
    told, most = parameter_value(parameter, value), measure(largest, parameter.unit)
    return [Problem("value", f"Nilai {told} tidak mungkin. Isi angka dari {parameter.least} sampai {most}.")]


def _since_problems(day: date | None, first: date) -> list[Problem]:
    if day is not None and day < first:
        return [
            Problem(
                "since", f"Peraturannya baru berlaku sejak {indonesian_date(first)}; pilih hari sesudahnya."
            )
        ]
    return []


def _decree_day_problems(day: date | None, first: date) -> list[Problem]:
    if day is not None and not first <= day <= today():
        allowed = f"{indonesian_date(first)} dan hari ini, {indonesian_date(today())}"
        return [Problem("on", f"Keputusan harus bertanggal antara {allowed}. Periksa suratnya.")]
    return []
