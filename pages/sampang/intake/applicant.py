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
        name = form.text("applicant.name", f"{name_label} *")
        contact = form.text("applicant.contact_name", person_label)
        nik = _nik(form, "applicant.nik", f"NIK (KTP) {person_label.removeprefix('Nama ')}")
        npwp = _npwp(form)
        registration = ""
        if kind is ApplicantKind.COOPERATIVE:
            registration = form.text("applicant.registration_number", "NIK Koperasi atau nomor badan hukum")
    with right:
        district, village = _place(form)
        address = form.text("applicant.address", "Alamat", long=True)
        phone = form.text("applicant.phone", "Telepon")
    marital, spouse, spouse_nik = _spouse(form) if kind is ApplicantKind.BUSINESS else (None, "", None)
    return Applicant(
        kind=kind,
        name=name,
        contact_name=contact,
        nik=nik,
        npwp=npwp,
        registration_number=registration,
        marital_status=marital,
        spouse_name=spouse,
        spouse_nik=spouse_nik,
        district_code=district,
        village_code=village,
        address=address,
        phone=phone,
    )


def _nik(form: Form, field: str, label: str) -> str | None:
    told = form.text(field, label, hint="16 angka")
    if not told:
        return None
    checked = check_nik(told, field)
    for warning in checked.warnings:
        st.caption(f"ℹ {plain(warning)}")
    return checked.number or told


def _npwp(form: Form) -> str | None:
    told = form.text("applicant.npwp", "NPWP", hint="15 atau 16 angka")
    if not told:
        return None
    return check_npwp(told, "applicant.npwp").number or told


def _place(form: Form) -> tuple[str | None, str | None]:
    names = {district.code: district.name for district in districts(SAMPANG_REGENCY.code)}
    district = form.code("applicant.district_code", "Kecamatan", names)
    homes = {village.code: village.name for village in villages(district)} if district else {}
    village = form.code("applicant.village_code", "Desa/kelurahan", homes)
    return district, village


def _spouse(form: Form) -> tuple[MaritalStatus | None, str, str | None]:
    left, right = st.columns(2)
    with left:
        marital = form.choice(
            "applicant.marital_status",
            "Status perkawinan pemilik",
            MaritalStatus,
            help="Surat permohonan ditandatangani pemilik beserta suami/istri (VIII.2.b butir 1)",
        )
    if marital is not MaritalStatus.MARRIED:
        return marital, "", None
    with left:
        spouse = form.text("applicant.spouse_name", "Nama suami/istri")
    with right:
        spouse_nik = _nik(form, "applicant.spouse_nik", "NIK (KTP) suami/istri")
    return marital, spouse, spouse_nik
