"""What waits in the fund after the money went out: letters, quotes, red list, capital and months to close."""

from collections.abc import Callable

import streamlit as st

from db.sampang.loans.claim_lists import waiting_write_offs
from db.sampang.loans.quote_lists import expiring_quotes
from db.sampang.servicing.letters_ready import letters_ready
from db.sampang.servicing.red_listed import waiting_listings
from db.sampang.treasury.capital_lists import waiting_capital
from db.sampang.treasury.closing import months_to_close
from domain.dates import indonesian_date, indonesian_month
from domain.money import number
from domain.programme import may
from domain.roles import Permission, Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.kept_answers import until_a_change
from pages.parts.store import database, today
from pages.parts.work_card import GO, work_card
from pages.sampang.screens import COLLECTION, FUND

_MAY = SampangPermission


def loan_cards_for(person: Person) -> list[Callable[[Person], None]]:
    """What draws the cards of this work, each only where something waits."""

    def both(*needed: Permission) -> bool:
        return all(may(person, one, SAMPANG) for one in needed)

    cards = (
        (both(_MAY.ISSUE_LETTERS, _MAY.READ_COLLECTION), _letters),
        (both(_MAY.RECORD_PAYMENTS), _quotes),
        (both(_MAY.KEEP_RED_LIST), _red_list),
        (both(_MAY.APPROVE_CAPITAL), _capital),
        (both(_MAY.APPROVE_WRITE_OFF), _write_offs),
        (both(_MAY.CLOSE_MONTHS), _months),
    )
    return [draw for is_theirs, draw in cards if is_theirs]


def _letters(person: Person) -> None:
    found = until_a_change(person, lambda session: letters_ready(session, person, today()), "surat siap")
    if not found.loans:
        return
    with work_card("Surat penagihan siap", found.loans):
        if not found.is_whole:
            st.caption(f"Di antara {number(found.looked_at)} pinjaman yang paling lama menunggak.")
        st.page_link(
            COLLECTION,
            label="Buka langkah berikutnya",
            icon=GO,
            query_params={"lihat": "Langkah berikutnya"},
        )


def _quotes(person: Person) -> None:
    with database().read() as session:
        quotes = expiring_quotes(session, person, today())
    if not quotes:
        return
    with work_card("Rincian pelunasan segera berakhir", len(quotes)):
        st.caption(f"Yang pertama sampai {indonesian_date(quotes[0].until)}.")
        st.page_link(COLLECTION, label="Buka Penagihan", icon=GO, query_params={"lihat": "Pinjaman berjalan"})


def _red_list(person: Person) -> None:
    with database().read() as session:
        waiting = waiting_listings(session, person)
    if not waiting:
        return
    with work_card("Usul daftar merah", waiting):
        st.page_link(COLLECTION, label="Buka daftar merah", icon=GO, query_params={"lihat": "Daftar merah"})


def _capital(person: Person) -> None:
    with database().read() as session:
        waiting = waiting_capital(session, person)
    if not waiting:
        return
    with work_card("Usul perubahan modal", len(waiting)):
        own = sum(one.proposed_by_id == person.id for one in waiting)
        if own:
            st.caption(f"{number(own)} usulan Anda sendiri menunggu orang lain.")
        st.page_link(FUND, label="Buka Modal", icon=GO, query_params={"bagian": "Modal"})


def _write_offs(person: Person) -> None:
    with database().read() as session:
        waiting = waiting_write_offs(session, person)
    if not waiting:
        return
    with work_card("Usul hapus buku", len(waiting)):
        st.page_link(COLLECTION, label="Buka hapus buku", icon=GO, query_params={"lihat": "Hapus buku"})


def _months(person: Person) -> None:
    with database().read() as session:
        months = months_to_close(session, person, today())
    if not months:
        return
    with work_card("Bulan menunggu ditutup", len(months)):
        st.caption(f"Yang pertama {indonesian_month(months[0])}.")
        st.page_link(FUND, label="Buka Tutup bulan", icon=GO, query_params={"bagian": "Tutup bulan"})
