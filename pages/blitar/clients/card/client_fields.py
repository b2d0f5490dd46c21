"""The fields of a binaan: the few that are needed first, the others folded away; blank means not known."""

from dataclasses import replace

import streamlit as st

from domain.blitar.caseload.client_words import REGENCIES
from domain.blitar.client import BusinessAnswers, Client, CooperativeAnswers
from domain.blitar.consent import Consent
from domain.blitar.instruments import PP_7_2021, at
from domain.blitar.kinds import SubjectKind
from domain.blitar.place import Place
from domain.dates import indonesian_date
from domain.identity import check_nik
from domain.labelled import Labelled
from domain.regions.regions import BLITAR_REGENCY, districts, villages
from domain.roles import Person
from pages.blitar.clients.card.notice import read_consent
from pages.parts.fields import Form
from pages.parts.text import plain

_SINCE_PP = indonesian_date(PP_7_2021.in_force_since)


class OwnerHome(Labelled):
    """Where the owner lives, as the form asks."""

    SAME = "same", "Sama dengan tempat usaha"
    OTHER = "other", "Tempat lain"


def read_client(form: Form, before: Client, person: Person, *, masked_nik: str = "") -> Client:
    """Ask for everything about a binaan of a kind; what the form does not ask stays as it was."""
    is_micro = before.kind is SubjectKind.CLIENT_MICRO
    left, right = st.columns(2)
    with left, st.container(border=True):
        form.ask("name", label="Nama usaha *" if is_micro else "Nama koperasi *")
        form.ask("sector")
        form.ask("operation", aside=at("3.c").place)
    with left, st.container(border=True):
        place = _place(form, "place", "Tempat usaha" if is_micro else "Kedudukan koperasi")
    with right, st.container(border=True):
        form.ask("contact_name", label="Nama pemilik" if is_micro else "Nama ketua")
        _ask_nik(form, masked_nik)
        home = _owner_home(form, place, before.business.owner_home) if is_micro else Place()
    with right, st.container(border=True):
        _ask_business(form) if is_micro else _ask_cooperative(form)
    with st.expander("Isian lain: telepon, nomor, pemberitahuan data, catatan"):
        consent = _rest(form, before, person)
    told = replace(before, place=place, consent=consent, **form.answers())
    if is_micro:
        return replace(told, business=BusinessAnswers(owner_home=home, **form.answers("business")))
    return replace(told, cooperative=CooperativeAnswers(**form.answers("cooperative")))


def _place(form: Form, field: str, label: str) -> Place:
    standing = form.standing(f"{field}.regency_code")
    names = REGENCIES if standing in (None, *REGENCIES) else {**REGENCIES, standing: f"Wilayah {standing}"}
    if form.ask(f"{field}.regency_code", label=f"{label} di", names=names) == BLITAR_REGENCY.code:
        codes = {one.code: one.name for one in districts(BLITAR_REGENCY.code)}
        kecamatan = form.ask(f"{field}.district_code", names=codes)
        homes = {one.code: one.name for one in villages(kecamatan)} if kecamatan else {}
        form.ask(f"{field}.village_code", names=homes)
    form.ask(f"{field}.address", aside="dusun, RT/RW", one_line=True)
    return Place(**form.answers(field))


def _ask_nik(form: Form, masked: str) -> None:
    label = "NIK baru, bila perlu diganti" if masked else ""
    told = form.ask(
        "nik", label=label, hint=masked or "16 angka", help="Hanya dilihat petugas yang berwenang"
    )
    if not told:
        return
    checked = check_nik(told, BLITAR_REGENCY.code)
    for warning in checked.warnings:
        st.caption(f"ℹ {plain(warning)}")
    for problem in checked.problems:
        st.caption(f":red[⚠ {plain(problem.sentence)}]")
    form.answer("nik", checked.number or told)


def _owner_home(form: Form, place: Place, before: Place) -> Place:
    if "owner_home" not in form.start and before.codes:
        same = before.codes == place.codes
        form.start = {**form.start, "owner_home": OwnerHome.SAME if same else OwnerHome.OTHER}
    chosen = form.choice("owner_home", f"Pemilik tinggal di ({at('3.b').place})", OwnerHome)
    if chosen is OwnerHome.SAME:
        return replace(place, address="")
    return _place(form, "business.owner_home", "Pemilik tinggal") if chosen else Place()


def _ask_business(form: Form) -> None:
    form.ask("business.founded_on")
    st.caption(
        f"Berdiri sebelum {_SINCE_PP} diukur dari penjualan setahun, yang lebih baru dari modal "
        f"({PP_7_2021.name}, tafsir B-06)."
    )
    form.ask("business.capital")
    form.ask("business.annual_sales")
    form.ask("business.form", aside=at("1.12").place)


def _ask_cooperative(form: Form) -> None:
    form.ask("cooperative.scale", aside=at("3.a").place)
    form.ask("cooperative.is_branch")
    form.ask("cooperative.registration_number")


def _rest(form: Form, before: Client, person: Person) -> Consent:
    form.ask("phone")
    form.ask("started_on")
    if before.kind is SubjectKind.CLIENT_MICRO:
        form.ask("business.business_number")
    st.markdown("**Pemberitahuan data pribadi**")
    consent = read_consent(form, person, before.consent)
    form.ask("note")
    return consent
