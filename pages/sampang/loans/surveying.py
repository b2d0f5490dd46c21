"""What surveyors found, side by side; the form of one surveyor; and the minutes that close the survey."""

from collections.abc import Mapping
from datetime import date
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
from domain.sampang.step_checks import required, too_long, wrong_amounts, yet_to_come
from pages.parts.store import today
from pages.sampang.loans.step_sending import Sending
from pages.sampang.loans.survey_findings import show_differences


def ask_finding(person: Person, stored: StoredFile, around: Around) -> None:
    """The form for what the acting person found; a later finding of the same person replaces it."""
    mine = next((one for one in stored.file.findings if one.surveyor == person.name), None)
    sending = Sending(person, stored, "finding", _first_values(mine, person))
    form = sending.form
    with st.form(f"{sending.nonce}:form", enter_to_submit=False, border=False):
        left, right = st.columns(2)
        with left:
            element = form.choice("element", "Unsur surveyor (V)", Element)
        with right:
            on = form.day("on", "Tanggal survei")
        notes = {
            aspect: form.text(aspect.value, f"{aspect.label} ({aspect.place.short})", long=True)
            for aspect in Aspect
        }
        left, right = st.columns(2)
        with left:
            good = form.yes_no("character_good", "Karakter pemohon baik? (VI.2.a.4)")
            supports = form.yes_no("region_supports", "Wilayah mendukung? (VI.2.a.5)")
        with right:
            amount = form.rupiah("amount", "Jumlah yang disarankan (VII.4)")
            tenor = ask_tenor(sending, around.law)
        photos = form.text("photos", "Rujukan foto (boleh kosong)", hint="mis. nomor map atau nama berkas")
        sent = st.form_submit_button("Catat temuan saya", type="primary")
        st.caption("Yang dicatat adalah pendapat Anda; program tidak memberi nilai.")
    problems = _finding_problems(notes, {"on": on, "element": element, "photos": photos}, amount)
    if not sent or sending.refused(problems) or on is None or element is None:
        return
    finding = SurveyFinding(
        surveyor=person.name,
        element=element,
        on=on,
        notes={aspect: note for aspect, note in notes.items() if note},
        character_good=good,
        region_supports=supports,
        amount=amount,
        term_months=tenor,
        photos=photos,
    )
    sending.send(
        lambda session, nonce, at: record_finding(session, person, stored.id, finding, nonce=nonce, at=at),
        "Tercatat: temuan survei Anda.",
    )


def ask_minutes(person: Person, stored: StoredFile, around: Around) -> None:
    """The form for what the surveyors agreed on; what they all said stands in it already."""
    findings = stored.file.findings
    show_differences(findings)
    st.caption("Catatan lengkap tiap surveyor ada di bawah, pada Survei.")
    start = {
        "on": today(),
        "character_good": common(findings, lambda one: one.character_good),
        "amount": common(findings, lambda one: one.amount),
        "term_months": _as_choice(common(findings, lambda one: one.term_months)),
    }
    sending = Sending(person, stored, "minutes", start)
    form = sending.form
    with st.form(f"{sending.nonce}:form", enter_to_submit=False, border=False):
        left, right = st.columns(2)
        with left:
            number = form.text("number", "Nomor berita acara (boleh kosong)")
            on = form.day("on", "Tanggal berita acara")
        with right:
            amount = form.rupiah("amount", "Jumlah yang disepakati (VII.4)")
            tenor = ask_tenor(sending, around.law)
        good = form.yes_no("character_good", "Karakter pemohon dinilai baik? (VI.2.a.4)")
        reason = form.text("reason", "Alasan, dan bagaimana perbedaan diselesaikan", long=True)
        sent = st.form_submit_button("Tetapkan hasil survei", type="primary")
        st.caption("Nomor diberi oleh kantor; bila belum ada, nomor diisi saat suratnya diterbitkan.")
    typed = {"on": on, "amount": amount, "term_months": tenor, "character_good": good, "reason": reason}
    problems = [
        *required(typed, _MINUTES),
        *too_long({"number": number, "reason": reason}, ["reason"]),
        *wrong_amounts({"amount": amount}),
    ]
    if not sent or sending.refused(problems):
        return
    minutes = _minutes(number, on, good, amount, tenor, reason)
    if minutes is not None:
        sending.send(
            lambda session, nonce, at: close_survey(session, person, stored.id, minutes, nonce=nonce, at=at),
            "Tercatat: hasil survei ditetapkan. Berkas siap untuk rapat Pokjanis.",
        )


_MINUTES = {
    "on": "tanggal berita acara",
    "amount": "jumlah yang disepakati",
    "term_months": "jangka waktu",
    "character_good": "penilaian karakter (ya atau tidak)",
    "reason": "alasannya",
}


def _minutes(
    number: str, on: date | None, good: bool | None, amount: int | None, tenor: int | None, reason: str
) -> SurveyMinutes | None:
    if on is None or good is None or amount is None or tenor is None:
        return None
    return SurveyMinutes(
        number=number, on=on, character_good=good, amount=amount, term_months=tenor, reason=reason
    )


def ask_tenor(sending: Sending, law: LawInForce) -> int | None:
    """One of the tenors that the law names, in months."""
    names = {str(months): f"{months} bulan" for months in tenors(law)}
    told = sending.form.code("term_months", "Jangka waktu (III.6, VIII.2.d)", names)
    return int(told) if told else None


def _as_choice(months: int | None) -> str | None:
    return None if months is None else str(months)


def _first_values(mine: SurveyFinding | None, person: Person) -> Mapping[str, Any]:
    if mine is None:
        return {"on": today(), "element": Element.BANK if SampangRole.BANK in person.roles else None}
    return {
        **{aspect.value: note for aspect, note in mine.notes.items()},
        "character_good": mine.character_good,
        "region_supports": mine.region_supports,
        "amount": mine.amount,
        "term_months": _as_choice(mine.term_months),
        "element": mine.element,
        "on": mine.on,
        "photos": mine.photos,
    }


def _finding_problems(
    notes: Mapping[Aspect, str], typed: Mapping[str, Any], amount: int | None
) -> list[Problem]:
    texts = {aspect.value: note for aspect, note in notes.items()}
    return [
        *required(typed, {"on": "tanggal survei", "element": "unsur surveyor"}),
        *yet_to_come("on", typed["on"], today()),
        *too_long({**texts, "photos": typed["photos"]}, texts),
        *wrong_amounts({"amount": amount}),
        *(
            []
            if any(texts.values())
            else [Problem("", "Tulis catatan paling sedikit untuk satu unsur survei.")]
        ),
    ]
