"""The open binaan of who leaves, each with its receiver and what was promised to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from db.blitar.caseload.lines import ClientLine
from domain.blitar.staffing.handing_over import HandoverWritten
from domain.dates import indonesian_date
from domain.declared import label_of
from pages.blitar.mentors.register import name_of

_ROW, _HEAD = 35, 38
_TO, _PROMISE = "Penerima", label_of(HandoverWritten, "promises")


@dataclass(frozen=True, slots=True)
class Choice:
    """One binaan with who takes it, if anybody, and the promise."""

    client_id: int
    receiver: int | None
    promise: str


def choices(
    key: str,
    waiting: Sequence[ClientLine],
    proposed: Mapping[int, int | None],
    serving: Mapping[int, str],
) -> tuple[Choice, ...]:
    """Show the table, and give what the person leaves in it."""
    frame = pd.DataFrame(
        {
            "Nama": one.name,
            _TO: serving.get(proposed[one.id] or 0),
            _PROMISE: "",
            "Kecamatan": name_of(one.district_code),
            "Jenis": one.kind.label,
            "Sejak": indonesian_date(one.since),
            "Nomor": one.number,
        }
        for one in waiting
    )
    edited = st.data_editor(
        frame,
        key=key,
        hide_index=True,
        placeholder="belum ada",
        disabled=["Nomor", "Nama", "Jenis", "Kecamatan", "Sejak"],
        height=min(_HEAD + _ROW * len(waiting), 600),
        column_config={
            _TO: st.column_config.SelectboxColumn(options=list(serving.values()), width="medium"),
            _PROMISE: st.column_config.TextColumn(width="medium"),
        },
    )
    by_label = {label: number for number, label in serving.items()}
    told = zip(waiting, edited[_TO], edited[_PROMISE], strict=True)
    return tuple(
        Choice(one.id, by_label.get(label) if isinstance(label, str) else None, _text(promise))
        for one, label, promise in told
    )


def _text(promise: object) -> str:
    # A pasted zero character cannot be seen, and no database can hold it.
    return promise.replace("\0", "").strip() if isinstance(promise, str) else ""
