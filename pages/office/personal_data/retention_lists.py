"""The lists of each year: the one that waits, with its decision, and those that ended."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from db.office.erased_pages import drop_erased_pages
from db.office.erasures import approve_erasure, return_erasure, withdraw_erasure
from db.office.retention_reading import ErasureLine, ErasureList
from domain.dates import indonesian_date, indonesian_moment
from domain.money import number
from domain.programme import Programme, may
from domain.roles import OfficePermission, Person
from pages.parts.giving_back import asking_to_return, asking_to_withdraw, closed_in_words, give_back
from pages.parts.saved_notice import say_saved
from pages.parts.sending import send
from pages.parts.store import database
from pages.parts.text import plain


def show_lists(person: Person, programme: Programme, lists: Sequence[ErasureList]) -> None:
    """Show what waits first, then what ended."""
    for one in lists:
        if one.waits:
            _show_waiting(person, programme, one)
    ended = [one for one in lists if not one.waits]
    if not ended:
        return
    st.subheader("Daftar yang sudah selesai", anchor=False)
    for one in ended:
        with st.expander(_ended(one), icon=":material/inventory_2:"):
            st.caption(f"Diusulkan {plain(one.proposed_by)}: {plain(one.reason)}")
            if one.closed is not None:
                st.markdown(closed_in_words(one.closed))
            _table(one.lines)


def _ended(one: ErasureList) -> str:
    if one.erased_at is None:
        return f"{one.year}: tidak jadi, {number(len(one.lines))} baris"
    gone = sum(line.outcome == "erased" for line in one.lines)
    when = indonesian_moment(one.erased_at)
    return f"{one.year}: {number(gone)} dihapus, disetujui {plain(one.approved_by)}, {when}"


def _show_waiting(person: Person, programme: Programme, one: ErasureList) -> None:
    st.subheader(f"Menunggu persetujuan: daftar {one.year}", anchor=False)
    with st.container(border=True, key=f"retensi-daftar-{one.id}"):
        told = f"{number(len(one.lines))} baris per {indonesian_date(one.on)}"
        st.markdown(f"**{told}**, diusulkan {plain(one.proposed_by)}: {plain(one.reason)}")
        _table(one.lines)
        with st.container(horizontal=True):
            _decide(person, programme, one)


def _decide(person: Person, programme: Programme, one: ErasureList) -> None:
    form, what = f"retensi-daftar-{one.id}", f"daftar retensi {one.year}"
    if one.proposed_by_id == person.id:
        asking = asking_to_withdraw(what, "mis. ada yang perlu ditahan dahulu")
        give_back(form, asking, withdraw_erasure, person, programme, one.id, said="Daftar ditarik.")
        st.caption("Menunggu orang lain: pengusul tidak menyetujui daftarnya sendiri.")
        return
    if not may(person, OfficePermission.APPROVE_ERASURE, programme):
        st.caption("Daftar ini disetujui oleh pimpinan programnya.")
        return
    with st.popover("Setujui dan hapus", icon=":material/delete_forever:", key=f"{form}:hapus"):
        st.markdown(
            "Setiap baris diperiksa sekali lagi: yang ditahan atau tidak lagi jatuh tempo tidak dihapus. "
            "Sisanya **tidak dapat dikembalikan**. Masuk sekali lagi dapat diminta."
        )
        if st.button(f"Ya, hapus {number(len(one.lines))} baris", type="primary", key=f"{form}:setujui"):
            _approve(person, programme, one)
    asking = asking_to_return(what, one.proposed_by)
    give_back(form, asking, return_erasure, person, programme, one.id, said="Daftar dikembalikan.")


def _approve(person: Person, programme: Programme, one: ErasureList) -> None:
    with st.spinner("Menghapus dan memeriksa rantai …"):
        done = send(lambda session, at: approve_erasure(session, person, programme, one.id, at=at))
        if done is None:
            return
        is_clean = drop_erased_pages(database())
    rest = "" if is_clean else " Sisa lamanya hilang pada VACUUM berikutnya."
    say_saved(f"{number(done.result)} baris dihapus; selebihnya tetap, dengan sebabnya.{rest}")
    st.rerun()


def _table(lines: Sequence[ErasureLine]) -> None:
    rows = [
        {
            "Nomor": one.number,
            "Nama": one.name,
            **({"Hasil": one.outcome.label} if one.outcome else {}),
            "Boleh dihapus sejak": indonesian_date(one.due_on),
            "Keping": one.pieces,
            "Jenis": one.kind.label,
            "Sebab": f"{one.kind.event}, {indonesian_date(one.event_on)}",
        }
        for one in lines
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")
