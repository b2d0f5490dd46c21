"""A binaan taken in: the kind first, then a few fields, with what they give shown before saving."""

import streamlit as st

from db.blitar.caseload.clients import add_client
from db.office.practice import law_of
from domain.blitar.client import Client
from domain.blitar.instruments import at
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.registration_checks import check_client
from domain.blitar.roles import BlitarPermission
from domain.labelled import Labelled
from domain.problems import Problem
from domain.programme import may
from domain.regions.regions import BLITAR_REGENCY
from domain.roles import Person
from pages.blitar.clients.card.card_places import back_to_list
from pages.blitar.clients.card.card_saving import send
from pages.blitar.clients.card.care import read_care
from pages.blitar.clients.card.client_fields import read_client
from pages.blitar.clients.card.client_preview import show_preview
from pages.parts.fields import Form
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import database, today

_FORM = "binaan-baru"


class Kind(Labelled):
    """What is taken in, as the form asks first."""

    MICRO = SubjectKind.CLIENT_MICRO.value, "Usaha mikro"
    COOPERATIVE = SubjectKind.CLIENT_COOPERATIVE.value, "Koperasi"


def show_new_client(person: Person) -> None:
    """Show the form of a new binaan."""
    back_to_list()
    st.title("Binaan baru")
    st.caption(
        f"Sasaran pendampingan: koperasi dan usaha mikro ({at('3').place}). Yang bertanda * wajib; yang lain "
        "boleh menyusul, dan yang kosong berarti belum diketahui."
    )
    start = {"place.regency_code": BLITAR_REGENCY.code, "since": today(), "kind": Kind.MICRO}
    form = Form(nonce_of(_FORM), start, Client)
    kind = form.one_of("kind", "Yang didaftarkan", Kind) or Kind.MICRO
    told = read_client(form, Client(kind=SubjectKind(kind.value)), person)
    with st.container(border=True):
        mentor_id, since = read_care(form, person, told.place.district_code)
    with database().read() as session:
        law = law_of(session, BLITAR, today())
    show_preview(person, told, law)
    if not st.button("Simpan binaan", type="primary", key=f"{form.nonce}:save"):
        return
    problems = [*form.problems, *check_client(told, today()), *_blank(person, mentor_id, since)]
    if say_problems(problems, form) or since is None:
        return
    send(
        _FORM,
        lambda session, at: add_client(
            session, person, told, mentor_id=mentor_id, since=since, nonce=form.nonce, at=at
        ),
        f"{told.name} tercatat sebagai binaan. Berikutnya isi data awal dan catat kunjungan pertama.",
        fields=form,
    )


def _blank(person: Person, mentor_id: int | None, since: object) -> list[Problem]:
    found = [] if since else [Problem("since", "Tanggal mulai didampingi belum diisi.")]
    if mentor_id is None and not may(person, BlitarPermission.HAND_OVER_CLIENTS, BLITAR):
        told = (
            "Akun Anda belum terhubung dengan Pendamping yang sedang bertugas, jadi binaan ini belum dapat "
            "disimpan. Hubungi Fasilitator."
        )
        found.append(Problem("", told))
    return found
