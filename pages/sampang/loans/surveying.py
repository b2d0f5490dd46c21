"""What surveyors found, side by side; the form of one surveyor; and the minutes that close the survey."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from db.sampang.origination.loan_files import StoredFile
from db.sampang.origination.screening import close_survey, record_finding
from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.loan import tenors
from domain.sampang.origination.conditions import Around
from domain.sampang.origination.records import Aspect, Element, SurveyFinding, SurveyMinutes
from domain.sampang.origination.surveyors import common
from domain.sampang.roles import SampangRole
from domain.sampang.step_checks import yet_to_come
from pages.parts.saved_notice import Saved
from pages.parts.store import today
from pages.sampang.loans.survey_findings import show_differences
from pages.sampang.step_sending import Sending


def ask_finding(person: Person, stored: StoredFile, around: Around) -> None:
    """The form for what the acting person found; a later finding of the same person replaces it."""
    mine = next((one for one in stored.file.findings if one.surveyor == person.name), None)
    sending = Sending(person, stored, "finding", SurveyFinding, _first_values(mine, person))
    form = sending.form
    left, right = st.columns(2)
    with left:
        form.ask("element", aside="V")
    with right:
        on = form.ask("on")
    for aspect in Aspect:
        form.ask(f"notes.{aspect}", aside=aspect.place.short)
    left, right = st.columns(2)
    with left:
        form.ask("character_good", aside="VI.2.a.4")
        form.ask("region_supports", aside="VI.2.a.5")
    with right:
        form.ask("amount", aside="VII.4")
        ask_tenor(sending, around.law)
    form.ask("photos", aside="boleh kosong; fotonya sendiri di tab Survei", hint="mis. nomor map")
    sent = st.button("Catat temuan saya", type="primary", key=f"{sending.nonce}:form:kirim")
    st.caption("Yang dicatat adalah pendapat Anda; program tidak memberi nilai.")
    notes = {Aspect(name): note for name, note in form.answers("notes").items() if note}
    if not sent or sending.refused([*yet_to_come("on", on, today()), *_unwritten(notes)]):
        return
    finding = SurveyFinding(surveyor=person.name, notes=notes, **form.answers())
    sending.send(
        lambda session, nonce, at: record_finding(session, person, stored.id, finding, nonce=nonce, at=at),
        Saved(
            "Tercatat: temuan survei Anda.",
            correcting="Keliru? Ubah dan catat lagi selama hasil survei belum ditetapkan.",
        ),
    )


def ask_minutes(person: Person, stored: StoredFile, around: Around) -> None:
    """The form for what the surveyors agreed on; what they all said stands in it already."""
    findings = stored.file.findings
    show_differences(findings)
    st.caption("Catatan lengkap tiap surveyor ada di bawah, pada Survei.")
    start = {
        "character_good": common(findings, lambda one: one.character_good),
        "region_supports": common(findings, lambda one: one.region_supports),
        "amount": common(findings, lambda one: one.amount),
        "term_months": _as_choice(common(findings, lambda one: one.term_months)),
    }
    sending = Sending(person, stored, "minutes", SurveyMinutes, start)
    form = sending.form
    left, right = st.columns(2)
    with left:
        form.ask("number", aside="boleh kosong")
        form.ask("on")
    with right:
        form.ask("amount", aside="VII.4")
        ask_tenor(sending, around.law)
    form.ask("character_good", aside="VI.2.a.4")
    form.ask("region_supports", aside="VI.2.a.5; kosongkan bila diserahkan kepada Pokjanis")
    form.ask("reason")
    because = sending.why_again()
    sent = st.button("Tetapkan hasil survei", type="primary", key=f"{sending.nonce}:form:kirim")
    st.caption("Nomor diberi oleh kantor; bila belum ada, nomor diisi saat suratnya diterbitkan.")
    if not sent or sending.refused():
        return
    minutes = SurveyMinutes(**form.answers())
    sending.send(
        lambda session, nonce, at: close_survey(
            session, person, stored.id, minutes, again_because=because, nonce=nonce, at=at
        ),
        "Tercatat: hasil survei ditetapkan. Berkas siap untuk rapat Pokjanis.",
    )


def ask_tenor(sending: Sending, law: LawInForce) -> None:
    """One of the tenors that the law names, in months."""
    form, names = sending.form, {str(months): f"{months} bulan" for months in tenors(law)}
    chosen = form.code("term_months", f"{form.label_of('term_months')} (III.6, VIII.2.d)", names)
    form.answer("term_months", int(chosen) if chosen else None)


def _as_choice(months: int | None) -> str | None:
    return None if months is None else str(months)


def _first_values(mine: SurveyFinding | None, person: Person) -> Mapping[str, Any]:
    if mine is None:
        return {"element": Element.BANK if SampangRole.BANK in person.roles else None}
    return {
        **{f"notes.{aspect}": note for aspect, note in mine.notes.items()},
        "character_good": mine.character_good,
        "region_supports": mine.region_supports,
        "amount": mine.amount,
        "term_months": _as_choice(mine.term_months),
        "element": mine.element,
        "on": mine.on,
        "photos": mine.photos,
    }


def _unwritten(notes: Mapping[Aspect, str]) -> list[Problem]:
    return [] if notes else [Problem("", "Tulis catatan paling sedikit untuk satu unsur survei.")]
