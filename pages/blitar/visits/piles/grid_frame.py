"""The table to type paper forms into: its columns, and its rows as the reader of forms takes them."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from domain.blitar.goals_and_tasks import ReportPart
from domain.blitar.visiting.pile_columns import Column
from domain.blitar.visiting.pile_rows import RawRow
from domain.blitar.visiting.visit import DayPart, VisitPlace

ROWS = 10
GRID = (
    Column.CLIENT_NUMBER,
    Column.DAY,
    Column.PLACE,
    Column.DAY_PART,
    Column.TASKS,
    Column.PARTS,
    Column.PROBLEM,
    Column.RECOMMENDATION,
    Column.FOLLOW_UP,
    Column.DUE,
)


def blank_rows() -> list[dict[str, Any]]:
    """Blank rows to begin with."""
    return [{} for _ in range(ROWS)]


def edited_rows(rows: Sequence[Mapping[str, Any]], edits: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Rows with what was typed over them, added below and deleted, as the table tells of it."""
    found = [dict(row) for row in rows]
    for place, cells in edits["edited_rows"].items():
        found[int(place)].update(cells)
    kept = [row for place, row in enumerate(found) if place not in edits["deleted_rows"]]
    return kept + [dict(row) for row in edits["added_rows"]]


def relabelled(rows: Sequence[Mapping[str, Any]], labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """Rows whose binaan stand under the labels of now, each known by its number; others stay as they are."""
    found = []
    for row in rows:
        told = row.get(Column.CLIENT_NUMBER)
        found.append({**row, Column.CLIENT_NUMBER.value: labels.get(_number(told), told)})
    return found


def frame_of(rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows as the table holds them."""
    return pd.DataFrame(
        {column.value: [row.get(column.value) for row in rows] for column in GRID}, dtype=object
    )


def columns_for(clients: Sequence[str]) -> dict[str, Any]:
    """How each column is typed into; `clients` are the binaan to choose from.

    Days are typed as on paper: the browser's own field for days may put the month first.
    """
    config = st.column_config
    return {
        Column.CLIENT_NUMBER: config.SelectboxColumn("Binaan", options=list(clients), width=200),
        Column.DAY: config.TextColumn("Tanggal", help=Column.DAY.hint, width=110),
        Column.PLACE: config.SelectboxColumn("Tempat", options=[one.label for one in VisitPlace], width=90),
        Column.DAY_PART: config.SelectboxColumn("Waktu", options=[_short(one) for one in DayPart], width=80),
        Column.TASKS: config.TextColumn("Tugas", help=Column.TASKS.hint, width=90),
        Column.PARTS: config.MultiselectColumn(
            "Komponen", options=[one.label for one in ReportPart], width=170
        ),
        Column.PROBLEM: config.TextColumn("Permasalahan", width=180),
        Column.RECOMMENDATION: config.TextColumn("Rekomendasi", width=180),
        Column.FOLLOW_UP: config.TextColumn("Tindak lanjut", width=180),
        Column.DUE: config.TextColumn("Batas", help=Column.DUE.hint, width=110),
    }


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """What was typed, row by row, with None for a blank."""
    return [
        {name: _plain(value) for name, value in zip(frame.columns, row, strict=True)}
        for row in frame.itertuples(index=False, name=None)
    ]


def raw_rows(rows: Sequence[Mapping[str, Any]], *, prefix: str) -> list[RawRow]:
    """The rows as the reader of forms takes them; each gets its form number from its place."""
    found = []
    for line, row in enumerate(rows, 1):
        cells = {column: row.get(column.value) for column in GRID}
        cells[Column.CLIENT_NUMBER] = _number(cells[Column.CLIENT_NUMBER])
        parts = cells[Column.PARTS]
        cells[Column.PARTS] = ", ".join(parts) if isinstance(parts, list) else parts
        raw = RawRow(line, cells)
        if not raw.is_blank:
            found.append(RawRow(line, cells | ({Column.FORM: f"{prefix}{line}"} if prefix else {})))
    return found


def _number(label: object) -> str:
    return str(label or "").partition(" ")[0]


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple) or hasattr(value, "tolist"):
        return [str(one) for one in value]
    return None if value is None or pd.isna(value) else str(value)


def _short(part: DayPart) -> str:
    return part.label.partition(" ")[0]
