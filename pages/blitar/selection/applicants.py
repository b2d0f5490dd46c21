"""The tab of everybody who registered, narrowed by verdict or outcome."""

from collections import Counter

import pandas as pd
import streamlit as st

from domain.blitar.selecting.results import OutcomeKind, TestKind
from domain.blitar.selecting.standing import Standing
from domain.regulation.assessment import Verdict
from pages.blitar.selection.outcome_signs import NOT_DECIDED, outcome_words, test_words, verdict_words
from pages.blitar.selection.round_places import go
from pages.blitar.selection.viewing import Entry, View
from pages.parts.opened_row import BY_A_TAP, opened_row

_WAITING = "waiting"
_ROW, _HEAD, _MOST = 35, 38, 620  # pixels
_WIDTHS = {
    "No": st.column_config.NumberColumn(width=40),
    "Nama": st.column_config.TextColumn(width=140),
    "Pemeriksaan berkas": st.column_config.TextColumn(width=184),
    "Butir Pasal 7": st.column_config.TextColumn(
        width=150, help="Huruf yang tidak terpenuhi, yang masih terbuka, dan tafsir yang menentukan"
    ),
    "Tertulis": st.column_config.TextColumn(width=76),
    "Wawancara": st.column_config.TextColumn(width=84),
}


def show_applicants(view: View) -> None:
    """Show the filters and the table; a chosen row opens the registration."""
    if not view.entries:
        st.info("Belum ada pendaftar.")
        return
    shown = _filtered(view)
    if not shown:
        st.info("Tidak ada pendaftar yang cocok. Pilih saringan lain.")
        return
    st.caption(
        f"{len(shown)} dari {len(view.entries)} pendaftar, urut nomor. Ketuk satu baris untuk membukanya."
    )
    chosen = st.dataframe(
        pd.DataFrame([_line(entry.standing) for entry in shown]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key=f"applicants:{view.stored.id}",
        height=min(_HEAD + _ROW * len(shown), _MOST),
        column_config=_WIDTHS,
    )
    if one := opened_row(chosen, shown):
        go(round_id=view.stored.id, candidate=one.stored.id)
        st.rerun()


def _filtered(view: View) -> list[Entry]:
    verdicts = Counter(one.verdict for one in view.standings)
    outcomes = Counter(_kind(one) for one in view.standings)
    wanted = st.pills(
        "Hasil pemeriksaan berkas",
        [verdict.value for verdict in Verdict if verdicts[verdict]],
        format_func=lambda value: f"{verdict_words(Verdict(value))} · {verdicts[Verdict(value)]}",
        key=f"verdicts:{view.stored.id}",
        persist_state="session",
    )
    labels = {_WAITING: f"… {NOT_DECIDED}"} | {kind.value: outcome_words(kind) for kind in OutcomeKind}
    decided = st.pills(
        "Hasil seleksi",
        [value for value in labels if outcomes[value]],
        format_func=lambda value: f"{labels[value]} · {outcomes[value]}",
        key=f"outcomes:{view.stored.id}",
        persist_state="session",
    )
    return [
        entry
        for entry in view.entries
        if wanted in (None, entry.standing.verdict.value) and decided in (None, _kind(entry.standing))
    ]


def _kind(standing: Standing) -> str:
    return standing.outcome_kind.value if standing.outcome_kind else _WAITING


def _line(standing: Standing) -> dict[str, str | int]:
    return {
        "No": standing.number,
        "Nama": standing.name,
        "Pemeriksaan berkas": verdict_words(standing.verdict),
        "Butir Pasal 7": _open(standing),
        "Tertulis": test_words(standing.test(TestKind.WRITTEN)),
        "Wawancara": test_words(standing.test(TestKind.INTERVIEW)),
        "Hasil": outcome_words(standing.outcome_kind),
    }


def _open(standing: Standing) -> str:
    told = []
    if standing.not_met:
        told.append(f"tidak: {', '.join(standing.not_met)}")
    if standing.still_open:
        told.append(f"terbuka: {', '.join(standing.still_open)}")
    if standing.readings:
        told.append(", ".join(standing.readings))
    return "; ".join(told) or "–"
