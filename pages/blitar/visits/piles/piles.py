"""Paper forms in bulk: a filled template, or a table to type into."""

import streamlit as st

from db.blitar.visiting.choices import mentors_to_choose
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.roles import Person
from pages.blitar.visits.piles.grid import show_grid
from pages.blitar.visits.piles.past_piles import show_history
from pages.blitar.visits.piles.upload import show_upload
from pages.blitar.visits.piles.whose import Whose
from pages.parts.store import database

_FILE, _GRID = "Berkas Excel", "Ketik di tabel"


def show_piles(person: Person) -> None:
    """Show the two ways to enter many forms, and what was taken in before."""
    with database().read() as session:
        mentors = mentors_to_choose(session, person)
    if not mentors:
        st.info(
            "Akun Anda belum terhubung dengan Pendamping yang ditetapkan. Minta Kepala Dinas "
            "menghubungkannya di Penetapan, lalu formulir kertas dapat dimasukkan di sini."
        )
        return
    whose = Whose(mentors, is_own=not may(person, BlitarPermission.VERIFY_VISITS, BLITAR))
    way = st.segmented_control(
        "Cara memasukkan formulir kertas",
        [_FILE, _GRID],
        default=_FILE,
        required=True,
        key="cara",
        bind="query-params",
    )
    if way == _GRID:
        show_grid(person, whose)
    else:
        show_upload(person, whose)
    show_history(person)
