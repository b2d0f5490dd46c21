"""What the columns of a foreign register are: guessed by their headings, and set right by hand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from documents.tabular.study_sheet import StudySheet
from domain.money import number
from domain.regulation.policy.study_columns import MoneyUnit, StudyField, guessed
from domain.tabular.sheet_cells import as_text
from pages.parts.text import plain

_NOT_USED: Final = "– tidak dipakai –"
_BY_LINE: Final = "Nomor urut baris"
_HEADING, _EXAMPLE, _MEANS = "Kolom register", "Contoh isi", "Dibaca sebagai"


@dataclass(frozen=True, slots=True)
class AskedColumns:
    """Which column tells which fact, which one tells the rows apart, and the unit of money."""

    places: Mapping[int, StudyField]
    number_at: int | None
    number_name: str
    money: MoneyUnit


def ask_columns(
    sheet: StudySheet, fields: Sequence[StudyField], key: str, *, marks: Sequence[int] | None = None
) -> AskedColumns | None:
    """Ask; None until the answer can be used. `marks` are the columns that can tell rows apart, the likely
    one first; without them a row may go by its line.
    """
    rows = f"{number(len(sheet.rows))} baris, " if marks is None else ""
    st.markdown(f"**{rows}{number(len(sheet.headings))} kolom.** Cocokkan kolomnya:")
    names = {one.name: one for one in fields}
    places = {at: names[name] for at, name in enumerate(_edited(sheet, fields, key)) if name in names}
    chosen = [one.name for one in places.values()]
    if twice := sorted({name for name in chosen if chosen.count(name) > 1}):
        st.error(plain(f"Dua kolom dibaca sebagai hal yang sama: {'; '.join(twice)}. Pilih satu saja."))
        return None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        headings = _told_apart(sheet.headings)
        at = st.selectbox(
            "Penanda baris pada hasil (jangan pilih nama orang)",
            [None, *headings] if marks is None else marks,
            format_func=lambda at: _BY_LINE if at is None else headings[at],
            key=f"{key}:penanda",
        )
        money = st.segmented_control(
            "Angka uang ditulis dalam",
            list(MoneyUnit),
            format_func=lambda one: one.label,
            default=MoneyUnit.RUPIAH,
            required=True,
            key=f"{key}:uang",
        )
    if not places:
        st.info("Belum ada kolom yang dikenali. Pilih artinya pada tabel di atas.")
        return None
    name = _BY_LINE if at is None else sheet.headings[at]
    return AskedColumns(places, at, name, money or MoneyUnit.RUPIAH)


def _told_apart(headings: Sequence[str]) -> dict[int, str]:
    """Each heading by its place; one that stands there twice, or is blank, with the number of its column."""
    often = Counter((*headings, _BY_LINE, "", ""))
    return {
        at: name if often[name] == 1 else f"{name} (kolom {at + 1})".strip()
        for at, name in enumerate(headings)
    }


def _edited(sheet: StudySheet, fields: Sequence[StudyField], key: str) -> list[str]:
    guess = guessed(sheet.headings, fields)
    rows = [
        (heading, _example(sheet, at), guess[at].name if at in guess else _NOT_USED)
        for at, heading in enumerate(sheet.headings)
    ]
    shown = pd.DataFrame(rows, columns=pd.Index([_HEADING, _EXAMPLE, _MEANS]))
    table = st.data_editor(
        shown if sheet.rows else shown.drop(columns=_EXAMPLE),
        hide_index=True,
        width="stretch",
        disabled=[_HEADING, _EXAMPLE],
        column_config={
            _MEANS: st.column_config.SelectboxColumn(
                options=[_NOT_USED, *(one.name for one in fields)], required=True
            )
        },
        key=f"{key}:kolom",
    )
    return [str(name) for name in table[_MEANS]]


def _example(sheet: StudySheet, at: int) -> str:
    cells = (as_text(row[at]) for row in sheet.rows[:50] if at < len(row))
    return next((text[:40] for text in cells if text), "")
