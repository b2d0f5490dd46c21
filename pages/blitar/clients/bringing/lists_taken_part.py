"""The lists of binaan that were taken in, and taking back one of them as a whole."""

from typing import Final

import streamlit as st

from db.blitar.caseload.lists_taken import ListTakenIn, binaan_of_list, lists_taken, take_back_list
from domain.blitar.client_list.taking_back import TakingBack, check_taking_back
from domain.dates import indonesian_moment
from domain.money import number
from domain.roles import Person
from pages.blitar.screens import CLIENTS
from pages.parts.fields import Form
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import forget, nonce_of, say_problems, send
from pages.parts.store import database
from pages.parts.text import plain, shortened

_SHOWN: Final = 50


def show_lists_taken(person: Person) -> None:
    """Show one of the newest lists, with its binaan; whoever takes lists in may take it back."""
    with database().read() as session:
        found = {one.id: one for one in lists_taken(session, person)}
    if not found:
        return
    st.subheader("Daftar yang pernah dimasukkan")
    chosen = st.selectbox(
        "Daftar",
        list(found),
        format_func=lambda list_id: _called(found[list_id]),
        key="daftar-dimasukkan",
        label_visibility="collapsed",
    )
    one = found[chosen]
    st.markdown(f"{number(one.taken)} binaan, {plain(_span(one))}, dimasukkan oleh {plain(one.by)}.")
    if one.taken_back_at is None:
        _offer_taking_back(person, one)
    else:
        st.warning(
            f"Dibatalkan oleh {plain(one.taken_back_by)}, {indonesian_moment(one.taken_back_at)}: "
            f"{plain(one.taken_back_because or '')}"
        )
    _show_binaan(person, one)


def _called(one: ListTakenIn) -> str:
    ended = " · dibatalkan" if one.taken_back_at else ""
    return f"{indonesian_moment(one.at)} · {number(one.taken)} binaan{ended}"


def _span(one: ListTakenIn) -> str:
    return one.first if one.first == one.last else f"{one.first} sampai {one.last}"


def _offer_taking_back(person: Person, one: ListTakenIn) -> None:
    name = f"batalkan-daftar-{one.id}"
    with st.expander(f"Batalkan pemasukan daftar ini ({number(one.taken)} binaan)"):
        st.markdown(
            "Untuk daftar yang salah dimasukkan: semuanya dibatalkan sekaligus, atau tidak satu pun. Hanya "
            "selama belum ada yang dikerjakan dengan binaannya. Nomornya tidak dipakai lagi, catatannya "
            "tetap dapat dibaca, dan daftar yang benar dapat dimasukkan lagi."
        )
        form = Form(nonce_of(name), {}, TakingBack)
        told = TakingBack(reason=form.ask("reason") or "")
        label = f"Batalkan {number(one.taken)} binaan"
        if st.button(label, key=f"{form.nonce}:batalkan") and not say_problems(check_taking_back(told), form):
            _take_back(person, one, told, form, name)


def _take_back(person: Person, one: ListTakenIn, told: TakingBack, form: Form, name: str) -> None:
    done = send(
        lambda session, at: take_back_list(session, person, one.id, told, nonce=form.nonce, at=at),
        fields=form,
    )
    if done is None:
        return
    forget(name)
    says = f"Pemasukan {number(done.result)} binaan dibatalkan: {_span(one)}."
    say_saved(Saved(says, correcting="Ini tetap tercatat. Daftar yang benar dapat dimasukkan sekarang."))
    st.rerun()


def _show_binaan(person: Person, one: ListTakenIn) -> None:
    with st.expander("Binaan dalam daftar ini"):
        with database().read() as session:
            found = binaan_of_list(session, person, one.id, _SHOWN)
        for each in found:
            label = f":primary[{plain(each.number)} · {plain(shortened(each.name))}]"
            st.page_link(CLIENTS, label=label, query_params={"binaan": str(each.id)})
        if one.taken > len(found):
            st.caption(f"Ditampilkan {number(len(found))} yang pertama.")
