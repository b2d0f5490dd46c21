"""The tab of applicants by requirements, with the evidence of the chosen cell below."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from domain.blitar.selecting.standing import LETTERS, PREFERENCE
from pages.blitar.selection.applicant_choice import choose_entry, chosen_key
from pages.blitar.selection.evidence import show_point, show_points
from pages.blitar.selection.outcome_signs import LEGEND, cell
from pages.blitar.selection.viewing import View, view_of
from pages.parts.law_day import asked_law_day, is_another_law_day, say_law_day

_COLUMNS = (*(letter for letter in LETTERS if letter != PREFERENCE), PREFERENCE)
_POINT = "selection:point"
_WHO = "Pendaftar"
_ROW, _HEAD, _MOST = 35, 38, 620  # pixels
_ALL = "semua"


def show_matrix(view: View) -> None:
    """Show the matrix, and for the chosen cell what it rests on."""
    if not view.entries:
        st.info("Belum ada pendaftar, jadi matriksnya masih kosong.")
        return
    st.caption(
        f"{LEGEND}. Kolom j hanya diutamakan dan tidak memutuskan (Pasal 7 huruf j). "
        "Pilih satu sel untuk melihat buktinya, atau satu nama untuk semua butir."
    )
    view, day = _by_the_law_asked(view)
    key = f"matrix:{view.stored.id}" + (f":{day}" if is_another_law_day(day) else "")
    st.dataframe(
        pd.DataFrame([_line(view, place) for place in range(len(view.entries))]),
        hide_index=True,
        key=key,
        on_select=lambda: _chosen(view, key),
        selection_mode="single-cell",
        height=min(_HEAD + _ROW * len(view.entries), _MOST),
        column_config=_headings(view),
    )
    st.subheader("Mengapa begitu", anchor=False)
    entry = choose_entry(view, "Pendaftar")
    titles = {one.letter: one.rule.title for one in view.entries[0].found.points}
    point = st.selectbox(
        "Butir Pasal 7",
        [_ALL, *_COLUMNS],
        format_func=lambda one: f"{one} · {titles[one]}" if one in titles else "Semua butir",
        key=_POINT,
        persist_state="session",
    )
    if entry is None:
        return
    if view.stored.is_decided and not is_another_law_day(day):
        st.caption("Seperti pada hari hasilnya ditetapkan.")
    for warning in entry.found.warnings:
        st.warning(warning)
    if point in _COLUMNS:
        show_point(entry.found, point)
    else:
        show_points(entry.found)


def _by_the_law_asked(view: View) -> tuple[View, date]:
    """The round by the law of the day that is asked for, and that day."""
    day = asked_law_day()
    if not is_another_law_day(day):
        return view, day
    seen = view_of(view.person, view.stored.id, day)
    unchanged = "Pendaftarannya yang tercatat sekarang; hasil seleksi dan tab lain tidak berubah."
    say_law_day(seen.entries[0].found.assessment.law, unchanged)
    return seen, day


def _line(view: View, place: int) -> dict[str, str]:
    standing = view.entries[place].standing
    marks = {_heading(letter): cell(standing, letter) for letter in _COLUMNS}
    return {_WHO: view.entries[place].label, **marks}


def _heading(letter: str) -> str:
    return f"{letter} · diutamakan" if letter == PREFERENCE else letter


def _headings(view: View) -> dict[str, Any]:
    found = view.entries[0].found
    named: dict[str, Any] = {
        _heading(letter): st.column_config.TextColumn(
            width=104 if letter == PREFERENCE else 62,
            help=f"{found.point(letter).rule.title} ({found.point(letter).rule.citations[0].place})",
        )
        for letter in _COLUMNS
    }
    return named | {_WHO: st.column_config.TextColumn(width=130, pinned=True)}


def _chosen(view: View, key: str) -> None:
    """Let a click on a cell choose the applicant and the point below; on a name, all points."""
    cells = st.session_state[key]["selection"].get("cells")
    if cells:
        row, column = cells[0]
        names = {_heading(letter): letter for letter in _COLUMNS}
        st.session_state[_POINT] = names.get(column, _ALL)
        st.session_state[chosen_key(view)] = view.entries[row].stored.id
