"""What a draft changes: the provisions on which it turns, where, and the subjects one by one."""

from collections.abc import Sequence
from itertools import islice

import pandas as pd
import streamlit as st

from domain.money import number
from domain.regulation.policy.comparing import READING_ALONE, Changing, Comparison, Turn
from domain.regulation.policy.draft_words import ANSWER_LABELS, changes_told
from domain.regulation.policy.opened import opened
from pages.office.policy.compared import Compared, Tried
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.text import plain
from pages.parts.work_card import GO

MOST_SHOWN = 50
_HIDDEN = "(tidak ditampilkan)"
_TURNS = ("Menjadi memenuhi", "Menjadi tidak memenuhi", "Belum pasti")


def show_changes(compared: Compared, tried: Tried, comparison: Comparison) -> None:
    """Show one draft: what it changes, the provisions to blame, the groups, and the rows behind a choice."""
    st.subheader(f"Rancangan: {plain(tried.draft.name)}", anchor=False)
    for change in changes_told(tried.draft, compared.in_force.law):
        st.caption(
            f"{plain(change.place)} · {plain(change.what)}: {plain(change.before)} → {plain(change.after)}"
        )
    key = f"simulasi:{compared.programme.key}:{hash(tried.draft)}"  # what was tapped counts for this draft
    if not comparison.changed:
        st.markdown("**Tidak ada hasil yang berubah.**")
        _amounts(comparison)
        return
    st.markdown(
        f"**{number(comparison.changed)} hasil berubah.** Ketuk sebuah baris untuk melihat berkasnya."
    )
    _amounts(comparison)
    rule = _blamed(compared, comparison, f"{key}:sebab")
    group = _grouped(comparison, compared, f"{key}:kelompok")
    _rows(compared, comparison, rule, group, f"{key}:baris")


def _amounts(comparison: Comparison) -> None:
    up, down = comparison.raised_and_lowered
    if up or down:
        st.caption(f"Jumlah paling banyak naik pada {number(up)} dan turun pada {number(down)}.")


def _blamed(compared: Compared, comparison: Comparison, key: str) -> str:
    """The table of provisions; gives the one that was tapped, blank for none."""
    titles = {rule.id: rule.title for rule in compared.in_force.law.regulation.rules}
    titles[READING_ALONE] = "Hanya karena bacaan yang masih terbuka"
    found = comparison.blamed()
    rows = [(one.rule, titles.get(one.rule, ""), one.gains, one.loses, one.unsure) for one in found]
    table = pd.DataFrame(rows, columns=pd.Index(["Ketentuan", "Isi", *_TURNS]))
    chosen = st.dataframe(
        table, hide_index=True, width="stretch", key=key, on_select="rerun", selection_mode=list(BY_A_TAP)
    )
    one = opened_row(chosen, found)
    return one.rule if one else ""


def _grouped(comparison: Comparison, compared: Compared, key: str) -> tuple[str, str] | None:
    """The table of one kind of groups; gives the group that was tapped."""
    names = list(compared.register.kinds[0].groups)
    name = st.segmented_control("Menurut", names, default=names[0], required=True, key="simulasi:menurut")
    found = comparison.by_group(str(name))
    table = pd.DataFrame(found, columns=pd.Index([str(name), "Jumlah", *_TURNS]))
    chosen = st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        key=f"{key}:{name}",
        on_select="rerun",
        selection_mode=list(BY_A_TAP),
    )
    one = opened_row(chosen, found)
    return (str(name), one[0]) if one else None


def _rows(
    compared: Compared, comparison: Comparison, rule: str, group: tuple[str, str] | None, key: str
) -> None:
    options = ["Semua yang berubah", *(turn.value.capitalize() for turn in Turn)]
    told = st.segmented_control("Berkas", options, default=options[0], required=True, key="simulasi:hasil")
    place = options.index(str(told))
    turn = None if place == 0 else list(Turn)[place - 1]
    found = list(islice(comparison.rows(turn, rule, group), MOST_SHOWN + 1))
    about = " · ".join(filter(None, [rule, group[1] if group else ""]))
    if about:
        st.caption(f"Hanya: {plain(about)}")
    if not found:
        st.markdown("Tidak ada berkas dengan pilihan ini.")
        return
    shown, place_of_one = found[:MOST_SHOWN], st.empty()  # above the table, where the eye is
    chosen = st.dataframe(
        pd.DataFrame(_told(compared, shown)),
        hide_index=True,
        width="stretch",
        key=f"{key}:{turn}:{about}",
        on_select="rerun",
        selection_mode=list(BY_A_TAP),
    )
    if len(found) > MOST_SHOWN:
        st.caption(f"{MOST_SHOWN} yang pertama; persempit dengan mengetuk ketentuan atau kelompok di atas.")
    if one := opened_row(chosen, shown):
        with place_of_one.container(border=True):
            _opened(compared, comparison, one)


def _told(compared: Compared, rows: Sequence[Changing]) -> list[dict[str, str]]:
    names: dict[tuple[str, int], str] = {}
    for kind in dict.fromkeys(one.kind for one in rows):
        told = compared.part.names(kind, [one.id for one in rows if one.kind == kind])
        names |= {(kind, number): name for number, name in (told or {}).items()}
    headings = list(compared.register.kinds[0].groups)
    return [
        {
            "Nomor": one.number,
            "Nama": names.get((one.kind, one.id), _HIDDEN),
            "Sekarang": ANSWER_LABELS[one.before],
            "Menjadi": ANSWER_LABELS[one.after],
            "Karena": ", ".join(one.because),
            **dict(zip(headings, one.groups, strict=True)),
        }
        for one in rows
    ]


def _opened(compared: Compared, comparison: Comparison, one: Changing) -> None:
    told = opened(comparison, one)
    st.markdown(f"**{plain(one.number)}**: {ANSWER_LABELS[one.before]} → {ANSWER_LABELS[one.after]}.")
    for line in told.lines:
        st.markdown(plain(line))
    for label, readings in (("Kini", told.before), ("Dalam rancangan", told.after)):
        if readings:
            st.caption(f"{label} bergantung tafsir yang masih terbuka: {plain('; '.join(readings))}.")
    way = compared.part.file_of(one.kind, one.id)
    if way is not None:
        page, address = way
        st.page_link(page, label="Buka berkasnya", icon=GO, query_params=dict(address))
