"""The fields that choose lines of the trail: who, about what, and between which days."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from db.office.trail_list import TrailWanted, kinds_of_trail
from domain.problems import Problem
from domain.programme import Programme
from pages.parts.day_field import day_field
from pages.parts.text import plain

BEFORE: Final = "jejak-sebelum"


def from_the_newest() -> None:
    """Begin again with the newest lines."""
    st.session_state.pop(BEFORE, None)


def choose_lines(programme: Programme, names: Mapping[int, str]) -> TrailWanted | None:
    """What the fields ask for; None while a day in them cannot be read, which is said."""
    kinds = {one.value: one for one in kinds_of_trail(programme)}
    who, what, which, since, until = st.columns([3, 3, 2, 3, 3])
    person_id = who.selectbox(
        "Siapa",
        list(names),
        index=None,
        placeholder="siapa saja",
        format_func=lambda one: names[one],
        key="jejak-siapa",
        on_change=from_the_newest,
    )
    kind = what.selectbox(
        "Tentang",
        list(kinds),
        index=None,
        placeholder="apa saja",
        format_func=lambda one: kinds[one].label,
        key=f"jejak-tentang-{programme.key}",
        on_change=from_the_newest,
    )
    told_number = which.text_input(
        "Nomor",
        placeholder="semua",
        max_chars=60,
        key="jejak-nomor",
        on_change=from_the_newest,
        help="Nomor berkas pengajuan atau binaan sebagaimana tertulis di layarnya, atau nomor urut halnya.",
    )
    with since:
        first = day_field("Sejak", "jejak-sejak")
    with until:
        last = day_field("Sampai", "jejak-sampai")
    wrong = [told for told in (first, last) if isinstance(told, Problem)]
    for told in wrong:
        st.error(plain(told.sentence))
    if wrong or isinstance(first, Problem) or isinstance(last, Problem):
        return None
    return TrailWanted(
        person_id=person_id,
        kind=kinds[kind] if kind else None,
        number=told_number or "",
        first_day=first,
        last_day=last,
    )
