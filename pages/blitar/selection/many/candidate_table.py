"""The table into which all candidates of a round are typed: a column for each fact, lists to choose from."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from domain.blitar.candidate_list.candidate_columns import CANDIDATE_SHAPE, CandidateColumn, CandidateSheet
from domain.tabular.sheet_cells import Cell, as_text
from domain.tabular.sheet_columns import SheetColumn
from domain.tabular.workbook import Look, RawLine

_ROWS: Final = 10
_ROW, _HEAD, _MOST = 35, 38, 460  # pixels
_SHOWN: Final = tuple(one for one in CandidateColumn if one is not CandidateColumn.ORDER)


def type_candidates(nonce: str) -> list[RawLine]:
    """Show the table; give its filled rows as they were typed, numbered as on the screen."""
    base, kept, editor = f"{nonce}:awal", f"{nonce}:isi", f"{nonce}:tabel"
    # The table forgets its rows while another screen is open: it then begins from what was typed.
    if base not in st.session_state or editor not in st.session_state:
        st.session_state[base] = st.session_state.get(kept) or [{} for _ in range(_ROWS)]
    first = _frame(st.session_state[base])
    edited = st.data_editor(
        first,
        column_config=_config(),
        num_rows="dynamic",
        hide_index=True,
        height=min(_HEAD + _ROW * (len(first) + 1), _MOST),
        placeholder="–",
        key=editor,
    )
    st.session_state[kept] = _rows(edited)
    return _lines(st.session_state[kept])


def forget_typed(nonce: str) -> None:
    """Drop what was typed, once it was taken in."""
    for key in [one for one in st.session_state if str(one).startswith(f"{nonce}:")]:
        st.session_state.pop(key, None)


def _frame(rows: Sequence[dict[str, Any]]) -> pd.DataFrame:
    columns = {one.header: [row.get(one.header) for row in rows] for one in _SHOWN}
    return pd.DataFrame(columns, dtype="object")


def _config() -> dict[str, Any]:
    return {one.header: _column(one) for one in _SHOWN}


def _column(one: CandidateColumn) -> Any:
    kind = CANDIDATE_SHAPE.kind_of(one)
    if kind.offered:
        return st.column_config.SelectboxColumn(options=list(kind.offered), help=one.hint)
    width = 150 if kind.look is Look.WIDE else 130  # pixels: the name stays beside them on a telephone
    pinned = one is CandidateColumn.NAME
    day = " Tulis 5/3/1990." if kind.look is Look.DAY else ""
    return st.column_config.TextColumn(width=width, help=f"{one.hint}{day}", pinned=pinned)


def _rows(edited: pd.DataFrame) -> list[dict[str, Any]]:
    # A cell that nobody filled is a None or a NaN, and a NaN is not even itself.
    return [
        {str(name): cell for name, cell in row.items() if cell is not None and cell == cell}
        for row in edited.to_dict("records")
    ]


def _lines(rows: Sequence[dict[str, Any]]) -> list[RawLine]:
    found = []
    for line, row in enumerate(rows, 1):
        told: dict[SheetColumn, Cell] = {
            one: row[one.header] for one in _SHOWN if as_text(row.get(one.header))
        }
        if told:
            found.append(RawLine(CandidateSheet.CANDIDATES, line, told))
    return found
