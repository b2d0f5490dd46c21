"""The fields of a registration, in the order of the points of Pasal 7; blank means not known."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from domain.blitar.candidate import (
    Candidate,
    Domicile,
    Experience,
    HealthLetter,
    PoliceCertificate,
    Statements,
)
from domain.blitar.kinds import DomicileProof, HealthIssuer, WorkTie
from domain.blitar.place import Place
from domain.identity import check_nik
from domain.regions.regions import BLITAR_REGENCY, districts, villages
from pages.parts.fields import Form
from pages.parts.text import plain

Heading = Callable[[str], None]
"""Draws the heading of a point, by its letter, where its outcome is said later."""

# Neighbours by their official codes; the last is no code, but only "somewhere else".
_REGENCIES = {
    BLITAR_REGENCY.code: BLITAR_REGENCY.name,
    "35.72": "Kota Blitar (bukan Kabupaten Blitar)",
    "35.04": "Kabupaten Tulungagung",
    "35.06": "Kabupaten Kediri",
    "35.07": "Kabupaten Malang",
    "00.00": "Daerah lain",
}


def ask_identity(form: Form, heading: Heading) -> None:
    """Ask who registers, when, and how old they are."""
    left, right = st.columns(2)
    with left:
        form.ask("name", label=f"{form.label_of('name')} *")
        _ask_nik(form)
        form.ask("phone")
    with right:
        form.ask("registered_on", help="Menentukan usia (tafsir B-10)")
        heading("d")
        form.ask("born_on", help="Menurut KTP")


def _ask_nik(form: Form) -> None:
    typed = form.ask("nik", hint="16 angka")
    if typed:
        checked = check_nik(typed, BLITAR_REGENCY.code)
        for warning in checked.warnings:
            st.caption(f"ℹ {plain(warning)}")
        form.answer("nik", checked.number or typed)


def ask_home(form: Form, heading: Heading) -> None:
    """Ask for citizenship and domicile."""
    heading("a")
    left, right = st.columns(2)
    with left:
        form.ask("citizen")
        if form.ask("domicile.proof") is DomicileProof.LETTER:
            field = "domicile.letter_open_ended"
            if not form.answer(field, form.tick(field, form.label_of(field))):
                form.ask("domicile.letter_valid_until")
    with right:
        _ask_place(form, "domicile.place")


def _ask_place(form: Form, place: str) -> None:
    standing = form.standing(f"{place}.regency_code")
    names = _REGENCIES if standing in (None, *_REGENCIES) else {**_REGENCIES, standing: f"Wilayah {standing}"}
    if form.ask(f"{place}.regency_code", label="Tinggal di", names=names) == BLITAR_REGENCY.code:
        codes = {one.code: one.name for one in districts(BLITAR_REGENCY.code)}
        kecamatan = form.ask(f"{place}.district_code", names=codes)
        homes = {one.code: one.name for one in villages(kecamatan)} if kecamatan else {}
        form.ask(f"{place}.village_code", names=homes)
    form.ask(f"{place}.address")


def ask_letters(form: Form, heading: Heading) -> None:
    """Ask for the health letter and the police certificate."""
    left, right = st.columns(2)
    with left:
        heading("b")
        if form.ask("health.issuer", help="Tafsir B-12") is not HealthIssuer.NONE:
            form.ask("health.issued_on")
            form.ask("health.states_body")
            form.ask("health.states_mind")
    with right:
        heading("c")
        if form.ask("police.in_file") is not False:
            form.ask("police.valid_until")
            form.ask("police.has_entry", help="Tafsir B-13")


def ask_work(form: Form, heading: Heading) -> None:
    """Ask for contracts of work and education."""
    left, right = st.columns(2)
    with left:
        heading("e")
        tie = form.ask("work_tie", help="Tafsir B-14")
        if tie is not WorkTie.NONE or form.standing("contract_ends_on"):
            form.ask("contract_ends_on")
        else:
            form.answer("contract_ends_on", None)
    with right:
        heading("f")
        form.ask("education")
        form.ask("education_told")


def ask_statements(form: Form, heading: Heading) -> None:
    """Ask for what the candidate states."""
    left, right = st.columns(2)
    with left:
        heading("h")
        form.ask("statements.no_demand_for_civil_service")
        heading("i")
        form.ask("statements.party_tie")
        form.ask("statements.party_letter")
    with right:
        heading("l")
        form.ask("statements.joins_every_stage")
        heading("m")
        form.ask("statements.serves_weekly", help="Tafsir B-20")


def ask_experience(form: Form, heading: Heading) -> None:
    """Ask for what the candidate has done before."""
    left, right = st.columns(2)
    with left:
        heading("k")
        form.ask("experience.mentored", help="Tafsir B-18")
        form.ask("experience.mentored_told")
        form.ask("experience.involved")
        form.ask("experience.involved_told")
        form.ask("experience.paper")
        form.ask("experience.paper_told")
    with right:
        heading("j")
        form.ask("experience.entrepreneurship")
        form.ask("experience.entrepreneurship_told")
        form.ask("note")


def filled_in(form: Form, start: Candidate) -> Candidate:
    """The registration as it stands on the form, over the one that was opened."""
    return replace(
        start,
        domicile=Domicile(place=Place(**form.answers("domicile.place")), **form.answers("domicile")),
        health=HealthLetter(**form.answers("health")),
        police=PoliceCertificate(**form.answers("police")),
        statements=Statements(**form.answers("statements")),
        experience=Experience(**form.answers("experience")),
        **form.answers(),
    )
