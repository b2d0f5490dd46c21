"""The proposal row by row: who has each kecamatan, who would, and the choice of somebody else."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from domain.blitar.staffing.changes import changes
from domain.blitar.staffing.spread import Pairs
from pages.blitar.mentors.register import Register

_ROW, _HEAD = 35, 38
_CHOICE = "Usulan, dapat diubah"


def chosen_pairs(
    key: str, register: Register, present: Pairs, proposed: Pairs, load: Mapping[str, int]
) -> Pairs:
    """Show every kecamatan with who would have it, and give the pairs as the person leaves them."""
    labels = register.labels
    rows = [
        (one.district.code, mentor, one)
        for one in changes(present, proposed, load)
        for mentor in (one.after or (0,))
    ]
    rows.sort(key=lambda row: not row[2].is_change)
    changed = sum(one.is_change for _, _, one in rows)
    st.markdown(
        f"**{changed} dari {len(rows)} baris berubah** dari penugasan sekarang; yang berubah paling atas."
    )
    frame = pd.DataFrame(
        {
            "": "→" if one.is_change else "",
            "Kecamatan": one.district.name,
            _CHOICE: labels.get(mentor),
            "Sekarang": ", ".join(labels[each] for each in one.before) or "✕ tidak ada",
            "Binaan": one.load,
        }
        for _, mentor, one in rows
    )
    by_label = {label: number for number, label in labels.items()}
    serving = sorted({labels[mentor] for mentor, _ in proposed})
    edited = st.data_editor(
        frame,
        key=key,
        hide_index=True,
        disabled=["", "Kecamatan", "Binaan", "Sekarang"],
        height=_HEAD + _ROW * len(rows),
        column_config={
            "": st.column_config.TextColumn(width=30),
            _CHOICE: st.column_config.SelectboxColumn(options=serving, width=160),
        },
    )
    told = zip(rows, edited[_CHOICE], strict=True)
    return frozenset((by_label[label], code) for (code, _, _), label in told if label in by_label)
