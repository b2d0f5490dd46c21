"""Choosing which waiting recommendations go into a letter, in which words, and to whom."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from db.blitar.reporting.bundle_rows import Bundle
from db.blitar.reporting.recommendations import bundle, change_bundle, draft_to
from db.blitar.reporting.waiting_recommendations import AgencyWaiting
from domain.blitar.reporting.recommendations import BundlePrepared, Recommended, check_bundle, choices_of
from domain.roles import Person
from pages.blitar.reports.recommendations.letter_words import heading_of
from pages.blitar.screens import VISITS
from pages.parts.fields import Form
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import database
from pages.parts.text import plain

_OTHER = "lain"


def show_choosing(person: Person, one: AgencyWaiting, items: Sequence[Recommended]) -> None:
    """Let the Fasilitator choose among the items of a page; what was chosen on other pages stays."""
    name = f"rekomendasi-{one.agency}"
    nonce = nonce_of(name)
    start = {f"told.{item.visit_id}": item.told for item in items} | {"agency": one.agency}
    form = Form(nonce, start, BundlePrepared)
    chosen: dict[int, str] = st.session_state.setdefault(f"{nonce}:chosen", {})
    st.button("Pilih semua di halaman ini", on_click=_choose_all, args=(nonce, items), key=f"{nonce}:all")
    for item in items:
        _item(form, item, chosen)
    form.slot("lines")
    agency = ask_agency(form, one.agency)
    draft = _draft_to(person, agency)
    st.markdown(f"**{len(chosen)} rekomendasi dipilih**" if chosen else "Belum ada yang dipilih.")
    with st.container(horizontal=True, gap="small"):
        starts = st.button("Siapkan surat baru", type="primary", key=f"{nonce}:new")
        joins = draft is not None and st.button(
            f"Tambahkan ke konsep yang ada ({draft.size} rekomendasi)", key=f"{nonce}:add"
        )
    if not (starts or joins) or say_problems(
        [*form.problems, *check_bundle(BundlePrepared(agency=agency, told=chosen))], form
    ):
        return
    done: dict[str, Any] = {"nonce": nonce, "done_with": [f"{nonce}:chosen"], "fields": form}
    if joins and draft is not None:
        told = {line.said.visit_id: line.said.told for line in draft.lines} | chosen
        said = f"{len(chosen)} rekomendasi ditambahkan ke konsep surat untuk {agency}."
        more: dict[str, Any] = {"expected_version": draft.version, **done}
        prepared = BundlePrepared(agency=agency, told=told)
        save(name, change_bundle, person, draft.id, prepared, said=said, **more)
    else:
        said = f"Konsep surat untuk {agency} siap dengan {len(chosen)} rekomendasi, menunggu Kepala Dinas."
        prepared = BundlePrepared(agency=agency, told=dict(chosen))
        save(name, bundle, person, prepared, said=said, **done)


def ask_agency(form: Form, suggested: str) -> str:
    """The Perangkat Daerah that the letter goes to; another may be written."""
    names = {name: name for name in choices_of((suggested,))} | {_OTHER: "Lainnya (tulis sendiri)"}
    told = form.code("agency", form.label_of("agency"), names)
    if told == _OTHER:
        return form.text("other", "Nama Perangkat Daerah")
    return told or ""


def _item(form: Form, item: Recommended, chosen: dict[int, str]) -> None:
    number = item.visit_id
    with st.container(border=True, gap="small"):
        if form.tick(f"pick.{number}", heading_of(item)):
            chosen[number] = form.ask(f"told.{number}")
        else:
            chosen.pop(number, None)
            st.markdown(plain(item.told))
        st.caption(f"Permasalahan: {plain(item.problem)}")
        st.page_link(VISITS, label=":primary[Buka kunjungan]", query_params={"kunjungan": str(number)})


def _choose_all(nonce: str, items: Sequence[Recommended]) -> None:
    for item in items:
        st.session_state[f"{nonce}:pick.{item.visit_id}"] = True


def _draft_to(person: Person, agency: str) -> Bundle | None:
    if not agency:
        return None
    with database().read() as session:
        return draft_to(session, person, agency)
