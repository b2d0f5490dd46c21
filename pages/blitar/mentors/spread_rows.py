"""The proposal kecamatan by kecamatan: who has it, who would, and the choice of others."""

from collections.abc import Mapping, Sequence

import streamlit as st

from domain.blitar.staffing.changes import Change
from domain.blitar.staffing.spread import Pairs
from pages.parts.fields import Form
from pages.parts.text import plain


def chosen_pairs(form: Form, labels: Mapping[int, str], proposed: Sequence[Change]) -> Pairs:
    """Ask for every kecamatan who would have it; a choice stays with its kecamatan, wherever it stands."""
    rows = sorted(proposed, key=lambda one: not one.is_change)
    changed = sum(one.is_change for one in rows)
    st.markdown(
        f"**{changed} dari {len(rows)} kecamatan berubah** dari penugasan sekarang; yang berubah paling atas."
    )
    serving = {mentor: labels[mentor] for one in rows for mentor in one.after}
    found: set[tuple[int, str]] = set()
    for one in rows:
        with st.container(border=True):
            left, right = st.columns([2, 3], vertical_alignment="center")
            with left:
                st.markdown(_now(one, labels))
            with right:
                found |= {(mentor, one.district.code) for mentor in _asked(form, one, serving)}
    return frozenset(found)


def _now(one: Change, labels: Mapping[int, str]) -> str:
    before = ", ".join(labels[mentor] for mentor in one.before) or "✕ tidak ada"
    sign = "→ " if one.is_change else ""
    return f"{sign}**{one.district.name}** · {one.load} binaan  \nSekarang: {plain(before)}"


def _asked(form: Form, one: Change, serving: Mapping[int, str]) -> list[int]:
    """Who has a kecamatan: as proposed, until others are chosen, who then stay under any proposal."""
    own, proposal = f"own.{one.district.code}", list(one.after)
    key = f"{form.nonce}:{one.district.code}:{proposal}"
    chosen_before = form.kept(own)
    first = st.session_state.get(key, proposal if chosen_before is None else chosen_before)
    st.session_state[key] = [each for each in first if each in serving]  # who left is no choice any more
    chosen = st.multiselect(
        f"Pendamping di {one.district.name}",
        sorted(serving, key=lambda mentor: serving[mentor]),
        format_func=lambda mentor: serving[mentor],
        placeholder="Tanpa Pendamping",
        key=key,
    )
    form.keep(own, None if set(chosen) == set(proposal) else chosen)
    return chosen
