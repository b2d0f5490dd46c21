"""The fields of a registration, in the order of the points of Pasal 7; blank means not known."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from domain.blitar.candidate import Domicile, Experience, HealthLetter, PoliceCertificate, Statements
from domain.blitar.kinds import DomicileProof, Education, HealthIssuer, Statement, WorkTie
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


def read_identity(form: Form, heading: Heading) -> dict[str, Any]:
    """Ask who registers, when, and how old they are."""
    left, right = st.columns(2)
    with left:
        name = form.text("name", "Nama *")
        nik = _nik(form)
        phone = form.text("phone", "Telepon")
    with right:
        registered = form.day("registered_on", "Tanggal mendaftar", help="Menentukan usia (tafsir B-10)")
        heading("d")
        born = form.day("born_on", "Tanggal lahir", help="Menurut KTP")
    return {"name": name, "nik": nik, "phone": phone, "registered_on": registered, "born_on": born}


def _nik(form: Form) -> str | None:
    told = form.text("nik", "NIK (KTP)", hint="16 angka")
    if not told:
        return None
    checked = check_nik(told, "nik", BLITAR_REGENCY.code)
    for warning in checked.warnings:
        st.caption(f"ℹ {plain(warning)}")
    return checked.number or told


def read_home(form: Form, heading: Heading) -> dict[str, Any]:
    """Ask for citizenship and domicile."""
    heading("a")
    left, right = st.columns(2)
    with left:
        citizen = form.yes_no("citizen", "Warga Negara Indonesia menurut KTP?")
        proof = form.choice("domicile.proof", "Bukti domisili", DomicileProof)
        until, open_ended = None, False
        if proof is DomicileProof.LETTER:
            open_ended = form.tick("domicile.letter_open_ended", "Surat tidak menyebut batas waktu")
            if not open_ended:
                until = form.day("domicile.letter_valid_until", "Surat berlaku sampai")
    with right:
        place = _place(form)
    domicile = Domicile(place=place, proof=proof, letter_valid_until=until, letter_open_ended=open_ended)
    return {"citizen": citizen, "domicile": domicile}


def _place(form: Form) -> Place:
    field = "domicile.place"
    standing = form.standing(f"{field}.regency_code")
    names = _REGENCIES if standing in (None, *_REGENCIES) else {**_REGENCIES, standing: f"Wilayah {standing}"}
    regency = form.code(f"{field}.regency_code", "Tinggal di", names)
    kecamatan = village = None
    if regency == BLITAR_REGENCY.code:
        kecamatan = form.code(
            f"{field}.district_code",
            "Kecamatan",
            {one.code: one.name for one in districts(BLITAR_REGENCY.code)},
        )
        homes = {one.code: one.name for one in villages(kecamatan)} if kecamatan else {}
        village = form.code(f"{field}.village_code", "Desa/kelurahan", homes)
    address = form.text(f"{field}.address", "Alamat", long=True)
    return Place(regency_code=regency, district_code=kecamatan, village_code=village, address=address)


def read_letters(form: Form, heading: Heading) -> dict[str, Any]:
    """Ask for the health letter and the police certificate."""
    left, right = st.columns(2)
    with left:
        heading("b")
        issuer = form.choice("health.issuer", "Penerbit surat sehat", HealthIssuer, help="Tafsir B-12")
        issued = body = mind = None
        if issuer is not HealthIssuer.NONE:
            issued = form.day("health.issued_on", "Tanggal surat sehat")
            body = form.yes_no("health.states_body", "Menyatakan sehat jasmani?")
            mind = form.yes_no("health.states_mind", "Menyatakan sehat rohani?")
    with right:
        heading("c")
        there = form.yes_no("police.in_file", "SKCK dilampirkan?")
        until = entry = None
        if there is not False:
            until = form.day("police.valid_until", "SKCK berlaku sampai")
            entry = form.yes_no("police.has_entry", "Ada catatan dalam SKCK?", help="Tafsir B-13")
    return {
        "health": HealthLetter(issuer=issuer, issued_on=issued, states_body=body, states_mind=mind),
        "police": PoliceCertificate(in_file=there, valid_until=until, has_entry=entry),
    }


def read_work(form: Form, heading: Heading) -> dict[str, Any]:
    """Ask for contracts of work and education."""
    left, right = st.columns(2)
    with left:
        heading("e")
        tie = form.choice("work_tie", "Ikatan kerja pada hari mendaftar", WorkTie, help="Tafsir B-14")
        ends = None
        if tie is not WorkTie.NONE or form.standing("contract_ends_on"):
            ends = form.day("contract_ends_on", "Kontrak berakhir")
    with right:
        heading("f")
        education = form.choice("education", "Pendidikan terakhir yang selesai", Education)
        told = form.text("education_told", "Jurusan dan perguruan tinggi")
    return {"work_tie": tie, "contract_ends_on": ends, "education": education, "education_told": told}


def read_statements(form: Form, heading: Heading) -> dict[str, Any]:
    """Ask for what the candidate states."""
    left, right = st.columns(2)
    with left:
        heading("h")
        demand = form.choice(
            "statements.no_demand_for_civil_service", "Tidak menuntut diangkat menjadi ASN", Statement
        )
        heading("i")
        tie = form.yes_no("statements.party_tie", "Anggota atau pengurus partai politik?")
        letter = form.yes_no("statements.party_letter", "Surat pernyataan bukan anggota/pengurus ada?")
    with right:
        heading("l")
        joins = form.choice("statements.joins_every_stage", "Bersedia mengikuti seluruh tahapan", Statement)
        heading("m")
        serves = form.choice(
            "statements.serves_weekly", "Bersedia melayani setiap minggu", Statement, help="Tafsir B-20"
        )
    return {
        "statements": Statements(
            no_demand_for_civil_service=demand,
            party_tie=tie,
            party_letter=letter,
            joins_every_stage=joins,
            serves_weekly=serves,
        )
    }


def read_experience(form: Form, heading: Heading) -> dict[str, Any]:
    """Ask for what the candidate has done before."""
    left, right = st.columns(2)
    with left:
        heading("k")
        mentored = form.yes_no("experience.mentored", "Pernah mendampingi?", help="Tafsir B-18")
        mentored_told = form.text("experience.mentored_told", "Pendampingan yang pernah dilakukan")
        involved = form.yes_no(
            "experience.involved", "Pernah terlibat pemberdayaan koperasi dan usaha mikro?"
        )
        involved_told = form.text("experience.involved_told", "Keterlibatannya")
        paper = form.yes_no("experience.paper", "Ada piagam, sertifikat, atau dokumen?")
        paper_told = form.text("experience.paper_told", "Piagam, sertifikat, atau dokumennya")
    with right:
        heading("j")
        trade = form.yes_no("experience.entrepreneurship", "Berpengalaman dalam kewirausahaan?")
        trade_told = form.text("experience.entrepreneurship_told", "Usaha yang pernah dijalankan")
        note = form.text("note", "Catatan petugas", long=True)
    past = Experience(
        entrepreneurship=trade,
        entrepreneurship_told=trade_told,
        mentored=mentored,
        mentored_told=mentored_told,
        involved=involved,
        involved_told=involved_told,
        paper=paper,
        paper_told=paper_told,
    )
    return {"experience": past, "note": note}
