"""Who applies."""

import streamlit as st

from domain.identity import check_nik, check_npwp
from domain.regions.regions import SAMPANG_REGENCY, districts, villages
from domain.sampang.application import Applicant
from domain.sampang.kinds import ApplicantKind, MaritalStatus
from pages.parts.fields import Form
from pages.parts.text import plain

_NAMES = {
    ApplicantKind.COOPERATIVE: ("Nama koperasi", "Nama ketua"),
    ApplicantKind.BUSINESS: ("Nama usaha", "Nama pemilik"),
    ApplicantKind.MICROFINANCE: ("Nama LKM", "Nama ketua"),
    ApplicantKind.CLUSTER: ("Nama Sentra UKM", "Nama ketua"),
}


def read_applicant(form: Form, kind: ApplicantKind) -> Applicant:
    """Ask who applies, and where they are."""
    left, right = st.columns(2)
    with left:
        name_label, person_label = _NAMES[kind]
        form.ask("applicant.name", label=f"{name_label} *")
        form.ask("applicant.contact_name", label=person_label)
        _ask_nik(form, "applicant.nik", person_label.removeprefix("Nama "))
        _ask_npwp(form)
        if kind is ApplicantKind.COOPERATIVE:
            form.ask("applicant.registration_number")
    with right:
        _ask_place(form)
        form.ask("applicant.address")
        form.ask("applicant.phone")
    if kind is ApplicantKind.BUSINESS:
        _ask_spouse(form)
    return Applicant(**form.answers("applicant") | {"kind": kind})


def _ask_nik(form: Form, field: str, whose: str = "") -> None:
    label = f"{form.label_of(field)} {whose}".strip()
    typed = form.ask(field, label=label, hint="16 angka")
    if typed:
        checked = check_nik(typed, SAMPANG_REGENCY.code, field)
        for warning in checked.warnings:
            st.caption(f"ℹ {plain(warning)}")
        form.answer(field, checked.number or typed)


def _ask_npwp(form: Form) -> None:
    typed = form.ask("applicant.npwp", hint="15 atau 16 angka")
    if typed:
        form.answer("applicant.npwp", check_npwp(typed).number or typed)


def _ask_place(form: Form) -> None:
    names = {district.code: district.name for district in districts(SAMPANG_REGENCY.code)}
    district = form.ask("applicant.district_code", names=names)
    homes = {village.code: village.name for village in villages(district)} if district else {}
    form.ask("applicant.village_code", names=homes)


def _ask_spouse(form: Form) -> None:
    left, right = st.columns(2)
    with left:
        marital = form.ask(
            "applicant.marital_status",
            help="Surat permohonan ditandatangani pemilik beserta suami/istri (VIII.2.b butir 1)",
        )
    if marital is MaritalStatus.MARRIED:
        with left:
            form.ask("applicant.spouse_name")
        with right:
            _ask_nik(form, "applicant.spouse_nik")
