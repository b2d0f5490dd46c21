"""The fields of a binaan: the few that are needed first, the others folded away; blank means not known."""

from dataclasses import replace

import streamlit as st

from domain.blitar.caseload.client_words import REGENCIES
from domain.blitar.client import BusinessAnswers, Client, CooperativeAnswers
from domain.blitar.instruments import PP_7_2021, at
from domain.blitar.kinds import BusinessForm, CooperativeScale, Operation, Sector, SubjectKind
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
        name = form.text("name", "Nama usaha *" if is_micro else "Nama koperasi *")
        sector = form.choice("sector", "Bidang", Sector)
        operation = form.choice("operation", f"Kegiatan usaha ({at('3.c').place})", Operation)
    with left, st.container(border=True):
        place = _place(form, "place", "Tempat usaha" if is_micro else "Kedudukan koperasi")
    told = replace(before, name=name, sector=sector, operation=operation, place=place)
    with right, st.container(border=True):
        told = _owner(form, told, masked_nik)
    with right, st.container(border=True):
        if is_micro:
            told = replace(told, business=_business(form, told.business))
        else:
            told = replace(told, cooperative=_cooperative(form))
    with st.expander("Isian lain: telepon, nomor, pemberitahuan data, catatan"):
        return _rest(form, told, person)


def _owner(form: Form, told: Client, masked_nik: str) -> Client:
    is_micro = told.kind is SubjectKind.CLIENT_MICRO
    contact = form.text("contact_name", "Nama pemilik" if is_micro else "Nama ketua")
    told = replace(told, contact_name=contact, nik=_nik(form, masked_nik))
    if not is_micro:
        return told
    home = _owner_home(form, told.place, told.business.owner_home)
    return replace(told, business=replace(told.business, owner_home=home))


def _place(form: Form, field: str, label: str) -> Place:
    standing = form.standing(f"{field}.regency_code")
    names = REGENCIES if standing in (None, *REGENCIES) else {**REGENCIES, standing: f"Wilayah {standing}"}
    regency = form.code(f"{field}.regency_code", f"{label} di", names)
    kecamatan = village = None
    if regency == BLITAR_REGENCY.code:
        codes = {one.code: one.name for one in districts(BLITAR_REGENCY.code)}
        kecamatan = form.code(f"{field}.district_code", "Kecamatan", codes)
        homes = {one.code: one.name for one in villages(kecamatan)} if kecamatan else {}
        village = form.code(f"{field}.village_code", "Desa/kelurahan", homes)
    address = form.text(f"{field}.address", "Alamat (dusun, RT/RW)")
    return Place(regency_code=regency, district_code=kecamatan, village_code=village, address=address)


def _nik(form: Form, masked: str) -> str | None:
    label = "NIK baru, bila perlu diganti" if masked else "NIK (KTP), bila diketahui"
    told = form.text("nik", label, hint=masked or "16 angka", help="Hanya dilihat petugas yang berwenang")
    if not told:
        return None
    checked = check_nik(told, "nik", BLITAR_REGENCY.code)
    for warning in checked.warnings:
        st.caption(f"ℹ {plain(warning)}")
    for problem in checked.problems:
        st.caption(f":red[⚠ {plain(problem.sentence)}]")
    return checked.number or told


def _owner_home(form: Form, place: Place, before: Place) -> Place:
    if "owner_home" not in form.start and before.codes:
        same = before.codes == place.codes
        form.start = {**form.start, "owner_home": OwnerHome.SAME if same else OwnerHome.OTHER}
    chosen = form.choice("owner_home", f"Pemilik tinggal di ({at('3.b').place})", OwnerHome)
    if chosen is OwnerHome.SAME:
        return replace(place, address="")
    return _place(form, "business.owner_home", "Pemilik tinggal") if chosen else Place()


def _business(form: Form, before: BusinessAnswers) -> BusinessAnswers:
    founded = form.day("business.founded_on", "Usaha berdiri")
    st.caption(
        f"Berdiri sebelum {_SINCE_PP} diukur dari penjualan setahun, yang lebih baru dari modal "
        f"({PP_7_2021.name}, tafsir B-06)."
    )
    capital = form.rupiah("business.capital", "Modal usaha, tanpa tanah dan bangunan")
    sales = form.rupiah("business.annual_sales", "Penjualan setahun")
    kind = form.choice("business.form", f"Bentuk usaha ({at('1.12').place})", BusinessForm)
    return replace(before, founded_on=founded, capital=capital, annual_sales=sales, form=kind)


def _cooperative(form: Form) -> CooperativeAnswers:
    scale = form.choice("cooperative.scale", f"Skala koperasi ({at('3.a').place})", CooperativeScale)
    branch = form.yes_no("cooperative.is_branch", "Cabang dari koperasi yang lebih luas?")
    number = form.text("cooperative.registration_number", "NIK Koperasi, bila ada")
    return CooperativeAnswers(scale=scale, is_branch=branch, registration_number=number)


def _rest(form: Form, told: Client, person: Person) -> Client:
    phone = form.text("phone", "Telepon")
    started = form.day("started_on", "Mulai berusaha")
    if told.kind is SubjectKind.CLIENT_MICRO:
        number = form.text("business.business_number", "NIB, bila ada")
        told = replace(told, business=replace(told.business, business_number=number))
    st.markdown("**Pemberitahuan data pribadi**")
    consent = read_consent(form, person, told.consent)
    note = form.text("note", "Catatan", long=True)
    return replace(told, phone=phone, started_on=started, consent=consent, note=note)
